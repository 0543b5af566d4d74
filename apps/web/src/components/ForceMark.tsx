import type { Force } from "@yichuang/policy";
import { zh } from "../words/zh.ts";

/** How strong a clause's words are; `open` where the text leaves the value open. */
export function ForceMark({ force = "mandatory" }: { force?: Force | "open" }) {
  return <span className={`force force-${force}`}>{zh.force[force]}</span>;
}

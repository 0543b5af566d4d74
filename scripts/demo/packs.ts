// The packs that this repository ships, and who adopts them.
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Policy, parsePolicyText } from "@yichuang/policy";

const packs = path.resolve(import.meta.dirname, "../../packages/policy/packs");

/** A shipped policy by its folder's name; throws with every problem where it is not right. */
export function readPack(name: string): Policy {
  const read = parsePolicyText(readFileSync(path.join(packs, name, "policy.json"), "utf8"));
  if (Array.isArray(read))
    throw new Error(`the pack ${name} is not right:\n${JSON.stringify(read, null, 2)}`);
  return read;
}

import type { Clause } from "../schema/bodies.ts";
import type { Policy } from "../schema/policy.ts";
import { Text } from "../schema/text.ts";
import { clausesOf } from "./sources.ts";
import { walk } from "./walk.ts";

/** Something that was inferred, with the wording of the reading. */
export interface ReadingOf {
  path: string;
  read: unknown;
  as: Text;
  because: Clause[];
}

/** Every reading of a policy, in document order: what a person must confirm. */
export function readings(policy: Policy): ReadingOf[] {
  const found: ReadingOf[] = [];
  for (const place of walk(policy)) {
    const { node } = place;
    if (!("read" in node) || !("as" in node)) continue;
    const as = Text.safeParse(node.as);
    if (!as.success) continue;
    found.push({ path: place.path, read: node.read, as: as.data, because: clausesOf(policy, place) });
  }
  return found;
}

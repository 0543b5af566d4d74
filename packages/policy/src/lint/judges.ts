import { walk } from "../read/walk.ts";
import type { ActorRole } from "../schema/actor.ts";
import { Condition } from "../schema/sorts.ts";

/** Who is asked to judge in a condition, on whatever level of it. */
export const judgesOf = (condition: Condition): ActorRole[] =>
  [condition, ...walk(condition).map(({ node }) => node)].flatMap((node) => {
    const part = Condition.safeParse(node);
    return part.success && part.data.kind === "judged" ? [part.data.by.role] : [];
  });

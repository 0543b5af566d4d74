import type { Clause } from "@yichuang/policy";

/** The answer to an act that is refused, or pending, for one reason, which rests on these clauses unless it says otherwise. */
export const refusing =
  (clauses: readonly Clause[]) =>
  (violation: object, kind: "refused" | "pending" = "refused") => ({
    kind,
    violations: [{ clauses, ...violation }],
  });

// Verdicts with their sentences, ready to show.
import type { Ability, Verdict, Violation } from "@yichuang/domain";
import { sayViolation, type Text } from "@yichuang/policy";

export type ViolationView = Violation & { said: Text };
export type VerdictView = { kind: "allowed" } | { kind: "refused" | "pending"; violations: ViolationView[] };
export type AbilityView = Omit<Ability, "verdict" | "told"> & {
  verdict: VerdictView;
  told?: ViolationView[];
};

export const viewViolation = (violation: Violation): ViolationView => ({
  ...violation,
  said: { zh: sayViolation("zh", violation), en: sayViolation("en", violation) },
});

export const viewVerdict = (verdict: Verdict): VerdictView =>
  verdict.kind === "allowed"
    ? verdict
    : { kind: verdict.kind, violations: verdict.violations.map(viewViolation) };

export const viewAbility = ({ told, ...ability }: Ability): AbilityView => ({
  ...ability,
  verdict: viewVerdict(ability.verdict),
  ...(told === undefined ? {} : { told: told.map(viewViolation) }),
});

import type { Policy, Procedure, Stage } from "@yichuang/policy";
import type { Who } from "../contract/basics.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import type { Asking, Due } from "../obligations/due.ts";
import { duesOfCase } from "../obligations/of-case.ts";
import { center } from "./board.ts";
import { at } from "./life.ts";
import { ODD_POLICY } from "./odd-policy.ts";
import { caseOf } from "./small-network.ts";

// A root that owes something, put down as it stands: for tests of what is due, without the life that led there.

export const said = (zh: string) => ({ zh, en: zh });
export const OFFICER: Who = {
  user: "officer-1",
  name: "经办人",
  role: "officer",
  party: 1,
  unit: "主管部门",
};

/** A procedure of the type `lab` with one stage `s` that a test cares about. */
export const procedureWith = (stages: Stage[], more: Partial<Procedure> = {}): Procedure => ({
  key: "p",
  label: said("程序"),
  because: ["all"],
  for: ["lab"],
  purpose: "change",
  over: "center",
  starts: { by: { role: "host" }, when: { kind: "anytime" }, every: "year" },
  stages,
  ...more,
});

type Doing<S> = S extends Stage ? Omit<S, "key" | "label" | "because"> : never;

/** The stage `s`; what it does is the test's to say. */
export const stageThat = (rest: Doing<Stage>): Stage => ({
  key: "s",
  label: said("环节"),
  because: ["all"],
  ...rest,
});

export const policyWith = (given: Partial<Policy>): Policy => ({
  ...ODD_POLICY,
  procedures: [],
  consequences: [],
  ...given,
});

/** The case of the procedure `p` that was opened on the first of March 2026. */
export const caseWith = (given: Partial<CaseFacts> = {}): CaseFacts =>
  caseOf({
    id: "case-1",
    root: { kind: "center", id: "center-x" },
    procedure: "p",
    purpose: "change",
    pin: { policy: "odd", version: 1, hash: "current" },
    state: "submitted",
    ...given,
  });

export const lab = (given: Partial<CenterFacts> = {}): CenterFacts =>
  center({ type: "lab", name: "实验室", ...given });

/** What is asked of a root under a policy, on the first of June 2026 where nothing else is said. */
export const asking = (
  policy: Policy,
  root: CenterFacts | InstitutionFacts,
  more: Partial<Asking> = {},
): Asking => ({
  root,
  policy,
  tenant: 1,
  today: "2026-06-01",
  ...more,
});

const BY_THE_OFFICER = { space: 1, role: "officer" } as const;

export interface Given {
  kase?: Partial<CaseFacts>;
  root?: Partial<CenterFacts>;
  procedure?: Partial<Procedure>;
}
/** What is due at the stage `s` of a case that has no other, or no other that has a turn. */
export function duesAt(stage: Stage, { kase = {}, root = {}, procedure = {} }: Given = {}): Due[] {
  const policy = policyWith({ procedures: [procedureWith([stage], procedure)] });
  const facts = caseWith(kase);
  return duesOfCase(asking(policy, lab({ ...root, cases: [facts] })), facts);
}
/** One act that is due at the stage `s`; who owes it stands in its key. */
export const dueAt = (
  given: Partial<Due>,
  of: { space: number; role: Due["to"]["role"] } = BY_THE_OFFICER,
): Due => ({
  key: `p:2026:s:${of.role}`,
  to: { space: of.space, role: of.role },
  act: "check",
  procedure: "p",
  stage: "s",
  case: "case-1",
  year: 2026,
  matter: "环节",
  opens: at("2026-03-01"),
  ...given,
});

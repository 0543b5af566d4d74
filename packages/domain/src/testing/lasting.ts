import type { Policy, RunStage, Stage } from "@yichuang/policy";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import { sceneOf } from "../acts/scene.ts";
import { emptyTenant } from "../history/begin.ts";
import { caseOf, centerOf } from "./events.ts";
import { at, OFFICER } from "./life.ts";
import { ODD_POLICY } from "./odd-policy.ts";

// Stages that time begins and ends: a case of few stages, looked at on a day.

export const named = (key: string) => ({ key, label: { zh: key, en: key }, because: ["all"] });
export const CHOOSE: Stage = { ...named("choose"), does: "decide", by: { role: "authority" } };
export const NAME: Stage = {
  ...named("name"),
  does: "issue",
  document: "list",
  by: { role: "authority" },
  after: ["choose"],
  gives: "building",
};
export const run = (more: Partial<RunStage> = {}): Stage => ({
  ...named("trial"),
  does: "run",
  by: { role: "host" },
  after: ["choose"],
  lasts: { n: 6, unit: "month" },
  ...more,
});
export const DONE = { choose: { doneOn: "2026-04-15" } };
export const CENTER = { root: { kind: "center", id: "c1" }, byTime: true };
export const TRIAL = "procedures/entry/stages/trial";

export interface Given {
  stages: Stage[];
  kase?: Partial<CaseFacts>;
  center?: Partial<CenterFacts>;
  today?: string;
}

/** A center with one case of a procedure of these stages, and the day on which it is looked at. */
export function lookedAt({ stages, kase = {}, center = {}, today = "2026-04-15" }: Given) {
  const root = centerOf({ values: { "application.joint": false }, ...center, cases: [caseOf(kase)] });
  return { scene: sceneFor(stages, { centers: [root] }, today), root };
}

export function sceneFor(
  stages: Stage[],
  facts: { centers: CenterFacts[]; institution?: InstitutionFacts },
  today: string,
) {
  const policy: Policy = {
    ...ODD_POLICY,
    procedures: ODD_POLICY.procedures.map((one) => (one.key === "entry" ? { ...one, stages } : one)),
  };
  const pin = { policy: "odd", version: 1, hash: "h1" };
  return sceneOf(
    { tenant: 1, current: { pin, policy }, byHash: {} },
    { tenant: emptyTenant("t1"), sets: {}, ...facts },
    { now: at(today), hat: OFFICER, holidays: {}, ids: () => "id" },
  );
}

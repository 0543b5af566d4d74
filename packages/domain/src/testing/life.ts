import { createHash } from "node:crypto";
import type { Policy } from "@yichuang/policy";
import { canonicalize } from "@yichuang/policy";
import type { Action } from "../contract/actions.ts";
import type { Hat, HatRole } from "../contract/basics.ts";
import type { Decision, Env, PolicySet } from "../contract/decision.ts";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { findStageScene, type Scene, sceneOf, type StageScene } from "../acts/scene.ts";
import { dayOf } from "../time/days.ts";
import { effectiveTree, flatten } from "../indicators/tree.ts";
import { partsOf } from "./cast.ts";
import type { Ledger } from "./ledger.ts";
import { ask, emptyLedger, factsFor } from "./ledger.ts";
import { sampleAnswers } from "./sample-answers.ts";

const TENANT = 1;
export const HOSPITAL = 11;
const RIVAL = 12;
export const USCC = "125001024500000017";

/** A person of one role; `n` tells several apart. */
export const hatOf = (role: HatRole, party: number, n = 1): Hat => ({
  hat: `hat-${role}-${party}-${n}`,
  user: `user-${role}-${party}-${n}`,
  name: `${role} ${n}`,
  role,
  party,
  unit: party === TENANT ? "主管部门" : party === HOSPITAL ? "甲医院" : party === RIVAL ? "乙医院" : "专家库",
  tenant: TENANT,
});

export const OFFICER = hatOf("officer", TENANT);
export const LEADER = hatOf("leader", TENANT);
export const INSPECTOR = hatOf("inspector", TENANT);
export const MANAGER = hatOf("institution-manager", HOSPITAL);
export const DIRECTOR = hatOf("center-director", HOSPITAL);
export const RIVAL_MANAGER = hatOf("institution-manager", RIVAL);
export const EXPERTS = [1, 2, 3].map((n) => hatOf("expert", 0, n));

function policySetOf(policy: Policy): PolicySet {
  const hash = createHash("sha256").update(canonicalize(policy)).digest("hex");
  return {
    tenant: TENANT,
    current: { pin: { policy: policy.id, version: policy.version, hash }, policy },
    byHash: {},
  };
}

const REGISTRY = [
  { institution: "institution-1", host: { party: HOSPITAL, uscc: USCC, name: "甲医院", city: "甲市" } },
  {
    institution: "institution-2",
    host: { party: RIVAL, uscc: "12500102450000002A", name: "乙医院", city: "甲市" },
  },
];

/** Noon of a day in Asia/Shanghai; with an hour, that hour. */
export const at = (day: string, hour = "12:00:00"): string => new Date(`${day}T${hour}+08:00`).toISOString();

type Decided = Extract<Decision, { kind: "decided" }>;
type Given = { name?: string; goalsMet?: boolean };

/** A tenant that people act in, day by day. Every step says what it expects. */
export function newLife(policy: Policy, holidays: Env["holidays"] = {}) {
  let parts: ReturnType<typeof partsOf> | undefined;
  let ledger: Ledger = emptyLedger(policySetOf(policy), "tenant-root", REGISTRY);
  let drawn = 0;
  let year = 2022;
  const env = (hat: Hat, now: string): Env => ({ now, hat, holidays, ids: () => `id-${++drawn}` });
  const scene = (hat: Hat, now: string, about?: string): Scene =>
    sceneOf(ledger.policies, factsFor(ledger, hat, about), env(hat, now));

  const asks = (hat: Hat, now: string, action: Action): Decision => {
    const asked = ask(ledger, action, env(hat, now));
    ledger = asked.ledger;
    year = Number(dayOf(now).slice(0, 4));
    return asked.decision;
  };
  /** Does an act that must be possible. */
  const must = (hat: Hat, now: string, action: Action): Decided => {
    const decision = asks(hat, now, action);
    if (decision.kind !== "decided") throw new Error(`${action.kind}: ${JSON.stringify(decision, null, 1)}`);
    return decision;
  };
  const caseOrNone = (id: string): CaseFacts | undefined =>
    [...ledger.centers, ...ledger.institutions].flatMap((root) => root.cases).find((one) => one.id === id);
  const caseAt = (id: string): CaseFacts => found(caseOrNone(id));
  const centerOf = (id: string): CenterFacts =>
    found(ledger.centers.find((one) => one.cases.some((kase) => kase.id === id)));

  return {
    policy,
    /** only a policy that has all of them is asked for its parts */
    get parts() {
      return (parts ??= partsOf(policy));
    },
    ledger: () => ledger,
    env,
    /** what a decision of a hat is taken with at an instant */
    scene,
    /** one stage of a case, as a decision about it sees it */
    stageScene: (hat: Hat, now: string, of: { case: string; stage: string }): StageScene =>
      found(findStageScene(scene(hat, now, of.case), of.case, of.stage)),
    asks,
    must,
    caseAt,
    caseOrNone,
    centerOf,
    /** the year of the last act */
    yearNow: () => year,
    /** The codes with which an act is refused or pending. */
    blocked: (hat: Hat, now: string, action: Action): string => {
      const decision = asks(hat, now, action);
      if (decision.kind === "decided") throw new Error(`${action.kind} was decided`);
      return `${decision.kind}: ${decision.violations.map((violation) => violation.code).join(", ")}`;
    },
    /** Opens a case and gives its id. */
    open: (hat: Hat, now: string, action: Omit<Extract<Action, { kind: "open-case" }>, "kind">): string => {
      const { events } = must(hat, now, { kind: "open-case", ...action });
      const opened = events.find((event) => event.kind === "opened");
      return opened?.kind === "opened" ? opened.body.case : "";
    },
    answers: (form: string | undefined, given: Given = {}) => {
      const named = policy.forms.find((one) => one.key === form);
      return named === undefined ? {} : sampleAnswers(policy, named, given);
    },
    pointsFor: (total: number) => pointsFor(policy, total),
  };
}

export type Life = ReturnType<typeof newLife>;

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("there is none");
  return value;
}

/** Points for every line of the sheet that add up to `total` of 100. */
function pointsFor(policy: Policy, total: number): { item: string; points: string }[] {
  const lines = flatten(effectiveTree(found(policy.sheets[0]))).filter((line) => line.scored);
  let left = Math.round(total * 100);
  return lines.map((line) => {
    const given = Math.min(left, Math.round(Number(line.weight) * 100));
    left -= given;
    return { item: line.path, points: (given / 100).toFixed(2) };
  });
}

import { getType } from "@yichuang/policy";
import type { Action } from "../contract/actions.ts";
import type { Env, PolicySet } from "../contract/decision.ts";
import type { Facts } from "../contract/facts.ts";
import type { Verdict, Violation } from "../contract/verdict.ts";
import { policyOfPin } from "../history/pinned-policy.ts";
import { nameRule } from "../network/center-names.ts";
import { decide } from "./decide.ts";
import { afterEvents, place } from "./following.ts";
import { findStageScene, sceneOf } from "./scene.ts";
import { standsInTheWay } from "./told.ts";
import { labelOf } from "./violation.ts";

/** What an application would begin with, before anybody begins it. */
export interface Foreseen {
  verdict: Verdict;
  /** the name that the policy composes, as far as it is known */
  name?: string;
  /** what its designation would run into today */
  told: Violation[];
}

/** Looks ahead at an opening: may it be, under which name, and is there a seat for it. Nothing is appended. */
export function foresee(
  policies: PolicySet,
  facts: Facts,
  { action, env }: { action: Extract<Action, { kind: "open-case" }>; env: Env },
): Foreseen {
  const decision = decide(policies, facts, { action, env });
  if (decision.kind !== "decided") return { verdict: decision, told: [] };
  const before = sceneOf(policies, facts, env);
  const scene = afterEvents(before, place(before, decision.events));
  const opened = decision.events.find((event) => event.kind === "opened");
  if (opened?.kind !== "opened" || opened.body.center === undefined)
    return { verdict: { kind: "allowed" }, told: [] };
  const policy = policyOfPin(policies, opened.body.pin);
  const { type, name } = opened.body.center;
  const composed = nameRule(policy, type) !== undefined && name !== labelOf(getType(policy, type)).zh;
  const first = policy.procedures.find(({ key }) => key === opened.body.procedure)?.stages[0];
  const at = first === undefined ? undefined : findStageScene(scene, opened.body.case, first.key);
  return {
    verdict: { kind: "allowed" },
    ...(composed ? { name } : {}),
    told: at === undefined ? [] : standsInTheWay(scene, at),
  };
}

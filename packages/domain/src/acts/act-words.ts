import type { PlatformConcept, Policy, Text } from "@yichuang/policy";
import { wordFor } from "@yichuang/policy";
import type { ActionKind } from "../contract/actions.ts";

/** The concept that an act goes by. */
export const CONCEPT_OF_ACT: { [K in ActionKind]: PlatformConcept } = {
  "open-case": "act.apply",
  sign: "act.sign",
  submit: "act.apply",
  withdraw: "act.withdraw",
  return: "act.return",
  check: "act.check",
  "hold-meeting": "act.meet",
  assign: "act.assign",
  recuse: "act.judge",
  judge: "act.judge",
  score: "act.score",
  conclude: "act.judge",
  propose: "act.propose",
  decide: "act.decide",
  rank: "act.grade",
  grade: "act.grade",
  "open-campaign": "act.urge",
  issue: "act.issue",
  settle: "act.settle",
  extend: "act.settle",
  inspect: "act.inspect",
  clear: "act.inspect",
  recommend: "act.recommend",
  "answer-dispatch": "act.acknowledge",
  "recommend-case": "act.recommend",
  consent: "act.consent",
  "end-consent": "act.consent",
  publicize: "act.publicize",
  object: "act.object",
  "settle-objection": "act.object",
  file: "act.file",
  acknowledge: "act.acknowledge",
  waive: "act.waive",
  link: "act.link",
  unlink: "act.link",
  finish: "act.decide",
  pay: "act.support",
  urge: "act.urge",
  "judge-duty": "act.judge",
  record: "act.record",
  amend: "act.record",
  verify: "act.verify",
  strike: "act.strike",
  sweep: "act.urge",
};

/** The tenant's own word for an act. */
export const actWord = (policy: Policy, act: ActionKind): Text => wordFor(policy, CONCEPT_OF_ACT[act]);

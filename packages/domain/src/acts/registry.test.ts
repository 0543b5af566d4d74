import { expect, it } from "vitest";
import { factsFor } from "../testing/ledger.ts";
import { at, OFFICER } from "../testing/life.ts";
import { registering } from "../testing/odd-registers.ts";
import { handIn } from "../testing/odd-steps.ts";
import { enter, OWN } from "../testing/registers.ts";
import type { AbilityPlace } from "./act.ts";
import { ACTION_KINDS, actOf } from "./registry.ts";
import { sceneOf } from "./scene.ts";

const life = registering();
const id = handIn(life);
const entry = enter(life);
const center = life.centerOf(id).id;
const scene = sceneOf(
  life.ledger().policies,
  factsFor(life.ledger(), OFFICER, OWN),
  life.env(OFFICER, at("2026-04-03")),
);

/** Every act that could be done at a place, whoever asks, with what it would be done to. */
const offeredAt = (place: AbilityPlace) =>
  Object.fromEntries(
    ACTION_KINDS.map((kind) => [kind, actOf(kind).offersAt(scene, place)] as const).filter(
      ([, targets]) => targets.length > 0,
    ),
  );

const stage = (...keys: string[]) => keys.map((key) => ({ case: id, stage: key }));
/** What is done to the stages of a case, each by the acts that suit it. */
const ON_STAGES = {
  submit: stage("online", "paper"),
  withdraw: stage("online", "paper"),
  return: stage("online", "paper"),
  check: stage("look"),
  propose: stage("decide"),
  decide: stage("decide"),
  "recommend-case": stage("sponsor"),
  consent: stage("partner"),
  "end-consent": stage("partner"),
  publicize: stage("notice"),
  object: stage("notice"),
  "settle-objection": stage("notice"),
  file: stage("record"),
  acknowledge: stage("record"),
  issue: stage("letter"),
};
const opening = (...procedures: string[]) => procedures.map((procedure) => ({ procedure, root: center }));
const award = { root: OWN, register: "awards" };

it.each<[string, AbilityPlace, object]>([
  [
    "the tenant",
    { kind: "tenant" },
    {
      "open-campaign": [{ procedure: "regroup" }],
      settle: [{}],
      extend: [{}],
      "answer-dispatch": [{}],
    },
  ],
  [
    "an institution",
    { kind: "institution", institution: OWN },
    { "open-case": [{ procedure: "entry" }], urge: [{ root: OWN }] },
  ],
  [
    "a center",
    { kind: "center", center },
    {
      ...ON_STAGES,
      "open-case": opening("amend", "regroup"),
      link: [{ root: center }],
      unlink: [{ root: center }],
      urge: [{ root: center }],
    },
  ],
  [
    "a case",
    { kind: "case", case: id },
    {
      ...ON_STAGES,
      waive: [{ case: id, path: "conditions/beds" }],
      settle: [{ case: id }],
      extend: [{ case: id }],
    },
  ],
  [
    "a case that is not there",
    { kind: "case", case: "x" },
    { settle: [{ case: "x" }], extend: [{ case: "x" }] },
  ],
  ["a register", { kind: "register", ...award }, { record: [award] }],
  [
    "an entry",
    { kind: "register", ...award, entry },
    { amend: [{ ...award, entry }], verify: [{ ...award, entry }], strike: [{ ...award, entry }] },
  ],
])("at %s what could be done is what is about it, and nothing else", (_name, place, expected) => {
  expect(offeredAt(place)).toStrictEqual(expected);
});

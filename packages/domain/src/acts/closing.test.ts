import type { Policy, Procedure, Stage } from "@yichuang/policy";
import { getProcedure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts } from "../contract/facts.ts";
import { at, LEADER } from "../testing/life.ts";
import { begin, checked } from "../testing/odd-steps.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { close, closeIfLast } from "./closing.ts";
import type { StageScene } from "./scene.ts";

const life = begin();
const CASE = checked(life);
const BY = { role: "authority" } as const;

/** A stage with what the tests ask about: what it does and what it comes after. */
const stage = (
  key: string,
  does: "decide" | "issue" | "run" | "check" | "review",
  ...after: string[]
): Stage =>
  does === "issue"
    ? { key, does, document: "letter", by: BY, after }
    : does === "run"
      ? { key, does, by: BY, after, lasts: { n: 1, unit: "year" } }
      : { key, does, by: BY, after };

/** What the end of one stage closes, where some others are done already. */
function ending(key: string, stages: readonly Stage[], done: readonly string[] = []) {
  const found = life.stageScene(LEADER, at("2026-04-08"), { case: CASE, stage: "look" });
  const procedure: Procedure = { ...getProcedure(ODD_POLICY, "entry"), stages: [...stages] };
  const policy: Policy = { ...found.policy, procedures: [procedure] };
  const ended: CaseFacts["stages"] = Object.fromEntries(done.map((one) => [one, { doneOn: "2026-04-01" }]));
  const own = stages.find((one) => one.key === key);
  if (own === undefined) throw new Error(`no stage ${key}`);
  const scene: StageScene = {
    ...found,
    policy,
    procedure,
    stage: own,
    kase: { ...found.kase, stages: ended },
  };
  return closeIfLast(scene).map(({ kind }) => kind);
}

const [one, two] = [stage("one", "decide"), stage("two", "decide", "one")];

describe("a case", () => {
  it("is closed by the end of its last stage, and by none before", () => {
    expect(ending("two", [one, two], ["one"])).toEqual(["closed"]);
    expect(ending("one", [one, two])).toEqual([]);
  });
  it("is closed where everything behind the stage is done already", () => {
    expect(ending("one", [one, two], ["two"])).toEqual(["closed"]);
  });
  it("stays open for what comes after what comes after", () => {
    const three = stage("three", "decide", "two");
    expect(ending("one", [one, two, three], ["two"])).toEqual([]);
  });
  it("is not kept open by a stage that only lasts, but by what comes after that one", () => {
    const run = stage("run", "run", "one");
    expect(ending("one", [one, run])).toEqual(["closed"]);
    expect(ending("one", [one, run, stage("later", "decide", "run")])).toEqual([]);
  });
  it("is not kept open by a stage that does not take place", () => {
    const never: Stage = {
      ...two,
      when: { kind: "compare", of: { kind: "fact", fact: "case.year" }, is: "equal", than: 1999 },
    };
    expect(ending("one", [one, never])).toEqual(["closed"]);
  });
  it("is not kept open by a stage beside the way that nothing waited for", () => {
    expect(ending("two", [one, two, stage("beside", "check", "one")], ["one"])).toEqual(["closed"]);
  });
  it("stays open for what is to be published beside the stage, once nothing else stands before it", () => {
    const letter = stage("letter", "issue", "one");
    expect(ending("two", [one, two, letter], ["one"])).toEqual([]);
    expect(ending("two", [one, two, letter], ["one", "letter"])).toEqual(["closed"]);
    const later = stage("later", "issue", "missing");
    expect(ending("two", [one, two, stage("missing", "check"), later], ["one"])).toEqual(["closed"]);
  });
  it("is closed by the very stage that is still noted as open", () => {
    const letter = stage("letter", "issue", "one");
    expect(ending("letter", [one, letter], ["one"])).toEqual(["closed"]);
  });
});

it("says why it was closed", () => {
  const scene = life.stageScene(LEADER, at("2026-04-08"), { case: CASE, stage: "look" });
  expect(close(scene, "declined")).toEqual({
    root: { kind: "center", id: life.centerOf(CASE).id },
    kind: "closed",
    onDay: "2026-04-08",
    body: { case: CASE, why: "declined" },
    consulted: [],
  });
  const again = closeIfLast({ ...scene, procedure: { ...scene.procedure, stages: [scene.stage] } });
  expect(again.map(({ body }) => body)).toEqual([{ case: CASE, why: "done" }]);
});

import { describe, expect, test } from "vitest";
import type { ActorRole } from "../schema/actor.ts";
import type { Condition } from "../schema/sorts.ts";
import type { RunStage, Stage } from "../schema/stages.ts";
import { compare, procedureOf, smallPolicy, told, words } from "../testing/small-policy.ts";
import { stages } from "./stages.ts";

const judged = (role: ActorRole): Condition => ({ kind: "judged", by: { role }, asks: words("Is it?") });
const stage = (key: string, after: string[] = [], rest: Partial<Stage> = {}): Stage =>
  ({ key, does: "decide", by: { role: "authority" }, after, ...rest }) as Stage;
const said = (all: Stage[], asked?: Condition) =>
  told(
    stages(
      smallPolicy({
        procedures: [procedureOf(all)],
        ...(asked === undefined
          ? {}
          : { conditions: [{ key: "ready", for: ["lab"], of: "host", test: asked }] }),
      }),
    ),
  );
const at = (key: string, rest: string) => `procedures/entry/stages/${key}${rest}`;

describe("stages follow one another in no circle", () => {
  test("not directly, and not through others", () => {
    expect(said([stage("a", ["a"])])).toEqual([at("a", "/after: the stage comes after itself")]);
    expect(said([stage("a", ["c"]), stage("b", ["a"]), stage("c", ["b"]), stage("d", ["c"])])).toEqual(
      ["a", "b", "c"].map((key) => at(key, "/after: the stage comes after itself")),
    );
  });
  test("two ways to one stage are no circle, and a stage of nobody leads nowhere", () =>
    expect(said([stage("a"), stage("b", ["a"]), stage("c", ["a"]), stage("d", ["b", "c", "x"])])).toEqual(
      [],
    ));
});

describe("a stage that only lasts has a length or an end", () => {
  const run = (rest: Partial<RunStage>): Stage => ({
    key: "build",
    does: "run",
    by: { role: "host" },
    ...rest,
  });
  const lasts = { n: 3, unit: "year" } as const;
  const wrong = (rest: Partial<RunStage>) =>
    stages(smallPolicy({ procedures: [procedureOf([run(rest)])] })).map(({ path, said: what }) => [
      path,
      what.zh,
      what.en,
    ]);

  test("not neither, and not both", () => {
    expect(wrong({ lasts })).toEqual([]);
    expect(wrong({ until: "2028-12-31" })).toEqual([]);
    expect(wrong({})).toEqual([[at("build", ""), "没有写持续多久", "it does not say how long it lasts"]]);
    expect(wrong({ lasts, until: "2028-12-31" })).toEqual([
      [at("build", ""), "既写了为期，又写了截止", "it has both a length and an end"],
    ]);
  });
  test("any other stage has neither", () => expect(said([stage("a")])).toEqual([]));
});

describe("what somebody else judges is answered before it is required", () => {
  const decide = stage("decide", ["review"], { requires: ["ready"] });
  const review = stage("review", ["apply"], { yields: [{ kind: "verdict", about: ["ready"] }] });
  const unanswered = [
    at("decide", "/requires: “ready” is judged by somebody, and no stage before gives the answer"),
  ];

  test("by a stage before it, directly or through others", () => {
    expect(said([decide, review], judged("experts"))).toEqual([]);
    expect(
      said([decide, stage("review", ["first"]), { ...review, key: "first" }], judged("experts")),
    ).toEqual([]);
    expect(said([decide, stage("review")], judged("experts"))).toEqual(unanswered);
  });
  test("an answer after it, or to something else, is none", () => {
    expect(said([{ ...decide, after: [] }, review], judged("experts"))).toEqual(unanswered);
    const other = stage("review", [], { yields: [{ kind: "verdict", about: ["other"] }] });
    expect(said([decide, other], judged("experts"))).toEqual(unanswered);
    expect(said([decide, stage("review", [], { yields: [{ kind: "verdict" }] })], judged("experts"))).toEqual(
      unanswered,
    );
    expect(
      said([decide, stage("review", [], { yields: [{ kind: "score", sheet: "ready" }] })], judged("experts")),
    ).toEqual(unanswered);
  });
  test("what the stage judges itself, or nobody does, needs no answer before", () => {
    expect(said([{ ...decide, after: [] }], judged("authority"))).toEqual([]);
    expect(said([{ ...decide, after: [] }], compare("host.beds", "known"))).toEqual([]);
    expect(said([{ ...decide, after: [] }])).toEqual([]);
  });
  test("one of several questions is enough to need one, however deep it stands", () => {
    const both: Condition = {
      kind: "all",
      of: [judged("authority"), { kind: "not", of: judged("experts") }],
    };
    expect(said([{ ...decide, after: [] }], both)).toEqual(unanswered);
  });
});

describe("a stage reads dates of itself and of what comes before it", () => {
  const reading = (from: string, after: string[]) => [
    stage("a"),
    stage("b", ["a"]),
    stage("c", after, { window: { kind: "between", from: { from } } }),
  ];
  const early = (of: string) => [
    at("c", `: it reads a date of the stage “${of}”, which does not come before it`),
  ];

  test("as a moment", () => {
    expect(said(reading("stage.b.done-on", ["b"]))).toEqual([]);
    expect(said(reading("stage.a.done-on", ["b"]))).toEqual([]);
    expect(said(reading("stage.c.opens", []))).toEqual([]);
    expect(said(reading("stage.b.done-on", ["a"]))).toEqual(early("b"));
    expect(said(reading("case.b.done-on", ["a"]))).toEqual([]);
    expect(said(reading("center.designated-on", []))).toEqual([]);
  });
  test("and as a fact", () => {
    const asks = (fact: string) => [stage("a"), stage("c", [], { when: compare(fact, "known") })];
    expect(said(asks("stage.a.score"))).toEqual(early("a"));
    expect(said(asks("host.beds"))).toEqual([]);
  });
  test("a plain day is of no stage", () =>
    expect(
      said([
        stage("c", [], {
          window: { kind: "between", from: "2026-01-01", to: { read: "2026-02-01", as: words("so") } },
        }),
      ]),
    ).toEqual([]));
  test("it is told in Chinese too", () => {
    const policy = smallPolicy({ procedures: [procedureOf(reading("stage.b.done-on", []))] });
    expect(stages(policy).map((problem) => problem.said.zh)).toEqual(["读取了“b”阶段的日期，但它不排在前面"]);
  });
});

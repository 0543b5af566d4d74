import type { Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, Objection, Publicity } from "../contract/facts.ts";
import { WHO } from "../testing/events.ts";
import type { Given } from "../testing/lasting.ts";
import { CENTER, CHOOSE, DONE, lookedAt, named, run, TRIAL } from "../testing/lasting.ts";
import { publicitiesEnded, runsEnded } from "./lasting.ts";

describe("the end of a stage that lasts", () => {
  const trial = { startedOn: "2026-04-15", endsOn: "2026-10-15" };
  const over = (given: Partial<Given> = {}) => {
    const { scene, root } = lookedAt({
      stages: [CHOOSE, run({ gives: "deferred" })],
      kase: { stages: { ...DONE, trial } },
      center: { standing: "cultivating" },
      today: "2026-10-15",
      ...given,
    });
    return runsEnded(scene, root);
  };
  const kinds = (given: Partial<Given>) =>
    over(given).flatMap(({ events }) => events.map(({ kind }) => kind));

  it("comes with its last day, gives what it gives and closes the case", () => {
    const about = { ...CENTER, onDay: "2026-10-15" };
    expect(over({ today: "2026-11-01" })).toEqual([
      {
        on: "2026-10-15",
        events: [
          { ...about, kind: "run-ended", body: { case: "k1", stage: "trial" }, consulted: [TRIAL] },
          {
            ...about,
            kind: "standing-changed",
            body: { case: "k1", from: "cultivating", to: "deferred", on: "2026-10-15", cause: TRIAL },
            consulted: [`${TRIAL}/gives`],
          },
          { ...about, kind: "closed", body: { case: "k1", why: "done" }, consulted: [] },
        ],
      },
    ]);
    expect(kinds({})).toEqual(["run-ended", "standing-changed", "closed"]);
    expect(kinds({ kase: { state: "closed", stages: { ...DONE, trial } } })).toEqual([
      "run-ended",
      "standing-changed",
    ]);
  });

  it.each(["declined", "revoked", "exited"] as const)("gives nothing any more to who is %s", (standing) => {
    expect(kinds({ center: { standing } })).toEqual(["run-ended", "closed"]);
  });

  it.each<[string, Partial<Given>]>([
    ["before its last day", { today: "2026-10-14" }],
    ["twice", { kase: { stages: { ...DONE, trial: { ...trial, doneOn: "2026-10-15" } } } }],
    ["where it never began", { kase: { stages: DONE } }],
    ["without a beginning", { kase: { stages: { ...DONE, trial: { endsOn: "2026-10-15" } } } }],
    [
      "of the term, which has an end of its own",
      { kase: { stages: { ...DONE, trial: { startedOn: "2026-04-15" } } } },
    ],
    ["in a case that was taken back", { kase: { state: "withdrawn", stages: { ...DONE, trial } } }],
  ])("does not come %s", (_, given) => {
    expect(over(given)).toEqual([]);
  });
});

describe("the end of a publicity", () => {
  const NOTICE = {
    ...named("notice"),
    does: "publicize",
    by: { role: "authority" },
    lasts: { n: 5, unit: "day" },
    gives: "cultivating",
  } as unknown as Stage;
  const shown = (more: Partial<Publicity> = {}): Publicity => ({
    stage: "notice",
    from: "2026-04-07",
    endsOn: "2026-04-14",
    where: "门户网站",
    before: "in-review",
    who: WHO,
    over: false,
    ...more,
  });
  const objection = (settled?: { on: string; upheld: boolean }, stage = "notice"): Objection => ({
    id: "o1",
    stage,
    by: "王某",
    text: "材料不实",
    who: WHO,
    on: "2026-04-08",
    ...(settled === undefined ? {} : { settled: { reason: "查过", who: WHO, ...settled } }),
  });
  const over = (kase: Partial<CaseFacts> = {}, today = "2026-04-15") => {
    const { scene, root } = lookedAt({
      stages: [NOTICE],
      kase: { publicities: [shown()], ...kase },
      center: { standing: "applying" },
      today,
    });
    return publicitiesEnded(scene, root);
  };
  const ends = (on: string, upheld = false) => [[on, upheld, upheld ? 1 : 3]];
  const told = (found: ReturnType<typeof over>) =>
    found.map(({ on, events: [first, ...more] }) => [
      on,
      first?.kind === "publicity-ended" && first.body.upheld,
      1 + more.length,
    ]);

  it("comes with the day after its last, and gives what the stage gives", () => {
    const path = "procedures/entry/stages/notice";
    const about = { ...CENTER, onDay: "2026-04-14" };
    expect(over({}, "2026-04-14")).toEqual([]);
    expect(over()).toEqual([
      {
        on: "2026-04-14",
        events: [
          {
            ...about,
            kind: "publicity-ended",
            body: { case: "k1", stage: "notice", upheld: false },
            consulted: [path],
          },
          {
            ...about,
            kind: "standing-changed",
            body: { case: "k1", from: "applying", to: "cultivating", on: "2026-04-14", cause: path },
            consulted: [`${path}/gives`],
          },
          { ...about, kind: "closed", body: { case: "k1", why: "done" }, consulted: [] },
        ],
      },
    ]);
  });

  it("waits for the word on every objection, and comes with the last of them", () => {
    const [no, late] = [
      { on: "2026-04-10", upheld: false },
      { on: "2026-04-20", upheld: false },
    ];
    const objections = (...all: Objection[]) => told(over({ objections: all }, "2026-05-01"));
    expect(objections(objection())).toEqual([]);
    expect(objections(objection(no), objection())).toEqual([]);
    expect(objections(objection(no))).toEqual(ends("2026-04-14"));
    expect(objections(objection(late), objection(no))).toEqual(ends("2026-04-20"));
    expect(objections(objection(no), objection(late))).toEqual(ends("2026-04-20"));
    expect(objections(objection(undefined, "elsewhere"))).toEqual(ends("2026-04-14"));
  });

  it("gives nothing where one objection was upheld", () => {
    const no = objection({ on: "2026-04-10", upheld: false });
    const yes = objection({ on: "2026-04-10", upheld: true });
    expect(told(over({ objections: [no, yes] }))).toEqual(ends("2026-04-14", true));
    const elsewhere = { ...yes, stage: "elsewhere" };
    expect(told(over({ objections: [no, elsewhere] }))).toEqual(ends("2026-04-14"));
  });

  it("comes once, and at no stage that the policy has not", () => {
    expect(over({ publicities: [shown({ over: true })] })).toEqual([]);
    expect(over({ publicities: [shown({ stage: "gone" })] })).toEqual([]);
  });
});

import type { RunStage, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts } from "../contract/facts.ts";
import { caseOf, institutionOf } from "../testing/events.ts";
import type { Given } from "../testing/lasting.ts";
import { CENTER, CHOOSE, DONE, lookedAt, NAME, named, run, sceneFor, TRIAL } from "../testing/lasting.ts";
import { runsBegun, termEnded } from "./lasting.ts";

const noWhen = (than: boolean) =>
  ({ kind: "compare", of: { kind: "fact", fact: "application.joint" }, is: "equal", than }) as const;
const begun = (given: Given) => {
  const { scene, root } = lookedAt(given);
  return runsBegun(scene, root);
};
const firstDays = (given: Given) => begun({ today: "2026-12-31", ...given }).map(({ on }) => on);
const started = (on: string, endsOn: string) => ({
  on,
  events: [
    {
      ...CENTER,
      kind: "run-started",
      body: { case: "k1", stage: "trial", endsOn },
      onDay: on,
      consulted: [TRIAL],
    },
  ],
});

describe("a stage that lasts", () => {
  it("begins by itself on the day on which what is before it was done", () => {
    const stages = [CHOOSE, run()];
    expect(begun({ stages, kase: { stages: DONE } })).toEqual([started("2026-04-15", "2026-10-15")]);
    expect(begun({ stages, kase: { stages: DONE }, today: "2026-04-20" })).toEqual([
      started("2026-04-15", "2026-10-15"),
    ]);
  });

  it("begins with the last of all stages before it, and with the case where there is none", () => {
    const stages = [CHOOSE, { ...NAME, gives: "cultivating" } as Stage, run({ after: ["name"] })];
    const doneOn = (choose: string, name: string) => ({ choose: { doneOn: choose }, name: { doneOn: name } });
    expect(firstDays({ stages, kase: { stages: doneOn("2026-04-15", "2026-04-20") } })).toEqual([
      "2026-04-20",
    ]);
    expect(firstDays({ stages, kase: { stages: doneOn("2026-04-20", "2026-04-15") } })).toEqual([
      "2026-04-20",
    ]);
    const { after: _after, ...first } = run() as RunStage;
    expect(firstDays({ stages: [first], kase: { openedOn: "2026-03-02" } })).toEqual(["2026-03-02"]);
  });

  it("does not wait for a stage that does not take place, nor count its day", () => {
    const aside: Stage = { ...CHOOSE, key: "aside", after: ["choose"], when: noWhen(true) };
    const stages = [CHOOSE, aside, run({ after: ["aside"] })];
    expect(firstDays({ stages, kase: { stages: DONE } })).toEqual(["2026-04-15"]);
  });

  it.each<[string, Given]>([
    ["while what is before it is not done", { stages: [CHOOSE, run()] }],
    ["where it does not take place", { stages: [run({ after: [], when: noWhen(true) })] }],
    [
      "while nobody knows whether it takes place",
      { stages: [run({ after: [], when: noWhen(false) })], center: { values: {} } },
    ],
    ["in a case that was taken back", { stages: [run({ after: [] })], kase: { state: "withdrawn" } }],
    ["twice", { stages: [CHOOSE, run()], kase: { stages: { ...DONE, trial: { startedOn: "2026-04-15" } } } }],
    [
      "once it is over",
      { stages: [CHOOSE, run()], kase: { stages: { ...DONE, trial: { doneOn: "2026-04-16" } } } },
    ],
    ["where nobody says how long", { stages: [{ ...named("trial"), does: "run", by: { role: "host" } }] }],
    [
      "while its length is open",
      {
        stages: [
          run({ after: [], lasts: { open: { asks: { zh: "多久", en: "how long" }, per: "policy" } } }),
        ],
      },
    ],
    [
      "without the holidays that it counts",
      { stages: [run({ after: [], lasts: { n: 5, unit: "working-day" } })] },
    ],
    ["of a procedure that its policy has not", { stages: [run({ after: [] })], kase: { procedure: "gone" } }],
    ["where nothing lasts", { stages: [CHOOSE], kase: { stages: DONE } }],
  ])("does not begin %s", (_, given) => {
    expect(begun({ today: "2026-12-31", ...given })).toEqual([]);
  });
});

describe("a stage that lasts from a day of its own", () => {
  const from = (moment: NonNullable<RunStage["from"]>, today = "2026-12-31") =>
    firstDays({ stages: [CHOOSE, run({ from: moment })], kase: { stages: DONE }, today });

  it("begins with that day, or with the end of what is before it where that comes later", () => {
    expect(from("2026-05-01")).toEqual(["2026-05-01"]);
    expect(from("2026-04-01")).toEqual(["2026-04-15"]);
  });

  it("begins on that day and not before", () => {
    expect(from("2026-05-01", "2026-04-30")).toEqual([]);
    expect(from("2026-05-01", "2026-05-01")).toEqual(["2026-05-01"]);
  });

  it("takes an instant by its day in Shanghai, and an hour by its day", () => {
    expect(from("2026-05-01T18:00:00.000Z")).toEqual(["2026-05-02"]);
    expect(from("2026-05-01T18:00")).toEqual(["2026-05-01"]);
  });

  it("waits while that day is not known", () => {
    expect(from({ from: "stage.trial.done-on" })).toEqual([]);
    const open = { open: { asks: { zh: "何时开始", en: "when it begins" }, per: "policy" } } as const;
    expect(from(open)).toEqual([]);
    const settlements = [
      {
        id: "s1",
        path: `${TRIAL}/from`,
        value: "2026-06-01",
        as: "六月一日",
        on: "2026-04-16",
        by: { name: "officer", unit: "authority" },
      },
    ];
    const { scene, root } = lookedAt({
      stages: [CHOOSE, run({ from: open })],
      kase: { stages: DONE },
      today: "2026-12-31",
    });
    const settled = { ...scene, facts: { ...scene.facts, tenant: { ...scene.facts.tenant, settlements } } };
    expect(runsBegun(settled, root).map(({ on }) => on)).toEqual(["2026-06-01"]);
  });
});

describe("the term", () => {
  const BUILD = run({ key: "build", after: ["name"], lasts: { n: 3, unit: "year" } });
  const stages = [CHOOSE, NAME, BUILD];
  const kase = { stages: { ...DONE, name: { doneOn: "2026-04-20" } } };
  const kinds = (given: Partial<Given>) =>
    begun({ stages, kase, today: "2026-04-20", ...given }).flatMap(({ events }) =>
      events.map(({ kind }) => kind),
    );

  it("is the stage behind the one that designates", () => {
    expect(begun({ stages, kase, today: "2026-04-20" })).toEqual([
      {
        on: "2026-04-20",
        events: [
          {
            ...CENTER,
            kind: "term-started",
            body: { case: "k1", stage: "build", on: "2026-04-20", endsOn: "2029-04-20" },
            onDay: "2026-04-20",
            consulted: ["procedures/entry/stages/build"],
          },
        ],
      },
    ]);
  });

  it("is no other stage that lasts, and there is one of it", () => {
    expect(kinds({ center: { dates: { "center.term-started-on": "2024-01-01" } } })).toEqual(["run-started"]);
    expect(kinds({ stages: [CHOOSE, NAME, run({ key: "build", after: ["choose"] })] })).toEqual([
      "run-started",
    ]);
    expect(kinds({ stages: [CHOOSE, NAME, run({ key: "build", after: [] })] })).toEqual(["run-started"]);
    const { after: _after, ...free } = run({ key: "build" }) as RunStage;
    expect(kinds({ stages: [NAME, free] })).toEqual(["run-started"]);
    const plain = { ...NAME, gives: "cultivating" } as Stage;
    expect(kinds({ stages: [CHOOSE, plain, BUILD] })).toEqual(["run-started"]);
  });

  it("is not an institution's", () => {
    const institution = institutionOf({
      cases: [caseOf({ ...kase, root: { kind: "institution", id: "i1" } })],
    });
    const scene = sceneFor(stages, { centers: [], institution }, "2026-04-20");
    expect(runsBegun(scene, institution).flatMap(({ events }) => events.map(({ kind }) => kind))).toEqual([
      "run-started",
    ]);
    expect(termEnded(scene, institution)).toEqual([]);
  });

  const running = { startedOn: "2026-04-20" };
  const over = (given: Partial<Given> = {}) => {
    const { scene, root } = lookedAt({
      stages,
      kase: { state: "closed", stages: { ...kase.stages, build: running } },
      today: "2029-04-20",
      center: { standing: "building", termEndsOn: "2029-04-20" },
      ...given,
    });
    return termEnded(scene, root);
  };
  const ended = (stage: string) => ({
    on: "2029-04-20",
    events: [
      {
        ...CENTER,
        kind: "term-ended",
        body: { case: "k1", stage, on: "2029-04-20" },
        onDay: "2029-04-20",
        consulted: [],
      },
    ],
  });

  it("ends on its last day", () => {
    expect(over({ today: "2029-04-19" })).toEqual([]);
    expect(over()).toEqual([ended("build")]);
    expect(over({ today: "2029-05-01" })).toEqual([ended("build")]);
    expect(over({ center: { standing: "building" } })).toEqual([]);
  });

  it("is the stage that runs without a last day of its own, the latest where all are over", () => {
    const trial = { startedOn: "2026-04-16", endsOn: "2026-05-01" };
    const all = [CHOOSE, NAME, run(), BUILD, run({ key: "again", after: ["build"] })];
    const of = (runs: CaseFacts["stages"]) =>
      over({ stages: all, kase: { state: "closed", stages: { ...kase.stages, ...runs } } });
    expect(of({ trial, build: running })).toEqual([ended("build")]);
    const done = { ...running, doneOn: "2029-01-01" };
    expect(of({ trial, build: done, again: running })).toEqual([ended("again")]);
    expect(of({ build: running, again: done })).toEqual([ended("build")]);
    expect(of({ build: done, again: done })).toEqual([ended("again")]);
    expect(of({ trial })).toEqual([]);
    expect(of({ build: running, gone: done })).toEqual([ended("build")]);
    expect(of({ gone: running })).toEqual([]);
  });

  it("gives what its stage gives, and closes a case that is still open", () => {
    const giving = [CHOOSE, NAME, { ...BUILD, gives: "established" } as Stage];
    const open = { stages: { ...kase.stages, build: running } };
    const kindsOf = (given: Partial<Given>) =>
      over(given).flatMap(({ events }) => events.map(({ kind }) => kind));
    const center = {
      standing: "building" as const,
      termEndsOn: "2029-04-20",
      dates: { "center.designated-on": "2026-04-20" },
    };
    expect(kindsOf({ stages: giving, kase: open, center })).toEqual([
      "term-ended",
      "standing-changed",
      "closed",
    ]);
    expect(kindsOf({ stages: giving, kase: { ...open, state: "closed" }, center })).toEqual([
      "term-ended",
      "standing-changed",
    ]);
    // where the type says how long the term is, the stage that designated runs, and has given what it gives
    const designated = { stages: { choose: DONE.choose, name: running } };
    expect(
      kindsOf({ stages: giving, kase: designated, center: { ...center, standing: "deferred" } }),
    ).toEqual(["term-ended"]);
  });
});

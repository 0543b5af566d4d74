import type { Policy, Procedure, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, ParentFacts } from "../contract/facts.ts";
import type { Settlement } from "../contract/verdict.ts";
import { AT, caseOf, centerOf, DAY, HOST, placeOf, tenantOf, WHO } from "../testing/events.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import type { FactPlace } from "./fact-place.ts";
import { worldOf } from "./world-of.ts";

const factIn = (ref: string, more: Partial<FactPlace> = {}) => worldOf(placeOf(more)).fact(ref);

describe("the world of a place", () => {
  it("has its day, its policy, its facts and its records", () => {
    const world = worldOf(
      placeOf({
        holidays: { 2026: { off: [], work: [] } },
        root: centerOf(),
        sets: { goals: [{ text: "x" }] },
      }),
    );
    expect(world).toMatchObject({
      today: DAY,
      now: AT,
      policy: ODD_POLICY,
      holidays: { 2026: { off: [], work: [] } },
    });
    expect(world.fact("center.name")).toBe("骨科实验室");
    expect(world.set("goals")).toStrictEqual([{ text: "x" }]);
  });

  it("knows what was judged in the case, and nothing without one", () => {
    expect(worldOf(placeOf({ kase: caseOf({ judged: { novel: false } }) })).judged?.("novel")).toBe(false);
    expect(worldOf(placeOf({ kase: caseOf() })).judged?.("novel")).toBeUndefined();
    expect(worldOf(placeOf()).judged?.("novel")).toBeUndefined();
  });

  it.each([
    ["a", true],
    ["b", true],
    ["c", false],
    ["d", false],
  ])("waives what the case waives, to the last day of the waiver: %s", (path, waived) => {
    const waivers: CaseFacts["waivers"] = [
      { path: "a", reason: "", who: WHO },
      { path: "b", reason: "", until: DAY, who: WHO },
      { path: "c", reason: "", until: "2026-03-09", who: WHO },
    ];
    expect(worldOf(placeOf({ kase: caseOf({ waivers }) })).waiver(path)).toBe(waived);
    expect(worldOf(placeOf()).waiver(path)).toBe(false);
  });
});

describe("a settlement in the world of a place", () => {
  const settlement = (id: string, more: Partial<Settlement> = {}): Settlement => ({
    id,
    path: "p",
    value: 3,
    as: "三",
    on: "2026-01-01",
    by: { name: "甲", unit: "主管部门" },
    ...more,
  });
  const tenant = tenantOf({
    settlements: [
      settlement("policy"),
      settlement("2026", { year: 2026 }),
      settlement("2025", { year: 2025 }),
      settlement("later", { on: "2026-03-11" }),
    ],
  });
  const kase = caseOf({ settlements: [settlement("case")] });
  const parent: ParentFacts = {
    id: "p1",
    type: "hub",
    name: "总中心",
    host: HOST,
    settlements: [settlement("above")],
  };
  const root = centerOf({
    links: [{ key: "l", role: "parent-center", name: "总中心", center: "p1", from: "2025-01-01" }],
  });

  it.each<[string | undefined, Partial<FactPlace>]>([
    [undefined, {}],
    ["policy", { tenant }],
    ["2025", { tenant, year: 2025 }],
    ["2026", { tenant, year: 2025, kase: caseOf() }],
    ["above", { tenant, kase: caseOf(), root, parents: [parent] }],
    ["case", { tenant, kase, root, parents: [parent] }],
  ])("is the nearest one: %s", (id, more) => {
    expect(worldOf(placeOf(more)).settlement("p")?.id).toBe(id);
    expect(worldOf(placeOf(more)).settlement("q")).toBeUndefined();
  });
});

describe("days of stages", () => {
  it("follow from windows and from what was extended", () => {
    const kase = caseOf();
    expect(factIn("stage.online.opens", { kase })).toBe("2026-03-01");
    expect(factIn("stage.online.closes", { kase })).toBe("2026-03-31");
    const extensions = [{ stage: "online", until: "2026-04-10", reason: "" }];
    expect(factIn("stage.online.closes", { kase: caseOf({ extensions }) })).toBe("2026-04-10");
  });

  it("may hang on each other", () => {
    const holidays = { 2026: { off: [], work: [] } };
    expect(factIn("stage.paper.closes", { kase: caseOf(), holidays })).toBe("2026-04-03");
    expect(factIn("stage.paper.closes", { kase: caseOf() })).toBeUndefined();
  });

  it.each(["stage.sponsor.opens", "stage.sponsor.closes", "stage.gone.opens", "stage.gone.closes"])(
    "are not there where nothing limits the stage, or there is none: %s",
    (ref) => {
      expect(factIn(ref, { kase: caseOf() })).toBeUndefined();
    },
  );

  it("are not there without a case", () => {
    expect(factIn("stage.online.closes")).toBeUndefined();
  });

  it("stand beside what happened at the stage", () => {
    const kase = caseOf({ stages: { online: { doneOn: "2026-03-05" } } });
    expect(factIn("stage.online.done-on", { kase })).toBe("2026-03-05");
    expect(factIn("center.online.closes", { kase, root: centerOf() })).toBeUndefined();
  });
});

/** The odd policy with one more procedure. */
const withProcedure = (rest: Partial<Procedure>): Policy => {
  const [entry] = ODD_POLICY.procedures;
  if (entry === undefined) throw new Error("there is none");
  return { ...ODD_POLICY, procedures: [...ODD_POLICY.procedures, { ...entry, key: "round", ...rest }] };
};

describe("days of cases", () => {
  it("are when they are due", () => {
    expect(factIn("case.due-on", { kase: caseOf({ dueOn: "2026-07-01" }) })).toBe("2026-07-01");
    expect(factIn("case.due-on")).toBeUndefined();
  });

  it("are when a consequence wants them answered", () => {
    const policy: Policy = {
      ...ODD_POLICY,
      consequences: [
        {
          key: "failed",
          for: ["lab"],
          on: "graded",
          effects: [{ key: "mend", do: "start", procedure: "entry", within: { n: 1, unit: "month" } }],
        },
      ],
    };
    const started = { case: "k0", consequence: "failed", effect: "mend", does: "start", on: DAY };
    const root = centerOf({ consequences: [{ ...started, with: { case: "k1" } }] });
    expect(factIn("case.due-on", { policy, root, kase: caseOf() })).toBe("2026-04-01");
  });

  const starts = { by: { role: "host" }, when: { kind: "anytime" }, every: "year" } as const;
  const cycled = {
    policy: withProcedure({ starts }),
    root: centerOf({ dates: { "center.designated-on": "2020-06-01" } }),
  };
  it("are the end of the cycle in the year of the case", () => {
    const ended = (procedure: string) =>
      factIn("center.cycle-ended-on", { ...cycled, kase: caseOf({ procedure, year: 2024 }) });
    expect(ended("round")).toBe("2024-06-01");
    expect(ended("gone")).toBeUndefined();
    expect(ended("amend")).toBeUndefined();
    expect(factIn("center.cycle-ended-on", cycled)).toBeUndefined();
  });
});

describe("who took part", () => {
  const [online] = ODD_POLICY.procedures[0]?.stages ?? [];
  const submit = (more: Partial<Stage>) => ({ ...online, key: "hand-in", ...more }) as Stage;
  const handed = (stage: string, done: boolean): CaseFacts["submissions"] => [
    { stage, revision: 1, answers: {}, at: AT, daysLate: 0, done },
  ];
  const tookPart = (kase: Partial<CaseFacts>, more: Partial<FactPlace> = {}) =>
    factIn("case.took-part", { kase: caseOf(kase), ...more });

  it("has handed in", () => {
    expect(tookPart({ submissions: handed("online", true) })).toBe(true);
    expect(tookPart({ submissions: [...handed("online", false), ...handed("paper", true)] })).toBeUndefined();
  });

  it("is not those who let the last day pass; before that nobody can say", () => {
    expect(tookPart({}, { today: "2026-03-31" })).toBeUndefined();
    expect(tookPart({}, { today: "2026-04-01" })).toBe(false);
    expect(tookPart({ submissions: handed("online", true) }, { today: "2026-04-01" })).toBe(true);
  });

  it("cannot be said where the stage has no last day", () => {
    expect(tookPart({ procedure: "amend" }, { today: "2026-04-01" })).toBeUndefined();
  });

  it("is everybody where nothing is to be handed in, or by the authority only", () => {
    expect(tookPart({ procedure: "regroup" })).toBe(true);
    expect(tookPart({ procedure: "gone" })).toBe(true);
    const policy = withProcedure({ stages: [submit({ by: { role: "authority" } })] });
    expect(tookPart({ procedure: "round" }, { policy, today: "2026-04-01" })).toBe(true);
  });

  it("hands in at the stage that is not the authority's", () => {
    const stages = [
      submit({ key: "call", by: { role: "authority" } }),
      submit({ does: "check" }),
      submit({ key: "answer" }),
    ];
    const place = { policy: withProcedure({ stages }), today: "2026-04-01" };
    expect(tookPart({ procedure: "round", submissions: handed("call", true) }, place)).toBe(false);
    expect(tookPart({ procedure: "round", submissions: handed("answer", true) }, place)).toBe(true);
  });

  it("is not asked where only the history may speak, because no day has passed there", () => {
    expect(tookPart({ submissions: handed("online", true) }, { today: "9999-12-31" })).toBeUndefined();
    expect(tookPart({}, { today: "9999" })).toBeUndefined();
  });

  it("is nobody without a case", () => {
    expect(factIn("case.took-part")).toBeUndefined();
  });
});

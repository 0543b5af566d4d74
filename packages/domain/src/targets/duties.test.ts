import type { CompareCondition, Condition, Duty } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { boardWith, institution } from "../testing/board.ts";
import { lab, policyWith, said } from "../testing/owing.ts";
import type { Board } from "./board.ts";
import { targetsOf } from "./targets.ts";

const beds = (than: number, fact = "host.beds"): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is: "at-least",
  than,
});
const DUTY: Duty = {
  key: "d",
  label: said("床位"),
  because: ["all"],
  bearer: "institution",
  must: beds(100),
  when: { kind: "between", from: "2026-01-01", to: "2026-12-31" },
  every: "once",
};
const judgedBy: Condition = { kind: "judged", by: { role: "authority" }, asks: said("做到没有") };

function target(more: Partial<Duty> = {}, { today = "2026-06-01", ...given }: Partial<Board> = {}) {
  const institutions = [institution({ "host.beds": 80 })];
  const board = boardWith(policyWith({ duties: [{ ...DUTY, ...more }] }), today, { institutions, ...given });
  const [found] = targetsOf(board);
  if (found === undefined) throw new Error("there is a duty");
  return found;
}
const states = (...asked: Parameters<typeof target>) => target(...asked).readings.map(({ state }) => state);
const open = { asks: said("多少"), per: "policy" } as const;

describe("a duty as it stands", () => {
  it("says whom it binds to what until when, and how far that is", () =>
    expect(target()).toStrictEqual({
      duty: "d",
      label: said("床位"),
      force: "mandatory",
      clauses: [{ key: "all", document: "rules", section: "一", gist: { zh: "全部规定", en: "all of it" } }],
      bearer: "institution",
      every: "once",
      from: "2026-01-01",
      due: "2026-12-31",
      readings: [
        {
          bearer: { kind: "institution", id: "institution-1", name: "甲医院", party: 11 },
          state: "not-yet",
          lines: [{ is: "at-least", than: ["100"], truth: "false", records: [], value: "80", share: 0.8 }],
          share: 0.8,
        },
      ],
      met: 0,
      parts: [],
    }));

  it("names a center, and the tenant without a name", () => {
    const centers = [lab({ standing: "building" })];
    expect(target({ bearer: "center" }, { centers }).readings[0]?.bearer).toStrictEqual({
      kind: "center",
      id: "center-x",
      name: "实验室",
      party: 11,
    });
    expect(target({ bearer: "tenant" }).readings[0]?.bearer).toStrictEqual({ kind: "tenant", name: "" });
  });

  it("has its own force, and the targets that it is the sum of", () => {
    const part: Duty = { ...DUTY, key: "part", label: said("其中") };
    const duties: Duty[] = [{ ...DUTY, force: "aspiration", parts: ["part", "unknown"] }, part];
    const [whole, second] = targetsOf(boardWith(policyWith({ duties }), "2026-06-01"));
    expect([whole?.force, whole?.parts]).toEqual(["aspiration", [{ duty: "part", label: said("其中") }]]);
    expect(second?.parts).toEqual([]);
  });

  it("is asked for one sort of bearer, or for all", () => {
    const duties: Duty[] = [DUTY, { ...DUTY, key: "t", bearer: "tenant" }];
    const board = boardWith(policyWith({ duties }), "2026-06-01");
    expect(targetsOf(board).map(({ duty }) => duty)).toEqual(["d", "t"]);
    expect(targetsOf(board, "tenant").map(({ duty }) => duty)).toEqual(["t"]);
  });

  it("has no days where none are said, and says whether they are open", () => {
    const { from: _from, due: _due, ...undated } = target();
    expect(target({ when: { kind: "anytime" } })).toStrictEqual(undated);
    const opened = { path: "duties/d/when", asks: said("多少"), per: "policy", by: "authority" };
    expect(target({ when: { open } })).toStrictEqual({ ...undated, dueOpen: opened });
    const missing: Duty["when"] = { kind: "between", to: { from: "center.accepted-on" } };
    expect(target({ when: missing })).toStrictEqual(undated);
  });
});

describe("how a bearer stands", () => {
  it("has met it, has time left, or has not met it after the last day", () => {
    expect(states({ must: beds(80) })).toEqual(["met"]);
    expect(target({ must: beds(80) }).met).toBe(1);
    expect(states({}, { today: "2026-12-31" })).toEqual(["not-yet"]);
    expect(states({}, { today: "2027-01-01" })).toEqual(["not-met"]);
    expect(states({}, { today: "2026-12-31", over: true })).toEqual(["not-met"]);
    expect(states({}, { today: "2026-12-30", over: true })).toEqual(["not-yet"]);
    expect(states({ when: { kind: "anytime" } }, { today: "2027-01-01" })).toEqual(["not-yet"]);
  });

  it("is not known where a fact is missing, and open where the text leaves it so", () => {
    expect(target({ must: beds(100, "host.staff") }).readings[0]).toMatchObject({
      state: "unknown",
      missing: "host.staff",
    });
    const must: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "at-least",
      than: { open },
    };
    const [reading] = target({ must }).readings;
    expect(reading).toMatchObject({ state: "open", open: { path: "duties/d/must/than" } });
    expect(reading).not.toHaveProperty("missing");
    expect(reading).not.toHaveProperty("share");
  });

  it("names of several comparisons only what keeps them undecided", () => {
    const than = { open };
    const about: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "about",
      than: 80,
      within: than,
    };
    const [decided] = target({ must: { kind: "all", of: [about, beds(100)] } }).readings;
    expect(decided?.state).toBe("not-yet");
    expect(decided).not.toHaveProperty("open");
    const [waiting] = target({ must: { kind: "all", of: [about, beds(1, "host.staff")] } }).readings;
    expect(waiting).toMatchObject({ state: "unknown", missing: "host.staff" });
    expect(waiting).not.toHaveProperty("open");
  });

  it("does not say that nothing is reached where nothing was entered", () => {
    const sum: Condition = {
      kind: "compare",
      of: { kind: "tally", of: "funds", by: "sum", each: { kind: "fact", fact: "it.amount" } },
      is: "at-least",
      than: 1,
    };
    expect(target({ must: sum }).readings[0]).toMatchObject({
      state: "unknown",
      missing: "duties/d/must/of",
    });
  });

  it("is not asked where the duty does not bind, and marked where nobody can say whether it does", () => {
    expect(target({ who: beds(500) }).readings).toEqual([]);
    expect(target({ who: beds(80) }).readings[0]).not.toHaveProperty("unsure");
    expect(target({ who: beds(1, "host.staff") }).readings[0]).toMatchObject({
      unsure: true,
      state: "not-yet",
    });
    expect(target({ who: beds(1, "host.staff"), must: judgedBy }).readings[0]).toStrictEqual({
      bearer: { kind: "institution", id: "institution-1", name: "甲医院", party: 11 },
      unsure: true,
      state: "to-judge",
      lines: [],
    });
  });

  it("looks ahead only while it is not met", () => {
    const centers = [lab({ standing: "building", termEndsOn: "2027-01-01" })];
    const established: CompareCondition = {
      kind: "compare",
      of: {
        kind: "tally",
        of: "designations",
        by: "count",
        where: {
          kind: "compare",
          of: { kind: "fact", fact: "it.standing" },
          is: "equal",
          than: "established",
        },
      },
      is: "at-least",
      than: 1,
    };
    const must = (than: number): Partial<Duty> => ({
      bearer: "tenant",
      must: { ...established, than },
    });
    expect(target(must(1), { centers }).readings[0]?.forecast).toMatchObject({ value: "1", truth: "true" });
    expect(target(must(0), { centers }).readings[0]).not.toHaveProperty("forecast");
  });
});

describe("a duty that the authority judges", () => {
  const judged = (year: number, met: boolean, duty = "d") => ({
    duty,
    year,
    met,
    opinion: `${year} 年`,
    on: `${year}-12-01`,
  });
  const reading = (every: Duty["every"], ...duties: ReturnType<typeof judged>[]) => {
    const { readings, asks } = target(
      { must: judgedBy, every },
      { institutions: [{ ...institution(), duties }] },
    );
    expect(asks).toEqual(said("做到没有"));
    return readings[0];
  };

  it("waits for a word about the year", () => {
    expect(reading("year", judged(2025, true))).toMatchObject({ state: "to-judge", lines: [] });
    expect(reading("year", judged(2026, true, "other"))?.state).toBe("to-judge");
    expect(reading("year")).not.toHaveProperty("judged");
  });

  it("stands as the last word said", () => {
    expect(reading("year", judged(2026, true))).toStrictEqual({
      bearer: { kind: "institution", id: "institution-1", name: "甲医院", party: 11 },
      state: "met",
      judged: { on: "2026-12-01", opinion: "2026 年" },
      lines: [],
    });
    expect(reading("year", judged(2026, true), judged(2026, false))?.state).toBe("not-met");
  });

  it("stands as it was said in any year up to this one, where it is asked once", () => {
    expect(reading("once", judged(2025, true), judged(2024, false))?.state).toBe("met");
    expect(reading("once", judged(2027, true))?.state).toBe("to-judge");
    expect(reading("once", judged(2026, false), judged(2025, true))?.state).toBe("not-met");
  });

  it("is the tenant's own where it binds the tenant", () => {
    const board = boardWith(
      policyWith({ duties: [{ ...DUTY, bearer: "tenant", must: judgedBy }] }),
      "2026-06-01",
    );
    const tenant = { ...board.tenant, duties: [judged(2026, true)] };
    expect(targetsOf(board)[0]?.readings[0]?.state).toBe("to-judge");
    expect(targetsOf({ ...board, tenant })[0]?.readings[0]?.state).toBe("met");
  });
});

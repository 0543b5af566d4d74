import type { Condition, Measure, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { boardWith, entry, institution } from "../testing/board.ts";
import { at, MANAGER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { caseWith, lab, policyWith, said } from "../testing/owing.ts";
import { type Board, boardOf, boardOfYear, worldOfBearer, worldOfYear } from "./board.ts";

const policy = policyWith({});
const board = boardWith(policy, "2026-06-01");

describe("a board", () => {
  it("is a tenant's facts on the day that asks", () => {
    const now = at("2026-06-01");
    const { tenant, sets } = board;
    const pin = { policy: "odd", version: 1, hash: "h" };
    const env = { now, hat: MANAGER, holidays: {}, ids: () => "" };
    const institutions = [institution({})];
    expect(
      boardOf(
        { tenant: 1, current: { pin, policy }, byHash: {} },
        { tenant, centers: [], sets },
        {
          env,
          institutions,
        },
      ),
    ).toStrictEqual({ ...board, institutions });
  });

  it("is seen today in the running year, and as its last day left it in one that is over", () => {
    expect(boardOfYear(board, 2026)).toBe(board);
    expect(boardOfYear(board, 2027)).toBe(board);
    expect(boardOfYear(board, 2025)).toStrictEqual({
      ...board,
      over: true,
      today: "2025-12-31",
      now: at("2025-12-31", "00:00:00"),
    });
  });
});

describe("what a bearer's world knows", () => {
  const fields = (types: Partial<Policy["types"][number]>[], lists: Policy["lists"]) => {
    const [lab0] = ODD_POLICY.types;
    if (lab0 === undefined) throw new Error("there are types");
    const asked = policyWith({ types: types.map((type) => ({ ...lab0, ...type })), lists });
    return worldOfBearer(boardWith(asked, "2026-06-01"), undefined).fact("tenant.fields-count");
  };
  const list = (key: string, n: number, more = false): Policy["lists"][number] => ({
    key,
    label: said(key),
    because: ["all"],
    items: Array.from({ length: n }, (_, i) => ({ key: `${key}-${i}`, label: said(key) })),
    ...(more ? { more } : {}),
  });

  it("is how many fields the types have between them, each list once", () => {
    const lists = [list("a", 2), list("b", 3), list("c", 9)];
    expect(fields([{ fields: "a" }, { fields: "b" }, { fields: "a" }, {}], lists)).toBe(5);
    expect(fields([{ fields: "a" }, { fields: "d" }], lists)).toBeUndefined();
    expect(fields([{ fields: "a" }, { fields: "m" }], [...lists, list("m", 1, true)])).toBeUndefined();
    expect(fields([{}], lists)).toBeUndefined();
  });

  it("is the year of the day that asks, and what the bearer itself says", () => {
    const root = lab({ values: { "center.field": "heart" } });
    expect(worldOfBearer(board, root).fact("case.year")).toBe(2026);
    expect(worldOfBearer(board, root).fact("center.field")).toBe("heart");
    expect(worldOfBearer(board, undefined).fact("center.field")).toBeUndefined();
  });

  it("is each collection, read once", () => {
    const tenant = { ...board.tenant, entries: [entry("funds", { amount: 5 })] };
    const world = worldOfBearer({ ...board, tenant }, undefined);
    expect(world.set("funds")).toEqual([{ name: "条目 1", unit: undefined, amount: 5 }]);
    expect(world.set("funds")).toBe(world.set("funds"));
    expect(world.set("people")).toEqual([]);
  });
});

describe("a fact of an earlier day", () => {
  const handedIn = (day: string, answers: { [field: string]: unknown }, more: object = {}) => ({
    stage: "s",
    form: "plan",
    revision: 1,
    answers: { main: answers },
    at: at(day),
    daysLate: 0,
    done: true,
    ...more,
  });
  const on = (day: string, ...submissions: ReturnType<typeof handedIn>[]) => {
    const root = lab({ cases: [caseWith({ submissions })] });
    return worldOfBearer(board, root).factOn?.("host.beds", day);
  };

  it("is what was handed in last by then", () => {
    const early = handedIn("2025-03-01", { beds: 5 });
    const late = handedIn("2025-09-01", { beds: 9 });
    expect(on("2025-02-28", early, late)).toBeUndefined();
    expect(on("2025-03-01", early, late)).toBe(5);
    expect(on("2025-12-31", early, late)).toBe(9);
    expect(on("2025-12-31", late, early)).toBe(9);
  });

  it("is not what was never handed in, nor says another form or field, nor a person", () => {
    expect(on("2026-01-01", handedIn("2025-03-01", { beds: 5 }, { done: false }))).toBeUndefined();
    expect(on("2026-01-01", handedIn("2025-03-01", { beds: 5 }, { form: "other" }))).toBeUndefined();
    expect(on("2026-01-01", handedIn("2025-03-01", { name: "实验室" }))).toBeUndefined();
    const director = { name: "主任甲" };
    const submissions = [handedIn("2025-03-01", { director }, { form: "amendment" })];
    const root = lab({ cases: [caseWith({ submissions })] });
    expect(worldOfBearer(board, root).factOn?.("center.director", "2026-01-01")).toBeUndefined();
  });

  it("is nobody's in the tenant itself", () =>
    expect(worldOfBearer(board, undefined)).not.toHaveProperty("factOn"));
});

describe("what is asked each year", () => {
  const fact = (ref: string): Measure => ({ kind: "fact", fact: ref });
  const count = (of: "funds" | "designations" | "bars"): Measure => ({ kind: "tally", of, by: "count" });
  const atLeast = (of: Measure): Condition => ({ kind: "compare", of, is: "at-least", than: 1 });
  const named = (key: string, is: Measure): Policy["measures"][number] => ({
    key,
    label: said(key),
    because: ["all"],
    of: "center",
    unit: "项",
    is,
  });
  const measures = [named("money", count("funds")), named("held", count("designations"))];
  const world = worldOfBearer(boardWith(policyWith({ measures }), "2026-06-01") satisfies Board, undefined);
  const period = (of: unknown, every: "year" | "once" = "year") =>
    worldOfYear(world, { every, of, path: "duties/d/when" }).period;

  it("counts the records of the year", () => {
    expect(period(atLeast(count("funds")))).toStrictEqual({
      value: {
        from: { from: "today", snap: "year-start" },
        to: { from: "today", snap: "year-end" },
      },
      path: "duties/d/when",
    });
    expect(period(atLeast(fact("host.beds")))).toBeDefined();
    expect(period(atLeast({ kind: "named", measure: "money" }))).toBeDefined();
    expect(period(5)).toBeDefined();
    expect(period(null)).toBeDefined();
  });

  it("counts what stands beyond one root whenever it was made", () => {
    expect(period(atLeast(count("designations")))).toBeUndefined();
    expect(period({ kind: "all", of: [atLeast(count("funds")), atLeast(count("bars"))] })).toBeUndefined();
    expect(period(atLeast({ kind: "named", measure: "held" }))).toBeUndefined();
  });

  it("is only what is asked each year", () =>
    expect(period(atLeast(count("funds")), "once")).toBeUndefined());
});

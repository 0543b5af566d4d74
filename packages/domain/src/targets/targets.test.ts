import "../testing/property-seed.ts";
import { readFileSync } from "node:fs";
import { Policy } from "@yichuang/policy";
import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { boardWith, center, designations, entry, institution, settling } from "../testing/board.ts";
import { at } from "../testing/life.ts";
import { boardOfYear, type Board } from "./board.ts";
import { figuresOf } from "./figures.ts";
import { type Target, targetsOf } from "./targets.ts";

const pack = (name: string): Policy =>
  Policy.parse(
    JSON.parse(readFileSync(new URL(`../../../policy/packs/${name}/policy.json`, import.meta.url), "utf8")),
  );
const [shandong, luoyang, chongqing, fuling] = ["shandong", "luoyang", "chongqing", "fuling"].map(pack) as [
  Policy,
  Policy,
  Policy,
  Policy,
];

const of = (board: Board, duty: string): Target => {
  const found = targetsOf(board).find((target) => target.duty === duty);
  if (found === undefined) throw new Error(`no duty ${duty}`);
  return found;
};
const first = (board: Board, duty: string) => {
  const [reading] = of(board, duty).readings;
  if (reading === undefined) throw new Error(`nobody bears ${duty}`);
  return reading;
};
const built = (n: number, more = {}) => designations(n, { type: "center", standing: "building", ...more });

describe("targets of a province that need not add up", () => {
  const on = (sets: Board["sets"], today = "2021-06-01") => boardWith(shandong, today, { sets });
  const WITHIN = "duties/t-centers/must/within";

  test("about 20 is met by 20 whatever about means, and open at 19 until that is settled", () => {
    expect(first(on({ designations: built(20) }), "t-centers").state).toBe("met");
    const short = first(on({ designations: built(19) }), "t-centers");
    expect(short).toMatchObject({ state: "open", open: { path: WITHIN }, share: 0.95 });
    expect(short.lines[0]).toMatchObject({ value: "19", than: ["20"], is: "about" });
    const settled = settling(on({ designations: built(19) }), { [WITHIN]: 2 });
    expect(first(settled, "t-centers").state).toBe("met");
    expect(first(settling(on({ designations: built(17) }), { [WITHIN]: 2 }), "t-centers").state).toBe(
      "not-yet",
    );
  });
  test("what was not reached by the last day is not met any more", () => {
    const late = settling(on({ designations: built(3) }, "2022-01-01"), { [WITHIN]: 2 });
    expect(first(late, "t-centers").state).toBe("not-met");
    expect(of(late, "t-centers")).toMatchObject({ from: "2019-11-26", due: "2021-12-31" });
  });
  test("in a year that is over nothing has time left, not even on its last day", () => {
    const short = settling(on({ designations: built(3) }, "2022-06-01"), { [WITHIN]: 2 });
    expect(first(boardOfYear(short, 2021), "t-centers").state).toBe("not-met");
    expect(first({ ...short, today: "2021-12-31" }, "t-centers").state).toBe("not-yet");
  });
  test("one or two national members: none is short, two are enough, three are too many", () => {
    const states = [0, 1, 2, 3].map(
      (n) => first(on({ designations: built(n, { "national-member": true }) }), "t-national").state,
    );
    expect(states).toEqual(["not-yet", "met", "met", "not-yet"]);
  });
  test("four to five of world level count by their rank, ten of national level also by a branch", () => {
    const ranked = built(4, { "specialty-rank": 5 });
    const branches = built(6, { "national-branch": true });
    const board = on({ designations: [...ranked, ...branches, ...built(3, { "specialty-rank": 30 })] });
    expect(first(board, "t-world")).toMatchObject({ state: "met", share: 1 });
    expect(first(board, "t-world").lines[0]?.records).toHaveLength(4);
    expect(first(board, "t-first")).toMatchObject({ state: "met", lines: [{ value: "10" }] });
    expect(first(board, "t-region").lines[0]?.value).toBe("0");
  });
  test("a judged task of every center waits for its judge, and binds no candidate", () => {
    const centers = [center({ standing: "building" }), center({ id: "c2", standing: "applying" })];
    const target = of(boardWith(shandong, "2021-06-01", { centers }), "tasks");
    expect(target.asks?.zh).toMatch(/七项/);
    expect(target.readings.map(({ state, bearer }) => [state, bearer.name])).toEqual([
      ["to-judge", "在建中心"],
    ]);
  });
});

describe("targets of a city", () => {
  const held = (type: string, n: number) => designations(n, { type, standing: "building" });

  test("a stated sum shows the targets that it is the sum of", () => {
    const sets = { designations: [...held("lab", 10), ...held("institute", 40)] };
    const target = of(boardWith(luoyang, "2024-06-01", { sets }), "t-platforms");
    expect(target.parts.map(({ duty }) => duty)).toEqual(["t-labs", "t-institutes"]);
    expect(target.readings[0]?.lines[0]?.value).toBe("50");
  });
  test("candidates and nothing that was withdrawn are on their way to about fifteen centers", () => {
    const applying = (id: string, state: "in-review" | "withdrawn") =>
      center({
        id,
        standing: "applying",
        cases: [{ state, consents: [], recommendations: [], submissions: [], claims: [] }] as never,
      });
    const centers = [
      applying("a", "in-review"),
      applying("b", "withdrawn"),
      center({ id: "c", type: "lab", standing: "applying" }),
    ];
    const board = boardWith(luoyang, "2024-06-01", { sets: { designations: held("center", 9) }, centers });
    const { forecast, lines } = first(board, "t-centers");
    expect(lines[0]?.value).toBe("9");
    expect(forecast).toMatchObject({ value: "10", coming: [{ root: "a", standing: "applying" }] });
  });
  test("a hospital's rank rises against what it handed in a year before, and is not known without that", () => {
    const handedIn = (day: string, rank: number) => ({
      form: "yearly",
      done: true,
      at: at(day),
      answers: { figures: { "hospital-rank": rank } },
    });
    const ranked = (...submissions: ReturnType<typeof handedIn>[]) => {
      const kase = { state: "closed", consents: [], recommendations: [], submissions, claims: [] };
      const values = { "center.hospital-rank": submissions.at(-1)?.answers.figures["hospital-rank"] ?? 0 };
      const hospital = center({ type: "hospital", standing: "established", values, cases: [kase] as never });
      return first(boardWith(luoyang, "2024-12-31", { centers: [hospital] }), "hospital-rank");
    };
    const [before, after] = [handedIn("2023-12-10", 60), handedIn("2024-12-10", 50)];
    expect(ranked(before, after)).toMatchObject({ state: "met", lines: [{ value: "-10", growth: true }] });
    expect(ranked(after).state).toBe("unknown");
  });
  test("doctors of all hospitals add up, each person once, wherever they were entered", () => {
    const doctor = (person: string) => ({ degree: "doctor", learned: "某大学", person });
    const one = {
      ...institution(),
      entries: [entry("people", doctor("甲"), 1), entry("people", doctor("乙"), 2)],
    };
    const two = { ...institution({}, 2), entries: [entry("people", doctor("甲"), 3)] };
    const board = boardWith(luoyang, "2024-06-01", { institutions: [one, two] });
    expect(first(board, "doctors").lines[0]).toMatchObject({ value: "2", unit: "名", than: ["500"] });
  });
});

describe("targets of a municipality", () => {
  const rd = (year: number, amount: number) =>
    entry("funds", { kind: "rd", amount, on: `${year}-05-01` }, year);
  const spent = (...years: [number, number][]) => {
    const board = boardWith(chongqing, "2023-11-01");
    return {
      ...board,
      tenant: { ...board.tenant, entries: years.map(([year, amount]) => rd(year, amount)) },
    };
  };

  test("money for research rises or does not, each year against the year before", () => {
    expect(first(spent([2022, 100], [2023, 120]), "rd-rises")).toMatchObject({
      state: "met",
      lines: [{ value: "20" }],
    });
    expect(first(spent([2022, 100], [2023, 90]), "rd-rises").state).toBe("not-yet");
    const before = boardOfYear(spent([2021, 90], [2022, 100], [2023, 50]), 2022);
    expect(first(before, "rd-rises")).toMatchObject({ state: "met", lines: [{ value: "10" }] });
  });
  test("what was never entered is not known, and neither reached nor missed", () => {
    const nothing = boardWith(chongqing, "2023-11-01");
    expect(["rd-rises", "west-front", "weight-rises"].map((duty) => first(nothing, duty).state)).toEqual([
      "unknown",
      "unknown",
      "unknown",
    ]);
    expect(first(nothing, "leading-forty")).toMatchObject({ state: "not-yet", lines: [{ value: "0" }] });
  });
  test("two percent bind municipal units alone, by their own yearly figures", () => {
    const unit = (fund: number, municipal: boolean, n: number) =>
      institution({ "host.municipal": municipal, "host.sti-fund": fund, "host.medical-income": 1000 }, n);
    const institutions = [unit(20, true, 1), unit(19, true, 2), unit(0, false, 3)];
    const { readings, met } = of(boardWith(chongqing, "2023-11-01", { institutions }), "two-percent");
    expect(readings.map(({ state, share }) => [state, share])).toEqual([
      ["met", 1],
      ["not-yet", 0.95],
    ]);
    expect(met).toBe(1);
  });
  test("a unit that has given no figures is unknown, and named with what is missing", () => {
    const [reading] = of(
      boardWith(chongqing, "2023-11-01", { institutions: [institution({ "host.municipal": true })] }),
      "two-percent",
    ).readings;
    expect(reading).toMatchObject({ state: "unknown", missing: "host.sti-fund" });
    expect(reading?.share).toBeUndefined();
  });
  test("named figures are read of the tenant, of units and of centers", () => {
    const institutions = [institution({ "host.sti-fund": 30, "host.medical-income": 1000 })];
    const figures = figuresOf(boardWith(chongqing, "2023-11-01", { institutions }));
    const share = figures.find(({ measure }) => measure === "fund-share");
    expect(share).toMatchObject({ of: "host", unit: "比", readings: [{ name: "甲医院", value: "0.03" }] });
    expect(figures.find(({ measure }) => measure === "idle-assets")?.readings).toMatchObject([
      { value: "0" },
    ]);
  });
});

describe("two centers in each institution", () => {
  const graded = (n: number, grade: string) => {
    const one = institution({}, n);
    return { ...one, host: { ...one.host, grade, uscc: `uscc-${n}` } };
  };
  test("binds by grade, counts by host, and tells what is under way", () => {
    const sets = {
      designations: [...designations(2, { type: "stic", host: "uscc-1", standing: "established" })],
    };
    const coming = center({
      id: "new",
      type: "stic",
      standing: "applying",
      host: { party: 12, uscc: "uscc-2", name: "医院 2" },
      cases: [
        { state: "in-review", consents: [], recommendations: [], submissions: [], claims: [] },
      ] as never,
    });
    const board = boardWith(fuling, "2024-06-01", {
      sets,
      institutions: [graded(1, "3"), graded(2, "2"), graded(3, "1")],
      centers: [coming],
    });
    const { readings, met } = of(board, "two-each");
    expect(readings.map(({ bearer, state, share }) => [bearer.name, state, share])).toEqual([
      ["甲医院", "met", 1],
      ["医院 2", "not-yet", 0],
    ]);
    expect(readings[1]?.forecast).toMatchObject({ value: "1", truth: "false" });
    expect(met).toBe(1);
  });
  test("a judged duty shows what the authority said about the year", () => {
    const judged = { duty: "measures", year: 2023, met: true, opinion: "已做到", on: "2023-12-01" };
    const institutions = [{ ...institution(), duties: [judged] }];
    const board = boardWith(fuling, "2024-06-01", { institutions });
    expect(first(board, "measures").state).toBe("to-judge");
    expect(first(boardOfYear(board, 2023), "measures")).toMatchObject({
      state: "met",
      judged: { opinion: "已做到" },
    });
  });
});

test("progress never falls when one more record is counted", () => {
  const counted = ["t-centers", "t-national", "t-world", "t-first", "t-region"];
  const duties = shandong.duties.filter(({ key }) => counted.includes(key));
  const sharesAt = (records: Board["sets"][string]): number[] =>
    targetsOf(boardWith({ ...shandong, duties }, "2021-06-01", { sets: { designations: records } })).map(
      ({ readings }) => readings[0]?.share ?? -1,
    );
  assert(
    property(integer({ min: 0, max: 25 }), (n) => {
      const all = built(n + 1, { "national-member": true, "specialty-rank": 3, "leads-region": true });
      const [before, after] = [sharesAt(all.slice(1)), sharesAt(all)];
      expect(after.map((share, index) => share >= (before[index] ?? 2) && share <= 1)).toEqual(
        counted.map(() => true),
      );
    }),
    { numRuns: 15 },
  );
});

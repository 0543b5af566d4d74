import { describe, expect, it } from "vitest";
import { lintPolicy } from "@yichuang/policy";
import { at, LEADER, MANAGER, OFFICER } from "../life.ts";
import { obligationsOf } from "../../obligations/obligations-of.ts";
import { gradeOf } from "../../indicators/grade.ts";
import { fundingOf } from "../../funding/funding-of.ts";
import { worldOf } from "../../history/world-of.ts";
import { POINTS_POLICY } from "./points-policy.ts";
import {
  application,
  applied,
  bases,
  choose,
  gradeRound,
  pointsLife,
  rankAll,
  round,
} from "./points-life.ts";

const kindsOf = (events: readonly { kind: string }[], kind: string) =>
  events.filter((one) => one.kind === kind);

describe("the policy of points", () => {
  it("is one that lint has nothing against", () => {
    expect(lintPolicy(POINTS_POLICY).filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("places with a cut", () => {
  it("blends the scores of the stages that took place, ranks, and chooses by the cut", () => {
    const life = pointsLife();
    const ids = [
      applied(life, "甲", { paper: 800, hearing: 700 }),
      applied(life, "乙", { paper: 450 }),
      applied(life, "丙", { paper: 700, hearing: 700 }),
      applied(life, "丁", { paper: 600, hearing: 550 }),
    ];
    const { events } = rankAll(life);
    expect(kindsOf(events, "ranked")).toMatchObject([
      { body: { case: ids[0], place: 1, tied: 1, of: 4, value: "760", cut: 3, chosen: true } },
      { body: { case: ids[2], place: 2, value: "700", chosen: true } },
      { body: { case: ids[3], place: 3, value: "580", chosen: true } },
      { body: { case: ids[1], place: 4, value: "450", chosen: false } },
    ]);
    choose(life, ids[0] ?? "", "first");
    expect(life.caseAt(ids[0] ?? "").results).toMatchObject({
      paper: { score: "800" },
      hearing: { score: "700" },
      choose: {
        score: "760",
        rank: { place: 1, of: 4 },
        chosen: true,
        placed: { of: "class", item: "first" },
      },
    });
    const refused = {
      kind: "decide" as const,
      case: ids[1] ?? "",
      stage: "choose",
      outcome: "approve" as const,
      opinion: "",
    };
    expect(life.blocked(LEADER, at("2024-04-02"), { ...refused, item: "second" })).toBe(
      "refused: condition-false",
    );
    expect(life.blocked(LEADER, at("2024-04-02"), { ...refused, case: ids[2] ?? "" })).toBe(
      "refused: field-missing",
    );
  });

  it("leaves equals at the cut undecided until the authority prefers one", () => {
    const life = pointsLife();
    const totals = [800, 700, 600, 600];
    const ids = totals.map((paper, n) => applied(life, `基地${n}`, { paper, hearing: paper }));
    const { events } = rankAll(life);
    const places = kindsOf(events, "ranked").map((event) => event);
    expect(places).toMatchObject([
      { body: { place: 1, chosen: true } },
      { body: { place: 2, chosen: true } },
      { body: { place: 3, tied: 2 } },
      { body: { place: 3, tied: 2 } },
    ]);
    const decide = {
      kind: "decide" as const,
      case: ids[3] ?? "",
      stage: "choose",
      outcome: "approve" as const,
      opinion: "",
      item: "second",
    };
    expect(life.blocked(LEADER, at("2024-04-02"), decide)).toBe("pending: condition-pending");
    rankAll(life, [ids[3] ?? ""]);
    expect(ids.map((id) => life.caseAt(id).results["choose"]?.chosen)).toEqual([true, true, false, true]);
  });

  it("waits until everyone of the year has been scored", () => {
    const life = pointsLife();
    applied(life, "甲", { paper: 800, hearing: 700 });
    const late = life.open(MANAGER, at("2024-03-02"), { procedure: "entry", year: 2024, name: "乙" });
    life.must(MANAGER, at("2024-03-02"), {
      kind: "submit",
      case: late,
      stage: "collect",
      answers: application("乙"),
    });
    const ranking = { kind: "rank" as const, procedure: "entry", stage: "choose", year: 2024 };
    expect(life.blocked(OFFICER, at("2024-04-01"), ranking)).toBe("refused: stage-not-reached");
  });
});

describe("a round of evaluation", () => {
  it("opens for the whole cohort when its cycle has ended, and not before", () => {
    const life = pointsLife();
    bases(life, [800, 700, 600]);
    const campaign = { kind: "open-campaign" as const, procedure: "round", year: 2027 };
    expect(life.blocked(OFFICER, at("2027-04-09"), campaign)).toBe("refused: nothing-to-act-on");
    const { events } = life.must(OFFICER, at("2027-04-10"), campaign);
    expect(kindsOf(events, "opened")).toHaveLength(3);
    expect(life.blocked(OFFICER, at("2027-04-10"), campaign)).toBe("refused: nothing-to-act-on");
  });

  it("grades everyone together: the quota lowers, the adjustment before it, absence by default", () => {
    const life = pointsLife();
    bases(life, [800, 700, 600]);
    const ids = round(life, 2027, [850, 820, undefined]);
    const decide = {
      kind: "decide" as const,
      case: ids[0] ?? "",
      stage: "grade",
      outcome: "approve" as const,
      opinion: "",
    };
    expect(life.blocked(LEADER, at("2027-06-20"), decide)).toBe("refused: in-cohort");
    const { events } = life.must(LEADER, at("2027-06-20"), gradeRound(2027));
    // a fifth of three is none
    expect(ids.map((id) => life.caseAt(id).result?.grade)).toEqual(["b", "b", "e"]);
    expect(kindsOf(events, "grade-adjusted")).toMatchObject([
      {
        body: { from: "a", to: "b", cause: "gradings/final/quotas/few", quota: { place: 1, of: 2, most: 0 } },
      },
      { body: { from: "a", to: "b", quota: { place: 2 } } },
    ]);
    expect(life.caseAt(ids[2] ?? "").result).not.toHaveProperty("score");
    expect(life.centerOf(ids[2] ?? "")).toMatchObject({ standing: "warned", grade: "e" });
  });

  it("stops at equals on both sides of a quota until somebody is preferred", () => {
    const life = pointsLife(5);
    bases(life, [800, 790, 780, 770]);
    const ids = round(life, 2027, [650, 720, 710, 710]);
    expect(life.asks(LEADER, at("2027-06-20"), gradeRound(2027))).toMatchObject({
      kind: "pending",
      violations: [{ code: "tie-undecided", params: { names: ["基地2", "基地3"], room: 1 } }],
    });
    life.must(LEADER, at("2027-06-20"), gradeRound(2027, [ids[3] ?? ""]));
    expect(ids.map((id) => life.caseAt(id).result?.grade)).toEqual(["c", "b", "c", "b"]);
  });

  it("lets fraud outweigh every score", () => {
    const life = pointsLife(5);
    const [entry = ""] = bases(life, [800, 700]);
    const ids = round(life, 2027, [850, 650]);
    const center = life.centerOf(entry);
    const found = {
      ...center,
      findings: [{ id: "f", case: entry, text: "数据造假", kind: "fraud", on: "2027-06-01" }],
    };
    const world = worldOf({ ...placeAt(life, entry), root: found, kase: life.caseAt(ids[0] ?? "") });
    const [grading] = POINTS_POLICY.gradings;
    expect(grading && gradeOf(POINTS_POLICY, grading, world)).toMatchObject({
      grade: "e",
      fired: "gradings/final/grade/cases/fraud",
    });
  });
});

describe("what follows", () => {
  it("warns after a poor grade, and after the second in a row removes, bars and reclaims", () => {
    const life = pointsLife();
    const [entry = ""] = bases(life, [800, 700, 600]);
    const center = () => life.centerOf(entry);
    for (const year of [2024, 2025]) {
      const paying = {
        kind: "pay" as const,
        center: center().id,
        funding: "build",
        instalment: String(year),
      };
      const on = `${year}-06-01`;
      life.must(OFFICER, at(on), { ...paying, payer: "city", amount: "29.997", on });
      life.must(MANAGER, at(on), { ...paying, payer: "own", amount: "60.003", on });
      expect(life.blocked(OFFICER, at(on), { ...paying, payer: "city", amount: "1", on })).toMatch(
        /nothing-to-act-on/,
      );
    }
    round(life, 2027, [510, 650, 650]);
    life.must(LEADER, at("2027-06-20"), gradeRound(2027));
    expect(center()).toMatchObject({
      standing: "warned",
      grade: "d",
      nameSuspended: { until: "2028-06-20" },
    });
    expect(planOf(life, entry).instalments.map((one) => [one.key, one.amount, one.state])).toEqual([
      ["2024", "90", "paid"],
      ["2025", "90", "paid"],
      ["2026", "20", "withheld"],
    ]);

    round(life, 2030, [505, 650, 650]);
    life.must(LEADER, at("2030-06-20"), gradeRound(2030));
    expect(center()).toMatchObject({ standing: "revoked", bars: [{ until: "2032-06-20", who: "host" }] });
    expect(center()).not.toHaveProperty("nameSuspended");
    expect(planOf(life, entry)).toMatchObject({ reclaimed: "180" });
    const tasks = obligationsOf(life.ledger().policies, center(), "2030-06-21").filter(
      (row) => row.state === "open",
    );
    expect(tasks.map((row) => row.act).toSorted()).toEqual(["branches", "put-to"]);
    const [task] = tasks.filter((row) => row.act === "branches");
    life.must(OFFICER, at("2030-06-22"), {
      kind: "finish",
      center: center().id,
      obligation: task?.obligation_key ?? "",
      how: "没有分中心",
    });
    expect(center().finished).toHaveLength(1);
  });

  it("refuses whoever is barred until the end of the last day, with the clause", () => {
    const life = pointsLife();
    const [entry = ""] = bases(life, [800, 700, 600]);
    for (const year of [2027, 2030]) {
      round(life, year, [510, 650, 650]);
      life.must(LEADER, at(`${year}-06-20`), gradeRound(year));
    }
    const open = (year: number) => ({ kind: "open-case" as const, procedure: "entry", year, name: "又一个" });
    expect(life.asks(MANAGER, at("2032-06-20"), open(2032))).toMatchObject({
      kind: "refused",
      violations: [{ code: "barred", params: { until: "2032-06-20" }, clauses: [{ key: "rule" }] }],
    });
    life.must(MANAGER, at("2032-06-21"), open(2032));
    const { events } = life.must(OFFICER, at("2032-06-22"), { kind: "sweep", root: life.centerOf(entry).id });
    expect(kindsOf(events, "bar-ended")).toMatchObject([{ onDay: "2032-06-21" }]);
  });

  it("supports and rewards the best", () => {
    const life = pointsLife(5);
    const [entry = ""] = bases(life, [800, 790, 780, 770, 760]);
    round(life, 2027, [865, 650, 650, 650, 650]);
    life.must(LEADER, at("2027-06-20"), gradeRound(2027));
    expect(life.centerOf(entry)).toMatchObject({ grade: "a", supports: [{ item: "priority" }] });
    const reward = fundingOf(POINTS_POLICY, placeAt(life, entry)).find((one) => one.funding === "reward");
    expect(reward?.instalments).toMatchObject([{ due: "2027-06-20", amount: "16", state: "due" }]);
  });
});

describe("offices", () => {
  it("says since when the director is in office and when the term ends, and asks for the next one", () => {
    const life = pointsLife();
    const [entry = ""] = bases(life, [800]);
    const world = worldOf(placeAt(life, entry));
    expect(["director.since", "director.term-ends-on", "director.terms"].map(world.fact)).toEqual([
      "2024-04-10",
      "2027-04-10",
      1,
    ]);
    const rows = obligationsOf(life.ledger().policies, life.centerOf(entry), "2027-04-11");
    expect(rows.find((row) => row.act === "office")).toMatchObject({ due_on: "2027-04-10", state: "missed" });
  });
});

const placeAt = (life: ReturnType<typeof pointsLife>, entry: string) => ({
  policy: POINTS_POLICY,
  today: "2030-06-21",
  now: at("2030-06-21"),
  holidays: {},
  root: life.centerOf(entry),
});

function planOf(life: ReturnType<typeof pointsLife>, entry: string) {
  const [plan] = fundingOf(POINTS_POLICY, placeAt(life, entry));
  if (plan === undefined) throw new Error("no plan");
  return plan;
}

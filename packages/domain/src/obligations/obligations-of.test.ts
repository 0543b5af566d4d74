import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { ObligationRow } from "../contract/rows.ts";
import {
  at,
  EXPERTS,
  HOSPITAL,
  INSPECTOR,
  LEADER,
  type Life,
  MANAGER,
  newLife,
  OFFICER,
} from "../testing/life.ts";
import { apply, assignAll, designate, settlePanel } from "../testing/steps.ts";
import { obligationsOf } from "./obligations-of.ts";

const policy = Policy.parse(pack);
const owed = (life: Life, id: string, day: string): ObligationRow[] =>
  obligationsOf(life.ledger().policies, life.centerOf(id), day);

/** What a row says that is due: by whom, from when, until when. */
const told = (row: ObligationRow) => [
  row.obligation_key,
  row.act,
  row.to_space,
  row.to_role,
  row.matter,
  row.opens_at,
  row.due_on,
  row.state,
];
const HANDED_IN = at("2022-10-21");
const collected = [
  "entry:2022:collect:institution-manager",
  "submit",
  HOSPITAL,
  "institution-manager",
  "收集信息",
  at("2022-10-21", "09:00:00"),
  "2022-10-23",
  "done",
];
const officer = (stage: string, act: string, [matter, due]: [string, string | null]) => [
  `entry:2022:${stage}:officer`,
  act,
  1,
  "officer",
  matter,
  HANDED_IN,
  due,
  "open",
];

describe("what a case asks of whom", () => {
  test("begins with what can be done beside each other once it was handed in", () => {
    const life = newLife(policy);
    expect(owed(life, apply(life, "骨科中心"), "2022-10-22").map(told)).toEqual([
      collected,
      officer("collect", "check", ["收集信息", null]),
      officer("seminar", "hold-meeting", ["集中研讨", null]),
      officer("assess", "assign", ["专家评估", "2022-10-31"]),
    ]);
  });

  test("asks every expert that was put on it, and then the officer to sum up", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    settlePanel(life, "entry", { day: "2022-10-24" });
    assignAll(life, id, "2022-10-25");
    const rows = owed(life, id, "2022-10-25");
    expect(rows.map(told)).toEqual([
      collected,
      officer("collect", "check", ["收集信息", null]),
      officer("seminar", "hold-meeting", ["集中研讨", null]),
      officer("assess", "conclude", ["专家评估", "2022-10-31"]),
      ...EXPERTS.map(({ user }) => [
        `entry:2022:assess:expert:${user}`,
        "judge",
        0,
        "expert",
        "专家评估",
        HANDED_IN,
        "2022-10-31",
        "open",
      ]),
    ]);
    expect(rows.map((row) => row.to_user)).toEqual([
      null,
      null,
      null,
      null,
      ...EXPERTS.map(({ user }) => user),
    ]);
    const [expert = OFFICER] = EXPERTS;
    life.must(expert, at("2022-10-26"), { kind: "recuse", case: id, stage: "assess", reason: "共同课题" });
    const row = owed(life, id, "2022-10-26").find((one) => one.to_user === expert.user);
    expect(row?.state).toBe("void");
  });

  test("is late from the day after it was due, and tells who did it when", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const state = (day: string) => owed(life, id, day).find(({ act }) => act === "assign")?.state;
    expect([state("2022-10-31"), state("2022-11-01")]).toEqual(["open", "missed"]);
    expect(owed(life, id, "2022-10-22")[0]).toMatchObject({
      root_id: life.centerOf(id).id,
      party_id: HOSPITAL,
      title: "骨科中心",
      procedure_key: "entry",
      stage_key: "collect",
      duty_key: null,
      case_id: id,
      year: 2022,
      done_on: "2022-10-21",
      done_by: MANAGER.user,
      days_late: 0,
      urged_at: null,
    });
  });
});

describe("what a designated center owes", () => {
  const yearly = (year: number, state: string) => [
    `yearly-report:${year}:report:institution-manager`,
    "open-case",
    HOSPITAL,
    "institution-manager",
    "报送年度报告",
    at(`${year}-12-01`, "00:00:00"),
    `${year}-12-31`,
    state,
  ];
  const acceptance = [
    "acceptance:2025:self:officer",
    "open-case",
    1,
    "officer",
    "自评",
    at("2025-11-10", "00:00:00"),
    "2025-12-10",
    "open",
  ];

  test("is what its entry came to, a report of every year of its term and its acceptance", () => {
    const life = newLife(policy);
    const [id = ""] = designate(life, ["口腔中心"]);
    const rows = owed(life, id, "2024-01-05");
    const entry = rows.filter((row) => row.procedure_key === "entry");
    expect(entry.map((row) => [row.stage_key, row.act, row.state, row.done_on, row.done_by])).toEqual([
      ["collect", "submit", "done", "2022-10-21", MANAGER.user],
      ["collect", "check", "void", null, null],
      ["seminar", "hold-meeting", "void", null, null],
      ["assess", "conclude", "done", "2022-10-27", OFFICER.user],
      ...EXPERTS.map(({ user }) => ["assess", "judge", "done", "2022-10-26", user]),
      ["decide", "propose", "void", null, null],
      ["decide", "decide", "done", "2022-11-03", LEADER.user],
      ["publish", "issue", "done", "2022-11-10", OFFICER.user],
    ]);
    expect(rows.filter((row) => row.procedure_key !== "entry").map(told)).toEqual([
      yearly(2022, "missed"),
      yearly(2023, "missed"),
      yearly(2024, "open"),
      acceptance,
    ]);
  });

  test("is no report of a year that was opened, nor a second acceptance", () => {
    const life = newLife(policy);
    const [id = ""] = designate(life, ["口腔中心"]);
    const center = life.centerOf(id).id;
    life.open(MANAGER, at("2022-12-05"), { procedure: "yearly-report", year: 2022, center });
    life.open(OFFICER, at("2025-11-10"), { procedure: "acceptance", year: 2025, center });
    const rows = owed(life, id, "2025-11-11").filter(({ act }) => act === "open-case");
    expect(rows.map(told)).toEqual([yearly(2023, "missed"), yearly(2024, "missed")]);
  });

  test("is what an inspection found, until it is cleared", () => {
    const life = newLife(policy);
    const [id = ""] = designate(life, ["口腔中心"]);
    const center = life.centerOf(id).id;
    life.must(INSPECTOR, at("2024-05-07"), {
      kind: "inspect",
      center,
      procedure: "inspection",
      answers: life.answers("inspection"),
      findings: [{ text: "台账不全", due: "2024-06-30" }, { text: "牌子未挂" }],
    });
    const [first, second] = life.centerOf(id).findings;
    const found = (day: string) => owed(life, id, day).filter(({ act }) => act === "finding");
    const finding = (key: string | undefined, [matter, due, state]: [string, string | null, string]) => [
      `finding:${key}`,
      "finding",
      HOSPITAL,
      "institution-manager",
      matter,
      at("2024-05-07", "00:00:00"),
      due,
      state,
    ];
    expect(found("2024-07-01").map(told)).toEqual([
      finding(first?.id, ["台账不全", "2024-06-30", "missed"]),
      finding(second?.id, ["牌子未挂", null, "open"]),
    ]);
    life.must(INSPECTOR, at("2024-07-03"), {
      kind: "clear",
      center,
      finding: first?.id ?? "",
      how: "已补齐",
    });
    expect(found("2024-07-04")[0]).toMatchObject({
      state: "done",
      done_on: "2024-07-03",
      days_late: 3,
      procedure_key: "inspection",
      year: 2024,
    });
  });

  test("is nothing further once it has ended", () => {
    const life = newLife(policy);
    const [id = ""] = designate(life, ["口腔中心"]);
    const states = (standing: "exited" | "building") =>
      obligationsOf(life.ledger().policies, { ...life.centerOf(id), standing }, "2022-12-01")
        .filter(({ act }) => act === "open-case")
        .map(({ state }) => state);
    expect(new Set(states("exited"))).toEqual(new Set(["void"]));
    expect(states("building")).toContain("open");
  });

  test("is of procedures of its own type that do not wait for a request, in the years of its term", () => {
    const life = newLife(policy);
    const [id = ""] = designate(life, ["口腔中心"]);
    const opened = (of: string, change: object, today = "2023-06-01") => {
      const procedures = policy.procedures.map((one) => (one.key === of ? { ...one, ...change } : one));
      const { policies } = life.ledger();
      const changed = { ...policy, procedures } as typeof policy;
      const current = { ...policies.current, policy: changed };
      const center = life.centerOf(id);
      return obligationsOf({ ...policies, current, byHash: { [current.pin.hash]: changed } }, center, today)
        .filter((row) => row.act === "open-case" && row.procedure_key === of)
        .map(({ year }) => year);
    };
    const report = policy.procedures.find(({ key }) => key === "yearly-report");
    if (report === undefined) throw new Error("there is a report");
    expect(opened("yearly-report", {})).toEqual([2022, 2023, 2024]);
    expect(opened("yearly-report", { for: ["institute"] })).toEqual([]);
    expect(opened("yearly-report", { over: "institution" })).toEqual([]);
    expect(opened("yearly-report", { starts: { ...report.starts, every: "request" } })).toEqual([]);
    expect(opened("yearly-report", { starts: { ...report.starts, every: "cycle" } })).toEqual([2023]);
  });

  test("is the acceptance again where one was taken back", () => {
    const life = newLife(policy);
    const [id = ""] = designate(life, ["口腔中心"]);
    const center = life.centerOf(id).id;
    life.open(OFFICER, at("2025-11-10"), { procedure: "acceptance", year: 2025, center });
    const acceptances = (state: "withdrawn" | "draft") => {
      const root = life.centerOf(id);
      const cases = root.cases.map((kase) => (kase.purpose === "evaluation" ? { ...kase, state } : kase));
      return obligationsOf(life.ledger().policies, { ...root, cases }, "2025-11-11").filter(
        ({ act, procedure_key }) => act === "open-case" && procedure_key === "acceptance",
      ).length;
    };
    expect([acceptances("draft"), acceptances("withdrawn")]).toEqual([0, 1]);
  });
});

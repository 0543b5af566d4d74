import type { Duty, Policy, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts, InstitutionFacts, TenantFacts } from "../contract/facts.ts";
import { emptyTenant } from "../history/begin.ts";
import { institution } from "../testing/board.ts";
import { at } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { caseWith, lab, policyWith, procedureWith, said, stageThat } from "../testing/owing.ts";
import { newlyMissed, obligationsOf, obligationsOn } from "./obligations-of.ts";

const host = { role: "host" } as const;
const setOf = (policy: Policy, byHash: PolicySet["byHash"] = {}): PolicySet => ({
  tenant: 1,
  current: { pin: { policy: "odd", version: 1, hash: "current" }, policy },
  byHash,
});
const check = stageThat({ does: "check", by: { role: "authority" } });
const tenant = emptyTenant("tenant-root");
const today = "2026-06-01";

describe("what is due in a root", () => {
  const policies = setOf(policyWith({ procedures: [procedureWith([check])] }));
  const keys = (root: CenterFacts | TenantFacts, set = policies) =>
    obligationsOf(set, root, today).map((row) => row.obligation_key);

  it("is nothing in the tenant itself", () => expect(keys(tenant)).toEqual([]));

  it("is that of its cases that count, and what it owes beside them", () => {
    const finding = { id: "f1", case: "case-0", text: "台账不全", on: "2026-04-02" };
    const cases = [caseWith({ id: "case-0", state: "withdrawn" }), caseWith()];
    expect(keys(lab({ cases, findings: [finding] }))).toEqual(["p:2026:s:officer", "finding:f1"]);
    expect(obligationsOf(policies, lab({ cases }), today).map((row) => row.case_id)).toEqual(["case-1"]);
  });

  it("follows for each case the version that it was opened under, and else the first one's", () => {
    const before = policyWith({
      procedures: [procedureWith([{ ...check, key: "old" }])],
      types: ODD_POLICY.types.map((type) => ({
        ...type,
        offices: [{ key: "head", because: ["all"], office: "director", term: { n: 1, unit: "year" } }],
      })),
    });
    const set = setOf(policies.current.policy, { before });
    const pin = { policy: "odd", version: 0, hash: "before" };
    const named = {
      dates: { "center.designated-on": "2025-01-10" },
      offices: [{ office: "director" as const, holder: "主任甲", on: "2025-01-10" }],
    };
    const cases = [caseWith({ id: "case-0", year: 2025, pin }), caseWith()];
    expect(keys(lab({ ...named, cases }), set)).toEqual([
      "p:2025:old:officer",
      "p:2026:s:officer",
      "office-head:2026:2026-01-10",
    ]);
    expect(keys(lab({ ...named, cases: cases.slice(1) }), set)).toEqual(["p:2026:s:officer"]);
  });

  it("is late by the day that is read, and by the history alone where none is", () => {
    const window = { kind: "between", to: "2026-05-31" } as const;
    const set = setOf(policyWith({ procedures: [procedureWith([{ ...check, window }])] }));
    const states = (day?: string) =>
      obligationsOf(set, lab({ cases: [caseWith()] }), day).map((row) => row.state);
    expect([states("2026-05-31"), states(today), states()]).toEqual([["open"], ["missed"], ["open"]]);
  });

  it("keeps to what was settled and extended for the whole tenant only where that is handed in", () => {
    const to = { open: { asks: said("何时"), per: "policy" } } as const;
    const stage: Stage = { ...check, window: { kind: "between", to } };
    const set = setOf(policyWith({ procedures: [procedureWith([stage])] }));
    const settlement = {
      id: "x",
      path: "procedures/p/stages/s/window/to",
      value: "2026-05-31",
      as: "定",
      on: "2026-03-01",
      by: { name: "officer", unit: "authority" },
    };
    const root = lab({ cases: [caseWith()] });
    const settled = { ...tenant, settlements: [settlement] };
    expect(obligationsOf(set, root, today)[0]?.due_on).toBeNull();
    expect(obligationsOn(set, root, { today, tenant })[0]?.due_on).toBeNull();
    expect(obligationsOn(set, root, { today, tenant: settled })[0]).toMatchObject({
      due_on: "2026-05-31",
      state: "missed",
    });
  });
});

describe("a checklist of an institution", () => {
  const LIST: Stage = { ...stageThat({ does: "submit", by: host }), form: "list" };
  const DUTY: Duty = {
    key: "shown",
    label: said("办好清单"),
    because: ["all"],
    bearer: "institution",
    must: { kind: "compare", of: { kind: "fact", fact: "case.year" }, is: "at-least", than: 0 },
    when: { kind: "yearly", from: "01-01", to: "10-31" },
    every: "year",
    form: "list",
  };
  const other = procedureWith([{ ...check, form: "other" }], { key: "q", over: "institution" });
  const rows = (stage: Stage, root?: CenterFacts, duties = [DUTY]) => {
    const stages = [{ ...check, key: "first", form: "other" }, stage];
    const procedures = [other, procedureWith(stages, { over: "institution" })];
    const cases = [caseWith({ stages: { first: { doneOn: "2026-03-02", doneAt: at("2026-03-02") } } })];
    const facts: CenterFacts | InstitutionFacts =
      root === undefined ? { ...institution({}), cases } : { ...root, cases };
    const set = setOf(policyWith({ inForce: { from: "2026-01-01" }, procedures, duties }));
    return obligationsOf(set, facts, today)
      .filter((row) => row.procedure_key === "p")
      .map((row) => [row.stage_key, row.duty_key, row.due_on]);
  };

  it("is due with the duty that it shows", () =>
    expect(rows(LIST)).toEqual([
      ["first", null, null],
      ["s", "shown", "2026-10-31"],
    ]));

  it("keeps to a window of its own", () => {
    const window = { kind: "between", to: "2026-09-30" } as const;
    expect(rows({ ...LIST, window })[1]).toEqual(["s", null, "2026-09-30"]);
  });

  it("shows a duty that has no day without one", () =>
    expect(rows(LIST, undefined, [{ ...DUTY, when: { kind: "anytime" } }])[1]).toEqual(["s", "shown", null]));

  it("shows no duty in a center, nor where no duty has its form", () => {
    expect(rows(LIST, lab())[1]).toEqual(["s", null, null]);
    expect(rows(LIST, undefined, [])[1]).toEqual(["s", null, null]);
  });
});

describe("what time has made late", () => {
  const window = { kind: "between", to: "2026-05-31" } as const;
  const policies = setOf(policyWith({ procedures: [procedureWith([{ ...check, window }])] }));
  const finding = { id: "f1", case: "case-9", text: "台账不全", on: "2026-04-02", due: "2026-04-30" };
  const late = (root: Partial<CenterFacts>, day = today) =>
    newlyMissed(policies, lab(root), { today: day, tenant });
  const ofStage = { obligation: "p:2026:s:officer", due: "2026-05-31", case: "case-1", procedure: "p" };

  it("is told with its case and its procedure", () => {
    expect(late({ cases: [caseWith()] })).toStrictEqual([ofStage]);
    expect(late({ findings: [finding] })).toStrictEqual([
      { obligation: "finding:f1", due: "2026-04-30", case: "case-9" },
    ]);
  });

  it("is told without a case where it comes from none", () => {
    const types = ODD_POLICY.types.map((type) => ({
      ...type,
      offices: [
        { key: "head", because: ["all"], office: "director" as const, term: { n: 1, unit: "year" as const } },
      ],
    }));
    const root = lab({
      dates: { "center.designated-on": "2025-01-10" },
      offices: [{ office: "director", holder: "主任甲", on: "2025-01-10" }],
    });
    expect(newlyMissed(setOf(policyWith({ types })), root, { today, tenant })).toStrictEqual([
      { obligation: "office-head:2026:2026-01-10", due: "2026-01-10" },
    ]);
  });

  it("is not told before its day is over, nor twice, nor once it was done", () => {
    const cases = [caseWith()];
    expect(late({ cases }, "2026-05-31")).toEqual([]);
    const missed = [{ obligation: ofStage.obligation, due: ofStage.due }];
    expect(late({ cases, missed })).toEqual([]);
    expect(late({ cases, missed: [{ obligation: "other", due: ofStage.due }] })).toStrictEqual([ofStage]);
    const done = { s: { doneOn: "2026-06-01", doneAt: at("2026-06-01") } };
    expect(late({ cases: [caseWith({ stages: done })] })).toEqual([]);
  });
});

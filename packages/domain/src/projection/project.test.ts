import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts, RegisterEntry, RootFacts, TenantFacts } from "../contract/facts.ts";
import { emptyInstitution, emptyTenant } from "../history/begin.ts";
import { entry } from "../testing/board.ts";
import { OFFICER } from "../testing/life.ts";
import { applied, HOST, lab, policiesOf, SMALL_POLICY, submission } from "../testing/small-network.ts";
import { project } from "./project.ts";

const rowsOf = (root: RootFacts) => project(policiesOf(SMALL_POLICY), root);
/** The tables in which a root has rows. */
const tables = (root: RootFacts) =>
  Object.entries(rowsOf(root)).flatMap(([table, rows]) =>
    rows.length === 0 ? [] : [`${table} ${rows.length}`],
  );

const SETTLED = {
  id: "s",
  path: "caps/one/most",
  value: 2,
  as: "两家",
  on: "2026-01-01",
  by: { name: "领导", unit: "主管部门" },
};
const SETTLEMENT = {
  settlement_id: "s",
  path: "caps/one/most",
  case_id: null,
  year: null,
  value: 2,
  reading: "两家",
  on_day: "2026-01-01",
  by_name: "领导",
};
const ENTRIES: RegisterEntry[] = [entry("achievements", { name: "论文" })];

describe("the rows of a tenant", () => {
  const tenant: TenantFacts = {
    ...emptyTenant("t"),
    settlements: [SETTLED, { ...SETTLED, id: "year", year: 2026 }],
    documents: [{ id: "d", kind: "letter", number: "1 号", title: "通知", on: "2026-01-02" }],
    answers: [
      {
        dispatch: { tenant: 2, root: "r", key: "filing:x" },
        title: "中心",
        party: 11,
        outcome: "received",
        words: "收到",
        on: "2026-01-03",
        by: "经办人",
      },
    ],
    entries: ENTRIES,
  };

  it("are what it has settled, issued, answered and recorded", () => {
    expect(tables(tenant)).toEqual(["settlement 2", "document 1", "register_entry 1", "dispatch_answer 1"]);
    const rows = rowsOf(tenant);
    expect(rows.settlement).toStrictEqual([SETTLEMENT, { ...SETTLEMENT, settlement_id: "year", year: 2026 }]);
    expect(rows.document).toStrictEqual([
      { document_id: "d", kind: "letter", number: "1 号", title: "通知", issued_on: "2026-01-02" },
    ]);
    expect(rows.register_entry[0]).toMatchObject({ root_kind: "tenant", party_id: 1 });
    expect(rows.dispatch_answer).toStrictEqual([
      {
        to_space: 2,
        root_id: "r",
        dispatch_key: "filing:x",
        party_id: 11,
        outcome: "received",
        words: "收到",
        on_day: "2026-01-03",
        by_name: "经办人",
      },
    ]);
  });

  it("are none at first", () => {
    expect(tables(emptyTenant("t"))).toEqual([]);
    const { answers: _answers, ...silent } = tenant;
    expect(rowsOf(silent).dispatch_answer).toEqual([]);
  });
});

const CASE: CaseFacts = applied({
  submissions: [submission()],
  publicities: [
    {
      stage: "notice",
      from: "2026-04-01",
      endsOn: "2026-04-08",
      where: "官网",
      before: "in-review",
      who: OFFICER,
      over: true,
    },
  ],
  settlements: [{ ...SETTLED, case: "case" }],
  claims: [
    {
      stage: "online",
      of: ["achievements"],
      claims: [
        {
          register: "any",
          entry: "e",
          of: "achievements",
          title: "论文",
          attributes: {},
          fingerprint: "doi|1",
          earlier: [],
        },
      ],
    },
  ],
});

describe("the rows of an institution", () => {
  it("are its cases and what belongs to them, and what it has recorded", () => {
    const root = { ...emptyInstitution("i", HOST), cases: [CASE], entries: ENTRIES };
    expect(tables(root)).toEqual([
      "case_file 1",
      "case_state 1",
      "obligation 1",
      "submission 1",
      "settlement 1",
      "register_entry 1",
      "claim 1",
    ]);
    const rows = rowsOf(root);
    expect(rows.settlement).toStrictEqual([{ ...SETTLEMENT, case_id: "case" }]);
    const ofCase = [...rows.case_file, ...rows.case_state, ...rows.submission, ...rows.claim];
    expect(ofCase.map(({ case_id }) => case_id)).toEqual(["case", "case", "case", "case"]);
    expect(rows.case_file).toMatchObject([{ root_kind: "institution", root_id: "i" }]);
  });
});

describe("the rows of a center", () => {
  const root: CenterFacts = lab("a", {
    cases: [CASE],
    entries: ENTRIES,
    spans: [{ from: "2026-04-01", standing: "established", seq: 3 }],
    links: [
      { key: "j", role: "joint", name: "乙医院", space: 12, from: "2026-01-01" },
      { key: "o", role: "origin", name: "原中心", center: "o", tenant: 2, from: "2026-01-01" },
    ],
    findings: [{ id: "f", case: "case", text: "账目不清", on: "2026-05-01" }],
    consequences: [
      {
        case: "case",
        consequence: "reopened",
        effect: "tell",
        does: "announce",
        with: { to: "host" },
        on: "2026-05-01",
      },
    ],
  });

  it("are those of its cases and what it is itself", () =>
    expect(tables(root)).toEqual([
      "center 1",
      "center_state 1",
      "center_span 1",
      "case_file 1",
      "case_state 1",
      "obligation 2",
      "submission 1",
      "finding 1",
      "notice 1",
      "settlement 1",
      "register_entry 1",
      "claim 1",
      "root_party 1",
      "fact_record 2",
      "network_center 1",
      "public_center 1",
      "public_notice 1",
      "dispatch 1",
    ]));
});

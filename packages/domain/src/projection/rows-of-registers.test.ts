import { describe, expect, it } from "vitest";
import type { Claim } from "../contract/events.ts";
import type { RegisterEntry } from "../contract/facts.ts";
import { emptyInstitution, emptyTenant } from "../history/begin.ts";
import { LEADER } from "../testing/life.ts";
import { caseOf, HOST, lab } from "../testing/small-network.ts";
import { claimRows, entryRows } from "./rows-of-registers.ts";

const ENTRY: RegisterEntry = {
  id: "e",
  register: "papers",
  title: "论文一",
  answers: { title: "论文一" },
  personal: { author: "甲" },
  attributes: { level: "sci" },
  state: "recorded",
  awaits: false,
  open: false,
  on: "2026-02-01",
  changedOn: "2026-02-03",
};
const ROW = {
  root_id: "a",
  entry_id: "e",
  root_kind: "center",
  party_id: HOST.party,
  register_key: "papers",
  collection: null,
  title: "论文一",
  answers: { title: "论文一", author: "甲" },
  attributes: { level: "sci" },
  fingerprint: "entry|e",
  state: "recorded",
  awaits: false,
  open_to_all: false,
  recorded_on: "2026-02-01",
  recorded_by: null,
  changed_on: "2026-02-03",
  ruled_on: null,
  ruled_by: null,
  reason: null,
};
const rows = (more: Partial<RegisterEntry> = {}) =>
  entryRows(lab("a", { entries: [{ ...ENTRY, ...more }] }), 1);

describe("an entry of a register", () => {
  it("is a row of whoever bears it", () => {
    expect(rows()).toStrictEqual([ROW]);
    expect(entryRows({ ...emptyInstitution("i", HOST), entries: [ENTRY] }, 1)).toStrictEqual([
      { ...ROW, root_id: "i", root_kind: "institution" },
    ]);
    expect(entryRows({ ...emptyTenant("t"), entries: [ENTRY] }, 1)).toStrictEqual([
      { ...ROW, root_id: "t", root_kind: "tenant", party_id: 1 },
    ]);
  });

  it("does without what is personal where everybody of the tenant may read it", () =>
    expect(rows({ open: true })).toStrictEqual([
      { ...ROW, answers: { title: "论文一" }, open_to_all: true },
    ]));

  it("says who recorded it, and what makes it the same as another", () =>
    expect(rows({ of: "achievements", by: LEADER, fingerprint: "doi|1", awaits: true })).toStrictEqual([
      {
        ...ROW,
        collection: "achievements",
        recorded_by: LEADER.name,
        fingerprint: "doi|1",
        awaits: true,
      },
    ]));

  it("says who verified it, and of one that was struck who struck it and why", () => {
    const verified = { on: "2026-03-01", by: "核实人", opinion: "属实" };
    const struck = { on: "2026-04-01", by: "注销人", reason: "撤稿" };
    expect(rows({ state: "verified", verified })).toStrictEqual([
      { ...ROW, state: "verified", ruled_on: "2026-03-01", ruled_by: "核实人", reason: "属实" },
    ]);
    expect(rows({ state: "struck", verified, struck })).toStrictEqual([
      { ...ROW, state: "struck", ruled_on: "2026-04-01", ruled_by: "注销人", reason: "撤稿" },
    ]);
  });
});

describe("what a case claims", () => {
  const CLAIM: Claim = {
    register: "papers",
    entry: "e",
    of: "achievements",
    title: "论文一",
    attributes: {},
    fingerprint: "doi|1",
    earlier: [],
  };
  const CLAIMED = {
    fingerprint: "doi|1",
    case_id: "case",
    party_id: HOST.party,
    root_id: "a",
    stage_key: "online",
    procedure_key: "entry",
    year: 2026,
    register_key: "papers",
    entry_id: "e",
    collection: "achievements",
    title: "论文一",
    share: null,
    claimed_before: false,
  };
  const claimed = (claims: Claim[], more: Parameters<typeof caseOf>[0] = {}) =>
    claimRows(lab("a"), caseOf({ claims: [{ stage: "online", of: ["achievements"], claims }], ...more }));

  it("is a row for each thing, with its share and whether it was claimed before", () => {
    const earlier = [{ tenant: 2, name: "乙市", year: 2025 }];
    expect(claimed([CLAIM, { ...CLAIM, fingerprint: "doi|2", share: "0.50", earlier }])).toStrictEqual([
      CLAIMED,
      { ...CLAIMED, fingerprint: "doi|2", share: "0.50", claimed_before: true },
    ]);
  });

  it("is each thing once, as it was claimed last", () =>
    expect(claimed([CLAIM, { ...CLAIM, title: "论文一（修订）" }])).toStrictEqual([
      { ...CLAIMED, title: "论文一（修订）" },
    ]));

  it("is nothing any more once the case is withdrawn", () =>
    expect(claimed([CLAIM], { state: "withdrawn" })).toEqual([]));
});

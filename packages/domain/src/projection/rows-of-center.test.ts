import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { caseOf, HOST, lab, PIN } from "../testing/small-network.ts";
import { centerRows, centerStateRows, findingRows, spanRows } from "./rows-of-center.ts";

const JOINT = { key: "j", role: "joint", name: "乙医院", space: 12, from: "2026-01-01" } as const;
const center = (given: Partial<CenterFacts> = {}) => lab("a", { links: [JOINT], ...given });
const OWN = { center_id: "a", party_id: HOST.party, parties: [12] };

describe("the identity of a center", () => {
  const IDENTITY = {
    ...OWN,
    type_key: "lab",
    name: "实验室 a",
    host_name: "甲医院",
    host_uscc: HOST.uscc,
    director_name: null,
    policy_key: "odd",
    policy_version: 1,
    policy_hash: "hash-1",
    began_on: "2026-03-01",
    cohort_year: 2026,
  };

  it("is that of its first case", () => {
    const later = caseOf({ id: "later", year: 2028, openedOn: "2028-01-01", pin: { ...PIN, version: 2 } });
    expect(centerRows(center({ cases: [caseOf(), later] }))).toStrictEqual([IDENTITY]);
    expect(centerRows(center())).toEqual([]);
  });

  it("names the director", () => {
    const values = { "center.director": { name: "主任甲", idNumber: "500" } };
    expect(centerRows(center({ cases: [caseOf()], values }))).toStrictEqual([
      { ...IDENTITY, director_name: "主任甲" },
    ]);
  });
});

describe("the state of a center", () => {
  const STATE = {
    ...OWN,
    standing: "established",
    grade_key: null,
    grade_means: null,
    score: null,
    term_from: null,
    term_to: null,
    marks: [],
  };
  const state = (given: Partial<CenterFacts> = {}) => centerStateRows(center(given))[0];

  it("is empty where nothing is known", () => {
    const { standing: _standing, ...begun } = center();
    expect(centerStateRows(begun)).toStrictEqual([{ ...STATE, standing: null }]);
  });

  it("is standing, grade, score and term", () => {
    const dates = { "center.term-started-on": "2026-04-01", "center.term-ended-on": "2027-04-01" };
    const graded = { grade: "good", means: "top", score: "86.50" };
    const known = {
      ...STATE,
      grade_key: "good",
      grade_means: "top",
      score: "86.50",
      term_from: "2026-04-01",
    };
    expect(state({ ...graded, dates })).toStrictEqual({ ...known, term_to: "2027-04-01" });
    expect(state({ ...graded, dates, termEndsOn: "2029-04-01" })).toStrictEqual({
      ...known,
      term_to: "2029-04-01",
    });
  });

  it("is marked while its name is suspended, somebody is barred, or a finding stands", () => {
    const bar = (ended?: string) =>
      ({ bar: "b", ...(ended === undefined ? {} : { ended }) }) as CenterFacts["bars"][number];
    const finding = { id: "f", case: "case", text: "账目不清", on: "2026-05-01" };
    const cleared = { ...finding, cleared: { on: "2026-05-20", how: "整改" } };
    expect(state()?.marks).toEqual([]);
    expect(state({ nameSuspended: { on: "2026-05-01" } })?.marks).toEqual(["name-suspended"]);
    expect(state({ bars: [bar("2026-05-01"), bar()] })?.marks).toEqual(["barred"]);
    expect(state({ bars: [bar("2026-05-01")] })?.marks).toEqual([]);
    expect(state({ findings: [cleared, finding] })?.marks).toEqual(["violation"]);
    expect(state({ findings: [cleared] })?.marks).toEqual([]);
  });
});

it("each stretch of a standing is a row", () => {
  const spans: CenterFacts["spans"] = [
    { from: "2026-01-01", to: "2026-04-01", standing: "building", seq: 2 },
    { from: "2026-04-01", standing: "established", grade: "good", seq: 7 },
  ];
  expect(spanRows(center({ spans }))).toStrictEqual([
    {
      ...OWN,
      from_seq: 2,
      from_day: "2026-01-01",
      to_day: "2026-04-01",
      standing: "building",
      grade_key: null,
    },
    { ...OWN, from_seq: 7, from_day: "2026-04-01", to_day: null, standing: "established", grade_key: "good" },
  ]);
});

it("each finding is a row, of the institution and the authority only", () => {
  const finding = { id: "f", case: "case", text: "账目不清", on: "2026-05-01" };
  const FOUND = {
    center_id: "a",
    finding_id: "f",
    party_id: HOST.party,
    case_id: "case",
    text: "账目不清",
    due_on: null,
    found_on: "2026-05-01",
    cleared_on: null,
  };
  const more = { due: "2026-06-01", cleared: { on: "2026-05-20", how: "整改" } };
  expect(findingRows(center({ findings: [finding, { ...finding, ...more }] }))).toStrictEqual([
    FOUND,
    { ...FOUND, due_on: "2026-06-01", cleared_on: "2026-05-20" },
  ]);
});

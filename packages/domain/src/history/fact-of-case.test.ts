import { describe, expect, it } from "vitest";
import type { CaseFacts } from "../contract/facts.ts";
import { AT, caseOf, centerOf, DAY, factsIn, HOST, institutionOf, placeOf, WHO } from "../testing/events.ts";
import { factOf } from "./fact-of.ts";
import type { FactPlace } from "./fact-place.ts";

const submission = (more: Partial<CaseFacts["submissions"][number]> = {}) => ({
  stage: "online",
  form: "plan",
  revision: 1,
  answers: {},
  at: "2026-03-04T16:30:00.000Z",
  daysLate: 0,
  done: true,
  ...more,
});
const score = (at: string) => ({
  stage: "review",
  user: "u1",
  sheet: "s",
  terms: [],
  total: "80.00",
  opinion: "",
  at,
});
const decided = (outcome: CaseFacts["decisions"][number]["outcome"]): CaseFacts["decisions"] => [
  { stage: "decide", outcome: "concluded", opinion: "", who: WHO, at: AT },
  {
    stage: "decide",
    outcome: outcome === "approved" ? "declined" : "approved",
    opinion: "",
    who: WHO,
    at: AT,
  },
  { stage: "decide", outcome, opinion: "", who: WHO, at: AT },
];

describe("a fact of the case", () => {
  const refs = [
    "opened-on",
    "submitted-on",
    "evaluated-on",
    "due-on",
    "procedure",
    "year",
    "decided-on",
    "reason",
  ].map((attribute) => `case.${attribute}`);

  it("is the case's own, the day of what happened in it, or what a form wrote", () => {
    const kase = caseOf({
      year: 2025,
      dueOn: "2026-07-01",
      submissions: [
        submission({ at: "2026-03-02T01:00:00.000Z" }),
        submission(),
        submission({ at: AT, done: false }),
      ],
      scores: [score("2026-03-07T01:00:00.000Z"), score("2026-03-07T16:30:00.000Z")],
      dates: { "decided-on": "2026-03-09" },
    });
    const root = centerOf({ values: { "case.reason": "迁址", "case.procedure": "x" } });
    expect(factsIn(placeOf({ kase, root, year: 2020 }), refs)).toStrictEqual({
      "case.opened-on": "2026-03-01",
      "case.submitted-on": "2026-03-05",
      "case.evaluated-on": "2026-03-08",
      "case.due-on": "2026-07-01",
      "case.procedure": "entry",
      "case.year": 2025,
      "case.decided-on": "2026-03-09",
      "case.reason": "迁址",
    });
  });

  it("is not known before it happened", () => {
    expect(factsIn(placeOf({ kase: caseOf() }), refs)).toStrictEqual({
      "case.opened-on": "2026-03-01",
      "case.submitted-on": undefined,
      "case.evaluated-on": undefined,
      "case.due-on": undefined,
      "case.procedure": "entry",
      "case.year": 2026,
      "case.decided-on": undefined,
      "case.reason": undefined,
    });
  });

  it("is evaluated when its review was done, where it is", () => {
    const kase = caseOf({ scores: [score(AT)], stages: { review: { doneOn: "2026-03-12" } } });
    expect(factOf(placeOf({ kase }), "case.evaluated-on")).toBe("2026-03-12");
  });

  it("is the year that is asked about, where there is no case yet", () => {
    const root = centerOf({ values: { "case.reason": "迁址" } });
    expect(
      factsIn(placeOf({ root, year: 2027 }), ["case.year", "case.reason", "case.procedure"]),
    ).toStrictEqual({
      "case.year": 2027,
      "case.reason": undefined,
      "case.procedure": undefined,
    });
  });
});

it("a call is that of the case's year, or of the year that is asked about", () => {
  expect(factOf(placeOf({ kase: caseOf({ year: 2025 }), year: 2027 }), "call.year")).toBe(2025);
  expect(factOf(placeOf({ year: 2027 }), "call.year")).toBe(2027);
  expect(factOf(placeOf({ year: 2027 }), "call.name")).toBeUndefined();
});

describe("a fact of what an appeal is about", () => {
  const refs = ["procedure", "decided-on", "approved", "grade", "upheld"].map((one) => `appealed.${one}`);
  const against = caseOf({
    id: "k0",
    procedure: "accept",
    dates: { "decided-on": "2026-02-01" },
    decisions: decided("declined"),
    result: { grade: "fail" },
  });
  const told = {
    "appealed.procedure": "accept",
    "appealed.decided-on": "2026-02-01",
    "appealed.approved": false,
    "appealed.grade": "fail",
    "appealed.upheld": undefined,
  };
  const root = centerOf({ cases: [caseOf({ id: "k9" }), against] });

  it("is found by the appeal that names it", () => {
    expect(factsIn(placeOf({ root, kase: caseOf({ against: "k0" }) }), refs)).toStrictEqual(told);
  });

  it("is known before the appeal is there", () => {
    expect(factsIn(placeOf({ root, against }), refs)).toStrictEqual(told);
    // the case from which one asks is not the appeal
    const kase = caseOf({ decisions: decided("approved") });
    expect(factOf(placeOf({ root, against, kase }), "appealed.upheld")).toBeUndefined();
  });

  it.each([
    ["approved", true],
    ["declined", false],
  ] as const)("is upheld by the appeal's own decision: %s", (outcome, upheld) => {
    const kase = caseOf({ against: "k0", decisions: decided(outcome) });
    expect(factOf(placeOf({ root, kase }), "appealed.upheld")).toBe(upheld);
  });

  it.each([
    ["approved", true],
    ["concluded", true],
  ] as const)("was approved unless it was declined: %s", (outcome, approved) => {
    const other = { ...against, decisions: decided(outcome) };
    expect(factOf(placeOf({ against: other }), "appealed.approved")).toBe(approved);
  });

  it("is not known while it is not decided, or where there is none", () => {
    expect(factsIn(placeOf({ against: caseOf({ id: "k0" }) }), refs)).toStrictEqual({
      "appealed.procedure": "entry",
      "appealed.decided-on": undefined,
      "appealed.approved": undefined,
      "appealed.grade": undefined,
      "appealed.upheld": undefined,
    });
    for (const place of [placeOf(), placeOf({ root, kase: caseOf({ against: "gone" }) }), placeOf({ root })])
      expect(factOf(place, "appealed.procedure")).toBeUndefined();
  });
});

it("what came of a case are its score, grade, meaning and place", () => {
  const result = { score: "81.00", grade: "good", means: "good", rank: 2, fired: "good" };
  const refs = ["score", "grade", "means", "rank", "fired"].map((one) => `result.${one}`);
  expect(factsIn(placeOf({ kase: caseOf({ result }) }), refs)).toStrictEqual({
    "result.score": "81.00",
    "result.grade": "good",
    "result.means": "good",
    "result.rank": 2,
    "result.fired": undefined,
  });
  expect(factOf(placeOf({ kase: caseOf() }), "result.score")).toBeUndefined();
  expect(factOf(placeOf(), "result.score")).toBeUndefined();
});

describe("a fact of a stage", () => {
  const STAGE = { startedOn: "2026-03-01", doneOn: "2026-03-05", daysLate: 2 };
  const words = [
    "done-on",
    "started-on",
    "days-late",
    "verdict",
    "score",
    "grade",
    "chosen",
    "rank",
    "opens",
  ];
  const refs = words.map((what) => `stage.review.${what}`);
  const unknown = Object.fromEntries(refs.map((ref) => [ref, undefined]));

  it("is what happened there and what came of it", () => {
    const rank = { place: 3, tied: 1, of: 9, value: "1", within: {} };
    const kase = caseOf({
      stages: { review: STAGE },
      verdicts: { review: false },
      results: { review: { score: "81.00", grade: "good", chosen: false, rank } },
    });
    expect(factsIn(placeOf({ kase }), refs)).toStrictEqual({
      "stage.review.done-on": "2026-03-05",
      "stage.review.started-on": "2026-03-01",
      "stage.review.days-late": 2,
      "stage.review.verdict": false,
      "stage.review.score": "81.00",
      "stage.review.grade": "good",
      "stage.review.chosen": false,
      "stage.review.rank": 3,
      "stage.review.opens": undefined,
    });
  });

  it("is of a stage of the entry, where the case has none of that name", () => {
    const entry = caseOf({ id: "k0", stages: { review: STAGE, term: STAGE } });
    const other = caseOf({ id: "k8", purpose: "change", stages: { review: { doneOn: "2025-01-01" } } });
    const root = centerOf({ cases: [other, entry] });
    const kase = caseOf({ stages: { term: { doneOn: DAY } } });
    expect(factOf(placeOf({ root, kase }), "stage.review.done-on")).toBe("2026-03-05");
    expect(factOf(placeOf({ root, kase }), "stage.term.done-on")).toBe(DAY);
    expect(factOf(placeOf({ root }), "stage.review.done-on")).toBe("2026-03-05");
  });

  it("is not known where nothing happened", () => {
    const kase = caseOf({ results: { review: {} } });
    for (const place of [
      placeOf({ kase }),
      placeOf(),
      placeOf({ kase: caseOf() }),
      placeOf({ root: centerOf() }),
    ])
      expect(factsIn(place, refs)).toStrictEqual(unknown);
  });
});

describe("a fact of the application", () => {
  const joint = { key: "l1", role: "joint", name: "乙医院", from: "2025-01-01" } as const;
  const refs = ["id", "name", "parent", "host", "hosts", "field"].map((one) => `application.${one}`);

  it("is what it was opened under, before a form says more", () => {
    const links = [
      joint,
      { ...joint, key: "l2", uscc: "USCC-2" },
      { ...joint, key: "l3", role: "parent-center" as const, center: "p1" },
      { ...joint, key: "l4", name: "丁医院", to: DAY },
    ];
    expect(factsIn(placeOf({ root: centerOf({ links }), kase: caseOf() }), refs)).toStrictEqual({
      "application.id": "k1",
      "application.name": "骨科实验室",
      "application.parent": "p1",
      "application.host": "USCC-1",
      "application.hosts": ["USCC-1", "乙医院", "USCC-2"],
      "application.field": undefined,
    });
  });

  it("is what a form wrote, as soon as one did", () => {
    const values = {
      "application.id": "no",
      "application.name": "新名",
      "application.host": "USCC-7",
      "application.field": "bone",
      "application.joint": false,
      "application.head": { name: "主任甲" },
    };
    const place = placeOf({ root: centerOf({ values }), kase: caseOf() });
    expect(factsIn(place, Object.keys(values))).toStrictEqual({ ...values, "application.head": "主任甲" });
  });

  it("is of who applies, where there is no root yet", () => {
    expect(factsIn(placeOf({ host: HOST }), refs)).toStrictEqual({
      "application.id": undefined,
      "application.name": undefined,
      "application.parent": undefined,
      "application.host": "USCC-1",
      "application.hosts": ["USCC-1"],
      "application.field": undefined,
    });
    expect(factsIn(placeOf(), ["application.host", "application.hosts"])).toStrictEqual({
      "application.host": undefined,
      "application.hosts": undefined,
    });
  });

  it("of an institution has no name of a center, and no others beside it", () => {
    const place = placeOf({ root: institutionOf(), host: { ...HOST, uscc: "USCC-3" } });
    expect(factsIn(place, ["application.name", "application.host", "application.hosts"])).toStrictEqual({
      "application.name": undefined,
      "application.host": "USCC-1",
      "application.hosts": ["USCC-1"],
    });
  });
});

describe("an answer of a form", () => {
  const answersOf = (section: { [field: string]: unknown }) => ({ main: {}, more: section });
  const answered = (section: { [field: string]: unknown }, more = {}) =>
    caseOf({ submissions: [submission({ answers: answersOf(section), ...more })] });
  const ask = (place: Partial<FactPlace>, ref = "application.plan.beds") => factOf(placeOf(place), ref);

  it.each([["六百"], [600], [false]])("is told as it was handed in: %j", (beds) => {
    expect(ask({ kase: answered({ beds }) })).toBe(beds);
  });

  it.each([[{ n: 1 }], [["a"]], [null]])("that is no plain value is not told: %j", (beds) => {
    expect(ask({ kase: answered({ beds }) })).toBeUndefined();
  });

  it("is that of the last revision that was handed in with that form", () => {
    const submissions = [
      submission({ answers: answersOf({ beds: 1 }) }),
      submission({ answers: answersOf({ beds: 2 }) }),
      submission({ answers: answersOf({ beds: 3 }), done: false }),
      submission({ answers: answersOf({ beds: 4 }), form: "plea" }),
    ];
    expect(ask({ kase: caseOf({ submissions }) })).toBe(2);
  });

  it("is the case's own before that of other cases of the root", () => {
    const root = centerOf({ cases: [answered({ beds: 1, rooms: 5 })] });
    expect(ask({ root, kase: answered({ beds: 2 }) })).toBe(2);
    expect(ask({ root, kase: answered({ beds: 2 }) }, "application.plan.rooms")).toBe(5);
    expect(ask({ root })).toBe(1);
  });

  it.each(["id", "name", "parent", "host", "hosts"])("may be asked of a form that is called %s", (form) => {
    const kase = answered({ beds: 600 }, { form });
    expect(ask({ root: centerOf(), kase }, `application.${form}.beds`)).toBe(600);
  });

  it("is not known where there is none", () => {
    expect(ask({})).toBeUndefined();
    expect(ask({ kase: caseOf() })).toBeUndefined();
    expect(ask({ kase: answered({ beds: 600 }) }, "application.plan")).toBeUndefined();
  });
});

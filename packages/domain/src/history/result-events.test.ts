import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import {
  AT,
  caseAfter,
  caseOf,
  centerAfter,
  centerOf,
  DAY,
  eventOf,
  institutionOf,
  tenantOf,
  WHO,
} from "../testing/events.ts";
import { evolve } from "./evolve.ts";

const at = { case: "k1", stage: "review" };

describe("a report", () => {
  it("counts once for its case, however often it is handed in", () => {
    const report = { procedure: "report", year: 2025, daysLate: 0 };
    const reports = [
      { ...report, case: "k1", on: "2026-01-10" },
      { ...report, case: "k2", on: "2026-01-11" },
    ];
    const event = eventOf(
      "reported",
      { ...at, procedure: "report", year: 2025, daysLate: 3 },
      { root: "institution" },
    );
    expect(evolve(institutionOf({ reports }), event)).toStrictEqual(
      institutionOf({
        seq: 8,
        reports: [
          { ...report, case: "k2", on: "2026-01-11" },
          { case: "k1", procedure: "report", year: 2025, on: DAY, daysLate: 3 },
        ],
      }),
    );
  });
});

describe("a place among others", () => {
  const rank = { place: 2, tied: 1, of: 9, value: "81.00", within: { "host.city": "甲市" } };
  const before = caseOf({
    results: { review: { score: "81.00", chosen: true }, other: { grade: "good" } },
    result: { score: "81.00" },
  });

  it.each([
    [{ chosen: false }, { chosen: false }],
    // what the cut leaves undecided is no longer chosen either
    [{}, {}],
  ])("stands in the stage, with whether it is chosen: %j", (said, chosen) => {
    expect(caseAfter(before, eventOf("ranked", { ...at, ...rank, ...said, done: false }))).toStrictEqual({
      ...before,
      results: { review: { score: "81.00", rank, ...chosen }, other: { grade: "good" } },
      result: { score: "81.00", rank: 2 },
      dates: { "ranked-on": DAY },
    });
  });

  it("that is final ends the stage", () => {
    expect(caseAfter(caseOf(), eventOf("ranked", { ...at, ...rank, done: true }))).toStrictEqual(
      caseOf({
        results: { review: { rank } },
        result: { rank: 2 },
        stages: { review: { doneOn: DAY, doneAt: AT, doneBy: WHO.user } },
        dates: { "ranked-on": DAY },
      }),
    );
  });
});

describe("a grade", () => {
  const lowered = { from: "good", to: "pass", cause: "gradings/g/adjustments/late" };

  it("may be lowered before it is given, more than once", () => {
    const event = eventOf("grade-adjusted", { ...at, grading: "g", ...lowered });
    expect(caseAfter(caseOf(), event)).toStrictEqual(
      caseOf({ result: { lowered: [lowered] }, dates: { "grade-adjusted-on": DAY } }),
    );
    const again = caseOf({ result: { rank: 1, lowered: [lowered] } });
    expect(caseAfter(again, event).result).toStrictEqual({ rank: 1, lowered: [lowered, lowered] });
  });

  const evaluation = { case: "k0", procedure: "entry", grade: "good", on: "2025-01-01" };
  const graded = (center: Partial<CenterFacts>, said: { score?: string; means?: string }) =>
    centerAfter(
      centerOf({ ...center, evaluations: [evaluation] }),
      eventOf("graded", { ...at, grading: "g", grade: "pass", fired: "pass", ...said }),
    );

  it("is the case's and the center's, and stays among its evaluations", () => {
    const other = caseOf({ id: "k2", procedure: "other" });
    const kase = caseOf({
      procedure: "accept",
      results: { review: { score: "79.00" } },
      result: { rank: 3, lowered: [lowered] },
    });
    const said = { score: "79.00", grade: "pass", means: "pass" };
    expect(graded({ cases: [other, kase] }, { score: "79.00", means: "pass" })).toStrictEqual(
      centerOf({
        seq: 8,
        cases: [
          other,
          {
            ...kase,
            results: { review: { score: "79.00", grade: "pass" } },
            result: { rank: 3, lowered: [lowered], ...said, fired: "pass", on: DAY },
            dates: { "graded-on": DAY },
          },
        ],
        ...said,
        evaluations: [evaluation, { case: "k1", procedure: "accept", ...said, on: DAY }],
        dates: { "center.graded-on": DAY },
      }),
    );
  });

  it("without score and meaning leaves none of an earlier one", () => {
    const kase = caseOf({ result: { score: "90.00", grade: "top", means: "top", fired: "top" } });
    const after = graded({ cases: [kase], score: "90.00", grade: "top", means: "top" }, {});
    expect(after).toStrictEqual(
      centerOf({
        seq: 8,
        cases: [
          caseOf({
            results: { review: { grade: "pass" } },
            result: { grade: "pass", fired: "pass", on: DAY },
            dates: { "graded-on": DAY },
          }),
        ],
        grade: "pass",
        evaluations: [evaluation, { case: "k1", procedure: "entry", grade: "pass", on: DAY }],
        dates: { "center.graded-on": DAY },
      }),
    );
  });
});

describe("what a case is placed into", () => {
  const kase = caseOf({ results: { review: { grade: "good" } } });
  const placed = (of: string, center: Partial<CenterFacts>) =>
    centerAfter(
      centerOf({ cases: [kase], ...center }),
      eventOf("placed", { ...at, of, list: "l", item: "x" }),
    );
  const after = (of: string) => ({
    seq: 8,
    cases: [
      {
        ...kase,
        results: { review: { grade: "good", placed: { of, item: "x" } } },
        dates: { "placed-on": DAY },
      },
    ],
    dates: { "center.placed-on": DAY },
  });

  it("is the center's own where it is a class or a layer", () => {
    expect(placed("layer", { values: { "center.class": "a" } })).toStrictEqual(
      centerOf({ ...after("layer"), values: { "center.class": "a", "center.layer": "x" } }),
    );
  });

  it("goes to the record of supports where it is one", () => {
    const support = { case: "k0", item: "y", on: "2025-01-01" };
    expect(placed("support", { supports: [support] })).toStrictEqual(
      centerOf({ ...after("support"), supports: [support, { case: "k1", list: "l", item: "x", on: DAY }] }),
    );
  });
});

describe("a consequence", () => {
  const body = { case: "k1", consequence: "c", effect: "e", does: "support" };
  const before = centerOf({
    consequences: [{ ...body, effect: "d", on: "2025-01-01" }],
    supports: [{ case: "k0", item: "y", on: "2025-01-01" }],
  });

  it("is kept with its day; what it supports with goes to the record of supports", () => {
    const given = { ...body, with: { item: "x" } };
    expect(centerAfter(before, eventOf("applied-consequence", given))).toStrictEqual({
      ...before,
      seq: 8,
      consequences: [...before.consequences, { ...given, on: DAY }],
      supports: [...before.supports, { case: "k1", item: "x", on: DAY }],
      dates: { "center.applied-consequence-on": DAY },
    });
  });

  it.each([[body], [{ ...body, with: { item: 3 } }], [{ ...body, does: "announce", with: { item: "x" } }]])(
    "that names no support gives none: %j",
    (given) => {
      expect(centerAfter(before, eventOf("applied-consequence", given))).toMatchObject({
        supports: before.supports,
        consequences: [...before.consequences, { ...given, on: DAY }],
      });
    },
  );
});

describe("what is owed", () => {
  it("and was missed is kept with its day", () => {
    const missed = [{ obligation: "a", due: "2025-12-31" }];
    const event = eventOf(
      "missed",
      { obligation: "b", due: "2026-03-01", case: "k1" },
      { root: "institution" },
    );
    expect(evolve(institutionOf({ missed }), event)).toStrictEqual(
      institutionOf({ seq: 8, missed: [...missed, { obligation: "b", due: "2026-03-01" }] }),
    );
  });

  it("is urged with the instant, so that nobody is urged twice at once", () => {
    const urged = [{ obligation: "a", to: 11, at: "2026-03-01T01:00:00.000Z" }];
    const event = eventOf("urged", { obligation: "b", to: 12 }, { root: "institution" });
    expect(evolve(institutionOf({ urged }), event)).toStrictEqual(
      institutionOf({ seq: 8, urged: [...urged, { obligation: "b", to: 12, at: AT }] }),
    );
  });
});

describe("a duty", () => {
  const word = { duty: "a", year: 2025, met: false, opinion: "未达" };
  const event = eventOf("duty-judged", { ...word, met: true, opinion: "达到" }, { root: "tenant" });
  const judged = { ...word, met: true, opinion: "达到", on: DAY };

  it("is judged for a year; the last word stands", () => {
    const duties = [
      { ...word, on: "2026-01-01" },
      { ...word, year: 2024, on: "2025-01-01" },
      { ...word, duty: "b", on: "2026-01-01" },
    ];
    expect(evolve(tenantOf({ duties }), event)).toStrictEqual(
      tenantOf({ seq: 8, duties: [...duties.slice(1), judged] }),
    );
  });

  it("may be the first one that is judged", () => {
    expect(evolve(tenantOf(), event)).toStrictEqual(tenantOf({ seq: 8, duties: [judged] }));
  });
});

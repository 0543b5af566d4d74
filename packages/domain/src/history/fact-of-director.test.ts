import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { caseOf, centerOf, DAY, factsIn, institutionOf, placeOf, tenantOf } from "../testing/events.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { factOf } from "./fact-of.ts";
import type { FactPlace } from "./fact-place.ts";

describe("a fact of the director", () => {
  const policy: Policy = {
    ...ODD_POLICY,
    types: ODD_POLICY.types.map((type) =>
      type.key === "desk"
        ? type
        : {
            ...type,
            offices: [
              { key: "lead", office: "lead-host", term: { n: 9, unit: "year" } },
              { key: "head", office: "director", term: { n: 2, unit: "year" } },
            ],
          },
    ),
  };
  const offices: CenterFacts["offices"] = [
    { office: "director", holder: "主任乙", on: "2021-06-01" },
    { office: "director", holder: "主任甲", on: "2023-06-01" },
    { office: "director", holder: "主任甲", on: "2025-06-01" },
    { office: "lead-host", holder: "甲医院", on: "2025-07-01" },
  ];
  const dates = { "center.designated-on": "2021-06-01" };
  const values = { "center.director": { name: "主任甲" } };
  const refs = ["director.id", "director.since", "director.term-ends-on", "director.terms", "director.age"];
  const unknown = {
    "director.id": undefined,
    "director.since": undefined,
    "director.term-ends-on": undefined,
    "director.terms": undefined,
    "director.age": undefined,
  };

  it("follows from the last term of the office", () => {
    const root = centerOf({ offices, dates, values });
    expect(factsIn(placeOf({ root, policy }), refs)).toStrictEqual({
      "director.id": "主任甲",
      "director.since": "2025-06-01",
      "director.term-ends-on": "2027-06-01",
      "director.terms": 2,
      "director.age": undefined,
    });
  });

  it("is what a form wrote before all", () => {
    const root = centerOf({ offices, dates, values: { "director.age": 50, "director.since": "2020-01-01" } });
    expect(factsIn(placeOf({ root, policy }), refs)).toStrictEqual({
      ...unknown,
      "director.since": "2020-01-01",
      "director.term-ends-on": "2027-06-01",
      "director.terms": 2,
      "director.age": 50,
    });
  });

  it.each(["desk", "gone"])("is the name alone where the type keeps no such office: %s", (type) => {
    const root = centerOf({ type, offices, dates, values });
    expect(factsIn(placeOf({ root, policy }), refs)).toStrictEqual({ ...unknown, "director.id": "主任甲" });
  });

  it("is not known before there is a term, or without a center", () => {
    expect(factsIn(placeOf({ root: centerOf({ offices }), policy }), refs)).toStrictEqual(unknown);
    for (const place of [placeOf({ root: institutionOf({ values }), policy }), placeOf({ policy })])
      expect(factsIn(place, refs)).toStrictEqual(unknown);
  });

  describe("whose term", () => {
    const withTerm = (
      term: NonNullable<NonNullable<Policy["types"][number]["offices"]>[number]["term"]>,
    ): Policy => ({
      ...policy,
      types: ODD_POLICY.types.map((type) => ({
        ...type,
        offices: [{ key: "head", office: "director", term }],
      })),
    });
    const endsIn = (place: Partial<FactPlace>) =>
      factOf(
        placeOf({ root: centerOf({ offices, dates, grade: "good" }), ...place }),
        "director.term-ends-on",
      );
    const OPEN = withTerm({ open: { asks: { zh: "任期", en: "term" }, per: "policy" } });
    const settled = (on: string) =>
      tenantOf({
        settlements: [
          {
            id: "s1",
            path: "types/lab/offices/head/term",
            value: { n: 1, unit: "year" },
            as: "一年",
            on,
            by: { name: "甲", unit: "主管部门" },
          },
        ],
      });

    it("is open ends when the tenant has settled it", () => {
      expect(endsIn({ policy: OPEN })).toBeUndefined();
      expect(endsIn({ policy: OPEN, tenant: settled(DAY) })).toBe("2026-06-01");
      expect(endsIn({ policy: OPEN, tenant: settled("2026-03-11") })).toBeUndefined();
    });

    it("hangs on facts of the center ends by them, and never hangs on the office itself", () => {
      const cases = (fact: string, than: string) =>
        withTerm({
          cases: [
            {
              key: "long",
              when: { kind: "compare", of: { kind: "fact", fact }, is: "equal", than },
              then: { n: 5, unit: "year" },
            },
          ],
          otherwise: { n: 1, unit: "year" },
        });
      expect(endsIn({ policy: cases("center.grade", "good") })).toBe("2030-06-01");
      expect(endsIn({ policy: cases("center.grade", "pass") })).toBe("2026-06-01");
      expect(endsIn({ policy: cases("director.since", "2025-06-01") })).toBeUndefined();
    });

    it("is counted in working days ends by the holidays", () => {
      const policyOf = withTerm({ n: 1, unit: "working-day" });
      const holidays = { 2025: { off: ["2025-06-02"], work: [] } };
      expect(endsIn({ policy: policyOf, holidays })).toBe("2025-06-03");
    });
  });

  it("is told also in a case", () => {
    expect(
      factOf(placeOf({ root: centerOf({ offices, dates }), policy, kase: caseOf() }), "director.terms"),
    ).toBe(2);
  });
});

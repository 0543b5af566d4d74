import type { Duration, Office, Value } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { caseOf, centerOf } from "../testing/events.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { worldWith } from "../testing/world.ts";
import { officeTerms, withOffice } from "./offices.ts";

type Filled = CenterFacts["offices"][number];
const director = (holder: string, on: string, more: Partial<Filled> = {}): Filled => ({
  office: "director",
  holder,
  on,
  ...more,
});

describe("who is named to an office", () => {
  const host: Filled = { office: "lead-host", holder: "甲", on: "2025-01-01" };
  const before = [director("甲", "2024-01-01"), host];

  it("comes after who held it, where it is another one", () => {
    const named = director("乙", "2026-01-01");
    expect(withOffice(centerOf({ offices: before }), named)).toStrictEqual([...before, named]);
  });

  it("is the first one where nobody held it", () => {
    expect(withOffice(centerOf({ offices: [host] }), director("甲", "2026-01-01"))).toStrictEqual([
      host,
      director("甲", "2026-01-01"),
    ]);
  });

  it("is nobody anew where the same one holds it", () => {
    expect(withOffice(centerOf({ offices: before }), director("甲", "2026-01-01"))).toBe(before);
  });

  it("counts against the last holder, and no earlier one", () => {
    const offices = [director("乙", "2023-01-01"), ...before];
    const named = director("乙", "2026-01-01");
    expect(withOffice(centerOf({ offices }), named)).toStrictEqual([...offices, named]);
  });

  it("begins a further term where a regrouping fills offices anew, once for each regrouping", () => {
    const cases = [caseOf({ id: "k0" }), caseOf({ id: "k1", purpose: "regrouping" })];
    const named = director("甲", "2026-01-01", { case: "k1" });
    expect(withOffice(centerOf({ offices: before, cases }), named)).toStrictEqual([...before, named]);
    expect(withOffice(centerOf({ cases }), named)).toStrictEqual([named]);
    const renewed = [...before, named];
    expect(withOffice(centerOf({ offices: renewed, cases }), named)).toBe(renewed);
    expect(withOffice(centerOf({ offices: before, cases }), { ...named, case: "k0" })).toBe(before);
  });
});

describe("the terms of an office", () => {
  const dates = { "center.designated-on": "2020-06-01" };
  const office = (term?: Value<Duration>): Office => ({
    key: "head",
    office: "director",
    ...(term === undefined ? {} : { term }),
  });
  const termsOf = (
    offices: Filled[],
    { term, settled = {} }: { term?: Value<Duration>; settled?: { [path: string]: unknown } } = {},
  ) => officeTerms(centerOf({ offices, dates }), office(term), worldWith(ODD_POLICY, {}, settled));

  it("are none before the center is designated", () => {
    const center = centerOf({ offices: [director("甲", "2020-01-01")] });
    expect(officeTerms(center, office(), worldWith(ODD_POLICY, {}))).toStrictEqual([]);
  });

  it("begin with the designation, and each ends where the next one begins", () => {
    const offices: Filled[] = [
      director("甲", "2020-01-01"),
      { office: "lead-host", holder: "甲医院", on: "2020-01-01" },
      director("乙", "2023-03-01"),
    ];
    expect(termsOf(offices)).toStrictEqual([
      { holder: "甲", since: "2020-06-01", next: "2023-03-01", nth: 1 },
      { holder: "乙", since: "2023-03-01", nth: 1 },
    ]);
  });

  it("end after the length that the policy gives them", () => {
    expect(termsOf([director("甲", "2021-01-01")], { term: { n: 4, unit: "year" } })).toStrictEqual([
      { holder: "甲", since: "2021-01-01", endsOn: "2025-01-01", nth: 1 },
    ]);
  });

  it("end after the length that was settled, and on no day before it is", () => {
    const term: Value<Duration> = { open: { asks: { zh: "任期", en: "term" }, per: "policy" } };
    const offices = [director("甲", "2021-01-01")];
    const settled = { "types/lab/offices/head/term": { n: 2, unit: "year" } };
    expect(termsOf(offices, { term, settled })).toStrictEqual([
      { holder: "甲", since: "2021-01-01", endsOn: "2023-01-01", nth: 1 },
    ]);
    expect(termsOf(offices, { term })).toStrictEqual([{ holder: "甲", since: "2021-01-01", nth: 1 }]);
  });

  it("end on no day where the length cannot be counted", () => {
    const term = { n: 20, unit: "working-day" } as const;
    expect(termsOf([director("甲", "2021-01-01")], { term })).toStrictEqual([
      { holder: "甲", since: "2021-01-01", nth: 1 },
    ]);
  });

  it("are those of whoever was named last before the designation", () => {
    const offices = [
      director("甲", "2020-01-01"),
      director("乙", "2020-02-01"),
      director("丙", "2020-06-01"),
    ];
    expect(termsOf(offices)).toStrictEqual([{ holder: "丙", since: "2020-06-01", nth: 1 }]);
  });

  it("are counted for a holder who goes on, and from one after somebody else", () => {
    const offices = [
      director("甲", "2020-06-01"),
      director("甲", "2021-01-01"),
      director("甲", "2022-01-01"),
      director("乙", "2023-01-01"),
      director("甲", "2024-01-01"),
    ];
    expect(termsOf(offices).map(({ holder, nth }) => [holder, nth])).toStrictEqual([
      ["甲", 1],
      ["甲", 2],
      ["甲", 3],
      ["乙", 1],
      ["甲", 1],
    ]);
  });
});

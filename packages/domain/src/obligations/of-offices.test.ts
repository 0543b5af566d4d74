import type { Office } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { at } from "../testing/life.ts";
import { asking, lab, policyWith, said } from "../testing/owing.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { duesOfOffices } from "./of-offices.ts";

const DIRECTOR: Office = {
  key: "head",
  label: said("主任"),
  because: ["all"],
  office: "director",
  term: { n: 2, unit: "year" },
};
const named = (holder: string, on: string) => ({ office: "director" as const, holder, on });
const HELD = {
  dates: { "center.designated-on": "2026-01-10" },
  offices: [named("主任甲", "2026-01-10")],
};

function dues(root: Partial<CenterFacts> = {}, offices: Office[] | undefined = [DIRECTOR]) {
  const types = ODD_POLICY.types.map((type) => (type.key === "lab" ? { ...type, offices } : type));
  const center = lab({ ...HELD, ...root });
  return duesOfOffices(asking(policyWith({ types }), center), center);
}
const due = (more: object = {}) => ({
  key: "office-head:2028:2028-01-10",
  to: { space: 1, role: "officer" },
  act: "office",
  year: 2028,
  matter: "主任",
  opens: at("2028-01-10", "00:00:00"),
  due: "2028-01-10",
  ...more,
});

describe("the end of a term of office", () => {
  it("is the day on which the authority fills it again", () => expect(dues()).toStrictEqual([due()]));

  it("is none where the office has no length, the type no office, or the policy no such type", () => {
    const { term: _, ...endless } = DIRECTOR;
    expect(dues({}, [endless])).toEqual([]);
    expect(dues({}, [])).toEqual([]);
    expect(dues({ type: "desk" })).toEqual([]);
    expect(dues({ type: "unknown" })).toEqual([]);
  });

  it("is over on the day on which the next one took the office", () =>
    expect(dues({ offices: [...HELD.offices, named("主任乙", "2027-12-01")] })).toStrictEqual([
      due({ done: { on: "2027-12-01" } }),
      due({
        key: "office-head:2029:2029-12-01",
        year: 2029,
        opens: at("2029-12-01", "00:00:00"),
        due: "2029-12-01",
      }),
    ]));

  it("is over where a word said how it was dealt with", () => {
    const finished = (obligation: string) => ({ finished: [{ obligation, how: "续任", on: "2028-01-05" }] });
    expect(dues(finished("office-head:2028:2028-01-10"))).toStrictEqual([
      due({ done: { on: "2028-01-05" } }),
    ]);
    expect(dues(finished("office-head:2028:2028-01-11"))).toStrictEqual([due()]);
  });

  it.each(["declined", "revoked", "exited"] as const)("is void where the center was %s", (standing) =>
    expect(dues({ standing })).toStrictEqual([due({ void: true })]),
  );

  it("stands while the center does, and stays done where it has ended", () => {
    expect(dues({ standing: "established" })).toStrictEqual([due()]);
    const offices = [...HELD.offices, named("主任乙", "2027-12-01")];
    expect(dues({ standing: "exited", offices })[0]).toStrictEqual(due({ done: { on: "2027-12-01" } }));
  });
});

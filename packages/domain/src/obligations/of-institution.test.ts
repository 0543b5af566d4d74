import type { Actor, Duty, Policy, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, InstitutionFacts } from "../contract/facts.ts";
import { institution } from "../testing/board.ts";
import { at } from "../testing/life.ts";
import { asking, caseWith, policyWith, procedureWith, said, stageThat } from "../testing/owing.ts";
import type { Asking } from "./due.ts";
import { duesOfInstitution } from "./of-institution.ts";

const host = { role: "host" } as const;
const always = { kind: "compare", of: { kind: "fact", fact: "case.year" }, is: "at-least", than: 0 } as const;
const judgedBy = (by: Actor): Duty["must"] => ({ kind: "judged", by, asks: said("是否支持") });
const LIST: Stage = { ...stageThat({ does: "submit", by: host }), form: "list" };
const YEARLY = procedureWith([LIST], { key: "y", over: "institution" });
const SHOWN: Duty = {
  key: "shown",
  label: said("办好清单"),
  because: ["all"],
  bearer: "institution",
  must: always,
  when: { kind: "yearly", from: "01-01", to: "10-31" },
  every: "year",
  form: "list",
};
const JUDGED: Duty = {
  ...SHOWN,
  key: "judged",
  label: said("支持中心"),
  bearer: "host",
  must: judgedBy({ role: "authority" }),
};
const { form: _form, ...UNFORMED } = SHOWN;

function dues(given: Partial<Policy>, root: Partial<InstitutionFacts> = {}, more: Partial<Asking> = {}) {
  const policy = policyWith({ inForce: { from: "2025-07-01" }, ...given });
  const facts = { ...institution({}), ...root };
  return duesOfInstitution(asking(policy, facts, more), facts);
}
const opening = (year: number, more: object = {}) => ({
  key: `y:${year}:s:institution-manager`,
  to: { space: 11, role: "institution-manager" },
  act: "open-case",
  procedure: "y",
  stage: "s",
  year,
  matter: "环节",
  opens: at(`${year}-01-01`, "00:00:00"),
  ...more,
});
const judging = (year: number, more: object = {}) => ({
  key: `duty-judged:${year}:officer`,
  to: { space: 1, role: "officer" },
  act: "judge-duty",
  duty: "judged",
  year,
  matter: "支持中心",
  opens: at(`${year}-01-01`, "00:00:00"),
  ...more,
});
const ofYear = (year: number, more: Partial<CaseFacts> = {}) =>
  caseWith({ procedure: "y", year, root: { kind: "institution", id: "institution-1" }, ...more });

describe("what an institution opens each year", () => {
  const procedures = [YEARLY];

  it("is each yearly procedure of institutions, from the policy's first year to today's", () => {
    expect(dues({ procedures })).toStrictEqual([opening(2025), opening(2026)]);
    const others = [
      procedureWith([LIST], { key: "c", over: "center" }),
      procedureWith([LIST], {
        key: "r",
        over: "institution",
        starts: { ...YEARLY.starts, every: "request" },
      }),
      procedureWith([], { key: "e", over: "institution" }),
      procedureWith([LIST], {
        key: "n",
        over: "institution",
        starts: { ...YEARLY.starts, by: { role: "public" } },
      }),
    ];
    expect(dues({ procedures: others })).toEqual([]);
  });

  it("is due with the duty that its form shows", () => {
    const duty = { duty: "shown" };
    expect(dues({ procedures, duties: [SHOWN] })).toStrictEqual([
      opening(2025, { ...duty, due: "2025-10-31" }),
      opening(2026, { ...duty, due: "2026-10-31" }),
    ]);
    expect(dues({ procedures, duties: [{ ...SHOWN, when: { kind: "anytime" } }] })[0]).toStrictEqual(
      opening(2025, duty),
    );
    const open = { open: { asks: said("何时"), per: "policy" } } as const;
    expect(dues({ procedures, duties: [{ ...SHOWN, when: open }] })[0]).toStrictEqual(opening(2025, duty));
  });

  it("shows no duty that is another bearer's, comes only once, or has no form or another one", () => {
    const shown = (...duties: Duty[]) => dues({ procedures, duties })[0]?.duty;
    expect(shown({ ...SHOWN, bearer: "host" })).toBe("shown");
    expect(shown({ ...SHOWN, bearer: "center" })).toBeUndefined();
    expect(shown({ ...SHOWN, every: "once" })).toBeUndefined();
    expect(shown({ ...SHOWN, form: "other" })).toBeUndefined();
    expect(shown(UNFORMED)).toBeUndefined();
    const { form: _, ...formless } = LIST;
    const plain = procedureWith([formless], { key: "y", over: "institution" });
    expect(dues({ procedures: [plain], duties: [UNFORMED] })[0]).not.toHaveProperty("duty");
  });

  it("is asked no more in a year in which it was opened, but again where it was withdrawn", () => {
    const years = (...cases: CaseFacts[]) => dues({ procedures }, { cases }).map(({ year }) => year);
    expect(years(ofYear(2025))).toEqual([2026]);
    expect(years(ofYear(2025, { state: "withdrawn" }))).toEqual([2025, 2026]);
    expect(years(ofYear(2025, { procedure: "other" }))).toEqual([2025, 2026]);
  });
});

describe("the years that count", () => {
  const procedures = [YEARLY];
  const history: Partial<Asking> = { tenant: 1 };
  const years = (
    root: Partial<InstitutionFacts>,
    today?: string,
    from: Policy["inForce"]["from"] = "2025-07-01",
  ) => {
    const policy = policyWith({ inForce: { from }, procedures });
    const facts = { ...institution({}), ...root };
    const { today: _, ...asked } = asking(policy, facts, history);
    return duesOfInstitution({ ...asked, ...(today === undefined ? {} : { today }) }, facts).map(
      ({ year }) => year,
    );
  };
  const key = "y:2026:s:institution-manager";
  const open = { open: { asks: said("何时施行"), per: "policy" } } as const;
  const judged = { duty: "d", year: 2026, met: true, opinion: "", on: "2026-05-01" };

  it("are none before the policy is in force", () => {
    expect(years({}, "2024-12-31")).toEqual([]);
    expect(years({}, "2025-01-01")).toEqual([2025]);
  });

  it("are without a day those that the history knows, and the one after them", () => {
    expect(years({})).toEqual([]);
    expect(years({ cases: [ofYear(2026, { procedure: "other" })] })).toEqual([2025, 2026, 2027]);
    expect(years({ duties: [judged] })).toEqual([2025, 2026, 2027]);
    expect(years({ missed: [{ obligation: key, due: "2026-10-31" }] })).toEqual([2025, 2026, 2027]);
    expect(years({ urged: [{ obligation: key, to: 11, at: at("2026-10-31") }] })).toEqual([2025, 2026, 2027]);
    expect(years({ duties: [judged, { ...judged, year: 2025 }] })).toEqual([2025, 2026, 2027]);
  });

  it("begin with the first that the history knows where it is open since when the policy holds", () => {
    expect(years({}, "2026-06-01", open)).toEqual([]);
    expect(years({ duties: [judged] }, "2027-06-01", open)).toEqual([2026, 2027]);
  });

  it("begin where it was settled since when the policy holds", () => {
    const policy = policyWith({ inForce: { from: open }, procedures });
    const settlement = {
      id: "x",
      path: "inForce/from",
      value: "2026-01-01",
      as: "定",
      on: "2025-12-01",
      by: { name: "officer", unit: "authority" },
    };
    const settled = {
      kind: "tenant" as const,
      id: "t",
      seq: 1,
      settlements: [settlement],
      extensions: [],
      meetings: [],
      documents: [],
      entries: [],
    };
    const facts = institution({});
    expect(duesOfInstitution(asking(policy, facts, { settled }), facts).map(({ year }) => year)).toEqual([
      2026,
    ]);
  });
});

describe("what the authority judges about an institution", () => {
  const duties = [JUDGED];
  const verdict = { duty: "judged", year: 2026, met: true, opinion: "", on: "2026-05-01" };

  it("is each judged duty of a year, and is the officer's where he may", () => {
    expect(dues({ duties })).toStrictEqual([judging(2025), judging(2026)]);
    const must = judgedBy({ role: "inspector" });
    expect(dues({ duties: [{ ...JUDGED, must }] })[0]).toStrictEqual(
      judging(2025, { key: "duty-judged:2025:inspector", to: { space: 1, role: "inspector" } }),
    );
  });

  it("is done on the day of the judgement of this duty and year", () => {
    expect(dues({ duties }, { duties: [verdict] })).toStrictEqual([
      judging(2025),
      judging(2026, { done: { on: "2026-05-01" } }),
    ]);
    expect(dues({ duties }, { duties: [{ ...verdict, duty: "other" }] })).toStrictEqual([
      judging(2025),
      judging(2026),
    ]);
  });

  it("is nothing that follows from facts, that others bear, or that nobody of the platform's judges", () => {
    const judged = (more: Partial<Duty>) => dues({ duties: [{ ...JUDGED, ...more }] });
    expect(judged({ must: always })).toEqual([]);
    expect(judged({ bearer: "tenant" })).toEqual([]);
    expect(judged({ every: "always" })).toEqual([]);
    expect(judged({ must: judgedBy({ role: "public" }) })).toEqual([]);
  });
});

import type { Policy, Procedure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { emptyTenant } from "../history/begin.ts";
import { at } from "../testing/life.ts";
import { asking, caseWith, lab, policyWith, procedureWith, stageThat } from "../testing/owing.ts";
import type { Asking } from "./due.ts";
import { duesOfCenter } from "./of-center.ts";

const host = { role: "host" } as const;
const REPORT = stageThat({ does: "submit", by: host });
const DECEMBER = { kind: "yearly", from: "12-01", to: "12-31" } as const;
const TERM = {
  termEndsOn: "2027-06-30",
  dates: { "center.designated-on": "2025-05-01", "center.term-started-on": "2025-07-01" },
};
const starts = (more: Partial<Procedure["starts"]> = {}): Partial<Procedure> => ({
  starts: { by: host, when: DECEMBER, every: "year", ...more },
});

interface Given {
  root?: Partial<CenterFacts>;
  asked?: Partial<Asking>;
  policy?: Partial<Policy>;
}
function dues(procedure: Partial<Procedure>, { root = {}, asked = {}, policy = {} }: Given = {}) {
  const facts = lab({ ...TERM, ...root });
  const procedures = [procedureWith([REPORT], procedure)];
  return duesOfCenter(asking(policyWith({ procedures, ...policy }), facts, asked), facts);
}
const years = (...asked: Parameters<typeof dues>) => dues(...asked).map(({ year }) => year);
const due = (year: number, more: object = {}) => ({
  key: `p:${year}:s:institution-manager`,
  to: { space: 11, role: "institution-manager" },
  act: "open-case",
  procedure: "p",
  stage: "s",
  year,
  matter: "环节",
  opens: at(`${year}-12-01`, "00:00:00"),
  due: `${year}-12-31`,
  ...more,
});
const history = (root: Partial<CenterFacts>) => {
  const facts = lab({ ...TERM, ...root });
  const { today: _, ...asked } = asking(
    policyWith({ procedures: [procedureWith([REPORT], starts())] }),
    facts,
  );
  return duesOfCenter(asked, facts).map(({ year }) => year);
};

describe("what a center opens in its term", () => {
  it("is each yearly procedure once in every year in which its window opens inside the term", () =>
    expect(dues(starts())).toStrictEqual([due(2025), due(2026)]));

  it("counts the first day of the term and not its last", () => {
    const when = { kind: "yearly", from: "07-01", to: "07-31" } as const;
    expect(years(starts({ when }), { root: { termEndsOn: "2027-07-01" } })).toEqual([2025, 2026]);
    expect(years(starts({ when }), { root: { termEndsOn: "2027-07-02" } })).toEqual([2025, 2026, 2027]);
    const early = { kind: "yearly", from: "06-30", to: "07-31" } as const;
    expect(years(starts({ when: early }))).toEqual([2026]);
  });

  it("is the leading institution's, or the authority's where that opens it", () => {
    const lead = { party: 12, uscc: "12500102450000002A", name: "乙医院" };
    const links = [{ key: "l", role: "lead" as const, name: "乙医院", host: lead, from: "2026-01-01" }];
    expect(dues(starts(), { root: { links } })[0]?.to.space).toBe(12);
    expect(dues(starts({ by: { role: "authority" } }))[0]).toStrictEqual(
      due(2025, { key: "p:2025:s:officer", to: { space: 1, role: "officer" } }),
    );
    expect(dues(starts({ by: { role: "contact" } }))[0]?.to).toEqual({ space: 1, role: "contact" });
  });

  it("is nothing that nobody of the platform's opens, that has no stage, or whose window is not known", () => {
    expect(dues(starts({ by: { role: "public" } }))).toEqual([]);
    expect(dues({ ...starts(), stages: [] })).toEqual([]);
    expect(dues(starts({ when: { kind: "between", from: { from: "center.accepted-on" } } }))).toEqual([]);
    expect(dues(starts({ when: { kind: "between", from: "2026-03-01" } }))[0]).not.toHaveProperty("due");
  });

  it("may be extended for a year by the tenant", () => {
    const extension = { procedure: "p", stage: "s", year: 2026, until: "2027-01-15", reason: "延期" };
    const settled = { ...emptyTenant("t"), extensions: [{ ...extension, on: "2026-05-01" }] };
    expect(dues(starts(), { asked: { settled } }).map((one) => one.due)).toEqual([
      "2025-12-31",
      "2027-01-15",
    ]);
  });

  it("is asked no more in a year in which it was opened, but again where it was withdrawn", () => {
    const opened = (more: object) =>
      years(starts(), { root: { cases: [caseWith({ year: 2025, ...more })] } });
    expect(opened({})).toEqual([2026]);
    expect(opened({ state: "withdrawn" })).toEqual([2025, 2026]);
    expect(opened({ procedure: "q" })).toEqual([2025, 2026]);
  });

  it("is void of a center that has ended, or that no longer belongs to those who open it", () => {
    const voided = (root: Partial<CenterFacts>, more: Partial<Procedure["starts"]> = {}) =>
      dues(starts(more), { root })[0]?.void;
    for (const standing of ["declined", "revoked", "exited"] as const)
      expect(voided({ standing })).toBe(true);
    expect(voided({ standing: "established" })).toBeUndefined();
    const who = (than: string) =>
      ({ kind: "compare", of: { kind: "fact", fact: "center.grade" }, is: "equal", than }) as const;
    expect(voided({ grade: "pass" }, { who: who("fail") })).toBe(true);
    expect(voided({ grade: "pass" }, { who: who("pass") })).toBeUndefined();
    expect(voided({}, { who: who("pass") })).toBeUndefined();
    const open = { open: { asks: { zh: "等次", en: "grade" }, per: "policy" } } as const;
    const settlement = {
      id: "x",
      path: "procedures/p/starts/who/than",
      value: "fail",
      as: "定",
      on: "2025-01-01",
      by: { name: "officer", unit: "authority" },
    };
    const settled = { ...emptyTenant("t"), settlements: [settlement] };
    const asked = starts({ who: { ...who(""), than: open } });
    expect(dues(asked, { root: { grade: "pass" } })[0]?.void).toBeUndefined();
    expect(dues(asked, { root: { grade: "pass" }, asked: { settled } })[0]?.void).toBe(true);
  });
});

describe("the term", () => {
  it("ends on its day where it has ended, or will", () => {
    const { termEndsOn: _, ...endless } = TERM;
    const ended = { ...endless.dates, "center.term-ended-on": "2026-06-30" };
    const facts = { ...lab({}), ...endless, dates: ended };
    const policy = policyWith({ procedures: [procedureWith([REPORT], starts())] });
    expect(duesOfCenter(asking(policy, facts), facts).map(({ year }) => year)).toEqual([2025]);
  });

  it("runs from the designation to this year where the policy names no end or no beginning", () => {
    const dates = { "center.designated-on": "2025-05-01" };
    expect(years(starts(), { root: { dates } })).toEqual([2025, 2026]);
    expect(years(starts(), { root: { dates }, asked: { today: "2024-06-01" } })).toEqual([2025]);
    const cases = [caseWith({ procedure: "q", year: 2027 })];
    expect(years(starts(), { root: { dates, cases } })).toEqual([2025, 2026, 2027]);
    expect(history({ dates })).toEqual([2025, 2026]);
    expect(history({ dates, cases })).toEqual([2025, 2026, 2027, 2028]);
  });

  it("has not begun without a designation", () =>
    expect(dues(starts(), { root: { dates: {} } })).toEqual([]));
});

describe("a procedure that comes once", () => {
  const when = { kind: "between", from: { from: "center.term-ended-on" } } as const;
  const once = starts({ every: "once", when });

  it("is opened in the year in which the term ends, supposing that it will", () =>
    expect(dues(once).map(({ year, opens }) => [year, opens])).toEqual([
      [2027, at("2027-06-30", "00:00:00")],
    ]));

  it("is not asked for again", () => {
    expect(dues(once, { root: { cases: [caseWith({ year: 2026 })] } })).toEqual([]);
    expect(dues(once, { root: { cases: [caseWith({ year: 2026, state: "withdrawn" })] } })).toHaveLength(1);
  });
});

describe("a procedure that comes round", () => {
  const cycle = { n: 1, unit: "year" } as const;
  const round = starts({
    every: "cycle",
    cycle,
    when: { kind: "between", from: { from: "center.cycle-ended-on" } },
  });

  it("is asked for in the next round only, from the year after the last one", () => {
    expect(dues(round).map(({ year, opens }) => [year, opens])).toEqual([
      [2026, at("2026-05-01", "00:00:00")],
    ]);
    expect(years(round, { root: { cases: [caseWith({ year: 2026 })] } })).toEqual([2027]);
    expect(years(round, { root: { cases: [caseWith({ year: 2027 }), caseWith({ year: 2026 })] } })).toEqual(
      [],
    );
    expect(years(round, { root: { cases: [caseWith({ year: 2026, state: "withdrawn" })] } })).toEqual([2026]);
    expect(years(round, { root: { cases: [caseWith({ year: 2026, procedure: "q" })] } })).toEqual([2026]);
  });

  it("skips the years in which no round ends", () => {
    const two = starts({ ...round.starts, cycle: { n: 2, unit: "year" } });
    expect(years(two)).toEqual([2027]);
    expect(years(two, { root: { termEndsOn: "2026-12-31" } })).toEqual([]);
  });
});

describe("what an inspection found", () => {
  const finding = { id: "f1", case: "case-1", text: "台账不全", on: "2026-04-02" };
  const found = {
    key: "finding:f1",
    to: { space: 11, role: "institution-manager" },
    act: "finding",
    procedure: "p",
    stage: "s",
    case: "case-1",
    year: 2026,
    matter: "台账不全",
    opens: at("2026-04-02", "00:00:00"),
  };
  const findings = (more: object, cases: CenterFacts["cases"]) =>
    dues(starts(), { root: { dates: {}, findings: [{ ...finding, ...more }], cases } });
  const done = { s: { doneOn: "2026-04-02", doneAt: at("2026-04-02") } };

  it("names where it was found", () => {
    expect(findings({}, [caseWith({ stages: done })])).toStrictEqual([found]);
    const { stage: _stage, ...unstaged } = found;
    expect(findings({}, [caseWith()])).toStrictEqual([unstaged]);
    expect(findings({}, [caseWith({ stages: { s: {} } })])).toStrictEqual([unstaged]);
    const { procedure: _procedure, ...unknown } = unstaged;
    expect(findings({}, [caseWith({ procedure: "q", stages: done })])).toStrictEqual([unknown]);
    expect(findings({}, [caseWith({ id: "case-2", stages: done })])).toStrictEqual([unknown]);
  });

  it("names the first stage of the case that was done", () => {
    const stages = [{ ...REPORT, key: "before" }, REPORT];
    expect(
      dues(
        { ...starts(), stages },
        {
          root: { dates: {}, findings: [finding], cases: [caseWith({ stages: done })] },
        },
      )[0]?.stage,
    ).toBe("s");
  });

  it("is due on its day until it is cleared", () => {
    const cases = [caseWith({ stages: done })];
    const cleared = { on: "2026-04-20", how: "已补齐" };
    expect(findings({ due: "2026-04-30" }, cases)).toStrictEqual([{ ...found, due: "2026-04-30" }]);
    expect(findings({ cleared }, cases)).toStrictEqual([{ ...found, done: { on: "2026-04-20" } }]);
  });
});

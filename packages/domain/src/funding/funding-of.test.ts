import { type Funding, Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { emptyTenant } from "../history/begin.ts";
import { at, newLife } from "../testing/life.ts";
import { designate } from "../testing/steps.ts";
import { fundingOf } from "./funding-of.ts";

const policy = Policy.parse(pack);
const life = newLife(policy);
const [entry = ""] = designate(life, ["骨科中心"]);
const CENTER = life.centerOf(entry);
const asks = { zh: "给多少", en: "how much" };

/** Money that the authority pays alone. */
const FUNDING: Funding = {
  key: "f",
  label: { zh: "经费", en: "money" },
  because: ["s1"],
  for: ["stic"],
  amount: 30,
  currency: "CNY-10k",
  paid: "once",
  payers: [{ key: "authority", actor: { role: "authority" } }],
};

function planOf(more: Partial<Funding>, root: Partial<CenterFacts> = {}, today = "2023-01-01") {
  const place = { policy, today, now: at(today), holidays: {}, root: { ...CENTER, ...root } };
  const [plan] = fundingOf({ ...policy, funding: [{ ...FUNDING, ...more }] }, place);
  if (plan === undefined) throw new Error("no plan");
  return plan;
}
const told = (...asked: Parameters<typeof planOf>) =>
  planOf(...asked).instalments.map((one) => [one.key, one.due, one.amount, one.state]);
const funded = (instalment: string, amount: string) => ({
  funding: "f",
  instalment,
  payer: "authority",
  amount,
  paidOn: "2022-12-01",
  on: "2022-12-01",
});
const money = (more: Partial<CenterFacts["money"]>): Pick<CenterFacts, "money"> => ({
  money: { ...CENTER.money, ...more },
});
const evaluation = {
  case: "c1",
  procedure: "acceptance",
  grade: "pass",
  score: "82.5",
  means: "pass",
  on: "2025-11-13",
};

/** The same plan where an open value was settled. */
function settledPlan(more: Partial<Funding>, path: string, value: unknown) {
  const settlement = {
    id: path,
    path,
    value,
    as: "定",
    on: "2022-01-01",
    by: { name: "经办人", unit: "局" },
  };
  const tenant = { ...emptyTenant("tenant-root"), settlements: [settlement] };
  const place = { policy, today: "2023-01-01", now: at("2023-01-01"), holidays: {}, root: CENTER, tenant };
  const [plan] = fundingOf({ ...policy, funding: [{ ...FUNDING, ...more }] }, place);
  return plan?.instalments.map((one) => one.amount);
}

describe("when money is due", () => {
  test("is once, from the designation on", () => {
    expect(told({})).toEqual([["once", "2022-11-10", "30", "due"]]);
    expect(told({}, {}, "2022-11-10")).toEqual([["once", "2022-11-10", "30", "due"]]);
    expect(told({}, {}, "2022-11-09")).toEqual([["once", "2022-11-10", "30", "coming"]]);
    expect(told({}, { dates: {} })).toEqual([]);
  });
  test("is by the term", () =>
    expect(told({ paid: "by-term" })).toEqual([
      ["term", CENTER.dates["center.term-started-on"], "30", "due"],
    ]));
  test("is every year of the term, or for as many years as are said", () => {
    const years = (...asked: Parameters<typeof planOf>) => planOf(...asked).instalments.map(({ key }) => key);
    const paid = "yearly";
    expect(told({ paid })).toEqual([
      ["2022", "2022-11-10", "30", "due"],
      ["2023", "2023-11-10", "30", "coming"],
      ["2024", "2024-11-10", "30", "coming"],
    ]);
    expect(years({ paid, years: 5 })).toEqual(["2022", "2023", "2024", "2025", "2026"]);
    expect(years({ paid, years: { open: { asks, per: "policy" } } })).toEqual(["2022"]);
    const open = { open: { asks, per: "policy" } } as const;
    expect(settledPlan({ paid, years: open }, "funding/f/years", 2)).toEqual(["30", "30"]);
    const { termEndsOn: _, ...endless } = CENTER;
    const ended = { ...endless.dates, "center.term-ended-on": "2023-11-11" };
    const place = { policy, today: "2023-01-01", now: at("2023-01-01"), holidays: {} };
    const of = (root: CenterFacts) =>
      fundingOf({ ...policy, funding: [{ ...FUNDING, paid }] }, { ...place, root })[0]?.instalments.length;
    expect([of(endless), of({ ...endless, dates: ended })]).toEqual([0, 2]);
    expect(told({ paid }, { dates: {} })).toEqual([]);
  });
  test("is with each grade, or with each grant", () => {
    const amount = { kind: "fact", fact: "result.score" } as const;
    expect(told({ paid: "by-grade", amount }, { evaluations: [evaluation] })).toEqual([
      ["c1", "2025-11-13", "82.5", "coming"],
    ]);
    const grant = (more: object) =>
      [
        {
          case: "c1",
          consequence: "best",
          effect: "e",
          does: "money",
          with: { funding: "f", act: "grant" },
          on: "2025-12-01",
          ...more,
        },
      ] as CenterFacts["consequences"];
    const decided = (consequences: CenterFacts["consequences"], evaluations = [evaluation]) =>
      told({ paid: "by-decision" }, { consequences, evaluations });
    expect(decided(grant({}))).toEqual([["c1", "2025-12-01", "30", "coming"]]);
    expect(decided(grant({}), [])).toEqual([["c1", "2025-12-01", "30", "coming"]]);
    expect(decided(grant({ with: { funding: "f", act: "withhold" } }))).toEqual([]);
    expect(decided(grant({ with: { funding: "other", act: "grant" } }))).toEqual([]);
    expect(decided(grant({ does: "support" }))).toEqual([]);
  });
});

describe("how much is due", () => {
  test("is told with its day, who bears it and how it stands, and nothing that there is not", () => {
    const instalment = { key: "once", due: "2022-11-10" };
    const share = { payer: "authority", role: "authority", paid: "0" };
    expect(planOf({})).toStrictEqual({
      funding: "f",
      label: { zh: "经费", en: "money" },
      currency: "CNY-10k",
      reclaimed: "0",
      instalments: [{ ...instalment, amount: "30", shares: [{ ...share, amount: "30" }], state: "due" }],
    });
    const missing = { kind: "fact", fact: "center.score" } as const;
    expect(planOf({ amount: missing }).instalments).toStrictEqual([
      { ...instalment, missing: "center.score", shares: [share], state: "open" },
    ]);
    const open = { asks, per: "policy" } as const;
    expect(planOf({ amount: { open }, most: 10 }).instalments).toStrictEqual([
      {
        ...instalment,
        open: { path: "funding/f/amount", asks, per: "policy", by: "authority" },
        shares: [share],
        state: "open",
      },
    ]);
  });
  test("is cut to the fen and never rounded up", () =>
    expect(told({ amount: 0.123_456_7 })[0]?.[2]).toBe("0.123456"));
  test("is no more in all than is said, and never less than nothing", () => {
    expect(told({ paid: "yearly", most: 70 }).map(([, , amount]) => amount)).toEqual(["30", "30", "10"]);
    expect(told({ amount: -5 })[0]?.[2]).toBe("0");
    const most = { open: { asks, per: "policy" } } as const;
    expect(told({ paid: "yearly", most }).map(([, , one]) => one)).toEqual(["30", "30", "30"]);
    expect(settledPlan({ paid: "yearly", most }, "funding/f/most", 40)).toEqual(["30", "10", "0"]);
  });
  test("is nothing where the condition does not hold, and open or missing where that is not known", () => {
    const when = (than: number) =>
      ({ kind: "compare", of: { kind: "fact", fact: "case.year" }, is: "at-least", than }) as const;
    expect(told({ paid: "yearly", when: when(2023) }).map(([key, , amount]) => [key, amount])).toEqual([
      ["2023", "30"],
      ["2024", "30"],
    ]);
    const unknown = { ...when(80), of: { kind: "fact", fact: "center.score" } } as const;
    expect(planOf({ when: unknown }).instalments).toMatchObject([{ missing: "center.score", state: "open" }]);
    const open = { ...when(80), than: { open: { asks, per: "policy" } } } as const;
    expect(planOf({ when: open }).instalments).toMatchObject([{ open: { path: "funding/f/when/than" } }]);
    expect(planOf({ amount: { open: { asks, per: "policy" } } }).instalments).toMatchObject([
      { open: { path: "funding/f/amount" }, state: "open" },
    ]);
    expect(planOf({ amount: { kind: "fact", fact: "center.score" } }).instalments[0]).not.toHaveProperty(
      "amount",
    );
  });
  test("may hang on the result that it follows, as far as there was one", () => {
    const by = (fact: string) => ({ paid: "by-grade" as const, amount: { kind: "fact" as const, fact } });
    const is = (fact: string, than: string) =>
      ({ kind: "compare", of: { kind: "fact", fact }, is: "equal", than }) as const;
    const asked = (fact: string, than: string, more: object = {}) =>
      told({ paid: "by-grade", when: is(fact, than) }, { evaluations: [{ ...evaluation, ...more }] }).length;
    expect([asked("result.grade", "pass"), asked("result.grade", "fail")]).toEqual([1, 0]);
    expect([asked("result.means", "pass"), asked("result.means", "fail")]).toEqual([1, 0]);
    const { score: _score, means: _means, ...bare } = evaluation;
    const plan = planOf(by("result.score"), { evaluations: [bare] });
    expect(plan.instalments).toMatchObject([{ missing: "result.score", state: "open" }]);
    const unknown = planOf({ paid: "by-grade", when: is("result.means", "pass") }, { evaluations: [bare] });
    expect(unknown.instalments).toMatchObject([{ missing: "result.means" }]);
    const grant = { case: "c2", consequence: "b", effect: "e", does: "money", on: "2025-12-01" };
    const granted = planOf(
      { ...by("result.score"), paid: "by-decision" },
      {
        evaluations: [evaluation, { ...evaluation, case: "c2", score: "91" }, { ...evaluation, case: "c3" }],
        consequences: [
          { ...grant, with: { funding: "f", act: "grant" } },
          { ...grant, case: "c4" },
        ] as CenterFacts["consequences"],
      },
    );
    expect(granted.instalments).toMatchObject([{ key: "c2", amount: "91" }]);
  });
  test("is only of types that it is for, and bears its own name", () => {
    const place = { policy, today: "2023-01-01", now: at("2023-01-01"), holidays: {}, root: CENTER };
    expect(fundingOf({ ...policy, funding: [{ ...FUNDING, for: ["institute"] }] }, place)).toEqual([]);
    const { label: _, ...nameless } = FUNDING;
    expect(fundingOf({ ...policy, funding: [nameless as Funding] }, place)).toMatchObject([
      { funding: "f", label: { zh: "f", en: "f" }, currency: "CNY-10k", reclaimed: "0" },
    ]);
  });
});

describe("how money stands", () => {
  test("is paid once every share is", () => {
    expect(told({}, money({ funded: [funded("once", "30")] }))[0]?.[3]).toBe("paid");
    expect(told({}, money({ funded: [funded("once", "29"), funded("once", "1")] }))[0]?.[3]).toBe("paid");
    expect(told({}, money({ funded: [funded("once", "29")] }))[0]?.[3]).toBe("due");
    for (const other of [{ funding: "g" }, { instalment: "2022" }, { payer: "host" }])
      expect(told({}, money({ funded: [{ ...funded("once", "30"), ...other }] }))[0]?.[3]).toBe("due");
  });
  test("is paid and reclaimed by all who bear it, one paying does not do for the others", () => {
    const payers = [
      { key: "authority", actor: { role: "authority" }, share: 0.5 },
      { key: "host", actor: { role: "host" }, share: 0.5 },
    ] satisfies Funding["payers"];
    const half = [funded("once", "15")];
    expect(told({ payers }, money({ funded: half }))[0]?.[3]).toBe("due");
    expect(
      told({ payers }, money({ funded: [...half, { ...funded("once", "15"), payer: "host" }] }))[0]?.[3],
    ).toBe("paid");
    const reclaimed = [{ funding: "f", on: "2022-12-31" }];
    expect(told({ payers }, money({ funded: half, reclaimed }))[0]?.[3]).toBe("reclaimed");
    const unsaid = payers.map(({ key, actor }) => ({ key, actor }));
    expect(told({ payers: unsaid }, money({ funded: half }))[0]?.[3]).toBe("due");
  });
  test("is withheld until it is granted again, and cancelled for good", () => {
    const withheld = (final: boolean) => money({ withheld: [{ funding: "f", final, on: "2022-12-01" }] });
    const grantedOn = (on: string) => ({
      consequences: [
        {
          case: "c1",
          consequence: "b",
          effect: "e",
          does: "money",
          with: { funding: "f", act: "grant" },
          on,
        },
      ] as CenterFacts["consequences"],
    });
    expect(told({}, withheld(false))[0]?.[3]).toBe("withheld");
    expect(told({}, withheld(true))[0]?.[3]).toBe("cancelled");
    expect(told({}, { ...withheld(false), ...grantedOn("2022-12-02") })[0]?.[3]).toBe("due");
    expect(told({}, { ...withheld(false), ...grantedOn("2022-12-01") })[0]?.[3]).toBe("withheld");
    expect(told({}, { ...withheld(true), ...grantedOn("2022-12-02") })[0]?.[3]).toBe("cancelled");
    expect(told({}, money({ withheld: [{ funding: "g", final: true, on: "2022-12-01" }] }))[0]?.[3]).toBe(
      "due",
    );
  });
  test("is reclaimed where it was paid, else cancelled", () => {
    const reclaimed = [{ funding: "f", on: "2022-12-31" }];
    const plan = planOf({}, money({ reclaimed, funded: [funded("once", "20")] }));
    expect([plan.reclaimed, plan.instalments[0]?.state]).toEqual(["20", "reclaimed"]);
    const kept = planOf({}, money({ funded: [funded("once", "20")] }));
    expect([kept.reclaimed, kept.instalments[0]?.state]).toEqual(["0", "due"]);
    const others = money({ reclaimed: [{ funding: "g", on: "2022-12-31" }], funded: [funded("once", "20")] });
    expect([planOf({}, others).reclaimed, planOf({}, others).instalments[0]?.state]).toEqual(["0", "due"]);
    const unpaid = planOf({}, money({ reclaimed }));
    expect([unpaid.reclaimed, unpaid.instalments[0]?.state]).toEqual(["0", "cancelled"]);
  });
});

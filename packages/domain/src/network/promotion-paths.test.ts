import type { Condition, NamedCondition, Policy, Promotion } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts, Facts } from "../contract/facts.ts";
import { emptyTenant } from "../history/begin.ts";
import { pathsOf } from "./promotion-paths.ts";
import {
  applied,
  CLAUSE,
  desk,
  equal,
  HOST,
  IN_WORDS,
  lab,
  netWith,
  open,
  OTHER_HOST,
  SMALL_POLICY,
  TODAY,
} from "../testing/small-network.ts";

const text = (zh: string) => ({ zh, en: zh });
const paths = (centers: CenterFacts[], policy: Policy, given: Partial<Facts> = {}) =>
  pathsOf(netWith(policy, centers, given));

const UP: Promotion = {
  key: "up",
  label: text("推荐省级"),
  because: ["all"],
  from: ["lab"],
  to: { tier: "provincial", type: text("省级中心"), authority: text("省卫生健康委") },
  by: { role: "authority" },
  when: equal("center.grade", "good"),
};
const promoting = (more: Partial<Promotion> = {}): Policy => ({
  ...SMALL_POLICY,
  promotions: [{ ...UP, ...more }],
});
const GOOD = lab("a", { grade: "good", cases: [applied()] });
const PATH = {
  center: "a",
  name: "实验室 a",
  way: "promotion",
  key: "up",
  label: "推荐省级",
  force: "mandatory",
  to: { tier: "provincial", type: "省级中心", authority: "省卫生健康委" },
  by: "主管部门",
  verdict: { kind: "allowed" },
  leaves: [],
  clauses: [IN_WORDS],
};

describe("a way on which a center is recommended", () => {
  it("is free where its condition holds", () => expect(paths([GOOD], promoting())).toStrictEqual([PATH]));

  it("says what is missing where its condition does not hold", () => {
    const [path] = paths([{ ...GOOD, grade: "pass" }], promoting({ force: "preference" }));
    expect(path).toMatchObject({ ...PATH, force: "preference", verdict: { kind: "refused" }, leaves: [{}] });
    expect(path?.leaves).toStrictEqual([
      {
        path: "promotions/up/when",
        rule: "推荐省级",
        force: "preference",
        truth: "false",
        words: "中心最近的等次为 pass，须为 good",
        clauses: [IN_WORDS],
      },
    ]);
  });

  it("says what the text leaves open", () => {
    const { open: terms } = open();
    const [path] = paths([GOOD], promoting({ when: { kind: "unstated", open: terms } }));
    expect(path?.verdict.kind).toBe("pending");
    expect(path?.leaves).toStrictEqual([
      {
        path: "promotions/up/when",
        rule: "推荐省级",
        force: "mandatory",
        truth: "unknown",
        words: "原文未定：几家：原文没有规定“几家”，由主管部门确定",
        open: "几家",
        clauses: [IN_WORDS],
      },
    ]);
  });

  it("names no authority where the text names none", () => {
    const to = { tier: "provincial", type: text("省级中心") };
    expect(paths([GOOD], promoting({ to }))[0]?.to).toStrictEqual({ tier: "provincial", type: "省级中心" });
  });

  it("is done on the last day on which the center was recommended on it", () => {
    const on = (promotion: string, day: string) => ({ promotion, to: "省", opinion: "同意", on: day });
    const recommendations = [on("up", "2026-01-01"), on("up", "2026-03-01"), on("other", "2026-04-01")];
    const [path] = paths([{ ...GOOD, grade: "pass", recommendations }], promoting());
    expect(path).toMatchObject({ doneOn: "2026-03-01", leaves: [] });
    const other = { ...GOOD, recommendations: [on("other", "2026-04-01")] };
    expect(paths([other], promoting())).toStrictEqual([PATH]);
  });

  it("is open to the types that it names, and to centers that are there", () => {
    expect(paths([desk("a", "b")], promoting())).toEqual([]);
    for (const standing of ["applying", "declined", "revoked", "exited"] as const)
      expect(paths([{ ...GOOD, standing }], promoting())).toEqual([]);
  });

  it("is asked of all centers, or of those that are named", () => {
    const net = netWith(promoting(), [GOOD, lab("b")]);
    const ids = (found: { center: string }[]) => found.map(({ center }) => center);
    expect(ids(pathsOf(net))).toEqual(["a", "b"]);
    expect(ids(pathsOf(net, ({ id }) => id === "b"))).toEqual(["b"]);
  });
});

/** A laboratory is only designated where its institution has desks already. */
const desks = (least: number): Condition => ({
  kind: "compare",
  of: {
    kind: "tally",
    of: "designations",
    by: "count",
    where: {
      kind: "all",
      of: [
        equal("it.type", "desk"),
        {
          kind: "compare",
          of: { kind: "fact", fact: "it.host" },
          is: "equal",
          than: { kind: "fact", fact: "host.uscc" },
        },
      ],
    },
  },
  is: "at-least",
  than: least,
});
const rule = (key: string, test: Condition, more: Partial<NamedCondition> = {}): NamedCondition => ({
  key,
  label: text(key),
  because: ["all"],
  for: ["lab"],
  of: "host",
  test,
  ...more,
});
/** The entry of a laboratory requires `beds` and `other-kind` at its check. */
const asking = (...conditions: NamedCondition[]): Policy => {
  const rest = SMALL_POLICY.conditions.filter(({ key }) => !conditions.some((one) => one.key === key));
  return { ...SMALL_POLICY, conditions: [...conditions, ...rest.map((one) => ({ ...one, for: ["desk"] }))] };
};
const DESK = desk("d", "b", { cases: [applied()] });
const WAY = {
  center: "d",
  name: "工作站 d",
  way: "procedure",
  key: "entry",
  label: "entry",
  force: "mandatory",
  to: { tier: "municipal", type: "实验室" },
  by: "依托单位",
  verdict: { kind: "allowed" },
  leaves: [],
  clauses: [IN_WORDS],
};

describe("a way on which an institution may apply for another type", () => {
  it("is there where the other type asks for a standing like the center's own", () =>
    expect(paths([DESK], asking(rule("beds", desks(1))))).toStrictEqual([WAY]));

  it("says what is missing, with the rule, its force and its clause", () => {
    const policy = asking(
      rule("beds", desks(2), { force: "in-principle" }),
      rule("other-kind", equal("host.name", "别家")),
    );
    const [path] = paths([DESK], policy);
    expect(path?.verdict).toMatchObject({
      kind: "refused",
      violations: [
        { code: "condition-false", path: "conditions/beds", clauses: [CLAUSE], force: "in-principle" },
        { code: "condition-false", path: "conditions/other-kind", clauses: [CLAUSE] },
      ],
    });
    expect(path?.leaves.map(({ words: _words, ...leaf }) => leaf)).toStrictEqual([
      {
        path: "conditions/beds/test",
        rule: "beds",
        force: "in-principle",
        truth: "false",
        clauses: [IN_WORDS],
      },
      {
        path: "conditions/other-kind/test",
        rule: "other-kind",
        force: "mandatory",
        truth: "false",
        clauses: [IN_WORDS],
      },
    ]);
  });

  it("is none where the other type asks nothing of the kind", () => {
    expect(paths([DESK], asking(rule("beds", equal("host.name", HOST.name))))).toEqual([]);
    expect(paths([DESK], asking(rule("unasked", desks(1))))).toEqual([]);
    expect(paths([DESK], asking(rule("beds", desks(1), { for: ["desk"] })))).toEqual([]);
    const nobody = asking(rule("beds", { ...desks(1), is: "at-most", than: 0 } as Condition));
    expect(paths([DESK], nobody)).toEqual([]);
  });

  it("is none by a procedure that is no way in, or is another type's", () => {
    const policy = asking(rule("beds", desks(1)));
    const [entry, ...others] = policy.procedures;
    const changed = (more: object) =>
      ({ ...policy, procedures: [{ ...entry, ...more }, ...others] }) as Policy;
    expect(paths([DESK], changed({ purpose: "change" }))).toEqual([]);
    expect(paths([DESK], changed({ for: ["desk"] }))).toEqual([]);
    expect(paths([DESK], changed({ force: "preference" }))).toStrictEqual([{ ...WAY, force: "preference" }]);
  });

  it("leads to the same tier or a higher one, and never to the center's own type", () => {
    const tiers = (ofLab: string, ofDesk: string): Policy => {
      const policy = asking(rule("beds", desks(1)));
      const tierOf = (key: string) => (key === "lab" ? ofLab : ofDesk);
      return { ...policy, types: policy.types.map((type) => ({ ...type, tier: tierOf(type.key) })) };
    };
    const found = (policy: Policy) => paths([DESK], policy).map(({ to }) => to.tier);
    expect(found(tiers("national", "provincial"))).toEqual(["national"]);
    expect(found(tiers("district", "district"))).toEqual(["district"]);
    expect(found(tiers("district", "municipal"))).toEqual([]);
    expect(found(tiers("district", "village"))).toEqual(["district"]);
    expect(found(tiers("village", "district"))).toEqual([]);
    const own = asking(rule("beds", desks(1), { for: ["desk"] }));
    const procedures = own.procedures.map((one) => ({ ...one, for: ["desk"] }));
    expect(paths([DESK], { ...own, procedures })).toEqual([]);
  });

  it("is none for a center of a type that the policy does not know", () =>
    expect(paths([{ ...DESK, type: "unheard-of" }], asking(rule("beds", desks(1))))).toEqual([]));

  it("is asked of the institution that leads today, for the same field and this year", () => {
    const lead = { key: "l", role: "lead", name: "乙医院", host: OTHER_HOST, from: "2026-01-01" } as const;
    const led: CenterFacts = {
      ...DESK,
      links: [...DESK.links, lead],
      values: { "center.field": "lungs", "application.field": "heart" },
    };
    const truthOf = (test: Condition, given: Partial<Facts> = {}, center = led) =>
      paths([center], asking(rule("beds", desks(1)), rule("other-kind", test)), given)[0]?.verdict.kind;
    expect(truthOf(equal("host.name", "乙医院"))).toBe("allowed");
    expect(truthOf(equal("application.field", "lungs"))).toBe("allowed");
    expect(truthOf(equal("application.field", "heart"))).toBe("refused");
    expect(
      truthOf(equal("application.field", "heart"), {}, { ...led, values: { "application.field": "heart" } }),
    ).toBe("allowed");
    expect(truthOf(equal("application.field", 3), {}, { ...led, values: { "center.field": 3 } })).toBe(
      "pending",
    );
    const asked: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "equal",
      than: { open: { asks: text("几张"), per: "call", by: { role: "authority" } } },
    };
    const settled = {
      id: "s",
      path: "conditions/other-kind/test/than",
      value: 500,
      as: "五百",
      on: TODAY,
      by: { name: "officer", unit: "authority" },
      year: 2026,
    };
    const tenant = { ...emptyTenant("tenant"), settlements: [settled] };
    const big = { ...led, links: [{ ...lead, host: { ...OTHER_HOST, beds: 500 } }] };
    expect(truthOf(asked, { tenant }, big)).toBe("allowed");
  });
});

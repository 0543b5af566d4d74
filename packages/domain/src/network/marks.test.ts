import type { Condition, NamedCondition, Office, OpenTerms, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts, Facts } from "../contract/facts.ts";
import type { NetworkMark } from "../contract/network.ts";
import { emptyTenant } from "../history/begin.ts";
import type { SeatLine } from "./cap-seats.ts";
import { marksOf } from "./marks.ts";
import {
  applied,
  caseOf,
  desk,
  equal,
  IN_WORDS,
  lab,
  netWith,
  PIN,
  SMALL_POLICY,
  TODAY,
  under,
  waiver,
} from "../testing/small-network.ts";

const marks = (centers: CenterFacts[], policy: Policy = SMALL_POLICY, given: Partial<Facts> = {}) =>
  marksOf(netWith(policy, centers, given), []);
const text = (zh: string) => ({ zh, en: zh });
const ABOUT = { center: "a", clauses: [IN_WORDS] };

describe("a cap that is exceeded", () => {
  const LINE: SeatLine = {
    cap: "per-city",
    label: "每市一家",
    clauses: [IN_WORDS],
    scope: "designations:per-city:甲市",
    of: ["甲市"],
    taken: 2,
    most: "1",
    over: true,
    holders: [
      { center: "a", name: "实验室 a" },
      { center: "b", name: "实验室 b" },
    ],
  };
  const exceeded = (line: Partial<SeatLine>, ...centers: CenterFacts[]) =>
    marksOf(netWith(SMALL_POLICY, centers), [{ ...LINE, ...line }]);
  const MARK = {
    ...ABOUT,
    kind: "cap-exceeded",
    path: "caps/per-city",
    label: "每市一家",
    words: "超出“每市一家”：最多 1，现有 2（实验室 a、实验室 b）",
  };

  it("is marked at each center that holds a seat, and at no other", () =>
    expect(exceeded({}, lab("a"), lab("b"), lab("c"))).toStrictEqual([MARK, { ...MARK, center: "b" }]));

  it("names no limit where none is known", () => {
    const { most: _most, ...open } = LINE;
    expect(marksOf(netWith(SMALL_POLICY, [lab("a")]), [open])).toStrictEqual([
      { ...MARK, words: "超出“每市一家”：现有 2（实验室 a、实验室 b）" },
    ]);
  });

  it("is not marked where there is room, where it was let go, or where the center has ended", () => {
    expect(exceeded({ over: false }, lab("a"))).toEqual([]);
    expect(exceeded({}, lab("a", { standing: "exited" }))).toEqual([]);
    const waived = lab("a", { cases: [applied({ waivers: [waiver("caps/per-city")] })] });
    expect(exceeded({}, waived).map(({ kind }) => kind)).toEqual(["waived"]);
    const other = lab("a", { cases: [applied({ waivers: [waiver("conditions/beds")] })] });
    expect(exceeded({}, other).map(({ kind }) => kind)).toEqual(["cap-exceeded", "waived"]);
  });
});

describe("a rule that was let go", () => {
  const waived = (...waivers: ReturnType<typeof waiver>[]) =>
    marks([lab("a", { cases: [caseOf(), caseOf({ procedure: "amend", waivers })] })]);
  const MARK = {
    ...ABOUT,
    kind: "waived",
    path: "conditions/beds",
    label: "床位原则上不少于 500 张",
    words: "人口多",
  };

  it("is marked with its reason and its clause", () =>
    expect(waived(waiver("conditions/beds"))).toStrictEqual([MARK]));

  it("is marked until its last day, and no longer", () => {
    expect(waived(waiver("conditions/beds", TODAY))).toStrictEqual([{ ...MARK, until: TODAY }]);
    expect(waived(waiver("conditions/beds", "2026-05-31"))).toEqual([]);
  });

  it("is named by its place where the policy does not have it any more", () =>
    expect(waived(waiver("caps/gone"))).toStrictEqual([
      { ...MARK, path: "caps/gone", label: "caps/gone", clauses: [] },
    ]));
});

describe("a center above that is no longer there", () => {
  const [below] = [desk("a", "up")];
  const gone = (words: string): NetworkMark[] => [
    { ...ABOUT, kind: "parent-gone", path: "types/desk/under", label: "中心", words },
  ];
  const up = (standing: CenterFacts["standing"] & string) => lab("up", { standing });

  it("is marked with the standing that it has now", () => {
    expect(marks([below, up("revoked")])).toStrictEqual(gone("上级中心实验室 up现在是“已撤销”"));
    expect(marks([below, up("exited")])).toStrictEqual(gone("上级中心实验室 up现在是“已退出”"));
  });

  it("is known also where it is another tenant's", () => {
    const { id, type, name, host, settlements } = lab("up");
    const parents = [
      { id: "other", type, name, host, settlements, standing: "exited" as const },
      { id, type, name, host, settlements, standing: "revoked" as const },
    ];
    expect(marks([below], SMALL_POLICY, { parents })).toStrictEqual(gone("上级中心实验室 up现在是“已撤销”"));
  });

  it("is not marked while it stands, or where nothing is known of it", () => {
    expect(marks([below, lab("up")])).toEqual([]);
    expect(marks([below])).toEqual([]);
    const { standing: _standing, ...begun } = lab("up");
    expect(marks([below, begun])).toEqual([]);
    const { center: _center, ...named } = under("up");
    expect(marks([desk("a", "up", { links: [named] }), lab("up", { standing: "revoked" })])).toEqual([]);
  });

  it("is marked where the link to it has ended and no other took its place", () => {
    const left = under("up", { to: "2026-05-04" });
    const earlier = under("before", { to: "2026-02-01" });
    const words = "与上级中心实验室 up的联系已于 2026 年 5 月 4 日结束，没有新的上级中心";
    expect(
      marks([desk("a", "", { links: [earlier, under("once", { to: "2026-03-01" }), left] }), lab("up")]),
    ).toStrictEqual(gone(words));
    expect(marks([desk("a", "", { links: [left, under("next")] }), lab("next")])).toEqual([]);
    const beside = under("up", { role: "joint", to: "2026-05-04" });
    expect(marks([desk("a", "", { links: [beside] }), lab("up", { standing: "revoked" })])).toEqual([]);
    const joined = under("up", { role: "joint" });
    expect(marks([desk("a", "", { links: [joined] }), up("revoked")])).toEqual([]);
  });

  it("is nobody's matter where the policy in force does not know the type", () => {
    const policy = { ...SMALL_POLICY, types: SMALL_POLICY.types.filter(({ key }) => key !== "desk") };
    expect(marks([below, up("revoked")], policy)).toEqual([]);
  });
});

describe("a network that nobody leads", () => {
  const OFFICE: Office = {
    key: "leads",
    label: text("牵头单位"),
    because: [],
    office: "lead-host",
    term: { n: 3, unit: "year" },
  };
  const policyWith = (...offices: Office[]): Policy => ({
    ...SMALL_POLICY,
    types: SMALL_POLICY.types.map((type) => ({ ...type, offices })),
  });
  const led = (...offices: CenterFacts["offices"]) =>
    lab("a", { offices, dates: { "center.designated-on": "2020-01-01" } });
  const since = (on: string, holder = "甲医院") => ({ office: "lead-host" as const, holder, on });

  it("is marked once the term of the one that led last is over", () => {
    expect(
      marks(
        [led(since("2020-01-01"), since("2022-01-01", "丙医院"), since("2023-05-31", "乙医院"))],
        policyWith(OFFICE),
      ),
    ).toStrictEqual([
      {
        ...ABOUT,
        kind: "no-lead",
        path: "types/lab/offices/leads",
        label: "牵头单位",
        words: "“牵头单位”乙医院的任期到 2026 年 5 月 31 日已满，还没有重新确定",
      },
    ]);
  });

  it("is not marked on the last day of the term, nor where the term has no end", () => {
    expect(marks([led(since("2023-06-01"))], policyWith(OFFICE))).toEqual([]);
    const { term: _term, ...endless } = OFFICE;
    expect(marks([led(since("2020-01-01"))], policyWith(endless))).toEqual([]);
    expect(marks([led()], policyWith(OFFICE))).toEqual([]);
  });

  it("is marked after the term that holds for its own institution", () => {
    const years = (n: number) => ({ n, unit: "year" as const });
    const own = { key: "own", when: equal("host.name", "甲医院"), then: years(3) };
    const term = { cases: [own], otherwise: years(9) };
    expect(marks([led(since("2020-01-01"))], policyWith({ ...OFFICE, term }))).toHaveLength(1);
  });

  it("is not marked for the end of a director's term, nor for a type that has no offices", () => {
    const director = { ...since("2020-01-01"), office: "director" as const };
    expect(marks([led(director)], policyWith({ ...OFFICE, office: "director" }))).toEqual([]);
    expect(marks([led(since("2020-01-01"))])).toEqual([]);
  });

  it("is nobody's matter where the policy in force does not know the type", () => {
    const one = { ...led(since("2020-01-01")), type: "unheard-of" };
    expect(marks([one], policyWith(OFFICE))).toEqual([]);
  });
});

describe("a rule of the way in that is not kept any more", () => {
  const condition = (test: Condition, more: Partial<NamedCondition> = {}): NamedCondition => ({
    key: "beds",
    label: text("床位"),
    because: ["all"],
    for: ["lab"],
    of: "host",
    test,
    ...more,
  });
  const ruled = (rule: NamedCondition): Policy => ({
    ...SMALL_POLICY,
    conditions: SMALL_POLICY.conditions.map((one) => (one.key === rule.key ? rule : one)),
  });
  const beds = (than: number | { open: OpenTerms }): Condition => ({
    kind: "compare",
    of: { kind: "fact", fact: "host.beds" },
    is: "at-least",
    than,
  });
  const entered = (given: Partial<CenterFacts> = {}) =>
    lab("a", { cases: [applied()], host: { ...lab("a").host, beds: 300 }, ...given });
  const MARK = {
    ...ABOUT,
    kind: "rule-broken",
    path: "conditions/beds",
    label: "床位",
    words: "不符合“床位”：依托单位床位数为 300，须不低于 500",
  };

  it("is marked with what is missing", () =>
    expect(marks([entered()], ruled(condition(beds(500))))).toStrictEqual([MARK]));

  it("says everything that is missing of several", () => {
    const both = condition({ kind: "all", of: [beds(200), beds(500), beds(600)] });
    expect(marks([entered()], ruled(both))).toStrictEqual([
      {
        ...MARK,
        words: "不符合“床位”：依托单位床位数为 300，须不低于 500；依托单位床位数为 300，须不低于 600",
      },
    ]);
  });

  it("says who may let it go where it holds in principle", () => {
    const by = { by: { role: "authority" } } as const;
    const waivable = ruled(condition(beds(500), { force: "in-principle", waiver: by }));
    const words = `${MARK.words}。这一条是原则性要求，可以由主管部门豁免`;
    expect(marks([entered()], waivable)).toStrictEqual([{ ...MARK, words }]);
    const mandatory = ruled(condition(beds(500), { force: "mandatory", waiver: by }));
    expect(marks([entered()], mandatory)).toStrictEqual([MARK]);
    const bare = ruled(condition(beds(500), { force: "in-principle" }));
    expect(marks([entered()], bare)).toStrictEqual([MARK]);
  });

  it("is not marked where it was let go for the entry", () => {
    const policy = ruled(condition(beds(500), { force: "in-principle" }));
    const cases = [applied({ waivers: [waiver("conditions/beds")] })];
    expect(marks([entered({ cases })], policy).map(({ kind }) => kind)).toEqual(["waived"]);
  });

  it.each([
    ["kept", condition(beds(300))],
    ["a wish", condition(beds(500), { force: "preference" })],
    ["another type's", condition(beds(500), { for: ["desk"] })],
    [
      "a word that somebody must say",
      condition({ kind: "judged", by: { role: "experts" }, asks: text("好") }),
    ],
  ])("is not marked where it is %s", (_what, rule) => expect(marks([entered()], ruled(rule))).toEqual([]));

  it("is not marked by a word that was said against it, but by the facts beside it", () => {
    const judged: Condition = { kind: "judged", by: { role: "experts" }, asks: text("好") };
    const cases = [applied({ judged: { beds: false } })];
    expect(marks([entered({ cases })], ruled(condition(judged)))).toEqual([]);
    const both = ruled(condition({ kind: "all", of: [judged, beds(500)] }));
    expect(marks([entered({ cases })], both)).toStrictEqual([MARK]);
  });

  it("is none that the way in does not ask, and none of a center whose way in is not known", () => {
    const unasked = condition(beds(500), { key: "unasked" });
    const policy = { ...SMALL_POLICY, conditions: [...ruled(condition(beds(300))).conditions, unasked] };
    expect(marks([entered()], policy)).toEqual([]);
    const broken = ruled(condition(beds(500)));
    expect(marks([entered({ cases: [] })], broken)).toEqual([]);
    expect(marks([entered({ cases: [applied({ procedure: "lost" })] })], broken)).toEqual([]);
    expect(marks([entered({ cases: [applied({ purpose: "change" })] })], broken)).toEqual([]);
    expect(marks([entered({ type: "unheard-of" })], broken)).toEqual([]);
  });

  it("does not count the center itself among those that were there when it applied", () => {
    const others = (most: number): Condition => ({
      kind: "compare",
      of: { kind: "tally", of: "designations", by: "count" },
      is: "at-most",
      than: most,
    });
    const broken = (most: number) =>
      marks([entered(), lab("b"), lab("c")], ruled(condition(others(most)))).map(({ path }) => path);
    expect(broken(2)).toEqual([]);
    expect(broken(1)).toEqual(["conditions/beds"]);
    const entries: Condition = {
      kind: "compare",
      of: { kind: "tally", of: "applications", by: "count", where: equal("it.root", "a") },
      is: "at-most",
      than: 0,
    };
    expect(marks([entered()], ruled(condition(entries))).map(({ path }) => path)).toEqual([
      "conditions/beds",
    ]);
  });

  it("is measured by what the tenant has settled for the year of the entry", () => {
    const open = { asks: text("几张"), per: "call", by: { role: "authority" } } satisfies OpenTerms;
    const settled = (year: number) => ({
      id: "s",
      path: "conditions/beds/test/than",
      value: 500,
      as: "五百",
      on: "2026-01-01",
      by: { name: "officer", unit: "authority" },
      year,
    });
    const rule = condition(beds({ open }));
    const broken = (year: number) =>
      marks([entered()], ruled(rule), {
        tenant: { ...emptyTenant("tenant"), settlements: [settled(year)] },
      }).map(({ kind }) => kind);
    expect(broken(2026)).toEqual(["rule-broken"]);
    expect(broken(2025)).toEqual([]);
  });
});

it("marks stand in the order of the centers, each under the policy by which it was made", () => {
  const older: Policy = { ...SMALL_POLICY, conditions: [] };
  const pin = { ...PIN, hash: "older" };
  const centers = ["b", "a"].map((id) =>
    lab(id, { cases: [caseOf({ pin, waivers: [waiver("conditions/beds")] })] }),
  );
  const net = netWith(SMALL_POLICY, []);
  const policies = { ...net.scene.policies, byHash: { older } };
  const loaded = {
    ...net,
    scene: { ...net.scene, policies },
    centers: new Map(centers.map((one) => [one.id, one])),
  };
  expect(marksOf(loaded, []).map(({ center, label }) => [center, label])).toEqual([
    ["b", "conditions/beds"],
    ["a", "conditions/beds"],
  ]);
});

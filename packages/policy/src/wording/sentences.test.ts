import { describe, expect, test } from "vitest";
import { fuling, fulingWith } from "../testing/fuling.ts";
import type { Effect } from "../schema/consequences.ts";
import {
  COMPARE_OPERATORS,
  type CompareOperator,
  type Condition,
  type Measure,
  type MeasureNode,
  type Moment,
  type Window,
} from "../schema/sorts.ts";
import type { Yield } from "../schema/yields.ts";
import type { OpenValue } from "../read/open-values.ts";
import { sayDay, sayInstant, sayMonthDay } from "./calendar.ts";
import { LANGS, spaced } from "./lang.ts";
import { sayConsequence, sayDuty, sayEffect } from "./say-effects.ts";
import { sayConditionText, sayOutcome, saySettled } from "./say-outcome.ts";
import { sayYield } from "./say-results.ts";
import { sayCondition, sayDuration, sayMeasure, sayMoment, sayWindow } from "./say-sorts.ts";
import type { Speaker } from "./speaker.ts";

const policy = fuling();
const speakers: Speaker[] = LANGS.map((lang) => ({ lang, policy }));
const zh: Speaker = { lang: "zh", policy };
const en: Speaker = { lang: "en", policy };

const ASKS = { zh: "几家", en: "how many" };
const score: Measure = { kind: "fact", fact: "result.score" };
const leaf: Condition = { key: "a", kind: "compare", of: score, is: "at-least", than: 80 };

/** One example per kind; a kind without one does not compile. */
const CONDITIONS: { [K in Condition["kind"]]: Condition } = {
  compare: leaf,
  all: { kind: "all", of: [leaf, { ...leaf, key: "b", is: "less-than", than: 90 }] },
  any: { kind: "any", of: [leaf] },
  some: { kind: "some", least: 1, of: [leaf] },
  not: { kind: "not", of: leaf },
  judged: { kind: "judged", by: { role: "experts" }, asks: ASKS },
  named: { kind: "named", condition: "ready" },
  unstated: { kind: "unstated", open: { asks: ASKS, per: "policy" } },
};
const MEASURES: { [K in MeasureNode["kind"]]: Measure } = {
  fact: { kind: "fact", fact: "host.beds", at: "2022-10-19" },
  tally: {
    kind: "tally",
    of: "achievements",
    by: "sum",
    each: { kind: "fact", fact: "it.amount" },
    per: "it.person",
    during: { from: "2022-01-01", to: { from: "center.term-ended-on" } },
    where: { kind: "compare", of: { kind: "fact", fact: "it.level" }, is: "equal", than: "national" },
  },
  ratio: { kind: "ratio", of: 1, to: 2 },
  change: { kind: "change", of: score, since: { n: 1, unit: "year" }, as: "share" },
  line: { kind: "line", of: score, at: 80, gives: 0, side: "above", every: 5, step: 1, partial: "exact" },
  blend: {
    kind: "blend",
    parts: [
      { key: "a", of: score, weight: 0.6 },
      { key: "b", of: 10, weight: 0.4 },
    ],
    missing: "zero",
  },
  named: { kind: "named", measure: "completion" },
};
const WINDOWS: { [K in Window["kind"]]: Window } = {
  yearly: { kind: "yearly", from: "07-01", to: "07-31" },
  between: { kind: "between", from: "2022-10-19", to: "2022-10-23T17:00:00" },
  anytime: { kind: "anytime" },
};
const EFFECTS: { [K in Effect["do"]]: Effect } = {
  "set-standing": { key: "e", do: "set-standing", standing: "revoked" },
  start: { key: "e", do: "start", procedure: "recheck", within: { n: 6, unit: "month" } },
  announce: { key: "e", do: "announce", to: [{ role: "host" }, { role: "authority", body: "office" }] },
  support: { key: "e", do: "support", with: "key-support" },
  recommend: { key: "e", do: "recommend", promotion: "to-city" },
  money: { key: "e", do: "money", funding: "subsidy", act: "reclaim" },
  bar: { key: "e", do: "bar", from: ["stic"], who: "team", lasts: { n: 3, unit: "year" } },
  "suspend-name": { key: "e", do: "suspend-name" },
  "restore-name": { key: "e", do: "restore-name" },
  branches: { key: "e", do: "branches", act: "cascade" },
  "put-to": { key: "e", do: "put-to", body: { role: "upper-authority" } },
};
const THAN: { [K in CompareOperator]?: unknown[] } = { "one-of": [1, 2], "none-of": [1, 2], between: [1, 2] };

/** What is wrong with a sentence that stands in both languages. */
function faultsOf(said: (speaker: Speaker) => string): string[] {
  const [chinese = "", english = ""] = speakers.map(said);
  return [
    ...(/\p{Script=Han}|\d/u.test(chinese) ? [] : [`no Chinese: ${chinese}`]),
    ...[chinese, english].filter((text) => text === "" || /undefined|\[object|NaN/.test(text)),
    ...(chinese === english ? [`the same in both: ${chinese}`] : []),
  ];
}

describe("every kind has a sentence in both languages", () => {
  test.each(Object.entries(CONDITIONS))("condition %s", (_kind, condition) =>
    expect(faultsOf((speaker) => sayCondition(speaker, condition))).toEqual([]),
  );
  test.each(COMPARE_OPERATORS)("operator %s", (is) => {
    const than = THAN[is] ?? 80;
    const condition = {
      kind: "compare",
      of: score,
      is,
      ...(is === "known" ? {} : { than }),
      within: 2,
    } as Condition;
    expect(faultsOf((speaker) => sayCondition(speaker, condition))).toEqual([]);
  });
  test("no two operators read alike", () => {
    const said = COMPARE_OPERATORS.map((is) =>
      sayCondition(zh, { kind: "compare", of: score, is, than: 80 }),
    );
    expect(new Set(said).size).toBe(COMPARE_OPERATORS.length);
  });
  test.each(Object.entries(MEASURES))("measure %s", (_kind, measure) =>
    expect(faultsOf((speaker) => sayMeasure(speaker, measure))).toEqual([]),
  );
  test.each(Object.entries(WINDOWS))("window %s", (_kind, window) =>
    expect(faultsOf((speaker) => sayWindow(speaker, window))).toEqual([]),
  );
  test.each(Object.entries(EFFECTS))("effect %s", (_kind, effect) =>
    expect(faultsOf((speaker) => sayEffect(speaker, effect))).toEqual([]),
  );
  test.each(["day", "working-day", "month", "year", "cycle"] as const)("duration %s", (unit) =>
    expect(faultsOf((speaker) => sayDuration(speaker, { n: 2, unit }))).toEqual([]),
  );
  test.each(["year-start", "year-end", "day-end"] as const)("moment snapped to %s", (snap) => {
    const moment: Moment = { from: "center.term-ended-on", plus: { n: 1, unit: "month" }, snap };
    expect(faultsOf((speaker) => sayMoment(speaker, moment))).toEqual([]);
  });
  test("duties and consequences of the pack", () => {
    for (const duty of policy.duties) expect(faultsOf((speaker) => sayDuty(speaker, duty))).toEqual([]);
    for (const one of policy.consequences)
      expect(faultsOf((speaker) => sayConsequence(speaker, one))).toEqual([]);
  });
});

describe("a ranking", () => {
  const then = (["host.beds", "director.age"] as const).map((fact) => ({
    key: fact,
    of: { kind: "fact", fact } as const,
  }));
  test.each([
    [
      "leaves equals in one place",
      {},
      "按依托单位所在市分别按得分由高到低排名，名次相同的并列",
      "ranked by the score, the highest first, separately by the host's city; equals share a place",
    ],
    [
      "says what tells equals apart, in its order",
      { then, cut: 3 },
      "按依托单位所在市分别按得分由高到低排名，相同的以依托单位床位数高者优先，仍相同的以中心主任年龄高者优先，名次相同的并列，前 3 名入选，末位并列的待定",
      "ranked by the score, then by the host's beds, then by the director's age, the highest first, separately by the host's city; equals share a place; the first 3 are chosen, equals at the last place are undecided",
    ],
  ])("%s", (_what, more, ...said) => {
    const rank: Yield = { kind: "rank", of: score, within: ["host.city"], ...more };
    expect([sayYield(zh, rank), sayYield(en, rank)]).toEqual(said);
  });
});

describe("sentences use the tenant's own words", () => {
  test("for items, standings and the authority", () => {
    const grade: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "result.grade" },
      is: "at-least",
      than: "pass",
    };
    expect(sayCondition(zh, grade)).toBe("等次不低于合格");
    expect(sayCondition(en, grade)).toBe("the grade is at least pass");
    expect(sayEffect(zh, EFFECTS["set-standing"])).toBe("状态变为“已撤销”");
    const renamed = fulingWith("words/revoked/label", { set: { zh: "取消资格", en: "disqualified" } });
    expect(sayEffect({ lang: "zh", policy: renamed }, EFFECTS["set-standing"])).toBe("状态变为“取消资格”");
  });
  test("and say that a value is open, read, or chosen by cases", () => {
    const collect = policy.procedures[0]?.stages[0];
    const seminar = policy.procedures[0]?.stages[1];
    if (collect?.window === undefined || seminar?.window === undefined) throw new Error("no window");
    expect(sayWindow(zh, collect.window)).toContain("其他情况：每年 7 月 1 日至 7 月 31 日 24:00");
    expect(sayWindow(zh, collect.window)).toContain("理解口径");
    expect(sayWindow(zh, seminar.window)).toContain("未定（2022 年集中研讨的时间，由区卫生健康委确定）");
  });
});

describe("an evaluated condition says what it came to", () => {
  test("with the measured value and what is required", () => {
    expect(sayOutcome(policy, leaf, { got: "79.99" })).toEqual({
      zh: "得分为 79.99，须不低于 80",
      en: "the score is 79.99; required: is at least 80",
    });
  });
  test("that a fact is missing, a value open, a judgement awaited", () => {
    expect(sayOutcome(policy, leaf, {}).zh).toBe("缺少“得分”，须不低于 80");
    expect(sayOutcome(policy, leaf, { open: { asks: ASKS, per: "policy" } }).zh).toBe(
      "得分：原文没有规定“几家”，由区卫生健康委确定",
    );
    expect(sayOutcome(policy, CONDITIONS.judged, {}).en).toMatch(/still to judge/);
    expect(sayOutcome(policy, CONDITIONS.judged, { verdict: false }).zh).toBe("专家判断“几家”：否");
    expect(sayOutcome(policy, CONDITIONS.all, { met: 1 }).zh).toBe("2 项中满足 1 项，须满足 2 项");
    const lacking = [{ zh: "有统计学专家", en: "a statistician" }];
    expect(sayOutcome(policy, CONDITIONS.all, { met: 1, lacking })).toEqual({
      zh: "2 项中满足 1 项，须满足 2 项（没有满足：有统计学专家）",
      en: "1 of 2 hold, 2 are needed (not met: a statistician)",
    });
    expect(sayConditionText(policy, CONDITIONS.named).zh).toBe("具备打造科创中心的条件");
  });
});

describe("days and hours", () => {
  test("are written as the language writes them", () => {
    expect(sayDay("zh", "2022-10-23")).toBe("2022 年 10 月 23 日");
    expect(sayDay("en", "2022-10-23")).toBe("23 October 2022");
    expect(sayMonthDay("zh", "07-31")).toBe("7 月 31 日");
  });
  test("an instant is shown in Asia/Shanghai; the last second of a day is its 24:00", () => {
    expect(sayInstant("zh", "2022-10-23T15:59:59.999Z")).toBe("2022 年 10 月 23 日 24:00");
    expect(sayInstant("zh", "2022-10-23T16:00:00.000Z")).toBe("2022 年 10 月 24 日 0:00");
    expect(sayInstant("zh", "2024-02-29T09:05:00.000Z")).toBe("2024 年 2 月 29 日 17:05");
    expect(sayInstant("en", "2023-12-31T16:00:00.000Z")).toBe("1 January 2024 0:00");
    expect(sayInstant("zh", "not an instant")).toBe("not an instant");
  });
  test("Chinese and digits stand apart", () => {
    expect(spaced("满3年后1个月")).toBe("满 3 年后 1 个月");
  });
});

test("the record around a tally within a tally is named apart from its own", () => {
  const other: Condition = {
    kind: "compare",
    of: { kind: "fact", fact: "it.person" },
    is: "equal",
    than: { kind: "fact", fact: "that.person" },
  };
  expect(sayCondition(zh, other)).toBe("人员与“本条的人员”一致");
  expect(sayCondition(en, other)).toBe("person is the same as the person of the record looked at");
});

describe("a day is said as a day", () => {
  const younger: Condition = {
    kind: "compare",
    of: { kind: "fact", fact: "case.submitted-on" },
    is: "more-than",
    than: { from: "center.term-ended-on", plus: { n: -43, unit: "year" } },
  };
  test("later, earlier, and so long before another", () => {
    expect(sayCondition(zh, younger)).toBe("报送之日晚于建设周期期满日之前 43 年");
    expect(sayCondition(en, younger)).toMatch(/is after 43 years before/);
  });
  test("with its reading", () => {
    const asRead = { read: { n: -1, unit: "month" as const }, as: ASKS };
    expect(sayMoment(zh, { from: "case.submitted-on", plus: asRead })).toMatch(/之前 1 个月.*几家/);
  });
});

describe("a record that must be another's", () => {
  const other: Condition = {
    kind: "compare",
    of: { kind: "fact", fact: "it.host" },
    is: "not-equal",
    than: { kind: "fact", fact: "host.uscc" },
  };
  test("is of another institution", () => {
    expect(sayCondition(zh, other)).toMatch(/为其他单位$/);
    expect(sayCondition(en, other)).toMatch(/another institution$/);
  });
  test("or differs from another fact", () => {
    const field: Condition = { ...other, than: { kind: "fact", fact: "host.name" } };
    expect(sayCondition(zh, field)).toMatch(/与“依托单位名称”不同$/);
    expect(sayCondition(en, field)).toMatch(/is another than/);
  });
});

describe("a value that an open one is settled with", () => {
  const base: Omit<OpenValue, "sort"> = {
    path: "a",
    asks: ASKS,
    per: "policy",
    by: { role: "authority" },
    because: [],
  };
  test.each([
    ["number", 3, "3"],
    ["window", { kind: "between", from: "2026-01-01" }, "2026 年 1 月 1 日"],
    ["duration", { n: 2, unit: "month" }, "2 个月"],
    ["period", { from: "2026-01-01", to: "2026-12-31" }, "2026 年 12 月 31 日"],
    ["day", "2026-05-04", "2026 年 5 月 4 日"],
    ["lateness", "accepted", "受理"],
    ["condition", { kind: "all", of: [] }, "没有要求"],
  ] as const)("of the sort %s is said in its words", (sort, value, said) => {
    expect(saySettled(policy, { ...base, sort }, value).zh).toContain(said);
  });
  test("is the label of its choice where the text names choices", () => {
    const label = { zh: "不受理", en: "not taken" };
    const choices = [{ key: "no", label, then: "refused" }];
    expect(saySettled(policy, { ...base, sort: "lateness", choices }, "refused")).toEqual(label);
  });
});

import type { CompareCondition, Condition, OpenTerms, Scalar } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Ruling } from "../contract/verdict.ts";
import { policyWith, said } from "../testing/owing.ts";
import { worldWith } from "../testing/world.ts";
import { evaluateCondition } from "./condition.ts";
import { ruleCondition } from "./named.ts";
import type { World } from "./world.ts";

const open: OpenTerms = { asks: said("多少才够"), per: "policy", least: 80, most: 100 };
const beds: CompareCondition = {
  kind: "compare",
  of: { kind: "fact", fact: "host.beds" },
  is: "at-least",
  than: 500,
};
const policy = policyWith({
  conditions: [{ key: "big", label: said("够大"), because: ["all"], for: ["lab"], of: "host", test: beds }],
});

interface Known {
  facts?: { [ref: string]: Scalar };
  more?: Partial<World>;
}
const ruled = (condition: Condition, { facts = {}, more = {} }: Known = {}): Ruling =>
  evaluateCondition(condition, { ...worldWith(policy, facts), silent: true, ...more }, "c");
const spoken = (condition: Condition, { facts = {}, more = {} }: Known = {}) =>
  evaluateCondition(condition, { ...worldWith(policy, facts), ...more }, "c").said;
/** What a ruling carries beside what the test says of it; the sentences have tests of their own. */
const ruling = (more: Partial<Ruling> & Pick<Ruling, "kind" | "truth">): Ruling => ({
  path: "c",
  said: said(""),
  because: [],
  parts: [],
  ...more,
});
const opened = { path: "c/than", asks: said("多少才够"), per: "policy", by: "authority" } as const;

describe("the ruling on a comparison", () => {
  const compared = (truth: Ruling["truth"], more: Partial<Ruling>) =>
    ruling({ kind: "compare", truth, ...more });

  it("says what there is and what is required", () => {
    expect(ruled(beds, { facts: { "host.beds": 600 } })).toStrictEqual(
      compared("true", { got: "600", required: "500" }),
    );
    expect(ruled({ ...beds, is: "one-of", than: [500, 600] }, { facts: { "host.beds": 400 } })).toStrictEqual(
      compared("false", { got: "400", required: "500 / 600" }),
    );
  });

  it("carries the label, the clauses and the force of its condition", () => {
    const named: Condition = { ...beds, label: said("床位"), because: ["all"], force: "preference" };
    expect(ruled(named, { facts: { "host.beds": 600 } })).toStrictEqual(
      compared("true", {
        got: "600",
        required: "500",
        label: said("床位"),
        because: ["all"],
        force: "preference",
      }),
    );
  });

  it("names what is missing on either side, what is open before what is missing", () => {
    expect(ruled(beds)).toStrictEqual(compared("unknown", { required: "500", missing: "host.beds" }));
    const facts = { "host.beds": 90 };
    const than = { kind: "fact", fact: "host.staff" } as const;
    expect(ruled({ ...beds, than }, { facts })).toStrictEqual(
      compared("unknown", { got: "90", missing: "host.staff" }),
    );
    const bounded = { ...opened, least: 80, most: 100 };
    expect(ruled({ ...beds, than: { open } }, { facts })).toStrictEqual(
      compared("unknown", { got: "90", open: bounded }),
    );
    expect(ruled({ ...beds, than: { open } })).toStrictEqual(compared("unknown", { open: bounded }));
    const within = { cases: [{ key: "one", when: beds, then: 1 }] };
    expect(ruled({ ...beds, is: "about", of: 100, than: 90, within })).toStrictEqual(
      compared("unknown", { got: "100", required: "90", missing: "host.beds" }),
    );
  });

  it("names nothing where what is not known decides nothing", () => {
    expect(ruled({ ...beds, than: { open } }, { facts: { "host.beds": 100 } })).toStrictEqual(
      compared("true", { got: "100" }),
    );
    expect(ruled({ ...beds, is: "known", than: { open } })).toStrictEqual(compared("false", {}));
  });

  it("names the records that were counted", () => {
    const tally: Condition = { ...beds, of: { kind: "tally", of: "funds", by: "count" }, than: 1 };
    const records = [{ amount: 5 }];
    expect(ruled(tally, { more: { set: () => records } })).toStrictEqual(
      compared("true", { got: "1", required: "1", records }),
    );
  });

  it("compares with a moment, with another fact and with every value of one", () => {
    const day: CompareCondition = { ...beds, of: { kind: "fact", fact: "center.accepted-on" } };
    const facts = { "center.accepted-on": "2026-06-01", "center.term-ended-on": "2026-05-31" };
    const than = { from: "center.term-ended-on", plus: { n: 1, unit: "day" } } as const;
    expect(ruled({ ...day, than }, { facts })).toMatchObject({ truth: "true", required: "2026-06-01" });
    expect(ruled({ ...day, than: { from: "center.designated-on" } }, { facts })).toStrictEqual(
      compared("unknown", { got: "2026-06-01", missing: "center.designated-on" }),
    );
    const many = { fact: () => ["a", "b"] };
    const other = { kind: "fact", fact: "host.names" } as const;
    expect(
      ruled({ ...beds, is: "equal", of: { kind: "fact", fact: "host.name" }, than: other }, { more: many }),
    ).toStrictEqual(compared("true", { got: "a", required: "a / b" }));
  });
});

describe("about a record", () => {
  const about = (is: CompareCondition["is"], record: { [field: string]: Scalar }) =>
    ruled(
      { ...beds, of: { kind: "fact", fact: "it.a" }, is, than: { kind: "fact", fact: "it.b" } },
      { more: { fact: (ref) => record[ref.slice("it.".length)] } },
    ).truth;

  it("a field that is not filled equals nothing and differs from everything, on either side", () => {
    for (const record of [{ a: "x" }, { b: "x" }, {}]) {
      expect((["equal", "one-of", "at-least"] as const).map((is) => about(is, record))).toEqual([
        "false",
        "false",
        "false",
      ]);
      expect((["not-equal", "none-of"] as const).map((is) => about(is, record))).toEqual(["true", "true"]);
    }
  });
});

describe("a word against a number that is open", () => {
  const against = (is: CompareCondition["is"]) =>
    ruled(
      { ...beds, of: { kind: "fact", fact: "host.name" }, is, than: { open } },
      {
        facts: { "host.name": "甲医院" },
      },
    ).truth;

  it("equals none, differs from each, and stands in no order to it", () => {
    expect((["equal", "one-of"] as const).map(against)).toEqual(["false", "false"]);
    expect((["not-equal", "none-of"] as const).map(against)).toEqual(["true", "true"]);
    expect((["at-least", "between", "about"] as const).map(against)).toEqual([
      "unknown",
      "unknown",
      "unknown",
    ]);
  });

  it("is no number that anything could be about", () => {
    const near: Condition = { ...beds, is: "about", than: "很多", within: 5 };
    expect(ruled(near, { facts: { "host.beds": 100 } }).truth).toBe("unknown");
    expect(ruled({ ...near, than: 100 }, { facts: { "host.beds": "很多" } }).truth).toBe("unknown");
  });
});

describe("an open value that can only be one of several", () => {
  const choices = [500, 600].map((then) => ({ key: `n${then}`, label: said(`${then}`), then }));
  const among = { open: { asks: said("多少"), per: "policy", choices } } as const;

  it("decides on either side where every one of them does", () => {
    const truths = (n: number) => ruled({ ...beds, than: among }, { facts: { "host.beds": n } }).truth;
    expect([400, 500, 550, 600].map(truths)).toEqual(["false", "unknown", "unknown", "true"]);
    const of = (than: number) => ruled({ ...beds, of: among, than }).truth;
    expect([400, 500, 550, 601].map(of)).toEqual(["true", "true", "unknown", "false"]);
  });

  it("is a tolerance as well", () => {
    const near = (n: number) =>
      ruled({ ...beds, is: "about", than: 1000, within: among }, { facts: { "host.beds": n } });
    expect([1500, 1550, 1601].map((n) => near(n).truth)).toEqual(["true", "unknown", "false"]);
    expect(near(1550).open?.path).toBe("c/within");
  });
});

describe("the ruling on several parts", () => {
  const yes = { ...beds, key: "yes", label: said("是"), than: 1 };
  const no = { ...beds, key: "no", label: said("否"), than: 999 };
  const facts = { "host.beds": 500 };
  const parts = (condition: Condition) =>
    ruled(condition, { facts }).parts.map(({ path, truth }) => [path, truth]);

  it("mirrors them by their places", () => {
    const of = [yes, no];
    expect(parts({ kind: "all", of })).toEqual([
      ["c/of/yes", "true"],
      ["c/of/no", "false"],
    ]);
    expect(parts({ kind: "not", of: no })).toEqual([["c/of", "false"]]);
    expect(ruled({ kind: "not", of: no }, { facts })).toMatchObject({
      kind: "not",
      truth: "true",
      path: "c",
    });
  });

  it("says how many hold of how many, and which do not, where they have names", () => {
    const { label: _, ...nameless } = { ...no, key: "nameless" };
    const sentence = (condition: Condition) => spoken(condition, { facts }).zh;
    expect(sentence({ kind: "all", of: [yes, no, nameless] })).toBe(
      "3 项中满足 1 项，须满足 3 项（没有满足：否）",
    );
    expect(sentence({ kind: "any", of: [yes, no] })).toBe("2 项中满足 1 项，须满足 1 项");
    expect(sentence({ kind: "some", least: 2, of: [yes, no, nameless] })).toBe(
      "3 项中满足 1 项，须满足 2 项（没有满足：否）",
    );
    const least = { open: { asks: said("几项才够"), per: "policy" } } as const;
    expect(sentence({ kind: "some", least, of: [yes, no] })).toMatch(
      /原文没有规定“几项才够”，由主管部门确定$/,
    );
  });

  it("is decided however an open number is settled, by the path of the number", () => {
    const some: Condition = {
      kind: "some",
      least: { open: { asks: said("几项"), per: "policy" } },
      of: [yes, no],
    };
    const settlement = (path: string) =>
      path === "c/least"
        ? { id: "x", path, value: 1, as: "一项", on: "2026-01-01", by: { name: "经办人", unit: "局" } }
        : undefined;
    expect(ruled(some, { facts, more: { settlement } }).truth).toBe("true");
  });
});

describe("the ruling on what a person must say", () => {
  const judged: Condition = { kind: "judged", by: { role: "experts" }, asks: said("先进吗") };
  const verdicts = (answers: { [key: string]: boolean }): Known => ({
    more: { judged: (key) => answers[key] },
  });

  it("awaits the answer, and is what was answered", () => {
    expect(ruled(judged)).toStrictEqual(
      ruling({ kind: "judged", truth: "unknown", awaiting: said("先进吗") }),
    );
    const keyed = { ...judged, key: "fit" };
    expect(ruled(keyed, verdicts({ fit: true }))).toStrictEqual(ruling({ kind: "judged", truth: "true" }));
    expect(ruled(keyed, verdicts({ fit: false })).truth).toBe("false");
    expect(ruled(keyed, verdicts({ other: true })).truth).toBe("unknown");
  });

  it("is kept under its own key, or that of the named condition in which it stands", () => {
    const at = (path: string, condition: Condition, answers: { [key: string]: boolean }) =>
      evaluateCondition(condition, { ...worldWith(policy, {}), judged: (key) => answers[key] }, path).truth;
    expect(at("conditions/big/test", judged, { big: true })).toBe("true");
    expect(at("conditions/big/test", { ...judged, key: "fit" }, { big: true, fit: false })).toBe("false");
    expect(at("conditions/big/test", { ...judged, key: "fit" }, { big: true })).toBe("true");
    expect(at("duties/big/must", judged, { big: true })).toBe("unknown");
    expect(at("conditions", { ...judged, key: "fit" }, { fit: true })).toBe("true");
  });
});

describe("the ruling on a condition that is named", () => {
  it("hands on what it comes to, with the clauses of the nearer one", () => {
    const named: Condition = { kind: "named", condition: "big" };
    const part = ruling({
      kind: "compare",
      truth: "true",
      path: "conditions/big/test",
      got: "600",
      required: "500",
    });
    const facts = { "host.beds": 600 };
    expect(ruled(named, { facts })).toStrictEqual(
      ruling({ kind: "named", truth: "true", because: ["all"], parts: [part] }),
    );
    expect(ruled({ ...named, because: ["other"] }, { facts }).because).toEqual(["other"]);
    expect(ruled(named, { more: { calls: ["conditions/big"] } })).toStrictEqual(
      ruling({ kind: "named", truth: "unknown", missing: "conditions/big" }),
    );
  });

  it("bears the label, the clauses and the force of the rule that an act requires", () => {
    const world = { ...worldWith(policy, { "host.beds": 600 }), silent: true } as const;
    expect(ruleCondition(policy, "big", world)).toStrictEqual({
      effect: "met",
      ruling: ruling({
        kind: "compare",
        truth: "true",
        path: "conditions/big/test",
        got: "600",
        required: "500",
        label: said("够大"),
        because: ["all"],
        force: "mandatory",
      }),
    });
  });
});

describe("the ruling on what the text does not state", () => {
  const unstated: Condition = { kind: "unstated", open: { asks: said("什么条件"), per: "policy" } };
  const path = { path: "c", asks: said("什么条件"), per: "policy", by: "authority" } as const;

  it("waits for it, and is then what it was settled to be", () => {
    expect(ruled(unstated)).toStrictEqual(ruling({ kind: "unstated", truth: "unknown", open: path }));
    const settlement = (at: string) =>
      at === "c"
        ? {
            id: "x",
            path: at,
            value: beds,
            as: "五百张",
            on: "2026-01-01",
            by: { name: "经办人", unit: "局" },
          }
        : undefined;
    const part = ruling({ kind: "compare", truth: "false", got: "1", required: "500" });
    expect(ruled(unstated, { facts: { "host.beds": 1 }, more: { settlement } })).toStrictEqual(
      ruling({ kind: "unstated", truth: "false", parts: [part] }),
    );
  });
});

describe("the sentence of a ruling", () => {
  it("says what it came to, or what is open or awaited", () => {
    const judged: Condition = { kind: "judged", key: "fit", by: { role: "experts" }, asks: said("先进吗") };
    const asks = said("什么条件");
    const unstated: Condition = {
      kind: "unstated",
      open: { asks, per: "policy", by: { role: "inspector" } },
    };
    expect([
      spoken(beds, { facts: { "host.beds": 600 } }).zh,
      spoken(beds).zh,
      spoken({ ...beds, than: { open } }, { facts: { "host.beds": 90 } }).zh,
      spoken(judged).zh,
      spoken(judged, { more: { judged: () => true } }).zh,
      spoken(judged, { more: { judged: () => false } }).zh,
      spoken(unstated).zh,
    ]).toEqual([
      "依托单位床位数为 600，须不低于 500",
      "缺少“依托单位床位数”，须不低于 500",
      "依托单位床位数：原文没有规定“多少才够”，由主管部门确定",
      "等专家判断：先进吗",
      "专家判断“先进吗”：是",
      "专家判断“先进吗”：否",
      "原文未定：什么条件：原文没有规定“什么条件”，由督查员确定",
    ]);
  });

  it("is left out where only truth is asked", () =>
    expect(spoken(beds, { facts: { "host.beds": 600 }, more: { silent: true } })).toEqual({
      zh: "",
      en: "",
    }));
});

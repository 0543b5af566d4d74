import { compare, count, fact, named, when } from "./words.ts";

const HOST = { role: "host" };
const AUTHORITY = { role: "authority" };
const graded = (key: string, zh: string) => ({
  key,
  ...named(zh, key),
  for: ["base"],
  on: "graded",
  in: ["round"],
});
const gradeIn = (...grades: string[]) => when("result.grade", "one-of", grades);
const all = (...of: object[]) => ({ kind: "all", of: of.map((one, n) => ({ key: `part-${n}`, ...one })) });
/** The latest unbroken run of poor grades. */
const poorInARow = {
  kind: "tally",
  of: "evaluations",
  by: "streak",
  where: when("it.grade", "one-of", ["d", "e"]),
} as const;

export const CONSEQUENCES = [
  {
    ...graded("best", "评为五星"),
    when: gradeIn("a"),
    effects: [
      { key: "support", do: "support", with: "priority" },
      { key: "reward", do: "money", funding: "reward", act: "grant" },
    ],
  },
  {
    ...graded("passed", "评估通过"),
    when: gradeIn("a", "b", "c"),
    effects: [{ key: "stand", do: "set-standing", standing: "established" }],
  },
  {
    ...graded("poor", "评估较差"),
    when: all(gradeIn("d", "e"), compare(poorInARow, "less-than", 2)),
    effects: [
      { key: "stand", do: "set-standing", standing: "warned" },
      { key: "tell", do: "announce", to: [HOST] },
      { key: "name", do: "suspend-name", lasts: { n: 1, unit: "year" } },
      { key: "stop", do: "money", funding: "build", act: "withhold" },
    ],
  },
  {
    ...graded("poor-again", "连续两次评估较差"),
    when: compare(poorInARow, "at-least", 2),
    effects: [
      { key: "stand", do: "set-standing", standing: "revoked" },
      { key: "bar", do: "bar", from: ["base"], who: "host", lasts: { n: 2, unit: "year" } },
      { key: "back", do: "money", funding: "build", act: "reclaim" },
      { key: "branches", do: "branches", act: "list" },
      { key: "report", do: "put-to", body: AUTHORITY },
    ],
  },
];

const byClass = (first: number, second: number) => ({
  cases: [{ key: "first", when: when("center.class", "equal", "first"), then: first }],
  otherwise: second,
});

export const FUNDING = [
  {
    key: "build",
    ...named("建设经费", "money for building"),
    for: ["base"],
    amount: byClass(90, 60),
    currency: "CNY-10k",
    most: 200,
    paid: "yearly",
    years: 3,
    payers: [
      { key: "city", actor: AUTHORITY, share: 0.3333 },
      { key: "own", actor: HOST },
    ],
  },
  {
    key: "reward",
    ...named("奖励", "reward"),
    for: ["base"],
    amount: {
      kind: "line",
      of: fact("result.score"),
      at: 800,
      gives: 10,
      side: "above",
      every: 10,
      step: 1,
      partial: "whole-steps",
    },
    currency: "CNY-10k",
    paid: "by-decision",
    payers: [{ key: "city", actor: AUTHORITY }],
  },
];

const bases = count("designations", when("it.standing", "one-of", ["established"]));
const until = (to: string) => ({ kind: "between", from: "2024-01-01", to });

export const DUTIES = [
  {
    key: "number",
    ...named("基地总数", "number of bases"),
    bearer: "tenant",
    force: "aspiration",
    must: { kind: "compare", of: bases, is: "about", than: 3, within: 1 },
    when: until("2030-12-31"),
    every: "once",
  },
  {
    key: "roughly",
    ...named("左右", "roughly"),
    bearer: "tenant",
    must: {
      kind: "compare",
      of: bases,
      is: "about",
      than: 6,
      within: {
        open: { asks: { zh: "“左右”相差多少", en: "how near is about" }, per: "policy", least: 1, most: 3 },
      },
    },
    when: until("2030-12-31"),
    every: "once",
  },
  {
    key: "each-one",
    ...named("每家医院至少一个", "one in every hospital"),
    bearer: "institution",
    must: compare(
      count("designations", {
        kind: "compare",
        of: fact("it.host"),
        is: "equal",
        than: { kind: "fact", fact: "host.uscc" },
      }),
      "at-least",
      1,
    ),
    when: until("2030-12-31"),
    every: "once",
  },
];

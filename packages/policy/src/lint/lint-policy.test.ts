import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { PolicyProblem } from "../parse/problem.ts";
import { Json } from "../schema/changes.ts";
import type { Policy } from "../schema/policy.ts";
import { fuling, fulingWith } from "../testing/fuling.ts";
import examples from "./broken-examples.json" with { type: "json" };
import { LINT_RULES, lintPolicy } from "./lint-policy.ts";

type RuleName = keyof typeof LINT_RULES;
type Body = { set: Json } | { add: Json; after?: string } | { drop: true };

/** A valid document that a change breaks: which rule, at which path it speaks and where else, and what it says. */
interface Broken {
  rule: RuleName;
  name: string;
  at: string;
  body: Body;
  path: string;
  also?: string[];
  said: string;
}

const isRule = (name: string): name is RuleName => Object.hasOwn(LINT_RULES, name);
const Broken: z.ZodType<Broken> = z.object({
  rule: z.string().refine(isRule) as unknown as z.ZodType<RuleName>,
  name: z.string(),
  at: z.string(),
  body: z.union([
    z.strictObject({ set: Json }),
    z.strictObject({ add: Json, after: z.string().exactOptional() }),
    z.strictObject({ drop: z.literal(true) }),
  ]),
  path: z.string(),
  also: z.array(z.string()).exactOptional(),
  said: z.string(),
});
const BROKEN = z.array(Broken).parse(examples);

const BECAUSE = ["s1"];
const HERE = { zh: "名", en: "name" };
const SCORE = (is: string, than: Json): Json => ({
  kind: "compare",
  of: { kind: "fact", fact: "result.score" },
  is,
  than,
});
const CAP: Json = {
  key: "two",
  label: HERE,
  because: BECAUSE,
  for: ["stic"],
  counts: "designations",
  per: ["it.field"],
  most: 2,
};

const NESTED: Json = {
  kind: "compare",
  is: "equal",
  than: 0,
  of: {
    kind: "tally",
    of: "people",
    by: "count",
    where: {
      kind: "compare",
      of: { kind: "fact", fact: "it.person" },
      is: "equal",
      than: { kind: "fact", fact: "that.director" },
    },
    during: { from: { from: "that.on" } },
  },
};

const seriousIn = (policy: Policy, rule: RuleName): PolicyProblem[] =>
  LINT_RULES[rule](policy).filter(({ level }) => level === "error" || level === "advice");

describe("a document that is not well made is told where and why", () => {
  test.each(BROKEN)("$rule: $name", ({ rule, at, body, path, also = [], said }) => {
    const problems = seriousIn(fulingWith(at, body), rule);
    expect(problems.map((problem) => problem.path).toSorted()).toEqual([path, ...also].toSorted());
    const found = problems.find((problem) => problem.path === path);
    expect(found?.rule).toBe(rule);
    expect(found?.said.en).toMatch(new RegExp(said));
    expect(found?.said.zh).toMatch(/\p{Script=Han}/u);
    expect(found?.mend.en.length).toBeGreaterThan(5);
    expect(found?.mend.zh).toMatch(/\p{Script=Han}/u);
  });
  test("every rule has an example of what it finds", () => {
    expect(new Set(BROKEN.map(({ rule }) => rule))).toEqual(new Set(Object.keys(LINT_RULES)));
  });
  test("a misspelt reference is corrected", () => {
    const broken = fulingWith("forms/december/because", { set: ["s5-repotr"] });
    expect(LINT_RULES.references(broken)[0]?.mend.en).toBe("did you mean “s5-report”?");
  });
});

describe("what is allowed stays allowed", () => {
  const allowed: [string, RuleName, string, Body][] = [
    [
      "levels that are marked more",
      "weights",
      "sheets/sheet/items/output",
      {
        set: {
          key: "output",
          label: HERE,
          because: BECAUSE,
          weight: 50,
          more: true,
          items: [{ key: "joint", label: HERE, weight: 10 }],
        },
      },
    ],
    [
      "an open weight",
      "weights",
      "sheets/sheet/items/output/items/joint/weight",
      { set: { open: { asks: HERE, per: "policy" } } },
    ],
    [
      "a bonus outside the total",
      "weights",
      "sheets/sheet/items",
      { add: { key: "extra", label: HERE, weight: 5, bonus: true } },
    ],
    [
      "a narrower case before a wider one",
      "cases",
      "gradings/acceptance/grade/cases",
      { add: { key: "good", when: SCORE("at-least", 90), then: "pass" }, after: "excellent" },
    ],
    [
      "a day written as digits",
      "privacy",
      "clauses/a1-n2/gist",
      { set: { zh: "20221019 印发", en: "issued 20221019" } },
    ],
    [
      "a key with digits in a row",
      "privacy",
      "clauses",
      {
        add: { key: "k6120317", document: "main", section: "三", gist: HERE },
      },
    ],
    [
      "a waiver of what holds in principle",
      "waivers",
      "conditions/ready",
      {
        set: {
          key: "ready",
          label: HERE,
          because: BECAUSE,
          force: "in-principle",
          waiver: { by: { role: "authority" } },
          for: ["stic"],
          of: "application",
          test: { kind: "judged", by: { role: "experts" }, asks: HERE },
        },
      },
    ],
    ["a cap per field", "caps", "caps", { add: CAP }],
    ["an outer record in a tally within a tally", "facts", "duties/two-each/must/of/where", { set: NESTED }],
  ];
  test.each(allowed)("%s", (...[, rule, at, body]) => {
    expect(seriousIn(fulingWith(at, body), rule)).toEqual([]);
  });
});

test("open values are listed with what they hold up, and publishing is not blocked", () => {
  const problems = lintPolicy(fuling());
  const open = problems.filter(({ level }) => level === "open");
  expect(problems.filter(({ level }) => level === "error")).toEqual([]);
  expect(open).toHaveLength(11);
  expect(open.find(({ path }) => path.endsWith("collect/late"))?.said.en).toMatch(/late submissions/);
  expect(open.find(({ path }) => path.endsWith("excellent/when/than"))?.said.en).toMatch(
    /between 80 and 100/,
  );
});

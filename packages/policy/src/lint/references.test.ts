import { describe, expect, test } from "vitest";
import type { Effect } from "../schema/consequences.ts";
import type { FormField } from "../schema/forms.ts";
import type { Policy } from "../schema/policy.ts";
import type { Condition } from "../schema/sorts.ts";
import type { Yield } from "../schema/yields.ts";
import { compare, procedureOf, sheetOf, smallPolicy, told, words } from "../testing/small-policy.ts";
import { references } from "./references.ts";

const host = { role: "host" } as const;
const when = compare("result.score", "at-least", 60);

const condition = (asked: Condition): Partial<Policy> => ({
  conditions: [{ key: "c", for: [], of: "host", test: asked }],
});
const yielding = (...yields: Yield[]): Partial<Policy> => ({
  procedures: [procedureOf([{ key: "s", does: "review", by: host, yields }], { for: [] })],
});
const form = (...fields: FormField[]): Partial<Policy> => ({
  forms: [{ key: "f", sections: [{ key: "s", fields }] }],
});
const effects = (...all: Effect[]): Partial<Policy> => ({
  consequences: [{ key: "q", for: [], on: "decided", effects: all }],
});
const anytime = { kind: "anytime" } as const;

describe("every key that names something else is looked up in its list", () => {
  test.each<[string, Partial<Policy>, string[]]>([
    [
      "a source",
      { facts: [{ key: "a", about: "host", kind: "text", kept: "declared", by: host, because: ["x", "y"] }] },
      ["facts/a/because: “x” is not found in clauses", "facts/a/because: “y” is not found in clauses"],
    ],
    [
      "the bodies of an actor",
      {
        procedures: [
          procedureOf([{ key: "s", does: "check", by: { role: "authority", body: "x", with: ["y", "z"] } }], {
            for: [],
          }),
        ],
      },
      [
        "procedures/entry/stages/s/by: “x” is not found in bodies",
        "procedures/entry/stages/s/by: “y” is not found in bodies",
        "procedures/entry/stages/s/by: “z” is not found in bodies",
      ],
    ],
    [
      "a named condition",
      condition({ kind: "not", of: { kind: "named", condition: "x" } }),
      ["conditions/c/test/of: “x” is not found in conditions"],
    ],
    [
      "a named measure",
      {
        measures: [
          {
            key: "m",
            of: "host",
            unit: "个",
            is: { kind: "ratio", of: { kind: "named", measure: "x" }, to: 2 },
          },
        ],
      },
      ["measures/m/is/of: “x” is not found in measures"],
    ],
    [
      "what is judged by what",
      condition({ kind: "judged", by: host, asks: words("Is it?"), aspects: "x", evidence: ["y", "z"] }),
      [
        "conditions/c/test: “x” is not found in lists",
        "conditions/c/test: “y” is not found in lists / forms",
        "conditions/c/test: “z” is not found in lists / forms",
      ],
    ],
    [
      "an earlier stage, what is required, and the form",
      {
        procedures: [
          procedureOf([{ key: "s", does: "submit", by: host, after: ["x"], requires: ["y"], form: "z" }], {
            for: [],
          }),
        ],
      },
      [
        "procedures/entry/stages/s/after: “x” is not found in procedures/entry/stages",
        "procedures/entry/stages/s/requires: “y” is not found in conditions",
        "procedures/entry/stages/s/form: “z” is not found in forms",
      ],
    ],
    [
      "what a stage yields",
      yielding(
        { kind: "verdict", about: ["a", "b"] },
        { kind: "score", sheet: "c" },
        { kind: "rank", of: 1, within: [] },
        { kind: "grade", grading: "d" },
        { kind: "place", of: "class", list: "e" },
      ),
      [
        "procedures/entry/stages/s/yields/verdict: “a” is not found in conditions",
        "procedures/entry/stages/s/yields/verdict: “b” is not found in conditions",
        "procedures/entry/stages/s/yields/score: “c” is not found in sheets",
        "procedures/entry/stages/s/yields/grade: “d” is not found in gradings",
        "procedures/entry/stages/s/yields/place: “e” is not found in lists",
      ],
    ],
    [
      "a sheet by cases, or as read",
      yielding({
        kind: "score",
        sheet: { cases: [{ key: "one", when, then: "x" }], otherwise: { read: "y", as: words("so") } },
      }),
      [
        "procedures/entry/stages/s/yields/score: “x” is not found in sheets",
        "procedures/entry/stages/s/yields/score: “y” is not found in sheets",
      ],
    ],
    [
      "a sheet that is open, or none",
      yielding(
        { kind: "score", sheet: { open: { asks: words("which"), per: "call" } } },
        { kind: "score", of: 1 },
        { kind: "verdict" },
      ),
      [],
    ],
    [
      "what fields choose from, also columns",
      form(
        { key: "a", kind: "choice", list: "x" },
        { key: "b", kind: "sheet", sheet: "y" },
        { key: "t", kind: "table", columns: [{ key: "c", kind: "choice", list: "z" }] },
      ),
      [
        "forms/f/sections/s/fields/a/list: “x” is not found in lists",
        "forms/f/sections/s/fields/b/sheet: “y” is not found in sheets",
        "forms/f/sections/s/fields/t/columns/c/list: “z” is not found in lists",
      ],
    ],
    [
      "what a register is for",
      {
        registers: [
          {
            key: "r",
            bearer: "center",
            by: [host],
            for: ["t"],
            claims: { in: ["p"], once: "tier" },
            same: ["name", "x"],
            fields: [{ key: "name", kind: "choice", list: "y" }],
          },
        ],
      },
      [
        "registers/r/for: “t” is not found in types",
        "registers/r/claims/in: “p” is not found in procedures",
        "registers/r/same: “x” is not found in registers/r/fields",
        "registers/r/fields/name/list: “y” is not found in lists",
      ],
    ],
    [
      "the document of a clause",
      { clauses: [{ key: "c", document: "x", section: "一", gist: words("gist") }] },
      ["clauses/c/document: “x” is not found in documents"],
    ],
    [
      "the list of a fact",
      { facts: [{ key: "a", about: "host", kind: "item", list: "x", kept: "declared", by: host }] },
      ["facts/a/list: “x” is not found in lists"],
    ],
    [
      "the list of a grading",
      { gradings: [{ key: "g", list: "x", grade: "best" }] },
      ["gradings/g/list: “x” is not found in lists"],
    ],
    [
      "the form of a duty",
      { duties: [{ key: "d", bearer: "host", must: when, when: anytime, every: "year", form: "x" }] },
      ["duties/d/form: “x” is not found in forms"],
    ],
    [
      "the item above an item",
      { lists: [{ key: "l", items: [{ key: "a" }, { key: "b", under: "a" }, { key: "c", under: "x" }] }] },
      ["lists/l/items/c/under: “x” is not found in lists/l/items"],
    ],
    [
      "what a consequence does",
      {
        ...effects(
          { key: "a", do: "start", procedure: "p", within: { n: 1, unit: "month" } },
          { key: "b", do: "support", with: "s" },
          { key: "c", do: "recommend", promotion: "r" },
          { key: "d", do: "money", funding: "f", act: "grant" },
          { key: "e", do: "bar", from: ["t", "u"], who: "host", lasts: { n: 1, unit: "year" } },
          { key: "f", do: "set-standing", standing: "warned" },
          { key: "g", do: "restore-name" },
        ),
      },
      [
        "consequences/q/effects/a: “p” is not found in procedures",
        "consequences/q/effects/b: “s” is not found in lists/…/items",
        "consequences/q/effects/c: “r” is not found in promotions",
        "consequences/q/effects/d: “f” is not found in funding",
        "consequences/q/effects/e: “t” is not found in types",
        "consequences/q/effects/e: “u” is not found in types",
      ],
    ],
    [
      "where a consequence follows",
      { consequences: [{ key: "q", for: [], on: "decided", in: ["x"], effects: [] }] },
      ["consequences/q/in: “x” is not found in procedures"],
    ],
    [
      "kinds of achievement and of evidence",
      {
        sheets: [
          sheetOf(
            [
              { key: "a", about: ["x"], items: [{ key: "b", evidence: { kinds: ["y"], lacking: "zero" } }] },
              { key: "c", evidence: { lacking: "zero" } },
            ],
            { for: [], minor: { kinds: ["z"] } },
          ),
        ],
      },
      [
        "sheets/sheet/minor/kinds: “z” is not found in lists/…/items",
        "sheets/sheet/items/a/about: “x” is not found in lists/…/items",
        "sheets/sheet/items/a/items/b/evidence/kinds: “y” is not found in lists/…/items",
      ],
    ],
    [
      "what stands above a type, and its fields",
      { types: [{ key: "t", subject: "center", tier: "city", under: ["t", "x"], fields: "y" }] },
      ["types/t/under: “x” is not found in types", "types/t/fields: “y” is not found in lists"],
    ],
    [
      "the types that rules bind",
      {
        ...condition(when),
        caps: [{ key: "a", for: ["x"], counts: "designations", per: [], most: 1 }],
        sheets: [sheetOf([], { for: ["x"] })],
        procedures: [procedureOf([], { for: ["x"] })],
        consequences: [{ key: "a", for: ["x"], on: "decided", effects: [] }],
        funding: [{ key: "a", for: ["x"], amount: 1, currency: "CNY", paid: "once", payers: [] }],
        duties: [
          { key: "a", for: ["x"], bearer: "center", must: when, when: anytime, every: "year" },
          { key: "b", bearer: "host", must: when, when: anytime, every: "year" },
        ],
        names: [{ key: "a", for: ["x"], parts: [] }],
        conditions: [{ key: "a", for: ["x", "y"], of: "host", test: when }],
        promotions: [{ key: "a", from: ["x"], to: { tier: "province", type: words("up") }, by: host, when }],
      },
      [
        "conditions/a/for: “x” is not found in types",
        "conditions/a/for: “y” is not found in types",
        "caps/a/for: “x” is not found in types",
        "sheets/sheet/for: “x” is not found in types",
        "procedures/entry/for: “x” is not found in types",
        "consequences/a/for: “x” is not found in types",
        "funding/a/for: “x” is not found in types",
        "duties/a/for: “x” is not found in types",
        "names/a/for: “x” is not found in types",
        "promotions/a/from: “x” is not found in types",
      ],
    ],
  ])("%s", (_what, parts, problems) => expect(told(references(smallPolicy(parts)))).toEqual(problems));
});

test("what is there is found", () => {
  const policy = smallPolicy({
    documents: [{ key: "main", title: words("main"), relation: "self" }],
    clauses: [{ key: "one", document: "main", section: "一", gist: words("gist") }],
    bodies: [{ key: "office", roles: [], because: ["one"] }],
    types: [{ key: "lab", subject: "center", tier: "city", fields: "kinds" }],
    lists: [{ key: "kinds", items: [{ key: "paper" }] }],
    conditions: [
      {
        key: "ready",
        for: ["lab"],
        of: "host",
        test: {
          kind: "judged",
          by: { role: "experts", body: "office" },
          asks: words("?"),
          aspects: "kinds",
          evidence: ["kinds", "report"],
        },
      },
    ],
    forms: [{ key: "report", sections: [] }],
    sheets: [sheetOf([{ key: "paper", about: ["paper"], evidence: { kinds: ["paper"], lacking: "zero" } }])],
    procedures: [procedureOf([{ key: "s", does: "submit", by: host, requires: ["ready"], form: "report" }])],
    ...effects(
      { key: "a", do: "support", with: "paper" },
      { key: "b", do: "start", procedure: "entry", within: { n: 1, unit: "month" } },
    ),
  });
  expect(told(references(policy))).toEqual([]);
});

describe("it is said how to mend it", () => {
  const mend = (under: string) =>
    references(smallPolicy({ lists: [{ key: "l", items: [{ key: "grades" }, { key: "b", under }] }] })).map(
      (problem) => [problem.said.zh, problem.mend.zh, problem.mend.en],
    );

  test("by the key that looks most like it", () =>
    expect(mend("graeds")).toEqual([
      ["引用的“graeds”在 lists/l/items 里找不到", "是不是“grades”？", "did you mean “grades”?"],
    ]));
  test("or by adding it, where none does", () =>
    expect(mend("something-else")).toEqual([
      [
        "引用的“something-else”在 lists/l/items 里找不到",
        "请在 lists/l/items 里补上，或者改正引用",
        "add it to lists/l/items, or correct the reference",
      ],
    ]));
});

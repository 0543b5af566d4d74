import { describe, expect, test } from "vitest";
import type { Clause } from "../schema/bodies.ts";
import { procedureOf, smallPolicy, told, words } from "../testing/small-policy.ts";
import { sources } from "./sources.ts";

const clause = (key: string, rest: Partial<Clause> = {}): Clause => ({
  key,
  document: "main",
  section: `第${key}条`,
  gist: words("gist"),
  ...rest,
});
const said = (parts: object) => told(sources(smallPolicy(parts)));

describe("every rule says where it comes from", () => {
  test.each([
    "types",
    "facts",
    "conditions",
    "measures",
    "caps",
    "forms",
    "sheets",
    "gradings",
    "consequences",
    "funding",
    "duties",
    "promotions",
    "names",
  ])("each of the %s", (list) => {
    const rules = [{ key: "a" }, { key: "b", because: [] }, { key: "c", because: ["one"] }];
    expect(said({ [list]: rules })).toEqual([`${list}/a: it says no source`, `${list}/b: it says no source`]);
  });
  test("each procedure, and each of its stages", () => {
    const stage = { key: "s", does: "check", by: { role: "authority" } } as const;
    const stages = [stage, { ...stage, key: "t", because: ["one"] }];
    expect(said({ procedures: [procedureOf(stages)] })).toEqual([
      "procedures/entry: it says no source",
      "procedures/entry/stages/s: it says no source",
    ]);
  });
  test.each(["words", "lists", "bodies", "registers"])("what is only said or kept needs none: %s", (list) =>
    expect(said({ [list]: [{ key: "a" }] })).toEqual([]),
  );
});

describe("every clause is carried out, or says why it cannot be", () => {
  const rests = (because: string[], ...clauses: Clause[]) =>
    said({ clauses, lists: [{ key: "l", because, items: [] }] });

  test("one that nothing rests on, and that says nothing, is told by its section", () => {
    expect(rests(["one"], clause("one"), clause("two"))).toEqual(["clauses/two: no node rests on “第two条”"]);
    expect(sources(smallPolicy({ clauses: [clause("one")] }))).toEqual([
      {
        level: "error",
        rule: "sources",
        path: "clauses/one",
        said: { zh: "“第one条”没有任何节点以它为依据", en: "no node rests on “第one条”" },
        mend: {
          zh: "请让节点引用它，或者在 outside 里说明为什么没有可以办理的事项",
          en: "let a node name it, or say in outside why no program can carry it out",
        },
      },
    ]);
  });
  test("one that cannot be carried out is left alone", () =>
    expect(rests([], clause("one", { outside: words("states a purpose") }))).toEqual([]));
  test("one that says so, and yet is carried out, is worth a look", () => {
    const policy = smallPolicy({
      clauses: [clause("one", { outside: words("states a purpose") })],
      lists: [{ key: "l", because: ["one"], items: [] }],
    });
    expect(sources(policy)).toEqual([
      {
        level: "advice",
        rule: "sources",
        path: "clauses/one",
        said: {
          zh: "这一条写着无法办理，却有节点以它为依据",
          en: "the clause says that nothing can carry it out, and yet a node rests on it",
        },
        mend: { zh: "请删去 outside，或者删去引用", en: "remove outside, or the reference" },
      },
    ]);
  });
});

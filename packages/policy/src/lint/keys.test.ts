import { describe, expect, test } from "vitest";
import { compare, procedureOf, smallPolicy, told } from "../testing/small-policy.ts";
import { keys } from "./keys.ts";

describe("every node of an array has a key of its own", () => {
  test("one that is used twice is told once", () => {
    const items = [{ key: "a" }, { key: "b" }, { key: "a" }, { key: "a" }];
    expect(told(keys(smallPolicy({ lists: [{ key: "l", items }] })))).toEqual([
      "lists/l/items/a: “a” is used more than once here",
    ]);
  });
  test("the same key in another array is another node", () => {
    const items = [{ key: "a" }, { key: "b" }];
    expect(
      keys(
        smallPolicy({
          lists: [
            { key: "a", items },
            { key: "b", items },
          ],
        }),
      ),
    ).toEqual([]);
  });
  test("a condition in a list needs one", () => {
    const of = [{ key: "a", ...compare("host.beds", "known") }, compare("host.name", "known")];
    expect(
      told(
        keys(
          smallPolicy({ conditions: [{ key: "c", for: ["lab"], of: "host", test: { kind: "all", of } }] }),
        ),
      ),
    ).toEqual(["conditions/c/test/of/compare: a node inside an array has no key"]);
  });
});

describe("what is known by something else needs none", () => {
  const stage = { key: "s", does: "review", by: { role: "experts" } } as const;

  test("actors, by their role; two of one role may stand side by side", () => {
    const to = [{ role: "host" }, { role: "host", hat: "contact" }] as const;
    expect(
      keys(smallPolicy({ procedures: [procedureOf([{ ...stage, does: "file", to: [...to] }])] })),
    ).toEqual([]);
  });
  test("what a stage yields, by its kind; one of each", () => {
    const yielding = (...yields: ("verdict" | "score")[]) =>
      told(
        keys(
          smallPolicy({
            procedures: [procedureOf([{ ...stage, yields: yields.map((kind) => ({ kind })) }])],
          }),
        ),
      );
    expect(yielding("verdict", "score")).toEqual([]);
    expect(yielding("score", "score")).toEqual([
      "procedures/entry/stages/s/yields/score: “score” is used more than once here",
    ]);
  });
  test("plain words", () =>
    expect(
      keys(
        smallPolicy({
          documents: [{ key: "d", title: { zh: "文", en: "d" }, relation: "self", aka: ["x", "x"] }],
        }),
      ),
    ).toEqual([]));
});

import { describe, expect, test } from "vitest";
import type { Json } from "../schema/changes.ts";
import { fulingWith } from "../testing/fuling.ts";
import { cases } from "./cases.ts";

type Bound = [is: string, than: Json];
const score = ([is, than]: Bound): Json => ({
  kind: "compare",
  of: { kind: "fact", fact: "result.score" },
  is,
  than,
});
const read = (value: Json): Json => ({ read: value, as: { zh: "读作", en: "read as" } });
const open: Json = { open: { asks: { zh: "几分", en: "which score" }, per: "policy" } };

/** What the rule says of a case behind another one. */
const behind = (first: Json, second: Json): string[] =>
  cases(
    fulingWith("gradings/acceptance/grade", {
      set: {
        cases: [
          { key: "one", when: first, then: "pass" },
          { key: "two", when: second, then: "fail" },
        ],
        otherwise: "fail",
      },
    }),
  ).map(({ path }) => path);

describe("a case never fires behind one that takes all of it", () => {
  test.each<[Bound, Bound]>([
    [
      ["at-least", 80],
      ["at-least", 80],
    ],
    [
      ["at-least", 80],
      ["more-than", 80],
    ],
    [
      ["at-least", 80],
      ["equal", 80],
    ],
    [
      ["at-least", 80],
      ["between", [80, 90]],
    ],
    [
      ["more-than", 80],
      ["more-than", 80],
    ],
    [
      ["more-than", 80],
      ["at-least", 81],
    ],
    [
      ["at-most", 80],
      ["at-most", 80],
    ],
    [
      ["at-most", 80],
      ["less-than", 80],
    ],
    [
      ["at-most", 80],
      ["between", [70, 80]],
    ],
    [
      ["less-than", 80],
      ["at-most", 79],
    ],
    [
      ["between", [70, 90]],
      ["between", [70, 90]],
    ],
    [
      ["between", [70, 90]],
      ["equal", 70],
    ],
    [
      ["at-least", read(80)],
      ["at-least", 90],
    ],
    [
      ["at-least", 80],
      ["at-least", read(90)],
    ],
    [
      ["equal", 80],
      ["equal", 80],
    ],
    [
      ["one-of", ["a", "b"]],
      ["equal", "a"],
    ],
    [
      ["one-of", ["a", "b"]],
      ["one-of", ["b"]],
    ],
  ])("%j takes all of %j", (first, second) =>
    expect(behind(score(first), score(second))).toEqual(["gradings/acceptance/grade/cases/two"]),
  );
  test.each<[Bound, Bound]>([
    [
      ["more-than", 80],
      ["at-least", 80],
    ],
    [
      ["more-than", 80],
      ["between", [80, 90]],
    ],
    [
      ["less-than", 80],
      ["at-most", 80],
    ],
    [
      ["less-than", 80],
      ["equal", 80],
    ],
    [
      ["at-least", 80],
      ["at-least", 79],
    ],
    [
      ["at-least", 80],
      ["at-most", 90],
    ],
    [
      ["between", [70, 90]],
      ["between", [70, 91]],
    ],
    [
      ["between", [70, 90]],
      ["between", [69, 90]],
    ],
    [
      ["between", [70, 90]],
      ["at-least", 70],
    ],
    [
      ["at-least", open],
      ["at-least", 80],
    ],
    [
      ["at-least", 80],
      ["at-least", open],
    ],
    [
      ["at-least", { kind: "fact", fact: "center.score" }],
      ["at-least", 80],
    ],
    [
      ["at-least", read("80")],
      ["at-least", 80],
    ],
    [
      ["not-equal", 80],
      ["equal", 81],
    ],
    [
      ["one-of", ["a", "b"]],
      ["one-of", ["b", "c"]],
    ],
    [
      ["equal", "a"],
      ["one-of", ["a", "b"]],
    ],
  ])("%j leaves something of %j", (first, second) => expect(behind(score(first), score(second))).toEqual([]));
});

import { describe, expect, test } from "vitest";
import { openSort } from "./open-sort.ts";

const open = { open: { asks: { zh: "问", en: "asked" }, per: "policy" } };
const sortAt = (path: string, node: object = open) => openSort(path.split("/"), node);

describe("what settles an open value follows from the field that it fills", () => {
  test.each([
    ["window", ["procedures/p/stages/s/window", "duties/d/when"]],
    ["lateness", ["procedures/p/stages/s/late"]],
    [
      "duration",
      ["procedures/p/stages/s/lasts", "types/t/term", "procedures/p/starts/cycle", "x/until/plus"],
    ],
    ["moment", ["procedures/p/stages/s/from", "x/window/to", "procedures/p/stages/s/until"]],
    ["period", ["x/of/during", "sheets/s/period"]],
    ["item", ["gradings/g/grade", "types/t/class", "x/yields/score/sheet"]],
    ["scalar", ["conditions/c/test/than"]],
    [
      "number",
      [
        "conditions/c/test/within",
        "x/panel/size",
        "measures/m/is/step",
        "measures/m/is/at",
        "measures/m/is/gives",
        "measures/m/is/every",
        "sheets/s/items/i/weight",
        "sheets/s/total",
        "caps/c/most",
        "x/least",
        "x/yields/rank/cut",
        "x/yields/rank/then/hearing/of",
        "funding/f/payers/p/share",
        "funding/f/years",
        "sheets/s/items/i/floor",
        "forms/f/delivery/d/copies",
        "funding/f/amount",
        "measures/m/is/of",
        "measures/m/is",
      ],
    ],
    ["other", ["measures/m/is/partial", "sheets/s/items/i/absent", "consequences/c/effects/e/who", ""]],
  ])("%s", (sort, paths) => {
    expect(paths.map((path) => `${path}: ${sortAt(path)}`)).toEqual(paths.map((path) => `${path}: ${sort}`));
  });
});

describe("some fields mean different things in different places", () => {
  test.each([
    ["procedures/p/stages/s/yields/verdict/combine", "combine-verdicts"],
    ["procedures/p/stages/s/yields/score/combine", "combine-scores"],
    ["procedures/p/stages/s/yields/verdict/combine/cases/a/then", "combine-verdicts"],
    ["procedures/p/stages/s/yields/verdict/combine/otherwise", "combine-verdicts"],
    ["consequences/c/effects/rectify/within", "duration"],
    ["inForce/from", "day"],
    ["inForce/to", "day"],
    ["inForce/effect", "other"],
    ["lists/grades/items/best", "words"],
    ["lists/grades/items/best/rank", "other"],
    ["sheets/sheet/items/best", "other"],
  ])("%s: %s", (path, sort) => expect(sortAt(path)).toBe(sort));

  test("a line with bounds is a number", () => {
    const bounded = (bounds: object) =>
      sortAt("conditions/c/test/than", { open: { ...open.open, ...bounds } });
    expect(bounded({ least: 80 })).toBe("number");
    expect(bounded({ most: 100 })).toBe("number");
    expect(sortAt("procedures/p/stages/s/late", { open: { ...open.open, least: 80 } })).toBe("lateness");
  });
  test("a condition that is unstated is settled by one", () => {
    expect(sortAt("conditions/c/test", { kind: "unstated", ...open })).toBe("condition");
    expect(sortAt("procedures/p/stages/s/window", { kind: "between" })).toBe("window");
  });
});

describe("cases choose for the field that has them", () => {
  test.each([
    ["x/window/cases/y2026/then", "window"],
    ["x/window/otherwise", "window"],
    ["x/window/cases/a/then/cases/b/then", "window"],
    ["x/window/cases/a/then/otherwise", "window"],
    ["x/window/otherwise/cases/a/then", "window"],
    ["x/window/otherwise/otherwise", "window"],
    ["x/window/cases/a/when", "window"],
    ["x/late/cases/a/then", "lateness"],
    ["x/late/then", "other"],
    ["x/late/cases/then", "other"],
  ])("%s: %s", (path, sort) => expect(sortAt(path)).toBe(sort));
});

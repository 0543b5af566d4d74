import type { Condition, Standing } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts, FactRecord } from "../contract/facts.ts";
import { boardWith, designations } from "../testing/board.ts";
import { caseWith, lab, policyWith } from "../testing/owing.ts";
import { worldOfBearer } from "./board.ts";
import { forecastOf } from "./forecast.ts";

/** So many labs at a standing. */
const least = (than: number, ...standing: Standing[]): Condition => ({
  kind: "compare",
  of: {
    kind: "tally",
    of: "designations",
    by: "count",
    where: { kind: "compare", of: { kind: "fact", fact: "it.standing" }, is: "one-of", than: standing },
  },
  is: "at-least",
  than,
});
const centerAt = (standing: Standing, more: Partial<CenterFacts> = {}): CenterFacts =>
  lab({ id: standing, standing, cases: [caseWith({ purpose: "entry", state: "in-review" })], ...more });

function forecast(must: Condition, centers: CenterFacts[], held: FactRecord[] = []) {
  const board = boardWith(policyWith({}), "2026-06-01", { centers, sets: { designations: held } });
  return forecastOf(board, must, { world: worldOfBearer(board, undefined), path: "must" });
}
const roots = (...asked: Parameters<typeof forecast>) => forecast(...asked)?.coming.map(({ root }) => root);

describe("what a target comes to once everything under way is through", () => {
  it("is what is there with what is coming, who that is and by when", () => {
    const centers = [centerAt("building", { termEndsOn: "2027-06-30" })];
    const held = designations(1, { type: "lab", standing: "established" });
    expect(forecast(least(2, "established"), centers, held)).toStrictEqual({
      truth: "true",
      value: "2",
      coming: [{ root: "building", name: "实验室", unit: "甲医院", standing: "building", by: "2027-06-30" }],
      by: "2027-06-30",
    });
    expect(forecast(least(3, "established"), centers, held)?.truth).toBe("false");
  });

  it("counts a center once that is there already at another standing", () => {
    const held = [{ root: "building", type: "lab", standing: "building" }];
    expect(forecast(least(2, "building", "established"), [centerAt("building")], held)).toBeUndefined();
    expect(forecast(least(1, "established"), [centerAt("building")], held)?.value).toBe("1");
  });

  it("says the last day of all that are coming, and none where one of them has none", () => {
    const early = centerAt("building", { id: "a", termEndsOn: "2027-06-30" });
    const late = centerAt("building", { id: "b", termEndsOn: "2028-06-30" });
    const endless = centerAt("building", { id: "c" });
    expect(forecast(least(2, "established"), [late, early])?.by).toBe("2028-06-30");
    expect(forecast(least(3, "established"), [late, early, endless])).not.toHaveProperty("by");
    expect(forecast(least(3, "established"), [endless])?.coming[0]).not.toHaveProperty("by");
  });

  it("is nothing where nothing that is under way counts", () => {
    expect(forecast(least(1, "established"), [])).toBeUndefined();
    expect(forecast(least(1, "warned"), [centerAt("building")])).toBeUndefined();
    const beds: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "at-least",
      than: 1,
    };
    expect(forecast(beds, [centerAt("building")])).toBeUndefined();
    expect(forecast({ kind: "not", of: beds }, [centerAt("building")])).toBeUndefined();
  });

  it("shows no figure where the target compares none", () => {
    const of: Condition[] = [least(1, "established"), least(2, "established")];
    expect(forecast({ kind: "all", of }, [centerAt("building")])).toMatchObject({
      value: "1",
      truth: "false",
    });
  });
});

describe("where a center goes from where it is", () => {
  const AHEAD: [from: Standing, to: Standing[]][] = [
    ["applying", ["cultivating", "building", "established"]],
    ["cultivating", ["building", "established"]],
    ["building", ["established"]],
    ["deferred", ["established"]],
    ["rectifying", ["established"]],
    ["established", []],
    ["warned", []],
    ["exited", []],
  ];
  const STEPS: Standing[] = ["applying", "cultivating", "building", "established", "warned", "exited"];
  it.each(AHEAD)("from %s it goes to %s", (from, to) =>
    expect(STEPS.filter((step) => roots(least(1, step), [centerAt(from)]) !== undefined)).toEqual(to),
  );

  it("is nowhere where it has no standing yet, or its application is not under way", () => {
    const applying = (...cases: CenterFacts["cases"]) =>
      roots(least(1, "established"), [centerAt("applying", { cases })]);
    const { standing: _, ...nowhere } = centerAt("applying");
    expect(roots(least(1, "established"), [nowhere])).toBeUndefined();
    for (const state of ["withdrawn", "closed", "draft"] as const)
      expect(applying(caseWith({ state }))).toBeUndefined();
    expect(applying()).toBeUndefined();
    expect(applying(caseWith({ state: "withdrawn" }), caseWith({ state: "submitted" }))).toEqual([
      "applying",
    ]);
    expect(roots(least(1, "established"), [centerAt("building", { cases: [] })])).toEqual(["building"]);
  });
});

import { describe, expect, test } from "vitest";
import { getForm, getList, getProcedure, getSheet, getStage } from "../read/nodes.ts";
import { openValues } from "../read/open-values.ts";
import { walk } from "../read/walk.ts";
import { isCases } from "../schema/sorts.ts";
import { fuling } from "./fuling.ts";

describe("Fuling's pack equals its document", () => {
  const policy = fuling();
  const entry = getProcedure(policy, "entry");

  test("one indicator tree of 30, 50 and 20 with seven items, 19 blank rows and an applicant's level", () => {
    const sheet = getSheet(policy, "sheet");
    const second = sheet.items.flatMap(({ items }) => items ?? []);
    expect(sheet.items.map(({ weight }) => weight)).toEqual([30, 50, 20]);
    expect(second.map(({ weight }) => weight)).toEqual([20, 10, 10, 20, 20, 12, 8]);
    expect(second.map(({ slots }) => slots)).toEqual([4, 2, 3, 2, 2, 2, 4]);
    expect(sheet.levels.map(({ owner, weights }) => `${owner} ${weights}`)).toEqual([
      "authority required",
      "authority required",
      "applicant optional",
    ]);
  });
  test("applications each July, and the cohort of 2022 by 23 October", () => {
    const { window } = getStage(entry, "collect");
    if (window === undefined || !isCases(window)) throw new Error("the collection has no cases");
    expect(window.otherwise).toEqual({ kind: "yearly", from: "07-01", to: "07-31" });
    expect(window.cases).toHaveLength(1);
    expect(window.cases[0]?.then).toMatchObject({ kind: "between", to: { read: "2022-10-23" } });
  });
  test("stages overlap, and a decision needs the experts' word", () => {
    expect(getStage(entry, "assess").window).toEqual({ kind: "yearly", from: "09-01", to: "10-31" });
    expect(getStage(entry, "decide").window).toEqual({ kind: "yearly", from: "10-01", to: "11-30" });
    expect(getStage(entry, "decide")).toMatchObject({ after: ["assess"], requires: ["ready"] });
    expect(getStage(entry, "publish").gives).toBe("building");
    expect(getStage(entry, "build")).toMatchObject({ does: "run", lasts: { n: 3, unit: "year" } });
  });
  test("four topics and eight dimensions, to which more may be added", () => {
    expect(getList(policy, "seminar-topics").items.map(({ label }) => label?.zh)).toEqual([
      "计划",
      "方法",
      "难点",
      "建议",
    ]);
    expect(getList(policy, "dimensions").items).toHaveLength(8);
    expect(getList(policy, "dimensions").more).toBe(true);
  });
  test("the self-assessment has the seven sections of Annex 2 and two signatures, the director's first", () => {
    const form = getForm(policy, "self-assessment");
    const numbered = form.sections
      .map(({ label }) => label?.zh ?? "")
      .filter((zh) => /^[一二三四五六七]、/.test(zh));
    expect(numbered.map((zh) => zh[0])).toEqual(["一", "二", "三", "四", "五", "六", "七"]);
    expect(form.sections.find(({ key }) => key === "overview")?.fields[0]).toMatchObject({
      most: 1000,
      unit: "characters",
    });
    const self = getStage(getProcedure(policy, "acceptance"), "self");
    expect(self).toMatchObject({ signs: [{ role: "director" }, { role: "host" }] });
  });
  test("contacts are personal, and nobody is named", () => {
    const people = policy.forms
      .flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))
      .filter(({ key }) => key === "contact");
    expect(people).toHaveLength(2);
    expect(people.every(({ personal }) => personal === true)).toBe(true);
    expect(JSON.stringify(policy)).not.toMatch(/\d{8,}(?!\d*")/);
  });
  test("what the document leaves unsaid stays open", () => {
    expect(
      openValues(policy)
        .map(({ asks, per }) => `${asks.en} (${per})`)
        .toSorted(),
    ).toEqual([
      "factor that turns completion into points (policy)",
      "how the experts' scores are combined (policy)",
      "how the experts' scores are combined (policy)",
      "how the experts' views become one where they differ (policy)",
      "length of rectification (case)",
      "line of excellent (policy)",
      "number of experts (call)",
      "number of experts (call)",
      "number of experts (call)",
      "when the seminar of 2022 takes place (call)",
      "whether late applications are accepted (policy)",
    ]);
  });
  test("a clause carries a gist, never the document's sentence", () => {
    for (const { gist } of policy.clauses) expect(gist.zh.length).toBeLessThan(50);
    expect(walk(policy).some(({ node }) => "force" in node && node.force === "aspiration")).toBe(true);
  });
});

import { describe, expect, test } from "vitest";
import { getList, getProcedure, getSheet } from "../read/nodes.ts";
import { packNamed } from "./packs.ts";

describe("Shandong's pack equals its document", () => {
  const policy = packNamed("shandong");

  test("two ways in, both without rounds: commissioned by the authority or recommended by a department", () => {
    const entries = policy.procedures.filter(({ purpose }) => purpose === "entry");
    expect(entries.map(({ starts }) => [starts.by.role, starts.when])).toEqual([
      ["authority", { kind: "anytime" }],
      ["host", { kind: "anytime" }],
    ]);
    const does = (key: string): string[] => getProcedure(policy, key).stages.map((stage) => stage.does);
    expect(does("recommended")).toContain("recommend");
    expect(does("commissioned")).not.toContain("recommend");
  });
  test("the yearly indicators are the applicant's, the authority's level has no weights", () => {
    expect(getSheet(policy, "own").levels.map(({ owner, weights }) => `${owner} ${weights}`)).toEqual([
      "authority none",
      "applicant optional",
    ]);
  });
  test("the three layers are independent targets that nothing adds up", () => {
    const layers = ["t-world", "t-first", "t-region"];
    const duties = policy.duties.filter(({ key }) => layers.includes(key));
    expect(duties).toHaveLength(3);
    expect(policy.duties.flatMap(({ parts }) => parts ?? [])).toEqual([]);
  });
  test("the classes of support have no names yet", () => {
    const { items } = getList(policy, "supports");
    expect(items.every(({ open }) => open !== undefined)).toBe(true);
  });
  test("the yearly report has the seven tasks", () => {
    const report = policy.forms.find(({ key }) => key === "yearly");
    const numbered = (report?.sections ?? []).filter(({ label }) =>
      /^[一二三四五六七]、/.test(label?.zh ?? ""),
    );
    expect(numbered).toHaveLength(7);
  });
  test("what follows the seven tasks is missing in the text, and nothing of it was made up", () => {
    expect([policy.funding, policy.gradings, policy.caps]).toEqual([[], [], []]);
    expect(policy.types.find(({ key }) => key === "center")).not.toHaveProperty("term");
  });
});

describe("noise of the stored texts", () => {
  test.each(["luoyang", "shandong"])("does not enter the pack of %s", (name) => {
    const text = JSON.stringify(packNamed(name));
    expect(text).not.toMatch(
      /qq|客服|万用表|三元催化|张蔷|戚薇|林子君|bookmark|区域特和|特医疗|\d{3,4}-\d{7,8}/i,
    );
  });
});

import { Policy, type Sheet } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { formOf } from "../testing/fields.ts";
import { worldWith } from "../testing/world.ts";
import { gapsOf } from "./gaps.ts";

const judged = { kind: "judged", by: { role: "experts" } } as const;
const said = (zh: string) => ({ zh, en: zh });
const sheet: Sheet = {
  key: "sheet",
  for: ["stic"],
  total: 30,
  unit: "points",
  levels: [
    { key: "one", owner: "authority", weights: "required" },
    { key: "two", owner: "applicant", weights: "optional" },
  ],
  items: [
    { key: "a", label: said("平台"), weight: 20, points: judged },
    { key: "b", label: said("成果"), weight: 10, points: judged },
  ],
};

/** What is wrong with the rows of an application, or with points of one's own. */
const gapsFor = (rows: unknown, { of = sheet, fills }: { of?: Sheet; fills?: "scores" } = {}) => {
  const policy = { ...Policy.parse(pack), sheets: [of] };
  const field = {
    key: "x",
    kind: "sheet" as const,
    sheet: "sheet",
    ...(fills === undefined ? {} : { fills }),
  };
  const gaps = gapsOf(formOf(field), { s: { x: rows } }, worldWith(policy, {}));
  return gaps.map(({ code, params }) => ({ code, params }));
};
const row = (key: string, more: object = {}) => ({ key, name: "行", content: "内容", ...more });
const missing = (item: string, what: string, en: string) => ({
  code: "field-missing",
  params: { section: said(item), field: { zh: what, en } },
});
const NAME = ["三级指标的名称", "the name of the indicator"] as const;
const CONTENT = ["指标内容", "the content of the indicator"] as const;

describe("rows that an applicant writes below the authority's indicators", () => {
  test("are enough where every indicator has one with a name and a content", () =>
    expect(gapsFor({ a: [row("r1")], b: [row("r1"), { key: "r2", name: "", content: " " }] })).toEqual([]));

  test("are missing by the name where an indicator has none that says anything", () =>
    expect(gapsFor({ a: [row("r1")], b: [{ key: "r1", name: " ", content: "" }] })).toEqual([
      missing("成果", ...NAME),
    ]));

  test("lack their name or their content, each told once", () =>
    expect(
      gapsFor({
        a: [row("r1"), row("r2", { name: " " }), row("r3", { name: "  " })],
        b: [row("r1"), row("r2", { content: " " })],
      }),
    ).toEqual([missing("平台", ...NAME), missing("成果", ...CONTENT)]));

  test("do not weigh more than their indicator", () => {
    const weighing = (...weights: number[]) =>
      gapsFor({ a: weights.map((weight, n) => row(`r${n}`, { weight })), b: [row("r1")] });
    expect(weighing(12, 8)).toEqual([]);
    expect(weighing(12, 7)).toEqual([]);
    expect(weighing(12, 8.5)).toEqual([
      { code: "weight-sum", params: { item: said("平台"), sum: "20.5", most: "20" } },
    ]);
  });

  test("stand below no indicator that there is not", () =>
    expect(gapsFor({ a: [row("r1")], b: [row("r1")], c: [row("r1")] })).toEqual([
      { code: "field-invalid", params: { field: said("x"), fault: "unknown-field" } },
    ]));

  test("are rows", () => {
    const wrong = [{ code: "field-invalid", params: { field: said("x"), fault: "shape" } }];
    expect(gapsFor({ a: "12" })).toEqual(wrong);
    expect(gapsFor({ a: [{ key: "r1" }] })).toEqual(wrong);
  });

  test("are nobody's to write where the level below is the authority's, or there is none", () => {
    const [one, two] = sheet.levels;
    if (one === undefined || two === undefined) throw new Error("the sheet has two levels");
    const owned = (levels: Sheet["levels"]) => gapsFor({ a: [row("r1")] }, { of: { ...sheet, levels } });
    expect(owned([one, two])).toEqual([missing("成果", ...NAME)]);
    expect(owned([one, { ...two, owner: "authority" }])).toEqual([]);
    expect(owned([one])).toEqual([]);
  });
});

describe("points of one's own", () => {
  test("are points, or points with what proves them", () => {
    expect(gapsFor({ a: 12, b: { points: 8, evidence: ["report"] } }, { fills: "scores" })).toEqual([]);
    expect(gapsFor({ a: "many" }, { fills: "scores" })).toEqual([
      { code: "field-invalid", params: { field: said("x"), fault: "shape" } },
    ]);
  });
});

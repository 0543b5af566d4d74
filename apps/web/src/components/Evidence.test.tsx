import { effectiveTree } from "@yichuang/domain";
import type { Indicator, List, Sheet } from "@yichuang/policy";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { counted, EvidenceCell, type EvidenceMap } from "./Evidence.tsx";
import { SheetControl } from "./fields/SheetControl.tsx";
import { IndicatorTree } from "./IndicatorTree.tsx";

const both = (zh: string) => ({ zh, en: zh });
const LISTS: List[] = [{ key: "kinds", items: [{ key: "patent", label: both("发明专利") }] }];
const PROVEN: Indicator["evidence"] = { kinds: ["patent"], lacking: "zero" };
const sheetOf = (items: Indicator[]): Sheet => ({
  key: "s",
  for: ["base"],
  total: 20,
  unit: "points",
  levels: [{ key: "one", owner: "authority", weights: "required" }],
  items,
});
const SHEET = sheetOf([
  { key: "output", label: both("成果"), weight: 10, evidence: PROVEN },
  { key: "team", label: both("队伍"), weight: 10 },
]);
const TREE = effectiveTree(SHEET);

const score = (evidence: EvidenceMap, more: object = {}): string =>
  renderToStaticMarkup(
    <IndicatorTree
      mode="score"
      tree={TREE}
      scores={{ output: 9, team: 8 }}
      onScore={() => undefined}
      evidence={evidence}
      onEvidence={() => undefined}
      lists={LISTS}
      total={20}
      {...more}
    />,
  );
const rowOf = (html: string, path: string): string =>
  html.split("<tr").find((row) => row.includes(`data-path="${path}"`)) ?? "";
const sumIn = (html: string): string | undefined => /<b>([\d.]+)<\/b>/.exec(html)?.[1];

describe("evidence on a score sheet", () => {
  it("asks for the kinds of an item by their words, and only where the item asks", () => {
    const html = score({});
    expect(rowOf(html, "output")).toContain('type="checkbox"');
    expect(rowOf(html, "output")).toContain("发明专利");
    expect(rowOf(html, "team")).not.toContain('type="checkbox"');
  });

  it("says that an item without evidence counts nothing, and adds up so", () => {
    const [without, with_] = [score({}), score({ output: ["patent"] })];
    expect(rowOf(without, "output")).toContain("没有佐证，计 0 分");
    expect(sumIn(without)).toBe("8.00");
    expect(rowOf(with_, "output")).not.toContain("没有佐证");
    expect(sumIn(with_)).toBe("17.00");
  });

  it("shows what the center named itself, and a signed sheet without controls", () => {
    const html = score({ output: ["patent"] }, { selfEvidence: { output: ["第 3 号附件"] }, readOnly: true });
    expect(html).toContain("自报：第 3 号附件");
    expect(html).toContain("发明专利");
    expect(html).not.toContain("<input");
  });

  it("has no column where no item asks for evidence", () => {
    const tree = effectiveTree(sheetOf([{ key: "team", label: both("队伍"), weight: 10 }]));
    expect(score({}, { tree })).not.toContain("佐证材料");
  });

  it("takes words where any evidence will do", () => {
    const [item] = effectiveTree(sheetOf([{ key: "a", label: both("成果"), evidence: { lacking: "zero" } }]));
    if (item === undefined) throw new Error("no item");
    const html = renderToStaticMarkup(
      <EvidenceCell item={item} evidence={{ a: ["鉴定证书"] }} onEvidence={() => undefined} />,
    );
    expect(html).toContain('value="鉴定证书"');
  });
});

it("counts nothing of a group without its evidence", () => {
  const below: Indicator = { key: "line", label: both("一项"), weight: 10 };
  const tree = effectiveTree(
    sheetOf([{ key: "group", label: both("一组"), evidence: PROVEN, items: [below] }]),
  );
  const scores = { "group/line": 7 };
  expect(counted(tree, scores, {})).toEqual({ "group/line": 0 });
  expect(counted(tree, scores, { group: ["patent"] })).toEqual(scores);
});

it("keeps evidence with one's own score, and shows what was kept", () => {
  const html = renderToStaticMarkup(
    <SheetControl
      field={{ key: "scores", kind: "sheet", sheet: "s", fills: "scores" }}
      id="scores"
      name="自评"
      value={{ output: { points: 9, evidence: ["patent"] }, team: 8 }}
      onChange={() => undefined}
      readOnly={false}
      context={{ lists: LISTS, sheets: [SHEET], upload: () => Promise.reject(new Error("no files")) }}
    />,
  );
  expect(rowOf(html, "output")).toMatch(/type="checkbox"[^>]*checked/);
  expect(rowOf(html, "output")).toContain('value="9"');
  expect(sumIn(html)).toBe("17.00");
});

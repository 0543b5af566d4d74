import { describe, expect, test } from "vitest";
import { openValues } from "../read/open-values.ts";
import { readings } from "../read/readings.ts";
import type { Sheet } from "../schema/sheets.ts";
import { fuling } from "../testing/fuling.ts";
import { PACKS, packNamed } from "../testing/packs.ts";
import { sayConditionText } from "../wording/say-outcome.ts";
import { LANGS } from "../wording/lang.ts";
import { explainPolicy } from "./explain-policy.ts";

describe("a document is printed as a person reads it", () => {
  const policy = fuling();

  test("with each procedure, stage and form by name, in both languages", () => {
    for (const lang of LANGS) {
      const text = explainPolicy(policy, lang).join("\n").replaceAll(" ", "");
      const shown = [
        ...policy.procedures,
        ...policy.procedures.flatMap(({ stages }) => stages),
        ...policy.forms,
        ...policy.duties,
      ];
      for (const node of shown) expect(text).toContain(node.label?.[lang].replaceAll(" ", ""));
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });
  test("with the weights of the sheet and the sections that rules rest on", () => {
    const lines = explainPolicy(policy, "zh");
    expect(lines).toContain("      技术推广 12%  预留行：2");
    expect(lines.some((line) => line.includes("得分不低于 80 时：合格"))).toBe(true);
    expect(
      lines.some(
        (line) => line.includes("[整改复核]") && line.includes("已撤销") && line.includes("四（三）"),
      ),
    ).toBe(true);
  });
  test("with its networks, offices and filings", () => {
    const lines = explainPolicy(packNamed("jiangxi"), "zh").map((line) => line.trim());
    expect(lines).toContainEqual(expect.stringMatching(/^组成：牵头组建单位 1；联合组建单位 至少 1/));
    expect(lines).toContainEqual(expect.stringMatching(/^任期：中心负责人 5 年/));
    expect(lines).toContain("报送至：设区市科技局、设区市卫生健康委");
  });
  test("with what may not weigh most", () => {
    const lines = explainPolicy(packNamed("jiangxi"), "zh").map((line) => line.trim());
    expect(lines).toContain("不得占最大权重：论文（二（三））");
  });
  test("with records in the words of the lists that they are entered from", () => {
    const text = explainPolicy(packNamed("jiangxi"), "zh").join("\n");
    expect(text).toContain("种类为国家重点研发计划项目、省级科技项目之一");
    expect(text).toContain("角色为牵头组建单位");
    expect(text).toContain("层级为市级中心");
  });
  test("with how an item is scored that nobody judges", () => {
    const [sheet] = policy.sheets;
    const item = { key: "papers", label: { zh: "论文", en: "papers" }, weight: 10 };
    const points = { kind: "tally", of: "achievements", by: "count" } as const;
    const counted = { ...policy, sheets: [{ ...sheet, items: [{ ...item, points }] } as Sheet] };
    expect(explainPolicy(counted, "zh").map((line) => line.trim())).toContain("计分：成果数");
  });
  test("in words alone: how votes and scores become one, what lateness costs, what is issued, how often", () => {
    for (const pack of PACKS) {
      const text = explainPolicy(packNamed(pack), "zh").join("\n");
      expect(text).not.toMatch(/\b(mean|trimmed-mean|median|majority|two-thirds|refused|accepted)\b/);
    }
    const lines = explainPolicy(packNamed("shandong"), "zh").join("\n");
    expect(lines).toMatch(/发起：.*每年一次/);
    expect(lines).toMatch(/文件：(名单|批复|任务书或合同)/);
  });
  test("with the field that a condition names in its own words", () => {
    const node = { kind: "compare" as const, of: { kind: "fact" as const, fact: "center.field" } };
    const type = policy.types.find(({ fields }) => fields !== undefined) ?? policy.types[0];
    const list = { key: "own-fields", items: [{ key: "heart", label: { zh: "心血管", en: "heart" } }] };
    const own = {
      ...policy,
      lists: [...policy.lists, list],
      types: policy.types.map((one) => (one === type ? { ...one, fields: "own-fields" } : one)),
    };
    expect(sayConditionText(own, { ...node, is: "equal", than: "heart" }).zh).toContain("心血管");
  });
  test("with every open value and every reading at its place", () => {
    const text = explainPolicy(policy, "zh").join("\n");
    for (const { path } of [...openValues(policy), ...readings(policy)]) expect(text).toContain(`[${path}]`);
  });
});

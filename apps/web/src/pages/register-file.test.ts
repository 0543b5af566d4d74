import type { List, Register } from "@yichuang/policy";
import { expect, test } from "vitest";
import { registerCsv } from "./register-file.ts";

const lists: List[] = [{ key: "kinds", items: [{ key: "paper", label: { zh: "论文", en: "paper" } }] }];
const register: Register = {
  key: "works",
  bearer: "institution",
  by: [{ role: "host" }],
  fields: [
    { key: "title", label: { zh: "名称", en: "title" }, kind: "text", required: true },
    { key: "kind", label: { zh: "种类", en: "kind" }, kind: "choice", list: "kinds" },
    {
      key: "shares",
      label: { zh: "完成人", en: "by" },
      kind: "table",
      columns: [
        { key: "name", kind: "text" },
        { key: "share", kind: "number" },
      ],
    },
    { key: "id", label: { zh: "证件", en: "id" }, kind: "identity" },
  ],
};

test("a register goes out with its words, quoted, marked as UTF-8, without identity and without formulas", () => {
  const answers = {
    title: '=说"一"',
    kind: "paper",
    shares: [
      { key: "a", cells: { name: "甲", share: 0.6 } },
      { key: "b", cells: { name: "乙", share: 0.4 } },
    ],
    id: { fingerprint: "f".repeat(64) },
  };
  const row = { title: "x", unit: "示例医院", answers, state: "verified", recorded_on: "2022-10-20" };
  expect(registerCsv({ register, lists }, [row], () => "已核实")).toBe(
    [
      '\uFEFF"名称","种类","完成人","单位","登记日期","状态"',
      `"'=说""一""","论文","甲 0.6；乙 0.4","示例医院","2022-10-20","已核实"`,
      "",
    ].join("\r\n"),
  );
});

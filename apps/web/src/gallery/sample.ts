import type { FormSection, List, Sheet, SheetItems } from "@yichuang/policy";

const both = (zh: string) => ({ zh, en: zh });

export const TODAY = "2026-10-20";
export const CLAUSE = {
  section: "三(六)",
  gist: "三年建设期满后 1 个月内组织评估验收。原文没有提前的例外。",
  document: "建设方案（试行）",
};
export const SHEET: Sheet = {
  key: "sheet",
  label: both("运行考核评估指标"),
  for: ["center"],
  total: 100,
  unit: "percent",
  levels: [
    { key: "one", owner: "authority", weights: "required" },
    { key: "two", owner: "authority", weights: "required" },
    { key: "three", owner: "applicant", weights: "optional" },
  ],
  items: [
    {
      key: "level",
      label: both("建设水平"),
      weight: 30,
      items: [
        { key: "center", label: both("中心建设"), weight: 20, slots: 2 },
        { key: "network", label: both("网络建设"), weight: 10, slots: 2 },
      ],
    },
    {
      key: "output",
      label: both("成果产出"),
      weight: 70,
      items: [{ key: "joint", label: both("协同研究成果"), weight: 70, slots: 2 }],
    },
  ],
};
export const ROWS: SheetItems = {
  "level/center": [
    { key: "row-1", name: "场地与设备", content: "独立科研用房 ≥ 600 ㎡；流式、测序平台各 1 套", weight: 12 },
    { key: "row-2", name: "人才梯队", content: "专职科研人员 8 人，其中博士 ≥ 3 人", weight: 8 },
  ],
  "level/network": [
    { key: "row-1", name: "协作网络", content: "签约基层机构 12 家，覆盖全部乡镇卫生院", weight: 5 },
    { key: "row-2", name: "信息互通", content: "", weight: 3 },
  ],
};
export const LISTS: List[] = [
  {
    key: "fields",
    items: [
      { key: "heart", label: both("心血管") },
      { key: "bone", label: both("骨科") },
    ],
  },
];
export const SECTION: FormSection = {
  key: "basics",
  label: both("一、基本情况"),
  fields: [
    { key: "name", label: both("中心名称"), kind: "text", fact: "application.name", required: true },
    { key: "field", label: both("领域"), kind: "choice", list: "fields", required: true },
    {
      key: "text",
      label: both("概述"),
      kind: "text",
      most: 1000,
      unit: "characters",
      hint: both("写清基础、方向和三年目标"),
    },
    {
      key: "director",
      label: both("中心主任"),
      kind: "person",
      required: true,
      personal: true,
      columns: [
        { key: "post", label: both("职务"), kind: "text" },
        { key: "title", label: both("职称"), kind: "text" },
      ],
    },
    { key: "money", label: both("承诺经费"), kind: "money", unit: "万元" },
    { key: "start", label: both("启动日期"), kind: "date" },
    { key: "agreed", label: both("是否签订协议"), kind: "yes-no" },
    { key: "goals", label: both("建设目标"), kind: "goals", slots: 2, required: true },
    { key: "self", label: both("建设目标完成情况"), kind: "goals", fills: "scores" },
    {
      key: "rows",
      label: both("设施设备"),
      kind: "table",
      slots: 2,
      columns: [
        { key: "what", label: both("名称"), kind: "text" },
        { key: "count", label: both("数量"), kind: "number" },
      ],
    },
    { key: "host", label: both("依托单位"), kind: "institution", required: true },
    { key: "partners", label: both("参加单位"), kind: "institution", many: true },
    { key: "files", label: both("附件"), kind: "file", many: true },
    { key: "sign", label: both("依托单位意见"), kind: "signature", required: true },
  ],
};

// A policy that no tenant has: workshops of traditional craft, nominated in spring, tried for a year, marked in points.
const text = (zh: string, en: string) => ({ zh, en });
const because = ["rule"];

const condition = (fact: string, is: string, than: unknown) => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is,
  than,
});

const form = {
  key: "nomination",
  label: text("提名表", "nomination"),
  because,
  sections: [
    {
      key: "craft",
      label: text("技艺", "craft"),
      fields: [
        {
          key: "name",
          label: text("工坊名称", "name of the workshop"),
          kind: "text",
          fact: "application.name",
          required: true,
        },
        {
          key: "masters",
          label: text("传承人数", "number of masters"),
          kind: "number",
          required: true,
          least: 1,
        },
      ],
    },
  ],
};

const sheet = {
  key: "marks",
  label: text("工坊评分表", "marks of a workshop"),
  because,
  for: ["workshop"],
  total: 60,
  unit: "points",
  levels: [{ key: "only", label: text("项目", "item"), owner: "authority", weights: "required" }],
  items: [
    ["skill", "技艺水平", "skill", 40],
    ["teaching", "带徒传授", "teaching", 20],
  ].map(([key, zh, en, weight]) => ({
    key,
    label: { zh, en },
    because,
    weight,
    points: { kind: "judged", by: { role: "experts" } },
  })),
};

const entry = {
  key: "nominate",
  label: text("提名和试办", "nomination and trial"),
  because,
  for: ["workshop"],
  purpose: "entry",
  over: "application",
  starts: { by: { role: "host" }, when: { kind: "yearly", from: "03-01", to: "04-15" }, every: "call" },
  stages: [
    {
      key: "hand-in",
      label: text("报送提名", "nomination"),
      does: "submit",
      by: { role: "host" },
      window: { kind: "yearly", from: "03-01", to: "04-15" },
      late: "refused",
      form: "nomination",
      gives: "applying",
    },
    {
      key: "look",
      label: text("形式核对", "formal check"),
      does: "check",
      by: { role: "authority" },
      after: ["hand-in"],
      window: { kind: "yearly", from: "04-16", to: "05-31" },
    },
    {
      key: "choose",
      label: text("择定", "choice"),
      does: "decide",
      by: { role: "authority" },
      after: ["look"],
      requires: ["several-masters"],
      yields: [{ kind: "verdict" }],
    },
    {
      key: "name-them",
      label: text("公布名单", "list"),
      does: "issue",
      document: "list",
      by: { role: "authority" },
      after: ["choose"],
      gives: "building",
    },
    {
      key: "trial",
      label: text("试办", "trial"),
      does: "run",
      by: { role: "host" },
      after: ["name-them"],
      lasts: { n: 1, unit: "year" },
    },
  ],
};

const marking = {
  key: "marking",
  label: text("评分", "marking"),
  because,
  for: ["workshop"],
  purpose: "evaluation",
  over: "center",
  starts: {
    by: { role: "authority" },
    who: condition("center.standing", "equal", "building"),
    when: { kind: "between", from: { from: "center.term-ended-on" } },
    every: "once",
  },
  stages: [
    {
      key: "mark",
      label: text("专家评分", "marks"),
      does: "review",
      by: { role: "experts" },
      yields: [{ kind: "score", sheet: "marks", combine: "median" }],
    },
    {
      key: "level",
      label: text("定级", "level"),
      does: "decide",
      by: { role: "authority" },
      after: ["mark"],
      yields: [{ kind: "grade", grading: "level" }],
    },
  ],
};

const consequences = [
  {
    key: "first",
    label: text("一级：认定", "first level: established"),
    because,
    for: ["workshop"],
    on: "graded",
    in: ["marking"],
    when: condition("result.grade", "equal", "first"),
    effects: [{ key: "stand", do: "set-standing", standing: "established" }],
  },
  {
    key: "none",
    label: text("不入级：退出", "no level: leaves"),
    because,
    for: ["workshop"],
    on: "graded",
    in: ["marking"],
    when: condition("result.grade", "equal", "none"),
    effects: [{ key: "leave", do: "set-standing", standing: "exited" }],
  },
];

const lists = [
  {
    key: "levels",
    label: text("等级", "levels"),
    because,
    ordered: true,
    items: [
      { key: "first", label: text("一级", "first"), rank: 2, means: "top" },
      { key: "none", label: text("不入级", "none"), rank: 1, means: "fail" },
    ],
  },
];

const sources = {
  bodies: [
    {
      key: "bureau",
      label: text("示例省中医药局", "bureau of the example province"),
      lead: true,
      roles: ["issuer", "manager"],
    },
  ],
  documents: [{ key: "main", title: text("传统技艺工坊管理办法", "the rules"), relation: "self" }],
  clauses: [
    {
      key: "rule",
      document: "main",
      section: "全文",
      gist: text("工坊的提名、试办和定级", "nomination, trial and levels"),
    },
  ],
};

const rules = {
  types: [
    {
      key: "workshop",
      label: text("技艺工坊", "workshop"),
      because,
      subject: "practice",
      tier: "provincial",
      rules: "own",
    },
  ],
  conditions: [
    {
      key: "several-masters",
      label: text("有两名以上传承人", "two masters or more"),
      because,
      for: ["workshop"],
      of: "application",
      test: {
        kind: "all",
        of: [{ key: "two", ...condition("application.nomination.masters", "at-least", 2) }],
      },
    },
  ],
};

/** The pack as JSON; `version` and the line of the first level may be another. */
export const workshopPack = ({ version = 1, line = 45 } = {}): object => ({
  language: 1,
  kind: "policy",
  id: "craft-workshops",
  version,
  title: text("传统技艺工坊管理办法", "rules for workshops of traditional craft"),
  tier: "provincial",
  region: "990000",
  inForce: { from: "2022-11-01" },
  ...sources,
  words: [],
  lists,
  facts: [],
  ...rules,
  measures: [],
  caps: [],
  forms: [form],
  registers: [],
  sheets: [sheet],
  gradings: [
    {
      key: "level",
      label: text("定级", "level"),
      because,
      list: "levels",
      grade: {
        cases: [{ key: "first", when: condition("result.score", "at-least", line), then: "first" }],
        otherwise: "none",
      },
    },
  ],
  procedures: [entry, marking].map(({ stages, ...procedure }) => ({
    ...procedure,
    stages: stages.map((stage) => ({ ...stage, because })),
  })),
  consequences,
  funding: [],
  duties: [],
  promotions: [],
  names: [],
});

/** The call of 2023: three masters are asked for, and the nomination opens later. */
export const callOf2023 = (masters = 3): object => ({
  language: 1,
  kind: "call",
  id: "call-2023",
  on: { policy: "craft-workshops", version: 1 },
  title: text("2023 年工坊提名通知", "call of 2023"),
  year: 2023,
  changes: [
    { key: "masters", at: "conditions/several-masters/test/of/two/than", set: masters },
    {
      key: "dates",
      at: "procedures/nominate/stages/hand-in/window",
      set: { kind: "yearly", from: "03-10", to: "04-15" },
    },
  ],
  settles: [],
});

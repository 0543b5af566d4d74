import { compare, count, named, when } from "./words.ts";

const item = (key: string, zh: string, en: string) => ({ key, ...named(zh, en) });

export const LISTS = [
  {
    key: "classes",
    ...named("基地类别", "classes of bases"),
    scales: ["center.class"],
    ordered: true,
    items: [
      { ...item("first", "一类", "first class"), rank: 2 },
      { ...item("second", "二类", "second class"), rank: 1 },
    ],
  },
  {
    key: "grades",
    ...named("等次", "grades"),
    ordered: true,
    items: [
      { ...item("a", "五星", "five stars"), rank: 5, means: "top" },
      { ...item("b", "四星", "four stars"), rank: 4, means: "good" },
      { ...item("c", "三星", "three stars"), rank: 3, means: "pass" },
      { ...item("d", "二星", "two stars"), rank: 2, means: "weak" },
      { ...item("e", "一星", "one star"), rank: 1, means: "fail" },
    ],
  },
  {
    key: "supports",
    ...named("支持方式", "supports"),
    items: [item("priority", "重点支持", "priority support")],
  },
];

const text = (key: string, zh: string, en: string) => ({
  ...item(key, zh, en),
  kind: "text",
  required: true,
});

export const FORMS = [
  {
    key: "application",
    ...named("申请书", "application"),
    sections: [
      {
        key: "base",
        ...named("基本情况", "basics"),
        fields: [
          { ...text("name", "名称", "name"), fact: "application.name" },
          { key: "head", ...named("主任", "head"), kind: "person", required: true, fact: "center.director" },
        ],
      },
    ],
  },
  {
    key: "self",
    ...named("自评报告", "self-assessment"),
    sections: [
      {
        key: "figures",
        ...named("数据", "figures"),
        fields: [{ key: "trials", ...named("临床试验数", "trials"), kind: "number", required: true }],
      },
    ],
  },
  {
    key: "yearly",
    ...named("年度报告", "yearly report"),
    sections: [
      { key: "text", ...named("情况", "what was done"), fields: [text("done", "完成情况", "what was done")] },
    ],
  },
];

const sheet = (key: string, total: number, items: [string, string, string, number][]) => ({
  key,
  ...named(key === "hearing" ? "答辩评分表" : "材料评分表", `${key} sheet`),
  for: ["base"],
  total,
  unit: "points",
  levels: [
    { key: "one", label: { zh: "一级指标", en: "first level" }, owner: "authority", weights: "required" },
  ],
  items: items.map(([name, zh, en, weight]) => ({
    ...item(name, zh, en),
    weight,
    points: { kind: "judged", by: { role: "experts" } },
  })),
});

export const SHEETS = [
  sheet("paper", 900, [
    ["plan", "方案", "plan", 500],
    ["team", "团队", "team", 400],
  ]),
  sheet("hearing", 900, [["answers", "答辩", "answers", 900]]),
];

const line = (key: string, least: number) => ({
  key,
  when: when("result.score", "at-least", least),
  then: key,
});

/** Fraud and absence stand first, then the hard figure, then the lines. */
export const GRADINGS = [
  {
    key: "final",
    ...named("评估等次", "grade of the evaluation"),
    list: "grades",
    grade: {
      cases: [
        {
          key: "fraud",
          when: compare(count("findings", when("it.kind", "equal", "fraud")), "at-least", 1),
          then: "e",
        },
        { key: "absent", when: when("case.took-part", "equal", false), then: "e" },
        { key: "no-trials", when: when("application.self.trials", "less-than", 1), then: "d" },
        line("a", 800),
        line("b", 700),
        line("c", 600),
        line("d", 500),
      ],
      otherwise: "e",
    },
    adjust: [
      {
        key: "late",
        ...named("报送逾期", "handed in late"),
        when: when("stage.self.days-late", "more-than", 0),
        down: 1,
      },
    ],
    quotas: [
      {
        key: "few",
        ...named("五星限额", "quota of five stars"),
        grade: "a",
        per: [],
        most: 0.2,
        as: "share",
      },
      {
        key: "some",
        ...named("四星限额", "quota of four stars"),
        grade: "b",
        per: ["center.class"],
        most: 2,
        as: "count",
      },
    ],
  },
];

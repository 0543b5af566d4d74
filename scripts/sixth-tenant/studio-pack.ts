// A policy unlike the five: studios of senior masters, marked out of 900, with the master's own consent, publicity in
// working days, places with a cut, a trial of a year and an examination whose worst level ends the studio.
const text = (zh: string, en: string) => ({ zh, en });
const named = (key: string, zh: string, en: string) => ({ key, label: text(zh, en), because: ["rule"] });
const when = (fact: string, is: string, than: unknown) => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is,
  than,
});
const host = { role: "host" };
const authority = { role: "authority" };
const experts = { role: "experts" };
const studio = { for: ["studio"] };

const field = (key: string, label: object, more: object = {}) => ({
  key,
  label,
  kind: "text",
  required: true,
  ...more,
});
const form = (key: string, { zh, en }: { zh: string; en: string }, fields: object[]) => ({
  ...named(key, zh, en),
  sections: [{ key: "main", label: { zh, en }, fields }],
});

const forms = [
  form("plan", text("工作室建设书", "plan of the studio"), [
    field("name", text("工作室名称", "name of the studio"), { fact: "application.name" }),
    field("masters", text("指导老师人数", "number of masters"), { kind: "number", least: 1 }),
    field("school", text("学术流派和专长", "school and speciality")),
  ]),
  form("year", text("年度带教小结", "teaching of the year"), [
    field("taught", text("带教情况", "what was taught")),
    field("followers", text("跟师人数", "followers"), { kind: "number", least: 0 }),
  ]),
  form("own", text("期满自评书", "self-assessment"), [
    field("result", text("传承成果", "what was handed on")),
  ]),
];

const sheet = (weights: readonly [number, number, number]) => ({
  ...named("marks", "工作室九百分表", "marks out of 900"),
  ...studio,
  total: 900,
  unit: "points",
  levels: [{ key: "only", label: text("项目", "item"), owner: "authority", weights: "required" }],
  items: (
    [
      ["thought", "学术思想整理", "thought written down"],
      ["teaching", "带教能力", "teaching"],
      ["practice", "诊疗特色", "practice"],
    ] as const
  ).map(([key, zh, en], at) => ({
    ...named(key, zh, en),
    weight: weights[at],
    points: { kind: "judged", by: experts },
  })),
});

const review = (key: string, zh: string, after: string) => ({
  ...named(key, zh, key),
  does: "review",
  by: experts,
  after: [after],
  panel: { size: 1 },
  yields: [{ kind: "score", sheet: "marks", combine: "median" }],
});

const yearly = (from: string, to: string) => ({ kind: "yearly", from, to });

const entry = {
  ...named("found", "设立工作室", "founding a studio"),
  ...studio,
  purpose: "entry",
  over: "application",
  starts: { by: host, when: yearly("02-01", "03-15"), every: "call" },
  stages: [
    {
      ...named("hand-in", "报送建设书", "plan handed in"),
      does: "submit",
      by: host,
      window: yearly("02-01", "03-15"),
      late: "refused",
      form: "plan",
      gives: "applying",
    },
    {
      ...named("agree", "指导老师本人同意", "the master agrees"),
      does: "consent",
      by: { role: "director" },
      after: ["hand-in"],
    },
    review("look", "专家评议", "agree"),
    {
      ...named("show", "公示", "publicity"),
      does: "publicize",
      by: authority,
      after: ["look"],
      lasts: { n: 5, unit: "working-day" },
      objections: { by: [{ role: "public" }], named: true },
    },
    {
      ...named("choose", "择优确定", "choice"),
      does: "decide",
      by: authority,
      after: ["show"],
      requires: ["chosen", "masters-enough"],
      yields: [
        {
          kind: "rank",
          of: { kind: "fact", fact: "result.score" },
          within: [],
          cut: 1,
        },
      ],
    },
    {
      ...named("open-them", "发文设立", "studios are founded"),
      does: "issue",
      document: "letter",
      by: authority,
      after: ["choose"],
      gives: "building",
    },
    {
      ...named("trial", "试办", "trial"),
      does: "run",
      by: host,
      after: ["open-them"],
      lasts: { n: 1, unit: "year" },
    },
  ],
};

const report = {
  ...named("yearly", "带教小结", "report of the year"),
  ...studio,
  purpose: "report",
  over: "center",
  starts: {
    by: host,
    who: when("center.standing", "one-of", ["building", "established"]),
    when: yearly("12-01", "12-31"),
    every: "year",
  },
  stages: [
    {
      ...named("tell", "报送小结", "handed in"),
      does: "submit",
      by: host,
      form: "year",
      window: yearly("12-01", "12-31"),
    },
  ],
};

const examination = {
  ...named("examination", "期满考核", "examination"),
  ...studio,
  purpose: "evaluation",
  over: "center",
  starts: {
    by: authority,
    who: when("center.standing", "equal", "building"),
    when: { kind: "between", from: { from: "center.term-ended-on" } },
    every: "once",
  },
  stages: [
    { ...named("own", "自评", "self-assessment"), does: "submit", by: host, form: "own" },
    review("mark", "专家打分", "own"),
    {
      ...named("level", "评定星级", "level"),
      does: "decide",
      by: authority,
      after: ["mark"],
      yields: [{ kind: "grade", grading: "stars" }],
    },
  ],
};

const consequence = ({ zh, grade }: { zh: string; grade: string }, effects: object[]) => ({
  ...named(`with-${grade}`, zh, grade),
  ...studio,
  on: "graded",
  in: ["examination"],
  when: when("result.grade", "equal", grade),
  effects,
});

const consequences = [
  consequence({ zh: "三星：正式挂牌", grade: "three" }, [
    { key: "stand", do: "set-standing", standing: "established" },
  ]),
  consequence({ zh: "无星：停办", grade: "none" }, [
    { key: "leave", do: "set-standing", standing: "exited" },
    { key: "bar", do: "bar", from: ["studio"], who: "host", lasts: { n: 2, unit: "year" } },
  ]),
];

const rules = (threeStars: number) => ({
  words: [
    { ...named("center", "传承工作室", "studio"), concept: "center" },
    { ...named("trial", "试办中", "on trial"), concept: "standing.building" },
    { ...named("kept", "已挂牌", "kept"), concept: "standing.established" },
    { ...named("ended", "已停办", "ended"), concept: "standing.exited" },
  ],
  lists: [
    {
      ...named("stars", "星级", "stars"),
      ordered: true,
      items: [
        { ...named("three", "三星", "three stars"), rank: 2, means: "top" },
        { ...named("none", "无星", "no star"), rank: 1, means: "fail" },
      ],
    },
  ],
  gradings: [
    {
      ...named("stars", "评定星级", "stars"),
      list: "stars",
      grade: {
        cases: [{ key: "three", when: when("result.score", "at-least", threeStars), then: "three" }],
        otherwise: "none",
      },
    },
  ],
  conditions: [
    {
      ...named("chosen", "择优入选", "chosen"),
      ...studio,
      of: "application",
      test: when("stage.choose.chosen", "equal", true),
    },
    {
      ...named("masters-enough", "指导老师不少于 2 人", "two masters or more"),
      ...studio,
      of: "application",
      test: when("application.plan.masters", "at-least", 2),
    },
  ],
});

interface Changed {
  version?: number;
  threeStars?: number;
  weights?: readonly [number, number, number];
}

/** The pack as JSON; its weights may be wrong, and a later version may draw the line of three stars elsewhere. */
export const studioPack = ({
  version = 1,
  threeStars = 600,
  weights = [400, 300, 200],
}: Changed = {}): object => ({
  language: 1,
  kind: "policy",
  id: "master-studios",
  version,
  title: text("名老中医药专家传承工作室管理办法", "rules for studios of senior masters"),
  tier: "provincial",
  region: "990000",
  inForce: { from: "2023-01-01" },
  bodies: [
    {
      key: "bureau",
      label: text("示例省中医药管理局", "bureau of the example province"),
      lead: true,
      roles: ["issuer", "manager"],
    },
  ],
  documents: [
    { key: "main", title: text("名老中医药专家传承工作室管理办法", "the rules"), relation: "self" },
  ],
  clauses: [
    {
      key: "rule",
      document: "main",
      section: "第二条",
      gist: text("工作室的设立、试办、考核和停办", "founding, trial, examination and end"),
    },
  ],
  facts: [],
  types: [
    { ...named("studio", "传承工作室", "studio"), subject: "practice", tier: "provincial", rules: "own" },
  ],
  measures: [],
  caps: [],
  forms,
  registers: [],
  sheets: [sheet(weights)],
  procedures: [entry, report, examination],
  funding: [],
  duties: [],
  promotions: [],
  names: [],
  consequences,
  ...rules(threeStars),
});

/** The call of 2024: as many masters as it says. */
export const studioCall = (masters: number): object => ({
  language: 1,
  kind: "call",
  id: "call-2024",
  on: { policy: "master-studios", version: 1 },
  title: text("2024 年设立通知", "call of 2024"),
  year: 2024,
  changes: [{ key: "masters", at: "conditions/masters-enough/test/than", set: masters }],
  settles: [],
});

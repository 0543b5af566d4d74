import { fact, named, when } from "./words.ts";

const AUTHORITY = { role: "authority" };
const EXPERTS = { role: "experts" };
const HOST = { role: "host" };

const review = (said: { key: string; zh: string; after: string; sheet: string; when?: object }) => ({
  key: said.key,
  ...named(said.zh, said.key),
  does: "review",
  by: EXPERTS,
  after: [said.after],
  panel: { size: 1 },
  yields: [{ kind: "score", sheet: said.sheet, combine: "mean" }],
  ...(said.when === undefined ? {} : { when: said.when }),
});

export const PROCEDURES = [
  {
    key: "entry",
    ...named("申报", "application"),
    for: ["base"],
    purpose: "entry",
    over: "application",
    starts: { by: HOST, when: { kind: "anytime" }, every: "call" },
    stages: [
      {
        key: "collect",
        ...named("报送", "hand in"),
        does: "submit",
        by: HOST,
        form: "application",
        late: "accepted",
        gives: "applying",
      },
      review({ key: "paper", zh: "材料评审", after: "collect", sheet: "paper" }),
      review({
        key: "hearing",
        zh: "答辩",
        after: "paper",
        sheet: "hearing",
        when: when("stage.paper.score", "at-least", 500),
      }),
      {
        key: "choose",
        ...named("遴选", "choice"),
        does: "decide",
        by: AUTHORITY,
        after: ["paper", "hearing"],
        requires: ["chosen"],
        yields: [
          {
            kind: "score",
            of: {
              kind: "blend",
              missing: "share-out",
              parts: [
                { key: "paper", of: fact("stage.paper.score"), weight: 0.6 },
                { key: "hearing", of: fact("stage.hearing.score"), weight: 0.4 },
              ],
            },
          },
          { kind: "rank", of: fact("result.score"), within: [], cut: 3 },
          { kind: "place", of: "class", list: "classes" },
        ],
      },
      {
        key: "publish",
        ...named("公布", "publication"),
        does: "issue",
        document: "list",
        by: AUTHORITY,
        after: ["choose"],
        gives: "building",
      },
      {
        key: "build",
        ...named("建设", "building"),
        does: "run",
        by: HOST,
        after: ["publish"],
        lasts: { n: 9, unit: "year" },
      },
    ],
  },
  {
    key: "yearly",
    ...named("年度报告", "yearly report"),
    for: ["base"],
    purpose: "report",
    over: "center",
    starts: {
      by: HOST,
      who: when("center.standing", "one-of", ["building", "established", "warned"]),
      when: { kind: "yearly", from: "12-01", to: "12-31" },
      every: "year",
    },
    stages: [{ key: "report", ...named("报送", "hand in"), does: "submit", by: HOST, form: "yearly" }],
  },
  {
    key: "round",
    ...named("三年评估", "three-year evaluation"),
    for: ["base"],
    purpose: "evaluation",
    over: "center",
    starts: {
      by: AUTHORITY,
      who: when("center.standing", "one-of", ["building", "established", "warned"]),
      when: {
        kind: "between",
        from: { from: "center.cycle-ended-on" },
        to: { from: "center.cycle-ended-on", plus: { n: 2, unit: "month" } },
      },
      every: "cycle",
      cycle: { n: 3, unit: "year" },
    },
    stages: [
      { key: "self", ...named("自评", "self-assessment"), does: "submit", by: HOST, form: "self" },
      review({ key: "panel", zh: "专家评审", after: "self", sheet: "paper" }),
      {
        key: "grade",
        ...named("定等", "grading"),
        does: "decide",
        by: AUTHORITY,
        after: ["panel"],
        yields: [{ kind: "grade", grading: "final" }],
      },
    ],
  },
];

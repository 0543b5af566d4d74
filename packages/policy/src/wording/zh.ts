import type { Catalogue } from "./catalogue.ts";
import * as names from "./zh/names.ts";
import { NETWORK } from "./zh/network.ts";
import * as policy from "./zh/policy.ts";
import { RESULTS } from "./zh/results.ts";
import { VIOLATIONS } from "./zh/violations.ts";

/** The sentences in Chinese. */
export const ZH: Catalogue = {
  violations: VIOLATIONS,
  operators: policy.OPERATORS,
  conditions: policy.CONDITIONS,
  measures: policy.MEASURES,
  windows: policy.WINDOWS,
  effects: policy.EFFECTS,
  results: RESULTS,
  network: NETWORK,
  durations: policy.DURATIONS,
  snaps: policy.SNAPS,
  same: (fact) => `与“${fact}”一致`,
  different: (fact) => `与“${fact}”不同`,
  dayOperators: policy.DAY_OPERATORS,
  otherHost: "为其他单位",
  ownHost: "为本单位",
  answered: (fact, answer) => `${fact}：${answer}`,
  bracketed: (part) => `（${part}）`,
  ofOuter: (fact) => `本条的${fact}`,
  dayEnd: (day, counted) => (counted ? `${day}当日 24:00` : `${day} 24:00`),
  after: (moment, plus) => `${moment}之后 ${plus}`,
  before: (moment, less) => `${moment}之前 ${less}`,
  open: (asks, by) => `未定（${asks}，由${by}确定）`,
  reading: (plain, as) => `${plain}（理解口径：${as}）`,
  cases: (cases, otherwise) =>
    [
      ...cases.map((one) => `${one.when}时：${one.then}`),
      ...(otherwise === undefined ? [] : [`其他情况：${otherwise}`]),
    ].join("；"),
  facts: (subject, attribute) => `${subject}的${attribute}`,
  stageDate: policy.stageDate,
  duty: policy.duty,
  roles: names.ROLES,
  hats: names.HATS,
  bearers: names.BEARERS,
  territories: names.TERRITORIES,
  each: (kind) => `各${kind}`,
  forces: names.FORCES,
  does: names.DOES,
  ways: names.WAYS,
  lateness: names.LATENESS,
  documents: names.DOCUMENTS,
  every: names.EVERY,
  collections: names.COLLECTIONS,
  caseStates: names.CASE_STATES,
  marks: names.MARKS,
  settledWhere: {
    policy: "确定一次，各年通用",
    call: "每年确定",
    case: "就每一件确定",
    center: "由上级中心确定",
  },
  outcomes: {
    compared: (of, got, required) => `${of}为 ${got}，须${required}`,
    // a stage's fact begins with the stage's name in quotes of its own
    missing: (of, required) => `缺少${of.startsWith("“") ? of : `“${of}”`}，须${required}`,
    counted: ({ met, of, need, lacking }) =>
      `${of} 项中满足 ${met} 项，须满足 ${need} 项${lacking.length === 0 ? "" : `（没有满足：${lacking.join("、")}）`}`,
    judged: (by, asks, verdict) =>
      verdict === undefined ? `等${by}判断：${asks}` : `${by}判断“${asks}”：${verdict ? "是" : "否"}`,
    open: (of, asks, by) => `${of}：原文没有规定“${asks}”，由${by}确定`,
  },
  list: (parts) => parts.join("、"),
  yes: "是",
  no: "否",
};

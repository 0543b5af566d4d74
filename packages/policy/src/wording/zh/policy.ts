import type { Catalogue } from "../catalogue.ts";
import { FORCES } from "./names.ts";

export const OPERATORS: Catalogue["operators"] = {
  equal: (than) => `为${than}`,
  "not-equal": (than) => `不为${than}`,
  "at-least": (than) => `不低于${than}`,
  "at-most": (than) => `不高于${than}`,
  "more-than": (than) => `大于${than}`,
  "less-than": (than) => `小于${than}`,
  "one-of": (than) => `为${than}之一`,
  "none-of": (than) => `不是${than}中的任何一个`,
  between: (than) => `在${than}之间`,
  about: (than, within) => `为${than}左右${within === undefined ? "" : `（相差不超过${within}）`}`,
  known: () => "有记载",
};

export const DAY_OPERATORS: Catalogue["dayOperators"] = {
  "at-least": (than) => `不早于${than}`,
  "at-most": (than) => `不晚于${than}`,
  "more-than": (than) => `晚于${than}`,
  "less-than": (than) => `早于${than}`,
};

export const CONDITIONS: Catalogue["conditions"] = {
  compare: ({ of, required }) => `${of}${required}`,
  all: ({ parts }) => (parts.length === 0 ? "没有要求" : parts.join("，并且")),
  any: ({ parts }) => parts.join("，或者"),
  some: ({ parts, least }) => `下列各项至少满足 ${least} 项：${parts.join("；")}`,
  not: ({ part }) => `不得：${part}`,
  judged: ({ by, asks }) => `由${by}判断：${asks}`,
  named: ({ name }) => name,
  unstated: ({ asks }) => `原文未定：${asks}`,
};

const TALLY_WORDS = { count: "数", sum: "合计", best: "最高值", mean: "平均值", streak: "连续次数" } as const;
const SIDES = { above: "每超过", below: "每少于", both: "每相差" } as const;

export const MEASURES: Catalogue["measures"] = {
  fact: ({ name, at }) => `${name}${at === undefined ? "" : `（截至${at}）`}`,
  tally: ({ of, by, where, during, each, per }) => {
    const which = where === undefined ? "" : `（${where}）`;
    const when = during === undefined ? "" : `${during}期间`;
    const points = each === undefined ? "" : `的${each}`;
    const groups = per === undefined ? "" : `，按${per}合并`;
    return `${when}${of}${which}${points}${TALLY_WORDS[by]}${groups}`;
  },
  ratio: ({ of, to }) => `${of}与${to}之比`,
  change: ({ of, since, as }) => `${of}比${since}前的${as === "share" ? "增幅" : "增量"}`,
  line: ({ of, at, gives, side, every, step }) =>
    `${of}为 ${at} 时得 ${gives}，${SIDES[side]} ${every} 加 ${step}`,
  blend: ({ parts }) => parts.map((part) => `${part.of}×${part.weight}`).join(" + "),
  named: ({ name }) => name,
};

export const WINDOWS: Catalogue["windows"] = {
  yearly: ({ from, to }) => `每年 ${from}至 ${to} 24:00`,
  between: ({ from, to }) => {
    if (from === undefined && to === undefined) return "不限时间";
    if (from === undefined) return `到 ${to}为止`;
    return to === undefined ? `${from}起` : `${from}至 ${to}`;
  },
  anytime: () => "随时",
};

const MONEY_ACTS = { grant: "拨付", withhold: "暂缓拨付", cancel: "取消", reclaim: "追回" } as const;

export const EFFECTS: Catalogue["effects"] = {
  "set-standing": ({ standing }) => `状态变为“${standing}”`,
  start: ({ procedure, within }) => `启动“${procedure}”，期限 ${within}`,
  announce: ({ to }) => `向${to}通报`,
  support: ({ with: support }) => `给予${support}`,
  recommend: ({ promotion }) => promotion,
  money: ({ funding, act }) => `${MONEY_ACTS[act]}${funding}`,
  bar: ({ from, who, lasts }) => `${who} ${lasts}内不得申报${from}`,
  "suspend-name": ({ lasts }) => `暂停使用名称${lasts === undefined ? "" : `，为期${lasts}`}`,
  "restore-name": () => "恢复使用名称",
  branches: ({ act }) => (act === "cascade" ? "分中心一并处理" : "列出分中心，逐一决定"),
  "put-to": ({ body }) => `提请${body}决定`,
};

export const DURATIONS: Catalogue["durations"] = {
  day: (n) => `${n} 天`,
  "working-day": (n) => `${n} 个工作日`,
  month: (n) => `${n} 个月`,
  year: (n) => `${n} 年`,
  cycle: (n) => (n === 1 ? "下一轮" : `第 ${n} 轮`),
};
const yearOf = (moment: string): string => (moment === "今天" ? "当年" : `${moment}当年`);
export const SNAPS: Catalogue["snaps"] = {
  "year-start": (moment) => `${yearOf(moment)} 1 月 1 日`,
  "year-end": (moment) => `${yearOf(moment)} 12 月 31 日`,
  "day-end": (moment) => `${moment}当日 24:00`,
};

const EVERY = { year: "每年一次", once: "到期核对", always: "始终" } as const;

export const duty: Catalogue["duty"] = ({ bearer, must, when, every, force }) =>
  `${bearer}${FORCES[force]}做到：${must}（${when}，${EVERY[every]}）`;

const STAGE_DATES = {
  opens: "打开之时",
  closes: "截止之时",
  "started-on": "开始之日",
  "done-on": "办结之日",
  "days-late": "逾期天数",
  score: "得分",
  rank: "名次",
  "rank-share": "名次占比",
  chosen: "入选",
  verdict: "结论",
  grade: "等次",
} as const;
export const stageDate: Catalogue["stageDate"] = (stage, what) => `“${stage}”${STAGE_DATES[what]}`;

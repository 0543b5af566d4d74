import type { Catalogue } from "../catalogue.ts";
import { FORCES } from "./names.ts";

export const OPERATORS: Catalogue["operators"] = {
  equal: (than) => `is ${than}`,
  "not-equal": (than) => `is not ${than}`,
  "at-least": (than) => `is at least ${than}`,
  "at-most": (than) => `is at most ${than}`,
  "more-than": (than) => `is more than ${than}`,
  "less-than": (than) => `is less than ${than}`,
  "one-of": (than) => `is one of ${than}`,
  "none-of": (than) => `is none of ${than}`,
  between: (than) => `lies between ${than}`,
  about: (than, within) => `is about ${than}${within === undefined ? "" : ` (within ${within})`}`,
  known: () => "is on record",
};

export const DAY_OPERATORS: Catalogue["dayOperators"] = {
  "at-least": (than) => `is not before ${than}`,
  "at-most": (than) => `is not after ${than}`,
  "more-than": (than) => `is after ${than}`,
  "less-than": (than) => `is before ${than}`,
};

export const CONDITIONS: Catalogue["conditions"] = {
  compare: ({ of, required }) => `${of} ${required}`,
  all: ({ parts }) => (parts.length === 0 ? "nothing is required" : parts.join(", and ")),
  any: ({ parts }) => parts.join(", or "),
  some: ({ parts, least }) => `at least ${least} of these: ${parts.join("; ")}`,
  not: ({ part }) => `not: ${part}`,
  judged: ({ by, asks }) => `${by} judge: ${asks}`,
  named: ({ name }) => name,
  unstated: ({ asks }) => `open in the text: ${asks}`,
};

const TALLY_WORDS = {
  count: "number of",
  sum: "sum over",
  best: "best of",
  mean: "mean over",
  streak: "unbroken run of",
} as const;
const SIDES = { above: "beyond", below: "below", both: "away from" } as const;

export const MEASURES: Catalogue["measures"] = {
  fact: ({ name, at }) => `${name}${at === undefined ? "" : ` as of ${at}`}`,
  tally: ({ of, by, where, during, each, per }) => {
    const which = where === undefined ? "" : ` where ${where}`;
    const when = during === undefined ? "" : ` during ${during}`;
    const points = each === undefined ? "" : ` with ${each} each`;
    const groups = per === undefined ? "" : `, one per ${per}`;
    return `${TALLY_WORDS[by]} ${of}${which}${points}${when}${groups}`;
  },
  ratio: ({ of, to }) => `the ratio of ${of} to ${to}`,
  change: ({ of, since, as }) => `the ${as === "share" ? "growth rate" : "growth"} of ${of} over ${since}`,
  line: ({ of, at, gives, side, every, step }) =>
    `${gives} when ${of} is ${at}, and ${step} more for every ${every} ${SIDES[side]} it`,
  blend: ({ parts }) => parts.map((part) => `${part.of} × ${part.weight}`).join(" + "),
  named: ({ name }) => name,
};

export const WINDOWS: Catalogue["windows"] = {
  yearly: ({ from, to }) => `every year from ${from} to the end of ${to}`,
  between: ({ from, to }) => {
    if (from === undefined && to === undefined) return "at any time";
    if (from === undefined) return `until ${to}`;
    return to === undefined ? `from ${from}` : `from ${from} to ${to}`;
  },
  anytime: () => "at any time",
};

const MONEY_ACTS = { grant: "grant", withhold: "withhold", cancel: "cancel", reclaim: "reclaim" } as const;

export const EFFECTS: Catalogue["effects"] = {
  "set-standing": ({ standing }) => `the standing becomes “${standing}”`,
  start: ({ procedure, within }) => `“${procedure}” starts, to be done within ${within}`,
  announce: ({ to }) => `announced to ${to}`,
  support: ({ with: support }) => `${support} is given`,
  recommend: ({ promotion }) => promotion,
  money: ({ funding, act }) => `${MONEY_ACTS[act]} ${funding}`,
  bar: ({ from, who, lasts }) => `${who} may not apply for ${from} for ${lasts}`,
  "suspend-name": ({ lasts }) =>
    `the use of the name is suspended${lasts === undefined ? "" : ` for ${lasts}`}`,
  "restore-name": () => "the name may be used again",
  branches: ({ act }) =>
    act === "cascade" ? "the branches follow" : "the branches are listed and decided one by one",
  "put-to": ({ body }) => `put to ${body} for decision`,
};

const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? "" : "s"}`;
export const DURATIONS: Catalogue["durations"] = {
  day: (n) => plural(n, "day"),
  "working-day": (n) => plural(n, "working day"),
  month: (n) => plural(n, "month"),
  year: (n) => plural(n, "year"),
  cycle: (n) => (n === 1 ? "the next round" : plural(n, "round")),
};
export const SNAPS: Catalogue["snaps"] = {
  "year-start": (moment) => `1 January of the year of ${moment}`,
  "year-end": (moment) => `31 December of the year of ${moment}`,
  "day-end": (moment) => `the end of ${moment}`,
};

const EVERY = { year: "every year", once: "looked at at its end", always: "always" } as const;

export const duty: Catalogue["duty"] = ({ bearer, must, when, every, force }) =>
  `${bearer} ${FORCES[force]} see to this: ${must} (${when}, ${EVERY[every]})`;

const STAGE_DATES = {
  opens: "the opening of",
  closes: "the closing of",
  "started-on": "the beginning of",
  "done-on": "the day of",
  "days-late": "the days late of",
  score: "the score of",
  rank: "the rank in",
  "rank-share": "the share of those ranked down to the rank in",
  chosen: "being chosen in",
  verdict: "the verdict of",
  grade: "the grade of",
} as const;
export const stageDate: Catalogue["stageDate"] = (stage, what) => `${STAGE_DATES[what]} “${stage}”`;

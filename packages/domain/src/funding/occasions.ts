import type { Funding } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { resolveValue } from "../evaluate/value.ts";
import { worldOf } from "../history/world-of.ts";
import { addDuration, yearOf } from "../time/days.ts";
import type { PlaceOfCenter } from "./funding-of.ts";

/** A day on which money is due, and what holds on it: the result of the evaluation that it follows. */
export interface Occasion {
  key: string;
  due: CalendarDate;
  supposed?: { [ref: string]: string | number };
}

/** One way of paying each; a way without one does not compile. */
const OCCASIONS: { [P in Funding["paid"]]: (funding: Funding, place: PlaceOfCenter) => Occasion[] } = {
  once: (_funding, { root }) => onDay("once", root.dates["center.designated-on"]),
  yearly: (funding, place) => yearly(funding, place),
  "by-term": (_funding, { root }) => onDay("term", root.dates["center.term-started-on"]),
  "by-grade": (_funding, { root }) => root.evaluations.map((evaluation) => afterEvaluation(evaluation)),
  "by-decision": (funding, { root }) => byDecision(funding, root),
};

export const occasionsOf = (funding: Funding, place: PlaceOfCenter): Occasion[] =>
  OCCASIONS[funding.paid](funding, place);

const onDay = (key: string, due: CalendarDate | undefined): Occasion[] =>
  due === undefined ? [] : [{ key, due }];

const MOST_YEARS = 50;

/** On the day of the designation and on each anniversary, for as many years as are said, else to the end of the term. */
function yearly(funding: Funding, place: PlaceOfCenter): Occasion[] {
  const { root } = place;
  const from = root.dates["center.designated-on"];
  if (from === undefined) return [];
  const said =
    funding.years === undefined
      ? undefined
      : resolveValue<number>(funding.years, worldOf(place), `funding/${funding.key}/years`);
  const end = root.termEndsOn ?? root.dates["center.term-ended-on"];
  // how many years is not known yet: only those that have come are shown
  const last = said === undefined ? end : place.today;
  const many = said?.kind === "known" ? said.value : MOST_YEARS;
  return Array.from({ length: Math.min(many, MOST_YEARS) }, (_, n) => anniversary(from, n))
    .filter((due) => said?.kind === "known" || (last !== undefined && due < last))
    .map((due) => ({ key: String(yearOf(due)), due }));
}

function anniversary(from: CalendarDate, n: number): CalendarDate {
  const day = addDuration(from, { n, unit: "year" }, {});
  return day.kind === "known" ? day.value : from;
}

type Evaluation = CenterFacts["evaluations"][number];

function afterEvaluation({ case: id, on, grade, score, means }: Evaluation): Occasion {
  const supposed = {
    "result.grade": grade,
    ...(score === undefined ? {} : { "result.score": score }),
    ...(means === undefined ? {} : { "result.means": means }),
    "case.year": yearOf(on),
  };
  return { key: id, due: on, supposed };
}

/** Whether a consequence granted this money. */
export const isGrantOf = (funding: Funding, applied: CenterFacts["consequences"][number]): boolean =>
  applied.does === "money" && applied.with?.["funding"] === funding.key && applied.with["act"] === "grant";

/** Each grant of a consequence, with the result that it followed. */
function byDecision(funding: Funding, root: CenterFacts): Occasion[] {
  return root.consequences
    .filter((applied) => isGrantOf(funding, applied))
    .map((applied) => {
      const evaluation = root.evaluations.findLast((one) => one.case === applied.case);
      return evaluation === undefined
        ? { key: applied.case, due: applied.on }
        : { ...afterEvaluation(evaluation), due: applied.on };
    });
}

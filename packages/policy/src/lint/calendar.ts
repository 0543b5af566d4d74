import type { CalendarDate } from "../schema/dates.ts";
import type { Policy } from "../schema/policy.ts";
import type { Procedure } from "../schema/procedures.ts";
import {
  isCases,
  isOpen,
  isReading,
  type Condition,
  type Moment,
  type Value,
  type Window,
} from "../schema/sorts.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { refOf } from "../wording/say-sorts.ts";
import { errorAt } from "./finding.ts";
import { stagesBefore } from "./stage-order.ts";

/** A year that no document gives a calendar of its own. */
const ORDINARY_YEAR = 2030;

/** In every year, no stage closes before a stage that it comes after can open. */
export const calendar = (policy: Policy): PolicyProblem[] =>
  policy.procedures.flatMap((procedure) => cohortsOf(procedure).flatMap((year) => clashes(procedure, year)));

/** The years with a calendar of their own, and an ordinary one. */
function cohortsOf(procedure: Procedure): number[] {
  const own = procedure.stages.flatMap((stage) => (stage.window === undefined ? [] : yearsOf(stage.window)));
  return [...new Set([...own, ORDINARY_YEAR])];
}
function yearsOf(window: Value<Window>): number[] {
  if (isOpen(window) || isReading(window) || !isCases(window)) return [];
  return window.cases.flatMap((one) => yearOf(one.when));
}
function yearOf(when: Condition): number[] {
  if (when.kind !== "compare" || when.is !== "equal" || refOf(when.of) !== "case.year") return [];
  return typeof when.than === "number" ? [when.than] : [];
}

function clashes(procedure: Procedure, year: number): PolicyProblem[] {
  const spans = new Map(procedure.stages.map((stage) => [stage.key, spanOf(stage.window, year)]));
  return procedure.stages.flatMap((stage) =>
    [...stagesBefore(procedure, stage)].flatMap((key) => {
      const closes = spans.get(stage.key)?.to;
      const opens = spans.get(key)?.from;
      if (closes === undefined || opens === undefined || closes >= opens) return [];
      return [
        errorAt("calendar", {
          path: `procedures/${procedure.key}/stages/${stage.key}/window`,
          zh: `${yearName(year).zh}：“${stage.label?.zh ?? stage.key}”${closes} 结束，排在它前面的“${key}”${opens} 才开始`,
          en: `${yearName(year).en}: “${stage.label?.en ?? stage.key}” closes on ${closes}, before “${key}”, which it comes after, opens on ${opens}`,
          mendZh: "请给这一年单写一个时间，文中没有的写 open",
          mendEn: "give this year a window of its own, or open where the text has none",
        }),
      ];
    }),
  );
}

const yearName = (year: number): { zh: string; en: string } =>
  year === ORDINARY_YEAR
    ? { zh: "一般年度", en: "an ordinary year" }
    : { zh: `${year} 年`, en: String(year) };

interface Span {
  from?: CalendarDate;
  to?: CalendarDate;
}

/** The days of a window in a year; nothing where it is open or hangs on what happens. */
function spanOf(window: Value<Window> | undefined, year: number): Span {
  if (window === undefined || isOpen(window)) return {};
  if (isReading(window)) return spanOf(window.read, year);
  if (isCases(window)) {
    const own = window.cases.find((one) => yearOf(one.when).includes(year));
    return spanOf(own?.then ?? window.otherwise, year);
  }
  if (window.kind === "anytime") return {};
  if (window.kind === "yearly") {
    const ends = window.to < window.from ? year + 1 : year;
    return { from: `${year}-${window.from}`, to: `${ends}-${window.to}` };
  }
  return { ...end("from", window.from), ...end("to", window.to) };
}

function end(name: "from" | "to", moment: Value<Moment> | undefined): Span {
  if (moment === undefined || isOpen(moment) || isCases(moment)) return {};
  const plain = isReading(moment) ? moment.read : moment;
  return typeof plain === "string" ? { [name]: plain.slice(0, 10) } : {};
}

import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import type { EventOf, Reducer } from "./reducer.ts";
import { centerOnly, changeCase, endStage, noteResult } from "./reducer.ts";

/** A case's place in its cohort. */
export const ranked: Reducer<"ranked"> = (facts, event) =>
  changeCase(facts, event, (kase) => {
    const { stage, place, tied, of, value, within, chosen, done } = event.body;
    const { chosen: _before, ...kept } = kase.results[stage] ?? {};
    const result = {
      ...kept,
      rank: { place, tied, of, value, within },
      ...(chosen === undefined ? {} : { chosen }),
    };
    const noted: CaseFacts = {
      ...kase,
      results: { ...kase.results, [stage]: result },
      result: { ...kase.result, rank: place },
    };
    return done ? endStage(noted, stage, event) : noted;
  });

/** What was lowered stands beside the grade that is given next. */
export const gradeAdjusted: Reducer<"grade-adjusted"> = (facts, event) =>
  changeCase(facts, event, (kase) => {
    const { from, to, cause } = event.body;
    const lowered = [...(kase.result?.lowered ?? []), { from, to, cause }];
    return { ...kase, result: { ...kase.result, lowered } };
  });

export const graded: Reducer<"graded"> = (facts, event) => {
  const center = centerOnly(
    changeCase(facts, event, (kase) => withGrade(kase, event)),
    event,
  );
  const { case: id, score, grade, means } = event.body;
  const procedure = center.cases.find((kase) => kase.id === id)?.procedure ?? "";
  const { score: _score, means: _means, ...rest } = center;
  const said = {
    ...(score === undefined ? {} : { score }),
    grade,
    ...(means === undefined ? {} : { means }),
  };
  const evaluation = { case: id, procedure, ...said, on: event.onDay };
  return { ...rest, ...said, evaluations: [...center.evaluations, evaluation] };
};

function withGrade(kase: CaseFacts, event: EventOf<"graded">): CaseFacts {
  const { stage, score, grade, means, fired } = event.body;
  const { rank, lowered } = kase.result ?? {};
  const result = {
    ...(rank === undefined ? {} : { rank }),
    ...(lowered === undefined ? {} : { lowered }),
    ...(score === undefined ? {} : { score }),
    grade,
    ...(means === undefined ? {} : { means }),
    fired,
    on: event.onDay,
  };
  return { ...noteResult(kase, stage, { grade }), result };
}

/** A class and a layer are the center's own; a support goes to its record. */
export const placed: Reducer<"placed"> = (facts, event) => {
  const { of, list, item, stage, case: id } = event.body;
  const center: CenterFacts = centerOnly(
    changeCase(facts, event, (kase) => noteResult(kase, stage, { placed: { of, item } })),
    event,
  );
  if (of !== "support") return { ...center, values: { ...center.values, [`center.${of}`]: item } };
  return { ...center, supports: [...center.supports, { case: id, list, item, on: event.onDay }] };
};

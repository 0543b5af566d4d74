import type { EventOf, Reducers } from "./reducer.ts";
import type { CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import { bearerOnly, centerOnly, changeCase, institutionOnly } from "./reducer.ts";

type Kind = "reported" | "graded" | "applied-consequence" | "missed" | "urged" | "duty-judged";

/** What came of a case, and what is owed. */
export const RESULTS: Reducers<Kind> = {
  reported: (facts, event) => {
    const root = bearerOnly(facts, event);
    const { case: id, procedure, year, daysLate } = event.body;
    const others = root.reports.filter((report) => report.case !== id);
    return { ...root, reports: [...others, { case: id, procedure, year, on: event.onDay, daysLate }] };
  },
  graded: (facts, event) => grade(centerOnly(changeCase(facts, event, withResult(event)), event), event),
  "applied-consequence": (facts, event) => {
    const center = centerOnly(facts, event);
    return { ...center, consequences: [...center.consequences, { ...event.body, on: event.onDay }] };
  },
  missed: (facts, event) => {
    const root = bearerOnly(facts, event);
    const { obligation, due } = event.body;
    return { ...root, missed: [...root.missed, { obligation, due }] };
  },
  urged: (facts, event) => {
    const root = bearerOnly(facts, event);
    const { obligation, to } = event.body;
    return { ...root, urged: [...root.urged, { obligation, to, at: event.at }] };
  },
  "duty-judged": (facts, event) => judgeDuty(institutionOnly(facts, event), event),
};

const withResult =
  (event: EventOf<"graded">) =>
  (kase: CenterFacts["cases"][number]): CenterFacts["cases"][number] => {
    const { score, grade: key, means, fired } = event.body;
    const result = { score, grade: key, ...(means === undefined ? {} : { means }), fired, on: event.onDay };
    return { ...kase, result };
  };

function grade(center: CenterFacts, event: EventOf<"graded">): CenterFacts {
  const { case: id, score, grade: key, means } = event.body;
  const procedure = center.cases.find((kase) => kase.id === id)?.procedure ?? "";
  const common = means === undefined ? {} : { means };
  const evaluation = { case: id, procedure, score, grade: key, ...common, on: event.onDay };
  const { means: _before, ...rest } = center;
  return { ...rest, ...common, grade: key, score, evaluations: [...center.evaluations, evaluation] };
}

function judgeDuty(institution: InstitutionFacts, event: EventOf<"duty-judged">): InstitutionFacts {
  const { duty, year, met, opinion } = event.body;
  const others = institution.duties.filter((judged) => judged.duty !== duty || judged.year !== year);
  return { ...institution, duties: [...others, { duty, year, met, opinion, on: event.onDay }] };
}

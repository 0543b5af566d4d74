import type { EventOf, Reducers } from "./reducer.ts";
import type { CenterFacts, RootFacts } from "../contract/facts.ts";
import { gradeAdjusted, graded, placed, ranked } from "./grade-events.ts";
import { bearerOnly, centerOnly } from "./reducer.ts";

type Kind =
  | "reported"
  | "ranked"
  | "graded"
  | "grade-adjusted"
  | "placed"
  | "applied-consequence"
  | "missed"
  | "urged"
  | "duty-judged";

/** What came of a case, and what is owed. */
export const RESULTS: Reducers<Kind> = {
  reported: (facts, event) => {
    const root = bearerOnly(facts, event);
    const { case: id, procedure, year, daysLate } = event.body;
    const others = root.reports.filter((report) => report.case !== id);
    return { ...root, reports: [...others, { case: id, procedure, year, on: event.onDay, daysLate }] };
  },
  ranked,
  graded,
  "grade-adjusted": gradeAdjusted,
  placed,
  "applied-consequence": (facts, event) => {
    const center = withSupport(centerOnly(facts, event), event);
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
  "duty-judged": judgeDuty,
};

/** A support that a consequence gives goes to the center's record of supports. */
function withSupport(center: CenterFacts, event: EventOf<"applied-consequence">): CenterFacts {
  const item = event.body.does === "support" ? event.body.with?.["item"] : undefined;
  if (typeof item !== "string") return center;
  return { ...center, supports: [...center.supports, { case: event.body.case, item, on: event.onDay }] };
}

function judgeDuty(facts: RootFacts, event: EventOf<"duty-judged">): RootFacts {
  const { duty, year, met, opinion } = event.body;
  const others = (facts.duties ?? []).filter((judged) => judged.duty !== duty || judged.year !== year);
  return { ...facts, duties: [...others, { duty, year, met, opinion, on: event.onDay }] };
}

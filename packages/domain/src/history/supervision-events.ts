import type { Reducers } from "./reducer.ts";
import { centerOnly, changeCase, endStage } from "./reducer.ts";

/** Inspections, what they find, and recommendations upward. */
export const SUPERVISION: Reducers<"inspected" | "found" | "cleared" | "recommended"> = {
  inspected: (facts, event) =>
    changeCase(facts, event, (kase) => {
      const { stage, answers } = event.body;
      const record = { stage, revision: 1, answers, at: event.at, daysLate: 0, done: true };
      return endStage({ ...kase, submissions: [...kase.submissions, record] }, stage, event);
    }),
  found: (facts, event) => {
    const center = centerOnly(facts, event);
    const { finding, case: id, text, kind, due } = event.body;
    const found = {
      id: finding,
      case: id,
      text,
      ...(kind === undefined ? {} : { kind }),
      ...(due === undefined ? {} : { due }),
      on: event.onDay,
    };
    return { ...center, findings: [...center.findings, found] };
  },
  cleared: (facts, event) => {
    const center = centerOnly(facts, event);
    const cleared = { on: event.onDay, how: event.body.how };
    return {
      ...center,
      findings: center.findings.map((finding) =>
        finding.id === event.body.finding ? { ...finding, cleared } : finding,
      ),
    };
  },
  recommended: (facts, event) => {
    const center = centerOnly(facts, event);
    return { ...center, recommendations: [...center.recommendations, { ...event.body, on: event.onDay }] };
  },
};

import type { Who } from "../contract/basics.ts";
import type { CaseFacts } from "../contract/facts.ts";
import type { EventOf, Reducers } from "./reducer.ts";
import { changeCase, changeCaseBy, endStage, inReview, noteResult, tenantOnly } from "./reducer.ts";

type Kind =
  | "checked"
  | "met"
  | "meeting-held"
  | "assigned"
  | "recused"
  | "judged"
  | "scored"
  | "concluded"
  | "proposed"
  | "decided";

/** How a case is looked at and decided by others. */
export const REVIEW: Reducers<Kind> = {
  checked: (facts, event) => changeCaseBy(facts, event, (kase, who) => check(kase, event, who)),
  met: (facts, event) =>
    changeCase(facts, event, (kase) => (event.body.done ? endStage(kase, event.body.stage, event) : kase)),
  "meeting-held": (facts, event) => {
    const tenant = tenantOnly(facts, event);
    if (event.who === undefined) return tenant;
    const meeting = { ...event.body, on: event.onDay, who: event.who };
    return { ...tenant, meetings: [...tenant.meetings, meeting] };
  },
  assigned: (facts, event) => changeCase(facts, event, (kase) => assign(kase, event)),
  recused: (facts, event) => changeCase(facts, event, (kase) => recuse(kase, event)),
  judged: (facts, event) => changeCaseBy(facts, event, (kase, who) => judge(kase, event, who)),
  scored: (facts, event) => changeCaseBy(facts, event, (kase, who) => score(kase, event, who)),
  concluded: (facts, event) => changeCase(facts, event, (kase) => conclude(kase, event)),
  proposed: (facts, event) => changeCaseBy(facts, event, (kase, who) => propose(kase, event, who)),
  decided: (facts, event) => changeCaseBy(facts, event, (kase, who) => decide(kase, event, who)),
};

function check(kase: CaseFacts, event: EventOf<"checked">, who: Who): CaseFacts {
  const { stage, opinion } = event.body;
  const checks = [...kase.checks, { stage, opinion, who, at: event.at }];
  return endStage({ ...kase, state: inReview(kase.state), checks }, stage, event);
}

function assign(kase: CaseFacts, event: EventOf<"assigned">): CaseFacts {
  const { stage, experts } = event.body;
  const users = experts.map((expert) => expert.user);
  const kept = kase.assignments.filter((old) => old.stage !== stage || !users.includes(old.user));
  const assignments = [...kept, ...experts.map((expert) => ({ stage, ...expert }))];
  return { ...kase, state: inReview(kase.state), assignments };
}

function recuse(kase: CaseFacts, event: EventOf<"recused">): CaseFacts {
  const { stage, user, reason, rule } = event.body;
  const assignments = kase.assignments.map((assignment) =>
    assignment.stage === stage && assignment.user === user
      ? { ...assignment, recused: { reason, rule } }
      : assignment,
  );
  return { ...kase, assignments };
}

function judge(kase: CaseFacts, event: EventOf<"judged">, who: Who): CaseFacts {
  const { case: _case, ...judgement } = event.body;
  return {
    ...kase,
    judgements: [...kase.judgements, { ...judgement, user: who.user, at: event.at }],
  };
}

function score(kase: CaseFacts, event: EventOf<"scored">, who: Who): CaseFacts {
  const { case: _case, ...sheet } = event.body;
  return { ...kase, scores: [...kase.scores, { ...sheet, user: who.user, at: event.at }] };
}

function conclude(kase: CaseFacts, event: EventOf<"concluded">): CaseFacts {
  const { stage, verdict, condition, score: total } = event.body;
  const judged =
    condition === undefined || verdict === undefined ? kase.judged : { ...kase.judged, [condition]: verdict };
  const verdicts = verdict === undefined ? kase.verdicts : { ...kase.verdicts, [stage]: verdict };
  const scored = total === undefined ? kase : withScore(kase, stage, total);
  return endStage({ ...scored, judged, verdicts }, stage, event);
}

const withScore = (kase: CaseFacts, stage: string, total: string): CaseFacts => ({
  ...noteResult(kase, stage, { score: total }),
  result: { ...kase.result, score: total },
});

function propose(kase: CaseFacts, event: EventOf<"proposed">, who: Who): CaseFacts {
  const { stage, outcome, opinion } = event.body;
  return {
    ...kase,
    proposals: [...kase.proposals, { stage, outcome, opinion, who, at: event.at }],
  };
}

function decide(kase: CaseFacts, event: EventOf<"decided">, who: Who): CaseFacts {
  const { stage, outcome, opinion, answers } = event.body;
  const said = { stage, outcome, opinion, ...(answers === undefined ? {} : { answers }) };
  const decisions = [...kase.decisions, { ...said, who, at: event.at }];
  return endStage({ ...kase, state: "decided", decisions }, stage, event);
}

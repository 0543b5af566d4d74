import type { CaseState } from "@yichuang/policy";
import type { CaseFacts } from "../contract/facts.ts";
import type { EventOf, Reducers } from "./reducer.ts";
import { changeCase, endStage, noteResult, tenantOnly } from "./reducer.ts";

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
  checked: (facts, event) => changeCase(facts, event, (kase) => check(kase, event)),
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
  judged: (facts, event) => changeCase(facts, event, (kase) => judge(kase, event)),
  scored: (facts, event) => changeCase(facts, event, (kase) => score(kase, event)),
  concluded: (facts, event) => changeCase(facts, event, (kase) => conclude(kase, event)),
  proposed: (facts, event) => changeCase(facts, event, (kase) => propose(kase, event)),
  decided: (facts, event) => changeCase(facts, event, (kase) => decide(kase, event)),
};

const inReview = (state: CaseState): CaseState =>
  state === "submitted" || state === "draft" ? "in-review" : state;

function check(kase: CaseFacts, event: EventOf<"checked">): CaseFacts {
  const { stage, opinion } = event.body;
  if (event.who === undefined) return kase;
  const checks = [...kase.checks, { stage, opinion, who: event.who, at: event.at }];
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

function judge(kase: CaseFacts, event: EventOf<"judged">): CaseFacts {
  const { case: _case, ...judgement } = event.body;
  if (event.who === undefined) return kase;
  return {
    ...kase,
    judgements: [...kase.judgements, { ...judgement, user: event.who.user, at: event.at }],
  };
}

function score(kase: CaseFacts, event: EventOf<"scored">): CaseFacts {
  const { case: _case, ...sheet } = event.body;
  if (event.who === undefined) return kase;
  return { ...kase, scores: [...kase.scores, { ...sheet, user: event.who.user, at: event.at }] };
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

function propose(kase: CaseFacts, event: EventOf<"proposed">): CaseFacts {
  const { stage, outcome, opinion } = event.body;
  if (event.who === undefined) return kase;
  return {
    ...kase,
    proposals: [...kase.proposals, { stage, outcome, opinion, who: event.who, at: event.at }],
  };
}

function decide(kase: CaseFacts, event: EventOf<"decided">): CaseFacts {
  const { stage, outcome, opinion, answers } = event.body;
  if (event.who === undefined) return kase;
  const said = { stage, outcome, opinion, ...(answers === undefined ? {} : { answers }) };
  const decisions = [...kase.decisions, { ...said, who: event.who, at: event.at }];
  return endStage({ ...kase, state: "decided", decisions }, stage, event);
}

import type { CaseState } from "@yichuang/policy";
import type { Who } from "../contract/basics.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import type { EventOf, Reducers } from "./reducer.ts";
import { bearerOnly, changeCase, changeCaseBy, endStage, reopenStages } from "./reducer.ts";
import { withOffice } from "./offices.ts";
import { closeSpan } from "./spans.ts";

/** How a case begins, is handed in, signed, taken back, sent back and closed. */
export const ENTRY: Reducers<"opened" | "submitted" | "signed" | "withdrawn" | "returned" | "closed"> = {
  opened: (facts, event) => {
    const root = withLead(withLinks(bearerOnly(facts, event), event), event);
    return { ...root, cases: [...root.cases, openCase(event)] };
  },
  submitted: (facts, event) => {
    const root = changeCase(facts, event, (kase) => submit(kase, event));
    return event.body.done ? writeFacts(root, event) : root;
  },
  signed: (facts, event) => changeCaseBy(facts, event, (kase, who) => sign(kase, event, who)),
  withdrawn: (facts, event) => {
    const root = changeCase(facts, event, (kase) => ({
      ...reopenStages(kase, [event.body.stage]),
      state: "withdrawn" as const,
    }));
    return endApplication(dropReports(root, event.body.case), event);
  },
  returned: (facts, event) =>
    dropReports(
      changeCaseBy(facts, event, (kase, who) => sendBack(kase, event, who)),
      event.body.case,
    ),
  closed: (facts, event) => changeCase(facts, event, (kase) => ({ ...kase, state: "closed" })),
};

function withLinks(root: CenterFacts | InstitutionFacts, event: EventOf<"opened">) {
  const { links = [] } = event.body;
  if (root.kind !== "center") return root;
  return { ...root, links: [...root.links, ...links.map((link) => ({ ...link, from: event.onDay }))] };
}

/** A center is led by the institution with which it begins. */
function withLead<R extends CenterFacts | InstitutionFacts>(root: R, event: EventOf<"opened">): R {
  if (root.kind !== "center" || event.body.center === undefined) return root;
  const { case: id } = event.body;
  return { ...root, offices: [{ office: "lead-host", holder: root.host.name, on: event.onDay, case: id }] };
}

function openCase(event: EventOf<"opened">): CaseFacts {
  const { case: id, procedure, purpose, year, pin, startedBy, dueOn, against } = event.body;
  return {
    id,
    root: event.root,
    procedure,
    purpose,
    year,
    pin,
    state: "draft",
    openedOn: event.onDay,
    openedAt: event.at,
    ...(event.who === undefined ? {} : { openedBy: event.who }),
    ...(startedBy === undefined ? {} : { startedBy }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(against === undefined ? {} : { against }),
    stages: {},
    submissions: [],
    signatures: [],
    returns: [],
    checks: [],
    assignments: [],
    judgements: [],
    scores: [],
    judged: {},
    verdicts: {},
    results: {},
    proposals: [],
    decisions: [],
    dates: {},
    recommendations: [],
    consents: [],
    publicities: [],
    objections: [],
    filings: [],
    documents: [],
    settlements: [],
    extensions: [],
    waivers: [],
    claims: [],
  };
}

const WITH_THE_APPLICANT: readonly CaseState[] = ["draft", "returned", "withdrawn"];

function submit(kase: CaseFacts, event: EventOf<"submitted">): CaseFacts {
  const { stage, form, revision, answers, daysLate, done } = event.body;
  const submission = {
    stage,
    ...(form === undefined ? {} : { form }),
    revision,
    answers,
    at: event.at,
    daysLate,
    done,
  };
  // a revision that still lacks a signature is replaced, not kept
  const kept = kase.submissions.filter((other) => other.stage !== stage || other.revision !== revision);
  const handed: CaseFacts = { ...kase, submissions: [...kept, submission] };
  if (!done) return handed;
  const state = WITH_THE_APPLICANT.includes(kase.state) ? "submitted" : kase.state;
  return endStage({ ...handed, state }, stage, event);
}

function writeFacts<R extends CenterFacts | InstitutionFacts>(root: R, event: EventOf<"submitted">): R {
  const { writes, goals } = event.body;
  const written = { ...root, values: { ...root.values, ...writes } };
  if (written.kind !== "center") return written;
  const name = writes["center.name"] ?? writes["application.name"];
  return {
    ...written,
    offices: withDirector(written, event),
    ...(typeof name === "string" ? { name } : {}),
    ...(goals === undefined ? {} : { goals }),
  };
}

function withDirector(center: CenterFacts, { body, onDay }: EventOf<"submitted">): CenterFacts["offices"] {
  const named = body.writes["center.director"];
  const holder = typeof named === "object" ? named.name : named;
  if (typeof holder !== "string") return center.offices;
  return withOffice(center, { office: "director", holder, on: onDay, case: body.case });
}

function sign(kase: CaseFacts, event: EventOf<"signed">, who: Who): CaseFacts {
  const { stage, as, opinion } = event.body;
  const last = kase.submissions.findLast((submission) => submission.stage === stage);
  // a signature is always for the revision that is being made
  const revision = last === undefined ? 1 : last.done ? last.revision + 1 : last.revision;
  const again = kase.signatures.findIndex(
    (signature) => signature.stage === stage && signature.revision === revision && signature.as === as,
  );
  // who signs again takes back every signature that came after the first one
  const kept = kase.signatures.filter(
    (signature, index) =>
      again === -1 || index < again || signature.stage !== stage || signature.revision !== revision,
  );
  return { ...kase, signatures: [...kept, { stage, as, who, opinion, at: event.at, revision }] };
}

function sendBack(kase: CaseFacts, event: EventOf<"returned">, who: Who): CaseFacts {
  const { stage, reason, marks, until } = event.body;
  // a formal check was one of what came in; the next revision must be checked again
  const checked = kase.checks.map((check) => check.stage);
  const entry = {
    stage,
    reason,
    marks,
    ...(until === undefined ? {} : { until }),
    who,
    at: event.at,
  };
  return { ...reopenStages(kase, [stage, ...checked]), state: "returned", returns: [...kase.returns, entry] };
}

function dropReports<R extends CenterFacts | InstitutionFacts>(root: R, id: string): R {
  return { ...root, reports: root.reports.filter((report) => report.case !== id) };
}

function endApplication(
  root: CenterFacts | InstitutionFacts,
  event: EventOf<"withdrawn">,
): CenterFacts | InstitutionFacts {
  if (root.kind !== "center" || root.standing !== "applying") return root;
  const { standing: _applying, ...rest } = root;
  return { ...rest, spans: closeSpan(root.spans, event.onDay) };
}

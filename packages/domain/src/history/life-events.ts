import type { CaseFacts, CenterFacts, TenantFacts } from "../contract/facts.ts";
import { BrokenHistoryError } from "./broken-history.ts";
import type { EventOf, Reducers } from "./reducer.ts";
import { centerOnly, changeCase, endStage } from "./reducer.ts";
import { withOffice } from "./offices.ts";
import { closeSpan } from "./spans.ts";

type Kind =
  | "issued"
  | "designated"
  | "standing-changed"
  | "term-started"
  | "term-ended"
  | "run-started"
  | "run-ended"
  | "changed"
  | "appealed";

/** How a center is announced, stands, and how its term runs. */
export const LIFE: Reducers<Kind> = {
  issued: (facts, event) => {
    if (facts.kind === "tenant") return keepNumber(facts, event);
    return changeCase(facts, event, (kase) => {
      const documents = [...kase.documents, event.body.document];
      return event.body.done
        ? endStage({ ...kase, documents }, event.body.stage, event)
        : { ...kase, documents };
    });
  },
  designated: (facts, event) => {
    const center = centerOnly(facts, event);
    return { ...center, dates: { ...center.dates, "center.designated-on": event.body.on } };
  },
  "standing-changed": (facts, event) => changeStanding(centerOnly(facts, event), event),
  "term-started": (facts, event) => {
    const center = centerOnly(
      changeCase(facts, event, (kase) => ({
        ...kase,
        stages: {
          ...kase.stages,
          [event.body.stage]: { ...kase.stages[event.body.stage], startedOn: event.body.on },
        },
      })),
      event,
    );
    return {
      ...center,
      termEndsOn: event.body.endsOn,
      dates: { ...center.dates, "center.term-started-on": event.body.on },
    };
  },
  "term-ended": (facts, event) => endTerm(centerOnly(facts, event), event),
  "run-started": (facts, event) =>
    changeCase(facts, event, (kase) => {
      const { stage, endsOn } = event.body;
      const begun = { ...kase.stages[stage], startedOn: event.onDay, endsOn };
      return { ...kase, stages: { ...kase.stages, [stage]: begun } };
    }),
  "run-ended": (facts, event) => changeCase(facts, event, (kase) => endStage(kase, event.body.stage, event)),
  changed: (facts, event) => change(centerOnly(facts, event), event),
  // the decision itself stands in `decided`; what follows are the policy's consequences
  appealed: (facts, event) => changeCase(facts, event, (kase) => kase),
};

const keepNumber = (tenant: TenantFacts, event: EventOf<"issued">): TenantFacts => ({
  ...tenant,
  documents: [...tenant.documents, event.body.document],
});

function changeStanding(center: CenterFacts, event: EventOf<"standing-changed">): CenterFacts {
  const { to, on } = event.body;
  const span = {
    from: on,
    standing: to,
    ...(center.grade === undefined ? {} : { grade: center.grade }),
    seq: event.seq,
  };
  return { ...center, standing: to, spans: [...closeSpan(center.spans, on), span] };
}

function endTerm(center: CenterFacts, event: EventOf<"term-ended">): CenterFacts {
  const ended = centerOnly(
    changeCase(center, event, (kase) => {
      const running = event.body.stage ?? firstRunning(kase);
      if (running === undefined) throw new BrokenHistoryError("a term ends that never began");
      return endStage(kase, running, event);
    }),
    event,
  );
  const { termEndsOn: _over, ...rest } = ended;
  return { ...rest, dates: { ...ended.dates, "center.term-ended-on": event.body.on } };
}

const firstRunning = (kase: CaseFacts): string | undefined =>
  Object.entries(kase.stages).find(([, stage]) => stage.startedOn !== undefined)?.[0];

/** Writes what was decided to change, and keeps what it was before. */
function change(center: CenterFacts, event: EventOf<"changed">): CenterFacts {
  const { case: id, changes } = event.body;
  const values = Object.fromEntries(changes.map(({ ref, to }) => [ref, to]));
  const named = changes.find(({ ref }) => ref === "center.name" || ref === "application.name")?.to;
  return {
    ...center,
    values: { ...center.values, ...values },
    ...(typeof named === "string" ? { name: named } : {}),
    ...lengthened(center, values["center.term-ends-on"]),
    offices: officesAfter(center, event),
    changes: [...center.changes, { case: id, on: event.onDay, changes }],
  };
}

/** A running term ends on the day that was decided; one that is over stays over. */
const lengthened = (center: CenterFacts, until: unknown): Pick<CenterFacts, "termEndsOn"> =>
  center.termEndsOn === undefined || typeof until !== "string" ? {} : { termEndsOn: until };

const OFFICES = [
  ["center.host", "lead-host"],
  ["center.director", "director"],
] as const;

function officesAfter(center: CenterFacts, { body, onDay }: EventOf<"changed">): CenterFacts["offices"] {
  return OFFICES.reduce((offices, [ref, office]) => {
    const to = body.changes.find((one) => one.ref === ref)?.to;
    const holder = typeof to === "object" ? to.name : to;
    if (typeof holder !== "string") return offices;
    return withOffice({ ...center, offices }, { office, holder, on: onDay, case: body.case });
  }, center.offices);
}

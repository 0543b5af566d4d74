// Single events and the facts before them, for tests of what one event does. Everything has a short name of its own.
import type { Who } from "../contract/basics.ts";
import type { DomainEvent, DomainEventKind, EventBodies, HostFacts } from "../contract/events.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts, TenantFacts } from "../contract/facts.ts";
import { evolve } from "../history/evolve.ts";
import { factOf } from "../history/fact-of.ts";
import type { FactPlace } from "../history/fact-place.ts";
import type { EventOf } from "../history/reducer.ts";
import { ODD_POLICY } from "./odd-policy.ts";

export const DAY = "2026-03-10";
export const AT = "2026-03-10T02:00:00.000Z";
export const WHO: Who = { user: "u1", name: "甲", role: "officer", party: 1, unit: "主管部门" };
export const HOST: HostFacts = { party: 11, uscc: "USCC-1", name: "甲医院" };

const ROOTS = { center: "c1", institution: "i1", tenant: "t1" } as const;

interface Circumstances {
  root?: keyof typeof ROOTS;
  on?: string;
  seq?: number;
  /** nobody's: it came with its day */
  byTime?: true;
}

/** An event of 10 March 2026, by an officer, in the center's stream unless something else is said. */
export const eventOf = <K extends DomainEventKind>(
  kind: K,
  body: EventBodies[K],
  { root = "center", on = DAY, seq = 8, byTime }: Circumstances = {},
): EventOf<K> =>
  ({
    root: { kind: root, id: ROOTS[root] },
    kind,
    onDay: on,
    body,
    consulted: [],
    seq,
    at: AT,
    ...(byTime === undefined ? { who: WHO } : {}),
  }) as unknown as EventOf<K>;

const NOTHING_DONE = {
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

/** A case that was handed in, in a center, and in which nothing else is done yet. */
export const caseOf = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  id: "k1",
  root: { kind: "center", id: "c1" },
  procedure: "entry",
  purpose: "entry",
  year: 2026,
  pin: { policy: "odd", version: 1, hash: "h1" },
  state: "submitted",
  openedOn: "2026-03-01",
  openedAt: "2026-03-01T01:00:00.000Z",
  ...NOTHING_DONE,
  ...more,
});

/** A center with nothing in its history. */
export const centerOf = (more: Partial<CenterFacts> = {}): CenterFacts => ({
  kind: "center",
  id: "c1",
  seq: 7,
  type: "lab",
  name: "骨科实验室",
  host: HOST,
  values: {},
  spans: [],
  dates: {},
  goals: [],
  links: [],
  settlements: [],
  cases: [],
  evaluations: [],
  reports: [],
  findings: [],
  consequences: [],
  supports: [],
  bars: [],
  money: { funded: [], withheld: [], reclaimed: [] },
  offices: [],
  finished: [],
  recommendations: [],
  changes: [],
  missed: [],
  urged: [],
  entries: [],
  ...more,
});

/** An institution with nothing in its history. */
export const institutionOf = (more: Partial<InstitutionFacts> = {}): InstitutionFacts => ({
  kind: "institution",
  id: "i1",
  seq: 7,
  host: HOST,
  values: {},
  cases: [],
  reports: [],
  duties: [],
  missed: [],
  urged: [],
  entries: [],
  ...more,
});

/** A tenant in which nothing was settled. */
export const tenantOf = (more: Partial<TenantFacts> = {}): TenantFacts => ({
  kind: "tenant",
  id: "t1",
  seq: 7,
  settlements: [],
  extensions: [],
  meetings: [],
  documents: [],
  entries: [],
  ...more,
});

/** What an event makes of the one case of a center. */
export function caseAfter(kase: CaseFacts, event: DomainEvent): CaseFacts {
  const after = centerAfter(centerOf({ cases: [kase] }), event).cases[0];
  if (after === undefined) throw new Error("the case is gone");
  return after;
}

/** What an event makes of a center. */
export function centerAfter(center: CenterFacts, event: DomainEvent): CenterFacts {
  const after = evolve(center, event);
  if (after.kind !== "center") throw new Error("a center became something else");
  return after;
}

/** Where facts are asked for on that day, under the odd policy. */
export const placeOf = (more: Partial<FactPlace> = {}): FactPlace => ({
  policy: ODD_POLICY,
  today: DAY,
  now: AT,
  holidays: {},
  ...more,
});

/** What is known there of several references, by reference. */
export const factsIn = (place: FactPlace, refs: readonly string[]) =>
  Object.fromEntries(refs.map((ref) => [ref, factOf(place, ref)]));

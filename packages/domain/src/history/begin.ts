import type { Uuid } from "../contract/basics.ts";
import type { DomainEvent, HostFacts } from "../contract/events.ts";
import type { CenterFacts, InstitutionFacts, RootFacts, TenantFacts } from "../contract/facts.ts";
import { BrokenHistoryError } from "./broken-history.ts";

/** A tenant in which nothing has been settled, extended or issued yet. */
export const emptyTenant = (id: Uuid): TenantFacts => ({
  kind: "tenant",
  id,
  seq: 0,
  settlements: [],
  extensions: [],
  meetings: [],
  documents: [],
  entries: [],
});

/** An institution of a tenant before its first event there. */
export const emptyInstitution = (id: Uuid, host: HostFacts): InstitutionFacts => ({
  kind: "institution",
  id,
  seq: 0,
  host,
  values: {},
  cases: [],
  reports: [],
  duties: [],
  missed: [],
  urged: [],
  entries: [],
});

const emptyCenter = (id: Uuid, begun: { type: string; name: string; host: HostFacts }): CenterFacts => ({
  kind: "center",
  id,
  seq: 0,
  ...begun,
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
});

/** The root as it is before its first event, which must say what the root is. */
export function beginRoot(event: DomainEvent): RootFacts {
  if (event.root.kind === "tenant") return emptyTenant(event.root.id);
  if (event.root.kind === "center") {
    if (event.kind === "opened" && event.body.center !== undefined) {
      return emptyCenter(event.root.id, event.body.center);
    }
    throw new BrokenHistoryError(`a center begins with ${event.kind}`);
  }
  if ("host" in event.body && event.body.host !== undefined) {
    return emptyInstitution(event.root.id, event.body.host);
  }
  throw new BrokenHistoryError(`an institution begins with ${event.kind} and does not say who it is`);
}

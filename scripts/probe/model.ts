// The model: what stands after each commit, folded from the events by a few lines of their own, and who holds which seat.
import type { DomainEvent, EventBodies } from "@yichuang/domain";
import { MOST } from "./pack.ts";

interface Lead {
  party: number | undefined;
  uscc: string | undefined;
  city?: string | undefined;
}

export interface Kase {
  procedure: string;
  state: "draft" | "in" | "withdrawn" | "over";
  /** the new name that it asks for */
  name?: string;
  waived: boolean;
}

export interface Center {
  id: string;
  type: string;
  name: string;
  host: Lead;
  standing?: string;
  field?: string;
  links: EventBodies["linked"]["link"][];
  cases: ReadonlyMap<string, Kase>;
}

export type State = ReadonlyMap<string, Center>;

export const stands = ({ standing }: Center): boolean => standing === "established";

/** Ended for good: whoever is under it must not stand. */
export const isGone = ({ standing }: Center): boolean => standing === "exited" || standing === "revoked";

/** What the state is after the events of one commit. */
export function fold(state: State, events: readonly DomainEvent[]): State {
  const after = new Map(state);
  for (const event of events) {
    if (event.root.kind !== "center") continue;
    const center = after.get(event.root.id) ?? beginning(event);
    after.set(center.id, afterEvent(center, event));
  }
  return after;
}

function beginning({ root, body }: DomainEvent): Center {
  const { center, links = [] } = body as EventBodies["opened"];
  if (center === undefined) throw new Error(`the center ${root.id} began without a host`);
  const { party, uscc, city } = center.host;
  return {
    id: root.id,
    type: center.type,
    name: center.name,
    host: { party, uscc, city },
    links,
    cases: new Map(),
  };
}

function afterEvent(center: Center, event: DomainEvent): Center {
  switch (event.kind) {
    case "opened": {
      const { procedure } = event.body;
      const state = procedure.endsWith("-entry") || procedure === "renaming" ? "draft" : "in";
      return withCase(center, event.body.case, { procedure, state, waived: false });
    }
    case "submitted": {
      const { "application.name": name, "application.field": field } = event.body.writes;
      const asked = event.body.form === "new-name" ? event.body.answers["main"]?.["name"] : undefined;
      const writes = {
        ...(typeof name === "string" ? { name } : {}),
        ...(typeof field === "string" ? { field } : {}),
      };
      const change = typeof asked === "string" ? { name: asked } : {};
      return withCase({ ...center, ...writes }, event.body.case, { state: "in", ...change });
    }
    case "withdrawn":
      return withCase(center, event.body.case, { state: "withdrawn" });
    case "decided":
      return withCase(center, event.body.case, { state: "over" });
    case "waived":
      return withCase(center, event.body.case, { waived: true });
    case "standing-changed":
      return { ...center, standing: event.body.to };
    case "changed": {
      const name = event.body.changes.find(({ ref }) => ref === "center.name")?.to;
      return typeof name === "string" ? { ...center, name } : center;
    }
    case "linked":
      return { ...center, links: [...center.links, event.body.link] };
    case "unlinked":
      return { ...center, links: center.links.filter(({ key }) => key !== event.body.link) };
    default:
      return center;
  }
}

export function withCase(center: Center, id: string, change: Partial<Kase>): Center {
  const kase = { procedure: "", state: "in" as const, waived: false, ...center.cases.get(id), ...change };
  return { ...center, cases: new Map(center.cases).set(id, kase) };
}

export const leadsOf = ({ links }: Center) => links.filter(({ role }) => role === "lead");

export function leadOf(center: Center): Lead {
  const [lead] = leadsOf(center);
  return lead?.host ?? center.host;
}

export const parentOf = ({ links }: Center): string | undefined =>
  links.find(({ role }) => role === "parent-center")?.center;

/** The case with which a center began. */
const entryOf = (center: Center): Kase | undefined => [...center.cases.values()][0];

/** Let in beside the one of its field. */
export const isWaived = (center: Center): boolean => entryOf(center)?.waived === true;

/** Handed in and not taken back. */
export const hasApplied = (center: Center): boolean => ["in", "over"].includes(entryOf(center)?.state ?? "");

/** Every seat that a center holds, by the cap and the scope. */
export function seatsOf(center: Center): string[] {
  const { type, field, links } = center;
  const { uscc, city } = leadOf(center);
  const joint = links.filter(({ role }) => role === "joint").map((link) => link.uscc ?? link.name);
  const parent = parentOf(center);
  const branch = type === "branch" && stands(center);
  return [
    ...(branch && parent !== undefined ? [`per-city:${parent}|${city}`] : []),
    ...(branch ? ["per-year:"] : []),
    ...(type === "hub" && stands(center) ? [`per-field:${field}`] : []),
    ...(stands(center) ? ["in-all:"] : []),
    ...(hasApplied(center) ? [...new Set([uscc, ...joint])].map((host) => `per-host:${host}`) : []),
  ];
}

export const capOf = (seat: string): string => seat.slice(0, seat.indexOf(":"));

const SEATS: { [cap: string]: number } = {
  "per-city": MOST.city,
  "per-field": MOST.field,
  "per-year": MOST.year,
  "in-all": MOST.all,
  "per-host": MOST.host,
  name: 1,
};
export const mostOf = (seat: string): number => SEATS[capOf(seat)] ?? 0;

/** A name is held by what was handed in or stands, until it is declined or ends. */
const holdsName = (center: Center): boolean =>
  hasApplied(center) && center.standing !== "declined" && !isGone(center);

const tallies = new WeakMap<State, Map<string, Center[]>>();

/** Who holds each seat and each name. */
export function holdersIn(state: State): ReadonlyMap<string, Center[]> {
  const known = tallies.get(state);
  if (known !== undefined) return known;
  const holders = new Map<string, Center[]>();
  const holds = (what: string, center: Center): void =>
    void holders.set(what, [...(holders.get(what) ?? []), center]);
  for (const center of state.values()) {
    for (const seat of seatsOf(center)) holds(seat, center);
    if (holdsName(center)) holds(`name:${center.name}`, center);
  }
  tallies.set(state, holders);
  return holders;
}

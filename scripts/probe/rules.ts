// What the model says to an act in a state: why it cannot be done, in the words of the answer that it must get.
import {
  capOf,
  type Center,
  hasApplied,
  holdersIn,
  type Kase,
  leadOf,
  leadsOf,
  mostOf,
  parentOf,
  seatsOf,
  stands,
  type State,
  withCase,
} from "./model.ts";
import { INSTITUTIONS } from "./arena.ts";
import type { Move, Sent } from "./sending.ts";

/** Not to be done in this state, whatever there is room for. */
export const WRONG = "wrong";

/** Everything in the way of an act: `wrong`, or the caps that are full, and `name`. */
export function obstaclesTo(state: State, sent: Sent): string[] {
  const at = find(state, sent);
  const after = suppose(at);
  if (after === undefined) return [WRONG];
  const before = at.center;
  if (after === "new" || before === undefined) return [];
  const holders = holdersIn(state);
  const had = new Set(seatsOf(before));
  const full = seatsOf(after)
    .filter((seat) => !had.has(seat) && !(at.kase?.waived === true && capOf(seat) === "per-field"))
    .filter((seat) => (holders.get(seat) ?? []).length >= mostOf(seat))
    .map((seat) => `caps/${capOf(seat)}`);
  const comesIn = hasApplied(after) && (!hasApplied(before) || before.name !== after.name);
  const others = (holders.get(`name:${after.name}`) ?? []).filter(({ id }) => id !== after.id);
  return [...full, ...(comesIn && others.length > 0 ? ["name"] : [])];
}

interface At {
  state: State;
  sent: Sent;
  center: Center | undefined;
  id: string;
  kase: Kase | undefined;
}

function find(state: State, sent: Sent): At {
  const { action } = sent;
  const id = "case" in action ? action.case : "";
  const center =
    "center" in action
      ? state.get(action.center ?? "")
      : [...state.values()].find((one) => one.cases.has(id));
  return { state, sent, center, id, kase: center?.cases.get(id) };
}

/** The center as the act would leave it, `new` where one begins; undefined where the act is not to be done. */
function suppose(at: At): Center | "new" | undefined {
  const { action } = at.sent;
  return TRIES[action.kind](at, action as never);
}

type Try<K extends Move["kind"]> = (at: At, action: Extract<Move, { kind: K }>) => Center | "new" | undefined;

/** Whether the client speaks for whoever leads the center today. */
const isLedBy = ({ sent, center }: At): boolean =>
  center !== undefined && leadOf(center).party === sent.client.institution?.party;

const isThere = (state: State, hub: string | undefined): boolean => {
  const parent = state.get(hub ?? "");
  return parent !== undefined && parent.type === "hub" && stands(parent);
};

type NewLink = Center["links"][number];

function linkTo({ role, center, uscc }: Pick<NewLink, "role" | "center" | "uscc">): NewLink {
  const known = INSTITUTIONS.find((one) => one.uscc === uscc);
  const leads = role === "lead" && known !== undefined ? { host: known } : {};
  const named = { ...(center === undefined ? {} : { center }), ...(uscc === undefined ? {} : { uscc }) };
  return { key: "supposed", role, name: known?.name ?? "", ...named, ...leads };
}

/** Led by another institution alone; by the one with which it began where that is named. */
function withLead(center: Center, named: unknown): Center {
  const { uscc = "" } = named as { uscc?: string };
  const others = center.links.filter(({ role }) => role !== "lead");
  const lead = uscc === center.host.uscc ? [] : [linkTo({ role: "lead", uscc })];
  return { ...center, links: [...others, ...lead] };
}

const TRIES: { [K in Move["kind"]]: Try<K> } = {
  "open-case": (at, { procedure, parent }) => {
    if (procedure === "hub-entry") return "new";
    if (procedure === "branch-entry") return isThere(at.state, parent) ? "new" : undefined;
    const mine = procedure !== "renaming" || isLedBy(at);
    return at.center !== undefined && stands(at.center) && mine ? at.center : undefined;
  },
  submit: (at, { answers }) => {
    const { center, kase } = at;
    if (center === undefined || kase?.state !== "draft" || !isLedBy(at)) return undefined;
    const { name, field } = answers["main"] ?? {};
    if (kase.procedure === "renaming") return withCase(center, at.id, { state: "in" });
    const said = {
      ...(typeof name === "string" ? { name } : {}),
      ...(typeof field === "string" ? { field } : {}),
    };
    return withCase({ ...center, ...said }, at.id, { state: "in" });
  },
  withdraw: (at) => {
    const { center, kase } = at;
    if (center === undefined || kase?.state !== "in" || !isLedBy(at)) return undefined;
    return withCase(center, at.id, { state: "withdrawn" });
  },
  decide: (at, { outcome, answers }) => {
    const { center, kase, state } = at;
    if (center === undefined || kase?.state !== "in") return undefined;
    const over = withCase(center, at.id, { state: "over" });
    if (outcome === "decline") return { ...over, standing: "declined" };
    if (kase.procedure === "ending") return { ...over, standing: "exited" };
    if (kase.procedure === "revoking") return { ...over, standing: "revoked" };
    if (kase.procedure === "renaming") return { ...over, name: kase.name ?? "" };
    if (kase.procedure === "regrouping") return withLead(over, answers?.["main"]?.["lead"]);
    const placed = kase.procedure === "hub-entry" || isThere(state, parentOf(center));
    return placed ? { ...over, standing: "established" } : undefined;
  },
  waive: ({ center, kase, id }) => {
    const running = kase?.state === "draft" || kase?.state === "in";
    return center !== undefined && running && !kase.waived
      ? withCase(center, id, { waived: true })
      : undefined;
  },
  link: ({ center, state }, { party }) => {
    if (center === undefined) return undefined;
    const same = center.links.some(
      (link) => link.role === party.role && (link.center ?? link.uscc) === (party.center ?? party.uscc),
    );
    const above =
      party.role === "parent-center" && !(center.type === "branch" && isThere(state, party.center));
    const led = party.role === "lead" && leadsOf(center).length > 0;
    return same || above || led ? undefined : { ...center, links: [...center.links, linkTo(party)] };
  },
  unlink: ({ center }, { link }) => {
    const ended = center?.links.some(({ key }) => key === link) === true;
    return ended ? { ...center, links: center.links.filter(({ key }) => key !== link) } : undefined;
  },
};

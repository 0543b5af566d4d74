import type { Actor, ActorRole, Text } from "@yichuang/policy";
import type { ActionKind } from "../contract/actions.ts";
import type { Hat, HatRole, SpaceId } from "../contract/basics.ts";
import type { CenterFacts, RootFacts } from "../contract/facts.ts";
import { LINKED_ACTORS } from "../contract/links.ts";
import type { Link } from "../contract/links.ts";
import { leadOf } from "../history/lead.ts";
import { openLinks } from "../history/network-events.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

// Rulings 14: who acts. A stage names an actor of the policy; these are the hats that act for it.

const OF_THE_AUTHORITY: { [K in ActionKind]?: readonly HatRole[] } = {
  decide: ["leader"],
  grade: ["leader"],
  settle: ["leader", "officer"],
  extend: ["leader", "officer"],
  recommend: ["leader", "officer"],
  "recommend-case": ["leader", "officer"],
  "answer-dispatch": ["leader", "officer"],
  consent: ["leader"],
  "end-consent": ["leader"],
  waive: ["leader"],
  "judge-duty": ["leader", "officer"],
};
const OF_THE_HOST: { [K in ActionKind]?: readonly HatRole[] } = {
  "open-case": ["institution-manager", "contact"],
  record: ["institution-manager", "contact"],
  amend: ["institution-manager", "contact"],
  strike: ["institution-manager", "contact"],
};

/** Another authority that comes in by a link: its officer, and its leader where it decides. */
const ofAnotherAuthority = (act: ActionKind): readonly HatRole[] =>
  act === "decide" ? ["leader"] : ["officer", "leader"];

const HATS: { [R in ActorRole]: (act: ActionKind) => readonly HatRole[] } = {
  authority: (act) => OF_THE_AUTHORITY[act] ?? ["officer"],
  experts: () => ["expert"],
  "third-party": () => ["expert"],
  host: (act) => OF_THE_HOST[act] ?? ["institution-manager"],
  joint: (act) => OF_THE_HOST[act] ?? ["institution-manager"],
  director: () => ["center-director"],
  contact: () => ["contact"],
  // a university recommends, and so does the authority of a city
  channel: () => ["institution-manager", "officer"],
  partner: () => ["institution-manager"],
  "parent-center": () => ["institution-manager"],
  inspector: () => ["inspector"],
  platform: () => ["platform-admin"],
  "parent-authority": ofAnotherAuthority,
  "upper-authority": ofAnotherAuthority,
  "local-authority": ofAnotherAuthority,
  public: () => [],
};

/** The roles of the hats that may do an act for an actor; `hat` on the actor narrows them to one. */
export function hatsOf(actor: Actor, act: ActionKind): readonly HatRole[] {
  return actor.hat === undefined ? HATS[actor.role](act) : [actor.hat];
}

const OF_AN_INSTITUTION: readonly HatRole[] = ["institution-manager", "center-director", "contact"];

/** Whether a hat of the tenant stands on the side that a root asks for: the authority's own, or the root's own institution. */
function standsFor(hat: Hat, root: RootFacts | undefined, tenant: SpaceId): boolean {
  if (OF_AN_INSTITUTION.includes(hat.role)) {
    if (root === undefined || root.kind === "tenant") return true;
    return hat.party === leadOf(root).party && (hat.role !== "center-director" || directs(hat, root));
  }
  return hat.role === "expert" || hat.role === "inspector" || hat.party === tenant;
}

/** The link by which an actor comes into a root; undefined where nobody of the platform's stands for it. */
export const linkOf = (actor: Actor, root: RootFacts): (Link & { space: SpaceId }) | undefined =>
  root.kind === "center"
    ? openLinks(root).find(
        (link): link is Link & { space: SpaceId } => stands(link, actor) && link.space !== undefined,
      )
    : undefined;

export const comesByLink = (actor: Actor): boolean => LINKED_ACTORS.some((role) => role === actor.role);

/** Whether a hat's space is linked as an actor. A third party may also be a person of the tenant's pool. */
const linkedTo = (hat: Hat, actor: Actor, root: RootFacts): boolean =>
  root.kind === "center" && openLinks(root).some((link) => stands(link, actor) && link.space === hat.party);

/** A link that says which body it is stands for no other body of its role. */
const stands = (link: Link, actor: Actor): boolean =>
  link.role === actor.role &&
  (link.body === undefined || actor.body === undefined || link.body === actor.body);

/** Who may act: roles of hats on the side of a root, and where a policy names actors, these. */
export interface Asked {
  roles: readonly HatRole[];
  root: RootFacts | undefined;
  actors?: readonly Actor[];
  tenant: SpaceId;
  act: ActionKind;
}

/** Whether a hat is one of those that may act, on the side that is asked for. */
export function mayAct(hat: Hat, { roles, root, actors, tenant, act }: Asked): boolean {
  if (hat.tenant !== tenant) return false;
  const side = standsFor(hat, root, tenant);
  if (actors === undefined) return roles.includes(hat.role) && side;
  return actors.some((actor) => {
    if (!hatsOf(actor, act).includes(hat.role)) return false;
    if (root === undefined || !comesByLink(actor)) return side;
    return linkedTo(hat, actor, root) || standsIn(hat, actor, { root, tenant });
  });
}

/** Where no link says who an actor is: an expert stands for a third party, the institution itself for a joint one. */
function standsIn(hat: Hat, actor: Actor, { root, tenant }: { root: RootFacts; tenant: SpaceId }): boolean {
  if (actor.role === "third-party") return hat.role === "expert";
  if (linkOf(actor, root) !== undefined) return false;
  return actor.role === "joint" && standsFor(hat, root, tenant);
}

/** A director whose account the center's own record names must be that person. */
function directs(hat: Hat, root: RootFacts): boolean {
  const named = root.kind === "center" ? directorOf(root)?.["user"] : undefined;
  return named === undefined || named === hat.user;
}

/** The center's director as its forms say, with the account where it is known. */
export function directorOf(center: CenterFacts): { name: string; [column: string]: string } | undefined {
  const value = center.values["center.director"];
  return typeof value === "object" ? value : undefined;
}

/** The obstacles of a hat that is not among those who may act, or that stands on another side. */
export function checkHat(hat: Hat, asked: Asked & { word: Text }): Obstacle[] {
  if (!asked.roles.includes(hat.role)) {
    return [refuse("not-your-role", { act: asked.word, roles: [...asked.roles] })];
  }
  return mayAct(hat, asked) ? [] : [refuse("not-your-case", { what: asked.word })];
}

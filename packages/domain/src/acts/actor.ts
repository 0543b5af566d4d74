import type { Actor, ActorRole, Text } from "@yichuang/policy";
import type { ActionKind } from "../contract/actions.ts";
import type { Hat, HatRole, SpaceId } from "../contract/basics.ts";
import type { CenterFacts, RootFacts } from "../contract/facts.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

// Rulings 14: who acts. A stage names an actor of the policy; these are the hats that act for it.

const OF_THE_AUTHORITY: { [K in ActionKind]?: readonly HatRole[] } = {
  decide: ["leader"],
  settle: ["leader", "officer"],
  extend: ["leader", "officer"],
  recommend: ["leader", "officer"],
  "recommend-case": ["leader", "officer"],
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

const HATS: { [R in ActorRole]: (act: ActionKind) => readonly HatRole[] } = {
  authority: (act) => OF_THE_AUTHORITY[act] ?? ["officer"],
  experts: () => ["expert"],
  "third-party": () => ["expert"],
  host: (act) => OF_THE_HOST[act] ?? ["institution-manager"],
  joint: (act) => OF_THE_HOST[act] ?? ["institution-manager"],
  director: () => ["center-director"],
  contact: () => ["contact"],
  channel: () => ["institution-manager"],
  partner: () => ["institution-manager"],
  "parent-center": () => ["institution-manager"],
  inspector: () => ["inspector"],
  platform: () => ["platform-admin"],
  // other tenants and the public act elsewhere
  "parent-authority": () => [],
  "upper-authority": () => [],
  "local-authority": () => [],
  public: () => [],
};

/** The roles of the hats that may do an act for an actor; `hat` on the actor narrows them to one. */
export function hatsOf(actor: Actor, act: ActionKind): readonly HatRole[] {
  return actor.hat === undefined ? HATS[actor.role](act) : [actor.hat];
}

const OF_AN_INSTITUTION: readonly HatRole[] = ["institution-manager", "center-director", "contact"];

/** Whether a hat stands on the side that a root asks for: the authority's own, or the root's own institution. */
export function standsFor(hat: Hat, root: RootFacts | undefined, tenant: SpaceId): boolean {
  if (hat.tenant !== tenant) return false;
  if (OF_AN_INSTITUTION.includes(hat.role)) {
    if (root === undefined || root.kind === "tenant") return true;
    return hat.party === root.host.party && (hat.role !== "center-director" || directs(hat, root));
  }
  return hat.role === "expert" || hat.role === "inspector" || hat.party === tenant;
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

/** The obstacles of a hat that is not among `roles`, or that stands on another side. */
export function checkHat(
  hat: Hat,
  asked: { roles: readonly HatRole[]; root: RootFacts | undefined; tenant: SpaceId; act: Text },
): Obstacle[] {
  if (!asked.roles.includes(hat.role)) {
    return [refuse("not-your-role", { act: asked.act, roles: [...asked.roles] })];
  }
  return standsFor(hat, asked.root, asked.tenant) ? [] : [refuse("not-your-case", { what: asked.act })];
}

import type { Actor, Key } from "@yichuang/policy";
import type { Action, ActionKind } from "../contract/actions.ts";
import type { HatRole, Uuid } from "../contract/basics.ts";
import type { Holds } from "../contract/decision.ts";
import type { NewEvent } from "../contract/events.ts";
import type { RootFacts } from "../contract/facts.ts";
import type { Scene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";

export type ActionOf<K extends ActionKind> = Extract<Action, { kind: K }>;

/** What an act is done to, without its parameters: the same for a button and for a decision. */
export interface Target {
  root?: Uuid;
  case?: Uuid;
  procedure?: Key;
  stage?: Key;
  year?: number;
  /** the policy node that an act is about, where it is about one */
  path?: string;
  register?: Key;
  entry?: Uuid;
  /** what is owed, where an act names it */
  obligation?: string;
  /** what an application is for, before its case is there */
  name?: string;
}

/** What an act brings about, or what its parameters ran into. */
export type Outcome = { events: NewEvent[]; holds?: Holds } | { obstacles: Obstacle[] };

/**
 * Who may do an act at a target. `root` is whose institution must act, where it is an institution's act; `actors` are
 * those of the policy, where it names them: some come into a root by a link.
 */
export interface Doers {
  roles: readonly HatRole[];
  root?: RootFacts;
  actors?: readonly Actor[];
}

/** What a screen is about: everything that could be done there is asked for. */
export type AbilityPlace =
  | { kind: "case"; case: Uuid }
  | { kind: "center"; center: Uuid }
  | { kind: "institution"; institution: Uuid }
  | { kind: "tenant" }
  /** a register of a root, or one entry in it */
  | { kind: "register"; root: Uuid; register: Key; entry?: Uuid };

/** One act: the checks that need no parameters, what the parameters must hold, and the events. */
export interface Act<K extends ActionKind> {
  /** the targets that could be acted on at a place, whoever asks */
  offersAt: (scene: Scene, place: AbilityPlace) => Target[];
  targetsOf: (action: ActionOf<K>, scene: Scene) => Target[];
  /** undefined where the act does not exist at the target */
  doersAt: (scene: Scene, target: Target) => Doers | undefined;
  check: (scene: Scene, target: Target) => Obstacle[];
  perform: (scene: Scene, action: ActionOf<K>) => Outcome;
}

/** The authority, where no stage names an actor: what is always the authority's to do. */
export const AUTHORITY: Actor = { role: "authority" };

export const blocked = (...obstacles: Obstacle[]): Outcome => ({ obstacles });

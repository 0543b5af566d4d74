import type { Actor, Register } from "@yichuang/policy";
import type { ActionKind } from "../contract/actions.ts";
import type { Uuid } from "../contract/basics.ts";
import type { EventBodies, NewEvent } from "../contract/events.ts";
import type { RegisterEntry, RootFacts } from "../contract/facts.ts";
import { emptyInstitution } from "../history/begin.ts";
import type { Act, ActionOf, Doers, Outcome, Target } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { newEvent, refOf } from "./new-event.ts";
import { findRootById, type Scene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

/** A register on the root that bears it. */
export interface RegisterPlace {
  scene: Scene;
  register: Register;
  root: RootFacts;
}
/** One entry in it. */
export interface EntryPlace extends RegisterPlace {
  entry: RegisterEntry;
}

/** The register of that key where the root bears it; undefined where it does not. */
export function findRegisterPlace(
  scene: Scene,
  { root: id, register: key }: Target,
): RegisterPlace | undefined {
  const register = scene.policies.current.policy.registers.find((one) => one.key === key);
  if (register === undefined || id === undefined) return undefined;
  const root = bearerAt(scene, register, id);
  return root === undefined ? undefined : { scene, register, root };
}

function bearerAt(scene: Scene, { bearer, for: types }: Register, id: Uuid): RootFacts | undefined {
  const { institution, host } = scene.facts;
  if (bearer === "institution") {
    if (institution !== undefined) return institution.id === id ? institution : undefined;
    // an institution begins its history in a tenant with its first entry
    return host === undefined || findRootById(scene, id) !== undefined
      ? undefined
      : emptyInstitution(id, host);
  }
  const root = findRootById(scene, id);
  if (root?.kind !== bearer) return undefined;
  return root.kind === "center" && types?.includes(root.type) === false ? undefined : root;
}

/** An entry by its id; its register is the one that it was entered into. */
function findEntryPlace(scene: Scene, { root: id, entry: key }: Target): EntryPlace | undefined {
  const root = findRootById(scene, id ?? "");
  const entry = root?.entries.find((one) => one.id === key);
  const register = scene.policies.current.policy.registers.find((one) => one.key === entry?.register);
  if (root === undefined || entry === undefined || register === undefined) return undefined;
  return { scene, register, root, entry };
}

type EntryKind = "amend" | "verify" | "strike";

interface EntryActSpec<K extends EntryKind> {
  kind: K;
  /** whose act it is in a register */
  actors: (register: Register) => readonly Actor[];
  check?: (at: EntryPlace) => Obstacle[];
  perform: (at: EntryPlace, action: ActionOf<K>) => Outcome;
}

/** An act on one entry. A struck entry stays as it is. */
export function entryAct<K extends EntryKind>(spec: EntryActSpec<K>): Act<K> {
  return {
    offersAt: (_scene, place) =>
      place.kind === "register" && place.entry !== undefined
        ? [{ root: place.root, register: place.register, entry: place.entry }]
        : [],
    targetsOf: (action) => [targetOf(action)],
    doersAt: (scene, target) => {
      const at = findEntryPlace(scene, target);
      return at === undefined ? undefined : doersOf(at, spec.actors(at.register), spec.kind);
    },
    check: (scene, target) => {
      const at = findEntryPlace(scene, target);
      if (at === undefined) return [];
      return at.entry.struck === undefined ? (spec.check?.(at) ?? []) : [struck(at, at.entry.struck)];
    },
    perform: (scene, action) => {
      const at = findEntryPlace(scene, targetOf(action));
      return at === undefined ? { obstacles: [] } : spec.perform(at, action);
    },
  };
}

// every act of these kinds names a root and an entry, which the compiler does not see through the generic
const targetOf = (action: ActionOf<EntryKind>): Target => ({ root: action.root, entry: action.entry });

/** Who acts on a register: the hats of its actors, on the side of the root that bears it. */
export const doersOf = ({ root }: RegisterPlace, actors: readonly Actor[], act: ActionKind): Doers => ({
  roles: [...new Set(actors.flatMap((actor) => hatsOf(actor, act)))],
  root,
});

/** An event in the stream of the root that bears a register, which rests on it. */
export const tellRegister = <K extends "recorded" | "amended" | "verified" | "struck">(
  { scene, register, root }: RegisterPlace,
  kind: K,
  body: EventBodies[K],
): NewEvent =>
  newEvent({
    root: refOf(root),
    kind,
    body,
    onDay: scene.today,
    consulted: [`registers/${register.key}`],
  });

function struck(
  { scene, register, entry }: EntryPlace,
  { on, reason }: NonNullable<RegisterEntry["struck"]>,
): Obstacle {
  const clauses = clausesOfNodes(scene.policies.current.policy, register);
  return refuse("entry-struck", { title: entry.title, reason, on }, { clauses });
}

/** Another entry of the same thing that stands in the register already. */
export function twin(
  { scene, register, root }: RegisterPlace,
  fingerprint: string | undefined,
  but?: Uuid,
): Obstacle[] {
  if (fingerprint === undefined) return [];
  const found = root.entries.find(
    (entry) =>
      entry.id !== but &&
      entry.state !== "struck" &&
      entry.register === register.key &&
      entry.fingerprint === fingerprint,
  );
  if (found === undefined) return [];
  const clauses = clausesOfNodes(scene.policies.current.policy, register);
  return [
    refuse("entered-already", { register: labelOf(register), title: found.title, on: found.on }, { clauses }),
  ];
}

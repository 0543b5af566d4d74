import type { Actor, Register } from "@yichuang/policy";
import type { Uuid } from "../contract/basics.ts";
import type { RegisterEntry, RootFacts } from "../contract/facts.ts";
import { emptyInstitution } from "../history/begin.ts";
import type { AbilityPlace, Act, Doers, Target } from "./act.ts";
import { hatsOf } from "./actor.ts";
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
export function findEntryPlace(scene: Scene, { root: id, entry: key }: Target): EntryPlace | undefined {
  const { institution } = scene.facts;
  const root = institution?.id === id ? institution : findRootById(scene, id ?? "");
  const entry = root?.entries.find((one) => one.id === key);
  const register = scene.policies.current.policy.registers.find((one) => one.key === entry?.register);
  if (root === undefined || entry === undefined || register === undefined) return undefined;
  return { scene, register, root, entry };
}

type EntryKind = "amend" | "verify" | "strike";

/** What acts on one entry have in common: whose they are, and that a struck entry stays as it is. */
export function onEntry(
  kind: EntryKind,
  actorsOf: (register: Register) => readonly Actor[],
  check: (at: EntryPlace) => Obstacle[] = () => [],
): Pick<Act<EntryKind>, "offersAt" | "targetsOf" | "doersAt" | "check"> {
  return {
    offersAt: (_scene: Scene, place: AbilityPlace): Target[] =>
      place.kind === "register" && place.entry !== undefined
        ? [{ root: place.root, register: place.register, entry: place.entry }]
        : [],
    targetsOf: (action) => [{ root: action.root, entry: action.entry }],
    doersAt: (scene, target): Doers | undefined => {
      const at = findEntryPlace(scene, target);
      if (at === undefined) return undefined;
      const roles = [...new Set(actorsOf(at.register).flatMap((actor) => hatsOf(actor, kind)))];
      return { roles, root: at.root };
    },
    check: (scene, target) => {
      const at = findEntryPlace(scene, target);
      if (at === undefined) return [];
      return at.entry.state === "struck" ? [struck(at)] : check(at);
    },
  };
}

function struck({ scene, register, entry }: EntryPlace): Obstacle {
  const { on, reason } = entry.struck ?? { on: entry.changedOn, reason: "" };
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

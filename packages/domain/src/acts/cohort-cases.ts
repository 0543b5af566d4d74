import type { Key } from "@yichuang/policy";
import { bearersOf } from "../history/place-events.ts";
import { worldOf } from "../history/world-of.ts";
import type { Ref } from "@yichuang/policy";
import type { AbilityPlace, Target } from "./act.ts";
import type { Scene, StageScene } from "./scene.ts";
import { findStageScene } from "./scene.ts";

interface Over {
  procedure: Key;
  stage: Key;
  year: number;
}

/** Every case of a procedure and year at one stage; one that was taken back is none. */
export function cohortAt(scene: Scene, { procedure, stage, year }: Over): StageScene[] {
  return bearersOf(scene.facts)
    .flatMap((root) => root.cases)
    .filter((kase) => kase.procedure === procedure && kase.year === year && kase.state !== "withdrawn")
    .flatMap((kase) => findStageScene(scene, kase.id, stage) ?? []);
}

/** The cohort that a screen about one case would act on. */
export const cohortOffers = (scene: Scene, place: AbilityPlace): Target[] => {
  if (place.kind !== "case") return [];
  const kase = bearersOf(scene.facts)
    .flatMap((root) => root.cases)
    .find((candidate) => candidate.id === place.case);
  if (kase === undefined) return [];
  const procedure = scene.policies.current.policy.procedures.find((one) => one.key === kase.procedure);
  return (procedure?.stages ?? []).map((stage) => ({ case: kase.id, stage: stage.key }));
};

/** The values of several facts in one place, by which a cohort is divided. */
export function groupOf(at: StageScene, refs: readonly Ref[]): { [ref: string]: string } {
  const world = worldOf(at.place);
  return Object.fromEntries(
    refs.map((ref) => {
      const value = world.fact(ref);
      return [ref, Array.isArray(value) ? value.map(String).toSorted().join(",") : String(value ?? "")];
    }),
  );
}

/** The same group has the same text. */
export const groupKey = (group: { [ref: string]: string }): string => JSON.stringify(group);

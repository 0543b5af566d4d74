import type { Procedure, Stage } from "@yichuang/policy";
import type { CaseFacts } from "../contract/facts.ts";
import type { World } from "../evaluate/world.ts";
import type { FactPlace } from "./fact-place.ts";
import { stageWindow, windowInYear, type StageWindow } from "./stage-window.ts";

/** The window of a stage in a year; with `place`, of one case with what was extended or set for it. */
export function windowOfStage(asked: {
  procedure: Procedure;
  stage: Stage;
  world: World;
  year: number;
  place?: FactPlace & { kase: CaseFacts };
}): StageWindow {
  const { place } = asked;
  return place === undefined ? windowInYear(asked) : stageWindow({ ...asked, place });
}

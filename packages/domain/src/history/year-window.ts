import type { Procedure, Stage } from "@yichuang/policy";
import type { CaseFacts } from "../contract/facts.ts";
import type { World } from "../evaluate/world.ts";
import { resolveWindow } from "../time/window.ts";
import type { FactPlace } from "./fact-place.ts";
import { asWindow, stagePath, stageWindow, startWindow, type StageWindow } from "./stage-window.ts";

/** The window of a stage in a year; with `place`, of one case with what was extended or set for it. */
export function windowOfStage(asked: {
  procedure: Procedure;
  stage: Stage;
  world: World;
  year: number;
  place?: FactPlace & { kase: CaseFacts };
}): StageWindow {
  const { procedure, stage, world, year, place } = asked;
  if (place !== undefined) return stageWindow({ place, procedure, stage, world });
  if (stage.window === undefined) return startWindow(procedure, world, year);
  return asWindow(
    resolveWindow(stage.window, world, { path: `${stagePath(procedure, stage)}/window`, year }),
  );
}

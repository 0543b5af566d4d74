import type { StageScene } from "./scene.ts";
import { checkOrder, checkWithAuthority } from "./stage-order.ts";
import type { Obstacle } from "./violation.ts";
import { checkOpened } from "./window.ts";

/** What holds for every act on a case that was handed in: its state, the order of the stages, and the window. */
export function checkReady(at: StageScene): Obstacle[] {
  const state = checkWithAuthority(at);
  if (state.length > 0) return state;
  const order = checkOrder(at);
  return order.length > 0 ? order : checkOpened(at);
}

import { stageAct } from "./stage-act.ts";
import { blocked } from "./act.ts";
import { checkDossier, formOf, worldWith } from "./dossier.ts";
import { handIn } from "./handing-in.ts";
import { checkRequires } from "./requires.ts";
import type { StageScene } from "./scene.ts";
import { checkNotClosed, checkOrder } from "./stage-order.ts";
import type { Obstacle } from "./violation.ts";
import { checkEntryWindow, holdsOf } from "./window.ts";

/** What holds for handing in and for signing alike, whatever is written. */
export const checkHandingIn = (at: StageScene): Obstacle[] => {
  const order = [...checkNotClosed(at), ...checkOrder(at)];
  return order.length > 0 ? order : checkEntryWindow(at);
};

/** Hands in a dossier that needs no signature. */
export const submit = stageAct({
  kind: "submit",
  suits: ({ stage }) => stage.does === "submit" && (stage.signs ?? []).length === 0,
  check: checkHandingIn,
  perform: (at, { answers }) => {
    const form = formOf(at);
    const world = form === undefined ? at.world : worldWith(at, form, answers);
    const obstacles = [...checkDossier(at, answers), ...checkRequires(at, world)];
    if (obstacles.length > 0) return blocked(...obstacles);
    return { events: handIn(at, answers, true), holds: holdsOf(at) };
  },
});

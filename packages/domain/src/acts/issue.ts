import type { Act, ActionOf, Target } from "./act.ts";
import { blocked } from "./act.ts";
import { closeIfLast } from "./closing.ts";
import { newEvent, refOf } from "./new-event.ts";
import { checkReady } from "./ready.ts";
import { checkRequires } from "./requires.ts";
import type { Scene, StageScene } from "./scene.ts";
import { findStageScene } from "./scene.ts";
import { atStages, tell } from "./stage-act.ts";
import { checkTerm, givenBy } from "./standing.ts";
import type { Obstacle } from "./violation.ts";
import { labelOf, refuse } from "./violation.ts";
import { holdsOf } from "./window.ts";

const suits = ({ stage }: StageScene): boolean => stage.does === "issue";

const find = (scene: Scene, target: Target): StageScene | undefined => {
  const at = findStageScene(scene, target.case ?? "", target.stage ?? "");
  return at !== undefined && suits(at) ? at : undefined;
};

function checkIssuing(at: StageScene): Obstacle[] {
  const ready = checkReady(at);
  if (ready.length > 0) return ready;
  return [...checkApproved(at), ...checkRequires(at), ...checkTerm(at)];
}

/** Only what was approved, or graded, is made known. */
function checkApproved(at: StageScene): Obstacle[] {
  const decides = at.procedure.stages.some(
    (stage) => stage.does === "decide" && at.stage.after?.includes(stage.key),
  );
  const outcome = at.kase.decisions.at(-1)?.outcome;
  if (!decides || outcome === "approved" || outcome === "concluded") return [];
  return [refuse("nothing-to-act-on", { what: labelOf(at.stage) })];
}

/** One official document over several cases. It designates where the stage gives a standing (rulings 3). */
export const issue: Act<"issue"> = {
  ...atStages({ kind: "issue", suits, check: checkIssuing }, find),
  targetsOf: ({ cases, stage }) => cases.map((id) => ({ case: id, stage })),
  perform: (scene, action) => {
    const places = action.cases.map((id) => find(scene, { case: id, stage: action.stage }));
    const found = places.filter((at) => at !== undefined);
    const [first] = found;
    if (first === undefined)
      return blocked(refuse("nothing-to-act-on", { what: { zh: "公文", en: "document" } }));
    const obstacles = [...checkNumber(scene, action), ...checkDate(scene, action)];
    if (obstacles.length > 0) return blocked(...obstacles);
    const document = { id: scene.env.ids(), ...action.document };
    const registered = newEvent({
      root: refOf(scene.facts.tenant),
      kind: "issued",
      body: { case: first.kase.id, stage: action.stage, document, done: true },
      onDay: scene.today,
      consulted: [first.path],
    });
    const perCase = found.flatMap((at) => [
      tell(at, "issued", { document, done: true }),
      ...givenBy(at),
      ...closeIfLast(at),
    ]);
    return { events: [registered, ...perCase], holds: holdsOf(first) };
  },
};

/** A document's number is given once in a tenant. */
function checkNumber(scene: Scene, { document }: ActionOf<"issue">): Obstacle[] {
  const taken = scene.facts.tenant.documents.find((one) => one.number === document.number);
  if (taken === undefined) return [];
  const { number, title, on } = taken;
  return [refuse("document-number-taken", { number, title, on })];
}

/** A document is not dated ahead of the day on which it is issued. */
function checkDate(scene: Scene, { document }: ActionOf<"issue">): Obstacle[] {
  if (document.on <= scene.today) return [];
  return [
    refuse(
      "field-invalid",
      { field: { zh: "成文日期", en: "date" }, fault: "date" },
      { field: "document/on" },
    ),
  ];
}

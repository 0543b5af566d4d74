import { AUTHORITY, blocked } from "./act.ts";
import { endOfDay, startOfDay } from "../time/days.ts";
import { isPublicity } from "./publicize.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

const objectionsAt = ({ stage }: StageScene) => (isPublicity(stage) ? stage.objections : undefined);

/** An objection while a case is before the public. What came in on paper is recorded by the authority. */
export const object = stageAct({
  kind: "object",
  suits: (at) => objectionsAt(at) !== undefined,
  actors: (at) => [...(objectionsAt(at)?.by ?? []), AUTHORITY],
  check: checkRunning,
  perform: (at, { by, text }) => {
    const lacking = [
      ...(objectionsAt(at)?.named === true && by.trim() === "" ? [lackingName(at)] : []),
      ...(text.trim() === "" ? [lacks(at, { zh: "异议内容", en: "what is objected to" }, "text")] : []),
    ];
    if (lacking.length > 0) return blocked(...lacking);
    return { events: [tell(at, "objected", { objection: at.scene.env.ids(), by: by.trim(), text })] };
  },
});

function checkRunning(at: StageScene): Obstacle[] {
  const { kase, scene, stage } = at;
  const clauses = clausesOfNodes(at.policy, stage, at.procedure);
  const last = kase.publicities.findLast((one) => one.stage === stage.key);
  if (last === undefined) return [refuse("nothing-to-act-on", { what: labelOf(stage) }, { clauses })];
  if (scene.today < last.from) {
    const opens = startOfDay(last.from);
    return [refuse("window-not-open", { stage: labelOf(stage), opens }, { clauses, earliest: opens })];
  }
  if (scene.today <= last.endsOn) return [];
  return [refuse("window-closed", { stage: labelOf(stage), closed: endOfDay(last.endsOn) }, { clauses })];
}

/** An objection without a name counts only where the policy takes it. */
const lackingName = (at: StageScene): Obstacle => lacks(at, { zh: "异议人", en: "who objects" }, "by");

const lacks = (at: StageScene, field: { zh: string; en: string }, name: string): Obstacle =>
  refuse(
    "field-missing",
    { section: labelOf(at.stage), field },
    { clauses: clausesOfNodes(at.policy, at.stage, at.procedure), field: name },
  );

import { AUTHORITY, blocked } from "./act.ts";
import { formOf } from "./dossier.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import { checkDone, checkNoneDone, checkWithAuthority } from "./stage-order.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

/** Sends a dossier back with the places that must change; whoever signed it will sign again. */
export const returnForRevision = stageAct({
  kind: "return",
  suits: ({ stage }) => stage.does === "submit",
  actors: () => [AUTHORITY],
  check: (at) => {
    const state = checkWithAuthority(at);
    return state.length > 0 ? state : [...checkDone(at), ...checkUndecided(at)];
  },
  perform: (at, { reason, marks, until }) => {
    const obstacles = [...marks.flatMap((mark) => checkMark(at, mark.field)), ...checkUntil(at, until)];
    if (obstacles.length > 0) return blocked(...obstacles);
    return { events: [tell(at, "returned", { reason, marks, ...(until === undefined ? {} : { until }) })] };
  },
});

/** Once experts or the authority have come to a result, the dossier stays as it is. */
const checkUndecided = (at: StageScene): Obstacle[] =>
  checkNoneDone(at, ({ does }) => does === "review" || does === "decide");

/** A mark names a field (`section/field`) or a whole section of the form. */
function checkMark(at: StageScene, field: string): Obstacle[] {
  const [section, key] = field.split("/");
  const found = formOf(at)?.sections.find((candidate) => candidate.key === section);
  if (found !== undefined && (key === undefined || found.fields.some((candidate) => candidate.key === key)))
    return [];
  return [refuse("field-invalid", { field: { zh: field, en: field }, fault: "unknown-field" }, { field })];
}

function checkUntil(at: StageScene, until: string | undefined): Obstacle[] {
  if (until === undefined || until >= at.scene.today) return [];
  return [
    refuse("field-invalid", { field: { zh: "期限", en: "deadline" }, fault: "date" }, { field: "until" }),
  ];
}

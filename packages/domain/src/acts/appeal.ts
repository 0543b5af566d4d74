import type { Procedure } from "@yichuang/policy";
import type { Uuid } from "../contract/basics.ts";
import type { NewEvent } from "../contract/events.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import type { StageWindow } from "../history/stage-window.ts";
import type { Scene, StageScene } from "./scene.ts";
import { restingOn, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

type Bearer = CenterFacts | InstitutionFacts;

export const isAppeal = (procedure: Procedure): boolean => procedure.purpose === "appeal";

/** What an appeal came to. What follows from it is a consequence of the policy. */
export function appealed(at: StageScene, upheld: boolean, opinion: string): NewEvent[] {
  const { against } = at.kase;
  if (!isAppeal(at.procedure) || against === undefined) return [];
  return [restingOn(tell(at, "appealed", { against, upheld, opinion }), `procedures/${at.procedure.key}`)];
}

/** The case of a root that an appeal is about. */
export const findAppealed = (root: Bearer | undefined, id: Uuid | undefined): CaseFacts | undefined =>
  root?.cases.find((kase) => kase.id === id);

/** A decided case is appealed against once, and within the window of the procedure. */
export function checkAppeal(
  scene: Scene,
  procedure: Procedure,
  {
    root,
    against,
    window,
  }: { root: Bearer | undefined; against: CaseFacts | undefined; window: StageWindow },
): Obstacle[] {
  if (!isAppeal(procedure)) return [];
  const clauses = clausesOfNodes(scene.policies.current.policy, procedure);
  const stage = labelOf(procedure);
  if (against === undefined || against.purpose === "appeal" || against.decisions.length === 0) {
    return [refuse("nothing-to-act-on", { what: stage }, { clauses })];
  }
  if (window.closes !== undefined && scene.env.now >= window.closes) {
    return [refuse("window-closed", { stage, closed: window.closes }, { clauses })];
  }
  const before = root?.cases.find(
    (kase) => kase.against === against.id && kase.procedure === procedure.key && kase.state !== "withdrawn",
  );
  if (before === undefined) return [];
  const by = before.openedBy === undefined ? {} : { by: before.openedBy.name };
  return [refuse("someone-opened-it", { what: stage, ...by, on: before.openedOn }, { clauses })];
}

import type { Actor } from "@yichuang/policy";
import type { HandedUp } from "../contract/dispatches.ts";
import type { Addressee } from "../contract/events.ts";
import { handedUp } from "../network/handed-up.ts";
import { blocked } from "./act.ts";
import { hatsOf, mayAct } from "./actor.ts";
import { closeIfLast } from "./closing.ts";
import { checkReady } from "./ready.ts";
import { checkRequires } from "./requires.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import { givenBy } from "./standing.ts";
import type { Obstacle } from "./violation.ts";
import { labelOf, refuse } from "./violation.ts";
import { holdsOf } from "./window.ts";

const addresseesOf = ({ stage }: Pick<StageScene, "stage">): readonly Actor[] =>
  stage.does === "file" ? stage.to : [];

const addresseeOf = ({ role, body }: Actor): Addressee => ({ role, ...(body === undefined ? {} : { body }) });

const same = (a: Addressee, b: Addressee): boolean => a.role === b.role && a.body === b.body;

/** Files a case with everyone whom the stage names (备案). The stage is done when it is filed. */
export const file = stageAct({
  kind: "file",
  suits: ({ stage }) => stage.does === "file",
  check: (at) => {
    const ready = checkReady(at);
    return ready.length > 0 ? ready : checkRequires(at);
  },
  perform: (at, { words }) => {
    const to = addresseesOf(at).map(addresseeOf);
    return {
      events: [tell(at, "filed", { to, words, ...handedWith(at) }), ...givenBy(at), ...closeIfLast(at)],
      holds: holdsOf(at),
    };
  },
});

/** A center goes out with its filing, as it is. */
const handedWith = ({ scene, root, kase }: StageScene): { handed?: HandedUp } =>
  root.kind === "center" ? { handed: handedUp(scene.policies, root, kase) } : {};

/** The addressee confirms that a filing has arrived, once. */
export const acknowledge = stageAct({
  kind: "acknowledge",
  suits: ({ stage }) => stage.does === "file",
  actors: addresseesOf,
  check: (at) => {
    if (at.kase.filings.every((one) => one.stage !== at.stage.key)) return [nothing(at)];
    return openFor(at).length > 0 ? [] : [refuse("already-done", { what: labelOf(at.stage) })];
  },
  perform: (at, { to, words }) => {
    const actor = addresseesOf(at).find((one) => same(addresseeOf(one), to));
    if (actor === undefined || !isAddressed(at, actor)) {
      return blocked(nothing(at));
    }
    if (!openFor(at).some((one) => same(addresseeOf(one), to))) {
      return blocked(refuse("already-done", { what: labelOf(at.stage) }));
    }
    return { events: [tell(at, "acknowledged", { to, words })] };
  },
});

/** One addressee does not confirm for another. */
const isAddressed = ({ scene, root }: StageScene, actor: Actor): boolean =>
  mayAct(scene.env.hat, {
    roles: hatsOf(actor, "acknowledge"),
    root,
    actors: [actor],
    tenant: scene.policies.tenant,
    act: "acknowledge",
  });

/** Those who have not confirmed yet. */
const openFor = (at: StageScene): Actor[] => {
  const filing = at.kase.filings.findLast((one) => one.stage === at.stage.key);
  return addresseesOf(at).filter(
    (actor) => filing?.acknowledged.some((word) => same(word.to, addresseeOf(actor))) !== true,
  );
};

const nothing = (at: StageScene): Obstacle => refuse("nothing-to-act-on", { what: labelOf(at.stage) });

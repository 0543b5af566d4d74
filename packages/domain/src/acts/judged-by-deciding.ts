import { type Condition, getCondition } from "@yichuang/policy";
import type { NewEvent } from "../contract/events.ts";
import { worldOf } from "../history/world-of.ts";
import { askedAt } from "./judged-condition.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, tell } from "./stage-act.ts";

/**
 * What the one who decides is itself to judge, and no stage asks, is answered by the decision: a yes says that it holds.
 * A center that leaves the conditions of its branches to its own judgement answers it that way.
 */
export function judgedByDeciding(at: StageScene): { at: StageScene; events: NewEvent[] } {
  const asked = at.procedure.stages
    .filter(({ does }) => does === "review" || does === "check")
    .flatMap((stage) => askedAt({ stage }));
  const own = (at.stage.requires ?? []).filter(
    (key) => !asked.includes(key) && at.kase.judged[key] === undefined && isForDecider(at, key),
  );
  if (own.length === 0) return { at, events: [] };
  const judged = { ...at.kase.judged, ...Object.fromEntries(own.map((key) => [key, true])) };
  const place = { ...at.place, kase: { ...at.kase, judged } };
  return {
    at: { ...at, place, world: worldOf(place) },
    events: own.map((key) =>
      restingOn(tell(at, "concluded", { verdict: true, condition: key, of: 1 }), `conditions/${key}`),
    ),
  };
}

/** The condition is one question, and whoever decides is the one to answer it. */
function isForDecider(at: StageScene, key: string): boolean {
  const { test, force } = getCondition(at.policy, key);
  // who approves says nothing about what is only preferred
  if (force === "preference" || force === "aspiration") return false;
  const asks = (at.world.settlement(`conditions/${key}/test`)?.value ?? test) as Condition;
  return asks.kind === "judged" && asks.by.role === at.stage.by.role;
}

import type { CenterFacts } from "../contract/facts.ts";
import type { ObligationRow } from "../contract/rows.ts";
import { obligationsOn } from "../obligations/obligations-of.ts";
import { FINISHED_BY_WORD } from "../obligations/of-consequences.ts";
import type { Act } from "./act.ts";
import { blocked } from "./act.ts";
import { actWord } from "./act-words.ts";
import { newEvent } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findRootById } from "./scene.ts";
import { refuse } from "./violation.ts";

/** Says that a task is dealt with: what was put to a body, the branches of a center that ended, an office that ran out. */
export const finish: Act<"finish"> = {
  offersAt: (scene, place) =>
    place.kind === "center" && tasksAt(scene, centerAt(scene, place.center)).length > 0
      ? [{ root: place.center }]
      : [],
  targetsOf: (action) => [{ root: action.center }],
  doersAt: (scene, target) => {
    const root = centerAt(scene, target.root);
    const roles = [...new Set(tasksAt(scene, root).map((row) => row.to_role))];
    return root === undefined || roles.length === 0 ? undefined : { roles, root };
  },
  // whose role is among the doers has a task
  check: () => [],
  perform: (scene, { center, obligation, how }) => {
    const tasks = tasksAt(scene, centerAt(scene, center));
    const own = tasks.filter((row) => row.to_role === scene.env.hat.role);
    if (!own.some((row) => row.obligation_key === obligation)) return blocked(nothing(scene));
    const root = { kind: "center", id: center } as const;
    const body = { obligation, how };
    return { events: [newEvent({ root, kind: "finished", body, onDay: scene.today })] };
  },
};

function centerAt(scene: Scene, id: string | undefined): CenterFacts | undefined {
  const root = findRootById(scene, id ?? "");
  return root?.kind === "center" ? root : undefined;
}

function tasksAt(scene: Scene, center: CenterFacts | undefined): ObligationRow[] {
  if (center === undefined) return [];
  return obligationsOn(scene.policies, center, { today: scene.today, tenant: scene.facts.tenant }).filter(
    (row) =>
      FINISHED_BY_WORD.some((act) => act === row.act) && (row.state === "open" || row.state === "missed"),
  );
}

const nothing = (scene: Scene) =>
  refuse("nothing-to-act-on", { what: actWord(scene.policies.current.policy, "finish") });

import type { HatRole } from "../contract/basics.ts";
import type { CenterFacts } from "../contract/facts.ts";
import type { Act } from "./act.ts";
import { blocked } from "./act.ts";
import { actWord } from "./act-words.ts";
import { newEvent } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findRootById } from "./scene.ts";
import { refuse } from "./violation.ts";

/** Who inspects may clear what was found, and the authority whose inspection it is. */
const ROLES: readonly HatRole[] = ["inspector", "officer"];

/** Says that a finding has been dealt with, and how. */
export const clear: Act<"clear"> = {
  offersAt: (scene, place) =>
    place.kind === "center" && (centerAt(scene, place.center)?.findings.length ?? 0) > 0
      ? [{ root: place.center }]
      : [],
  targetsOf: (action) => [{ root: action.center }],
  doersAt: (scene, target) => {
    const root = centerAt(scene, target.root);
    return root === undefined ? undefined : { roles: ROLES, root };
  },
  check: (scene, target) => {
    const open = openFindings(centerAt(scene, target.root));
    return open.length > 0 ? [] : [nothing(scene)];
  },
  perform: (scene, action) => {
    const { center, how } = action;
    const finding = openFindings(centerAt(scene, center)).find((one) => one.id === action.finding);
    if (finding === undefined) return blocked(nothing(scene));
    const root = { kind: "center", id: center } as const;
    const body = { finding: finding.id, case: finding.case, how };
    return { events: [newEvent({ root, kind: "cleared", body, onDay: scene.today })] };
  },
};

function centerAt(scene: Scene, id: string | undefined): CenterFacts | undefined {
  const root = findRootById(scene, id ?? "");
  return root?.kind === "center" ? root : undefined;
}

const openFindings = (center: CenterFacts | undefined) =>
  (center?.findings ?? []).filter((finding) => finding.cleared === undefined);

const nothing = (scene: Scene) =>
  refuse("nothing-to-act-on", { what: actWord(scene.policies.current.policy, "clear") });

import type { Promotion, Standing } from "@yichuang/policy";
import { wordFor } from "@yichuang/policy";
import type { SpaceId } from "../contract/basics.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { causeOf } from "../evaluate/value.ts";
import { worldOf } from "../history/world-of.ts";
import { sameDispatch } from "../history/dispatch-events.ts";
import { handedUp, recommendationKey } from "../network/handed-up.ts";
import type { Act, ActionOf } from "./act.ts";
import { blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findRootById, placeOf } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, waitForOpen } from "./violation.ts";

/** Standings in which there is a center to recommend. */
const STANDING: readonly Standing[] = ["building", "established"];

/** Recommends a center upward. Where the policy leaves the choice to the authority, the act is that choice. */
export const recommend: Act<"recommend"> = {
  offersAt: (scene, place) =>
    place.kind === "center" && promotionsOf(scene, place.center).length > 0 ? [{ root: place.center }] : [],
  targetsOf: ({ center, promotion }) => [{ root: center, path: `promotions/${promotion}` }],
  doersAt: (scene, target) => {
    const root = findRootById(scene, target.root ?? "");
    const promotions = promotionsOf(scene, target.root ?? "");
    if (root === undefined || promotions.length === 0) return undefined;
    return { roles: [...new Set(promotions.flatMap((one) => hatsOf(one.by, "recommend")))], root };
  },
  check: (scene, target) => {
    // the way that an act names is judged by itself, whatever holds of the others
    if (target.path !== undefined) return [];
    const found = promotionsOf(scene, target.root ?? "").map((one) =>
      checkPromotion(scene, target.root ?? "", one),
    );
    return found.some((obstacles) => obstacles.length === 0) ? [] : (found[0] ?? []);
  },
  perform: (scene, action) => {
    const center = centerAt(scene, action.center);
    const promotion = promotionsOf(scene, action.center).find((one) => one.key === action.promotion);
    if (center === undefined || promotion === undefined) {
      return blocked(refuse("nothing-to-act-on", { what: { zh: action.promotion, en: action.promotion } }));
    }
    const obstacles = checkPromotion(scene, action.center, promotion);
    if (obstacles.length > 0) return blocked(...obstacles);
    const to = [promotion.to.authority?.zh, promotion.to.type.zh]
      .filter((part) => part !== undefined)
      .join(" ");
    const addressee = addresseeOf(scene, action);
    if (addressee === "unknown") return blocked(notAbove());
    const body = {
      promotion: promotion.key,
      to,
      opinion: action.opinion,
      ...(addressee === undefined ? {} : { addressee, handed: handedUp(scene.policies, center) }),
    };
    const consulted = [`promotions/${promotion.key}`];
    return {
      events: [newEvent({ root: refOf(center), kind: "recommended", body, onDay: scene.today, consulted })],
    };
  },
};

/** The authority above, where it has a space that the tenant knows. */
function addresseeOf(
  scene: Scene,
  { addressee }: ActionOf<"recommend">,
): { space: SpaceId; name: string } | "unknown" | undefined {
  if (addressee === undefined) return undefined;
  const known = scene.facts.parties?.find(({ space, kind }) => space === addressee && kind === "authority");
  return known === undefined || known.space === scene.policies.tenant
    ? "unknown"
    : { space: known.space, name: known.name };
}

const notAbove = (): Obstacle =>
  refuse(
    "field-invalid",
    { field: { zh: "推荐给谁", en: "authority above" }, fault: "choice" },
    { field: "addressee" },
  );

function centerAt(scene: Scene, id: string): CenterFacts | undefined {
  const root = findRootById(scene, id);
  return root?.kind === "center" ? root : undefined;
}

function promotionsOf(scene: Scene, id: string): Promotion[] {
  const center = centerAt(scene, id);
  if (center === undefined) return [];
  return scene.policies.current.policy.promotions.filter((promotion) => promotion.from.includes(center.type));
}

/** What stands in the way of recommending a center on a way of its type. */
export function checkPromotion(scene: Scene, id: string, promotion: Promotion): Obstacle[] {
  const center = centerAt(scene, id);
  if (center === undefined) return [];
  const { policy } = scene.policies.current;
  const clauses = clausesOfNodes(policy, promotion);
  if (center.standing === undefined || !STANDING.includes(center.standing)) {
    const word = (standing: Standing) => wordFor(policy, `standing.${standing}`);
    const own =
      center.standing === undefined ? {} : { standing: center.standing, word: word(center.standing) };
    return [refuse("standing-wrong", { ...own, allowed: STANDING.map(word) }, { clauses })];
  }
  const made = center.recommendations.filter((one) => one.promotion === promotion.key);
  const before = made.at(-1);
  if (before !== undefined && !cameBack(scene, center, recommendationKey(promotion.key, made.length))) {
    return [refuse("already-done", { what: labelOf(promotion), on: before.on }, { clauses })];
  }
  const path = `promotions/${promotion.key}/when`;
  const ruling = evaluateCondition(promotion.when, worldOf(placeOf(scene, { root: center })), path);
  if (ruling.truth === "false") {
    return [
      refuse(
        "condition-false",
        { condition: labelOf(promotion), said: ruling.said },
        { clauses, ruling, path },
      ),
    ];
  }
  const { open } = ruling.truth === "unknown" ? causeOf(ruling) : {};
  return open === undefined ? [] : [waitForOpen(open, clauses)];
}

/** What was sent back may be recommended again. */
const cameBack = (scene: Scene, { id: root }: CenterFacts, key: string): boolean =>
  scene.facts.answered?.some(
    ({ dispatch, outcome }) =>
      outcome === "returned" && sameDispatch(dispatch, { tenant: scene.policies.tenant, root, key }),
  ) === true;

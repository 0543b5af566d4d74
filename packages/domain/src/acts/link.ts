import { getType, wordFor } from "@yichuang/policy";
import type { CenterFacts } from "../contract/facts.ts";
import type { NewLink } from "../contract/links.ts";
import { LINK_ROLES } from "../contract/links.ts";
import { Exact } from "../evaluate/decimal.ts";
import { numberAt } from "../evaluate/interval.ts";
import { resolveValue } from "../evaluate/value.ts";
import { openLinks } from "../history/network-events.ts";
import { policyOfCenter } from "../history/pinned-policy.ts";
import { worldOf } from "../history/world-of.ts";
import type { Act, ActionOf, Target } from "./act.ts";
import { AUTHORITY, blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { newEvent, refOf } from "./new-event.ts";
import { checkParent, linkFrom, sameParty } from "./parties.ts";
import type { Scene } from "./scene.ts";
import { findRootById, placeOf } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

function centerAt(scene: Scene, target: Target): CenterFacts | undefined {
  const root = findRootById(scene, target.root ?? "");
  return root?.kind === "center" ? root : undefined;
}

const ofTheNetwork = (act: "link" | "unlink"): Pick<Act<"link">, "offersAt" | "doersAt" | "check"> => ({
  offersAt: (scene, place) => {
    if (place.kind !== "center") return [];
    const center = centerAt(scene, { root: place.center });
    const some = center !== undefined && (act === "link" || openLinks(center).length > 0);
    return some ? [{ root: place.center }] : [];
  },
  doersAt: (scene, target) => {
    const root = centerAt(scene, target);
    return root === undefined ? undefined : { roles: hatsOf(AUTHORITY, act), root };
  },
  check: () => [],
});

/** Puts a party beside a center: a later change of the network, by the authority and with its reason. */
export const link: Act<"link"> = {
  ...ofTheNetwork("link"),
  targetsOf: (action) => [{ root: action.center }],
  perform: (scene, action) => {
    const center = centerAt(scene, { root: action.center });
    if (center === undefined) return { obstacles: [] };
    const added = linkFrom(scene, action.party);
    const obstacles = [
      ...checkDay(scene, action),
      ...checkParty(action),
      ...checkRole(scene, center, added),
      ...checkParent(scene, getType(scene.policies.current.policy, center.type), action.party),
      ...(openLinks(center).some((one) => sameParty(one, added))
        ? [refuse("already-done", { what: { zh: added.name, en: added.name } })]
        : []),
    ];
    if (obstacles.length > 0) return blocked(...obstacles);
    const body = { link: added, on: action.on, reason: action.reason };
    return { events: [newEvent({ root: refOf(center), kind: "linked", body, onDay: scene.today })] };
  },
};

/** Ends a link. What was done while it held stays as it is. */
export const unlink: Act<"unlink"> = {
  ...ofTheNetwork("unlink"),
  targetsOf: (action) => [{ root: action.center }],
  perform: (scene, action) => {
    const center = centerAt(scene, { root: action.center });
    const open = center === undefined ? [] : openLinks(center);
    const ending = open.find((one) => one.key === action.link);
    if (center === undefined || ending === undefined) {
      const what = wordFor(scene.policies.current.policy, "act.link");
      return blocked(refuse("nothing-to-act-on", { what }));
    }
    const early = action.on < ending.from ? [dayFault()] : [];
    const obstacles = [...checkDay(scene, action), ...early];
    if (obstacles.length > 0) return blocked(...obstacles);
    const body = { link: ending.key, on: action.on, reason: action.reason };
    return { events: [newEvent({ root: refOf(center), kind: "unlinked", body, onDay: scene.today })] };
  },
};

/** What holds is known today: a link neither begins nor ends on a day that is still to come. */
const checkDay = (scene: Scene, { on }: ActionOf<"link" | "unlink">): Obstacle[] =>
  on > scene.today ? [dayFault()] : [];

const dayFault = (): Obstacle =>
  refuse("field-invalid", { field: { zh: "日期", en: "day" }, fault: "date" }, { field: "on" });

/** A role of the network has as many holders as the center's type says: one leads. What is open stops nobody. */
function checkRole(scene: Scene, center: CenterFacts, { role }: NewLink): Obstacle[] {
  const policy = policyOfCenter(scene.policies, center);
  const type = getType(policy, center.type);
  const rule = type.roles?.find(({ key }) => key === role);
  if (rule?.most === undefined) return [];
  const path = `types/${type.key}/roles/${role}`;
  const most = resolveValue(
    rule.most,
    worldOf({ ...placeOf(scene, { root: center }), policy }),
    `${path}/most`,
  );
  const holders = openLinks(center).filter((one) => one.role === role);
  const limit = most.kind === "known" ? numberAt(most.value) : undefined;
  if (limit === undefined || new Exact(holders.length).lt(limit.most)) return [];
  const params = {
    cap: labelOf(rule),
    most: String(limit.most),
    taken: holders.length,
    holders: holders.map(({ name }) => name),
  };
  return [refuse("seats-taken", params, { clauses: clausesOfNodes(policy, type), path })];
}

const checkParty = ({ party }: ActionOf<"link">): Obstacle[] => {
  const named = party.space ?? party.uscc ?? party.center ?? party.name;
  if (LINK_ROLES.includes(party.role) && named !== undefined && named !== "") return [];
  return [
    refuse("field-invalid", { field: { zh: "参与单位", en: "party" }, fault: "choice" }, { field: "party" }),
  ];
};

import { acceptsSettlement } from "@yichuang/policy";
import type { OpenValue, Policy, Text } from "@yichuang/policy";
import type { RootFacts } from "../contract/facts.ts";
import type { Settlement } from "../contract/verdict.ts";
import { policyOfPin } from "../history/pinned-policy.ts";
import type { Act, ActionOf } from "./act.ts";
import { AUTHORITY, blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { actWord } from "./act-words.ts";
import { allOpenValues, findOpenValue } from "./implied-open.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findCaseScene, findRootById } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

/**
 * Settles an open value: for the policy, for one year or for one case. It is dated, never edited, only superseded,
 * and binds decisions from its day on, never before today (policy-model 3.1, rulings 7).
 */
export const settle: Act<"settle"> = {
  offersAt: (scene, place) => {
    if (place.kind === "tenant") return [{}];
    if (place.kind === "center" && settlesForOthers(scene, place.center)) return [{ root: place.center }];
    return place.kind === "case" ? [{ case: place.case }] : [];
  },
  targetsOf: (action) => [
    {
      ...(action.case === undefined ? {} : { case: action.case }),
      ...(action.center === undefined ? {} : { root: action.center }),
    },
  ],
  doersAt: (scene, target) => {
    if (target.case !== undefined && findCaseScene(scene, target.case) === undefined) return undefined;
    if (target.root === undefined) return { roles: hatsOf(AUTHORITY, "settle") };
    const root = findRootById(scene, target.root);
    // what hangs under a center is settled by the institution of that center
    return root?.kind === "center" ? { roles: hatsOf({ role: "parent-center" }, "settle"), root } : undefined;
  },
  check: () => [],
  perform: (scene, action) => {
    const policy = policyFor(scene, action);
    const open = policy === undefined ? undefined : findOpenValue(policy, action.path);
    if (policy === undefined || open === undefined) {
      return blocked(refuse("nothing-to-act-on", { what: { zh: action.path, en: action.path } }));
    }
    const obstacles = [
      ...checkSettler(scene, policy, open),
      ...checkBounds(open, action.value),
      ...checkScope(scene, open, action),
    ];
    if (obstacles.length > 0) return blocked(...obstacles);
    const root = rootOf(scene, action);
    const body = settlementOf(scene, action);
    return {
      events: [
        newEvent({ root: refOf(root), kind: "settled", body, onDay: scene.today, consulted: [open.path] }),
      ],
    };
  },
};

/** The version in which the path is read: the case's, the one that the caller names, else the one in force. */
function policyFor(scene: Scene, action: ActionOf<"settle">): Policy | undefined {
  if (action.case !== undefined) return findCaseScene(scene, action.case)?.policy;
  const { current } = scene.policies;
  if (action.pinHash === undefined) return current.policy;
  return policyOfPin(scene.policies, { ...current.pin, hash: action.pinHash });
}

function rootOf(scene: Scene, action: ActionOf<"settle">): RootFacts {
  const center = action.center === undefined ? undefined : findRootById(scene, action.center);
  const ofCase = action.case === undefined ? undefined : findCaseScene(scene, action.case)?.root;
  return center ?? ofCase ?? scene.facts.tenant;
}

/** Whether a center stands above others that keep to what it settles. */
function settlesForOthers(scene: Scene, id: string): boolean {
  const root = findRootById(scene, id);
  const { policy } = scene.policies.current;
  const above = (type: string) => policy.types.some((one) => one.under?.includes(type) === true);
  return (
    root?.kind === "center" && above(root.type) && allOpenValues(policy).some((open) => open.per === "center")
  );
}

function settlementOf(scene: Scene, action: ActionOf<"settle">): Settlement {
  const { path, value, as, on, year, case: kase, center } = action;
  const { name, unit } = scene.env.hat;
  return {
    id: scene.env.ids(),
    path,
    value,
    as,
    on,
    by: { name, unit },
    ...(year === undefined ? {} : { year }),
    ...(kase === undefined ? {} : { case: kase }),
    ...(center === undefined ? {} : { center }),
  };
}

function checkSettler(scene: Scene, policy: Policy, open: OpenValue): Obstacle[] {
  const roles = hatsOf(open.by, "settle");
  if (roles.includes(scene.env.hat.role)) return [];
  return [
    refuse("not-your-role", { act: actWord(policy, "settle"), roles: [...roles] }, { clauses: open.because }),
  ];
}

function checkBounds(open: OpenValue, value: unknown): Obstacle[] {
  if (acceptsSettlement(open, value)) return [];
  const { asks, least, most, choices } = open;
  const params = {
    asks,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(choices === undefined ? {} : { choices: choices.map((choice) => choice.label) }),
  };
  return [refuse("settlement-out-of-bounds", params, { clauses: open.because, path: open.path })];
}

/** Where it is settled is the document's word: `per` policy, call (a year) or case. Nothing is settled backwards. */
function checkScope(scene: Scene, open: OpenValue, action: ActionOf<"settle">): Obstacle[] {
  const lacking = scopeLacking(open, action);
  const scope =
    lacking === undefined ? [] : [refuse("field-missing", { section: open.asks, field: lacking })];
  const field = { zh: "生效日期", en: "day from which it binds" };
  const past =
    action.on < scene.today ? [refuse("field-invalid", { field, fault: "date" }, { field: "on" })] : [];
  return [...scope, ...past];
}

function scopeLacking({ per }: OpenValue, action: ActionOf<"settle">): Text | undefined {
  // what is settled for those under a center is settled there, and nothing else is
  if ((per === "center") !== (action.center !== undefined)) return { zh: "中心", en: "center" };
  if (per === "case" && action.case === undefined) return { zh: "案件", en: "case" };
  return per === "call" && action.year === undefined ? { zh: "年度", en: "year" } : undefined;
}

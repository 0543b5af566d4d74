import type { Key, Stage, Waiver } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import type { NewEvent } from "../contract/events.ts";
import { ruleCondition } from "../evaluate/named.ts";
import { addDuration } from "../time/days.ts";
import type { Act, ActionOf, Target } from "./act.ts";
import { blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { saysWhatChanges } from "./change.ts";
import { close } from "./closing.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { CaseScene, Scene } from "./scene.ts";
import { findCaseScene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait } from "./violation.ts";

type Head = Pick<Stage, "key" | "label" | "because" | "force" | "waiver">;

/** A rule of a case that holds in principle, with who may let it go. */
interface Waivable {
  path: string;
  node: Head;
  waiver: Waiver;
}

/** Lets go, for one case, a rule that holds in principle. Only by whom the rule names; it ends by itself. */
export const waive: Act<"waive"> = {
  offersAt: (scene, place) => {
    const found = place.kind === "case" ? findCaseScene(scene, place.case) : undefined;
    if (found === undefined) return [];
    return waivablesOf(found).map(({ path }) => ({ case: found.kase.id, path }));
  },
  targetsOf: (action) => [{ case: action.case, path: action.path }],
  doersAt: (scene, target) => {
    const at = find(scene, target);
    if (at === undefined) return undefined;
    const { by } = at.rule.waiver;
    return { roles: hatsOf(by, "waive"), root: at.found.root, actors: [by] };
  },
  check: (scene, target) => {
    const at = find(scene, target);
    return at === undefined ? [] : checkWaiving(at);
  },
  perform: (scene, action) => {
    const at = find(scene, { case: action.case, path: action.path });
    if (at === undefined) return { obstacles: [] };
    const until = untilOf(at, action);
    if ("obstacle" in until) return blocked(until.obstacle);
    const { found, rule } = at;
    const body = {
      case: found.kase.id,
      path: rule.path,
      reason: action.reason,
      ...(until.day === undefined ? {} : { until: until.day }),
    };
    const waived = newEvent({
      root: refOf(found.root),
      kind: "waived",
      body,
      onDay: scene.today,
      consulted: [rule.path],
    });
    return { events: [waived, ...endOfProcedure(at)] };
  },
};

interface Waiving {
  found: CaseScene;
  rule: Waivable;
}

function find(scene: Scene, target: Target): Waiving | undefined {
  const found = findCaseScene(scene, target.case ?? "");
  const rule = found === undefined ? undefined : waivablesOf(found).find((one) => one.path === target.path);
  return found === undefined || rule === undefined ? undefined : { found, rule };
}

/** Everything in the way of a case that its policy lets somebody waive: conditions, caps, names, offices, stages, the procedure. */
function waivablesOf({ policy, procedure, root }: CaseScene): Waivable[] {
  const required = new Set<Key>(procedure.stages.flatMap((stage) => stage.requires ?? []));
  const binds = (node: { for: Key[] }): boolean => root.kind !== "center" || node.for.includes(root.type);
  return [
    ...policy.conditions.filter((one) => required.has(one.key) && binds(one)).map(at("conditions")),
    ...policy.caps.filter(binds).map(at("caps")),
    ...policy.names.filter(binds).map(at("names")),
    ...(saysWhatChanges({ procedure }) ? policy.types : [])
      .filter(({ key }) => root.kind === "center" && key === root.type)
      .flatMap(({ key, offices = [] }) =>
        offices.filter(({ terms }) => terms !== undefined).map(at(`types/${key}/offices`)),
      ),
    ...procedure.stages.map(at(`procedures/${procedure.key}/stages`)),
    ...[procedure].map(at("procedures")),
  ].filter((one) => one !== undefined);
}

const at =
  (list: string) =>
  (node: Head): Waivable | undefined => {
    if (node.force !== "in-principle" || node.waiver === undefined) return undefined;
    return { path: `${list}/${node.key}`, node, waiver: node.waiver };
  };

function checkWaiving({ found, rule }: Waiving): Obstacle[] {
  const { kase, policy, world } = found;
  const clauses = clausesOfNodes(policy, rule.node);
  if (kase.state === "closed" || kase.state === "withdrawn") {
    const allowed = ["submitted" as const, "in-review" as const, "decided" as const];
    return [refuse("wrong-state", { state: kase.state, allowed }, { clauses })];
  }
  if (world.waiver(rule.path)) {
    return [refuse("already-done", { what: labelOf(rule.node) }, { clauses, path: rule.path })];
  }
  const [list, key = ""] = rule.path.split("/");
  const met = list === "conditions" && ruleCondition(policy, key, world).effect === "met";
  return met ? [refuse("nothing-to-act-on", { what: labelOf(rule.node) }, { clauses, path: rule.path })] : [];
}

/** The last day of a waiver: as the rule says at the latest, or earlier where the authority says so. */
function untilOf(
  { found, rule }: Waiving,
  action: ActionOf<"waive">,
): { day: CalendarDate | undefined } | { obstacle: Obstacle } {
  const { scene, policy } = found;
  const { lasts } = rule.waiver;
  const clauses = clausesOfNodes(policy, rule.node);
  const wrong = refuse(
    "field-invalid",
    { field: { zh: "豁免到期日", en: "last day of the waiver" }, fault: "date" },
    { clauses, field: "until" },
  );
  if (action.until !== undefined && action.until < scene.today) return { obstacle: wrong };
  if (lasts === undefined) return { day: action.until };
  const most = addDuration(scene.today, lasts, scene.env.holidays);
  if (most.kind !== "known") {
    return { obstacle: wait("condition-pending", { condition: labelOf(rule.node) }, { clauses }) };
  }
  if (action.until !== undefined && action.until > most.value) return { obstacle: wrong };
  return { day: action.until ?? most.value };
}

/** A procedure that holds in principle and is waived is not held: its case ends. */
function endOfProcedure({ found, rule }: Waiving): NewEvent[] {
  return rule.path === `procedures/${found.procedure.key}` ? [close(found, "waived")] : [];
}

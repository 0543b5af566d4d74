import type { Consequence, Effect, EffectKind, Policy } from "@yichuang/policy";
import { findProcedure } from "@yichuang/policy";
import type { DomainEvent, NewEvent } from "../contract/events.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { resolveValue } from "../evaluate/value.ts";
import { withinPath } from "../history/case-due.ts";
import { policyOfYear } from "../history/pinned-policy.ts";
import { worldOf } from "../history/world-of.ts";
import { addDuration, yearOf } from "../time/days.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { CaseScene, Scene } from "./scene.ts";
import { findCaseScene } from "./scene.ts";

/**
 * What follows from an event by the policy's consequences: on this event, in these procedures, if this holds, do
 * these (policy-model 6.8). A condition that is not known to hold does nothing.
 */
export function consequencesOf(scene: Scene, event: DomainEvent): NewEvent[] {
  const id = "case" in event.body ? event.body.case : undefined;
  const found = id === undefined || typeof id !== "string" ? undefined : findCaseScene(scene, id);
  if (found === undefined || found.root.kind !== "center") return [];
  const at = { ...found, root: found.root };
  return found.policy.consequences
    .filter((consequence) => fires(at, consequence, event))
    .flatMap((consequence) => consequence.effects.flatMap((effect) => apply(at, consequence, effect)));
}

type AtCenter = CaseScene & { root: CenterFacts };

function fires(at: AtCenter, consequence: Consequence, event: DomainEvent): boolean {
  if (consequence.on !== event.kind || !consequence.for.includes(at.root.type)) return false;
  if ((consequence.of ?? "center") !== "center") return false;
  if (consequence.in !== undefined && !consequence.in.includes(at.kase.procedure)) return false;
  if (consequence.when === undefined) return true;
  const world = worldOf(at.place);
  return evaluateCondition(consequence.when, world, `consequences/${consequence.key}/when`).truth === "true";
}

function apply(at: AtCenter, consequence: Consequence, effect: Effect): NewEvent[] {
  const path = `consequences/${consequence.key}/effects/${effect.key}`;
  const { more = [], noted = {} } = WHAT_FOLLOWS[effect.do]({ at, consequence, path }, effect as never);
  const note = newEvent({
    root: refOf(at.root),
    kind: "applied-consequence",
    body: {
      case: at.kase.id,
      consequence: consequence.key,
      effect: effect.key,
      does: effect.do,
      ...(Object.keys(noted).length === 0 ? {} : { with: noted }),
    },
    onDay: at.scene.today,
    consulted: [path],
  });
  return [note, ...more];
}

interface Applying {
  at: AtCenter;
  consequence: Consequence;
  path: string;
}
type Effected<K extends EffectKind> = Extract<Effect, { do: K }>;
interface Followed {
  noted?: { [name: string]: string | number | boolean };
  more?: NewEvent[];
}

/** One entry per kind of effect; a kind without one does not compile. Money, bars and branches are only noted. */
const WHAT_FOLLOWS: { [K in EffectKind]: (applying: Applying, effect: Effected<K>) => Followed } = {
  "set-standing": ({ at, path }, effect) => ({
    noted: { standing: effect.standing },
    more: changeStanding(at, effect, path),
  }),
  start: (applying, effect) => start(applying, effect),
  announce: (_applying, effect) => ({ noted: { to: effect.to.map((actor) => actor.role).join(",") } }),
  support: (_applying, effect) => ({ noted: { item: effect.with } }),
  recommend: (_applying, effect) => ({ noted: { promotion: effect.promotion } }),
  money: (_applying, effect) => ({ noted: { funding: effect.funding, act: effect.act } }),
  bar: (_applying, effect) => ({ noted: { from: effect.from.join(",") } }),
  "suspend-name": () => ({}),
  branches: (_applying, effect) => ({ noted: { act: effect.act } }),
  "put-to": (_applying, effect) => ({ noted: { body: effect.body.role } }),
};

function changeStanding(at: AtCenter, effect: Effected<"set-standing">, path: string): NewEvent[] {
  const { root, scene, kase } = at;
  if (root.standing === effect.standing) return [];
  const from = root.standing === undefined ? {} : { from: root.standing };
  const body = { case: kase.id, ...from, to: effect.standing, on: scene.today, cause: path };
  return [
    newEvent({ root: refOf(root), kind: "standing-changed", body, onDay: scene.today, consulted: [path] }),
  ];
}

/** Starts a case; as long as its length is open it has no deadline yet (FL-30). */
function start({ at, consequence, path }: Applying, effect: Effected<"start">): Followed {
  const { scene, kase, root } = at;
  const { pin, policy } = policyOfYear(scene.policies, yearOf(scene.today));
  const procedure = startedProcedure(policy, effect);
  const id = scene.env.ids();
  const within = resolveValue(effect.within, at.world, withinPath(consequence.key, effect.key));
  const due =
    within.kind === "known" ? addDuration(scene.today, within.value, scene.env.holidays) : undefined;
  const body = {
    case: id,
    procedure: effect.procedure,
    purpose: procedure?.purpose ?? "rectification",
    year: Number(scene.today.slice(0, 4)),
    pin,
    startedBy: kase.id,
    ...(due?.kind === "known" ? { dueOn: due.value } : {}),
  };
  const opened = newEvent({ root: refOf(root), kind: "opened", body, onDay: scene.today, consulted: [path] });
  return { noted: { procedure: effect.procedure, case: id }, more: [opened] };
}

const startedProcedure = (policy: Policy, effect: Effected<"start">) =>
  findProcedure(policy, effect.procedure);

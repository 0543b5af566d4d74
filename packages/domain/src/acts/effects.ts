import type { Consequence, Duration, Effect, EffectKind, Value } from "@yichuang/policy";
import { findProcedure } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import type { DomainEventKind, EventBodies, NewEvent } from "../contract/events.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { resolveValue } from "../evaluate/value.ts";
import { withinPath } from "../history/case-due.ts";
import { withoutCycles } from "../history/cycle.ts";
import { policyOfYear } from "../history/pinned-policy.ts";
import { addDuration, yearOf } from "../time/days.ts";
import { directorOf } from "./actor.ts";
import { branchesOf } from "../network/branches.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { CaseScene } from "./scene.ts";

/** The case from which a consequence follows, and the center that it is for. */
export type AtCenter = CaseScene & { root: CenterFacts };

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
type Follow<K extends EffectKind> = (applying: Applying, effect: Effected<K>) => Followed;

/**
 * One entry per kind of effect; a kind without one does not compile. What a person must still do (tell, decide, put to a
 * body, recommend) is noted here and becomes an obligation or a notice of its own.
 */
const WHAT_FOLLOWS: { [K in EffectKind]: Follow<K> } = {
  "set-standing": (applying, effect) => ({
    noted: { standing: effect.standing },
    more: isAboutCenter(applying) ? changeStanding(applying, effect) : [],
  }),
  start: (applying, effect) => start(applying, effect),
  announce: (_applying, effect) => ({ noted: { to: effect.to.map((actor) => actor.role).join(",") } }),
  support: (_applying, effect) => ({ noted: { item: effect.with } }),
  recommend: (_applying, effect) => ({ noted: { promotion: effect.promotion } }),
  money: (applying, effect) => ({
    noted: { funding: effect.funding, act: effect.act },
    more: moveMoney(applying, effect),
  }),
  bar: (applying, effect) => ({ noted: { from: effect.from.join(",") }, more: bar(applying, effect) }),
  "suspend-name": (applying, effect) => ({
    more: isAboutCenter(applying) ? [suspendName(applying, effect)] : [],
  }),
  "restore-name": (applying) => ({
    more:
      applying.at.root.nameSuspended === undefined
        ? []
        : [told(applying, "name-restored", { cause: applying.path })],
  }),
  branches: (applying, effect) => followBranches(applying, effect),
  "put-to": (_applying, effect) => ({ noted: { body: effect.body.role } }),
};

/** What an effect brings about beside being noted. */
export const followingFrom = (applying: Applying, effect: Effect): Followed =>
  WHAT_FOLLOWS[effect.do](applying, effect as never);

/** A standing and a name are a center's; a consequence for a host or a director leaves them. */
const isAboutCenter = ({ consequence: { of = "center" } }: Applying): boolean =>
  of === "center" || of === "parent";

function told<K extends DomainEventKind>(
  { at, path }: Applying,
  kind: K,
  body: Omit<EventBodies[K], "case">,
): NewEvent {
  return newEvent({
    root: refOf(at.root),
    kind,
    body: { case: at.kase.id, ...body } as unknown as EventBodies[K],
    onDay: at.scene.today,
    consulted: [path],
  });
}

function changeStanding(applying: Applying, effect: Effected<"set-standing">): NewEvent[] {
  const { at, path } = applying;
  if (at.root.standing === effect.standing) return [];
  const from = at.root.standing === undefined ? {} : { from: at.root.standing };
  return [
    told(applying, "standing-changed", { ...from, to: effect.standing, on: at.scene.today, cause: path }),
  ];
}

/** Branches are listed one by one for the authority, or get in the same act the standing that the center gets. */
function followBranches({ at, consequence, path }: Applying, effect: Effected<"branches">): Followed {
  const branches = branchesOf(at.scene, at.root.id);
  const listed = { branches: branches.map(({ id }) => id).join(","), act: effect.act };
  const to = consequence.effects.find((one) => one.do === "set-standing")?.standing ?? at.root.standing;
  if (effect.act === "list" || to === undefined) return { noted: listed };
  const on = at.scene.today;
  const more = branches
    .filter(({ standing }) => standing !== to)
    .map((branch) =>
      newEvent({
        root: refOf(branch),
        kind: "standing-changed",
        body: { ...(branch.standing === undefined ? {} : { from: branch.standing }), to, on, cause: path },
        onDay: on,
        consulted: [path],
      }),
    );
  return { noted: listed, more };
}

/** Starts a case; as long as its length is open it has no deadline yet (FL-30). */
function start(applying: Applying, effect: Effected<"start">): Followed {
  const { at, consequence, path } = applying;
  const { scene, kase, root } = at;
  const year = yearOf(scene.today);
  const { pin, policy } = policyOfYear(scene.policies, year);
  const id = scene.env.ids();
  const dueOn = endOf(applying, effect.within, withinPath(consequence.key, effect.key));
  const body = {
    case: id,
    procedure: effect.procedure,
    purpose: findProcedure(policy, effect.procedure)?.purpose ?? "rectification",
    year,
    pin,
    startedBy: kase.id,
    ...(dueOn === undefined ? {} : { dueOn }),
  };
  const opened = newEvent({ root: refOf(root), kind: "opened", body, onDay: scene.today, consulted: [path] });
  return { noted: { procedure: effect.procedure, case: id }, more: [opened] };
}

/** The last day of a length that begins today; undefined while the length is open. */
function endOf({ at }: Applying, lasts: Value<Duration>, path: string): CalendarDate | undefined {
  const length = resolveValue(lasts, at.world, path);
  if (length.kind !== "known") return undefined;
  const duration = withoutCycles(length.value, at.procedure, at.world);
  const end = addDuration(at.scene.today, duration, at.scene.env.holidays);
  return end.kind === "known" ? end.value : undefined;
}

/** Money that was granted is due by its schedule; everything else is an event of its own. */
function moveMoney(applying: Applying, effect: Effected<"money">): NewEvent[] {
  const { funding, act } = effect;
  const cause = applying.path;
  if (act === "grant") return [];
  if (act === "reclaim") return [told(applying, "reclaimed", { funding, cause })];
  return [told(applying, "withheld", { funding, final: act === "cancel", cause })];
}

function bar(applying: Applying, effect: Effected<"bar">): NewEvent[] {
  const { at, consequence, path } = applying;
  const who = resolveValue(effect.who, at.world, `${path}/who`);
  if (who.kind !== "known") return [];
  const until = endOf(applying, effect.lasts, `${path}/lasts`);
  const person = who.value === "host" ? undefined : directorOf(at.root)?.name;
  if (who.value !== "host" && person === undefined) return [];
  return [
    told(applying, "barred", {
      bar: at.scene.env.ids(),
      who: who.value,
      name: person ?? at.root.host.name,
      uscc: at.root.host.uscc,
      ...(person === undefined ? {} : { person }),
      from: effect.from,
      ...(until === undefined ? {} : { until }),
      consequence: consequence.key,
      effect: effect.key,
    }),
  ];
}

function suspendName(applying: Applying, effect: Effected<"suspend-name">): NewEvent {
  const until =
    effect.lasts === undefined ? undefined : endOf(applying, effect.lasts, `${applying.path}/lasts`);
  return told(applying, "name-suspended", {
    cause: applying.path,
    ...(until === undefined ? {} : { until }),
  });
}

import type { Key, Policy } from "@yichuang/policy";
import type { HostFacts } from "../contract/events.ts";
import type { FactRecord } from "../contract/facts.ts";
import type { CalendarDate } from "../contract/basics.ts";
import { resolveValue } from "../evaluate/value.ts";
import { worldOf } from "../history/world-of.ts";
import { addDuration } from "../time/days.ts";
import { openRefOf } from "../evaluate/open-ref.ts";
import { isOpen } from "@yichuang/policy";
import type { Scene } from "./scene.ts";
import { placeOf } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, waitForOpen } from "./violation.ts";

interface Applicant {
  policy: Policy;
  type: Key;
  host: HostFacts;
  /** the director who is named, where that is known yet */
  director?: string;
}

/**
 * Whether an institution or its director may not apply for a type now. A person's bar counts at the same institution:
 * a name alone does not say who somebody is.
 */
export function checkBars(scene: Scene, applicant: Applicant): Obstacle[] {
  const bars = (scene.facts.sets["bars"] ?? [])
    .filter((bar) => concerns(bar, applicant))
    .map((bar) => dated(scene, bar, applicant.policy))
    .filter((bar) => isInForce(bar, scene.today));
  return bars.map((bar) => barredBy(bar, applicant.policy));
}

function concerns(bar: FactRecord, { type, host, director }: Applicant): boolean {
  const types = bar["type"];
  if (!Array.isArray(types) || !types.includes(type)) return false;
  if (bar["person"] === undefined) return bar["host"] === host.uscc;
  return director !== undefined && bar["person"] === director && bar["at"] === host.uscc;
}

/** A bar whose length was open when it was laid ends by what was settled since, counted from its own day. */
function dated(scene: Scene, bar: FactRecord, policy: Policy): FactRecord {
  if (typeof bar["until"] === "string") return bar;
  const laid = {
    consequence: String(bar["consequence"]),
    effect: String(bar["effect"]),
    on: String(bar["on"]),
  };
  const until = endOfBar(scene, policy, laid);
  return until === undefined ? bar : { ...bar, until };
}

/** The last day of a bar that began on a day; undefined while its length is not known. */
export function endOfBar(
  scene: Scene,
  policy: Policy,
  bar: { consequence: Key; effect: Key; on: CalendarDate },
): CalendarDate | undefined {
  const found = policy.consequences.find(({ key }) => key === bar.consequence);
  const effect = found?.effects.find(({ key }) => key === bar.effect);
  if (effect?.do !== "bar") return undefined;
  const path = `consequences/${bar.consequence}/effects/${bar.effect}/lasts`;
  const length = resolveValue(effect.lasts, worldOf({ ...placeOf(scene), policy }), path);
  // a cycle counts from the rounds of a procedure, which only the act that bars knows
  if (length.kind !== "known" || length.value.unit === "cycle") return undefined;
  const end = addDuration(bar.on, length.value, scene.env.holidays);
  return end.kind === "known" ? end.value : undefined;
}

/** A bar ends with the end of its last day; one whose length is open lasts until that is settled. */
const isInForce = ({ until }: FactRecord, today: string): boolean =>
  typeof until !== "string" || today <= until;

function barredBy(bar: FactRecord, policy: Policy): Obstacle {
  const consequence = policy.consequences.find((one) => one.key === bar["consequence"]);
  const effect = consequence?.effects.find((one) => one.key === bar["effect"]);
  const clauses = clausesOfNodes(policy, consequence);
  const path = `consequences/${String(bar["consequence"])}/effects/${String(bar["effect"])}`;
  if (typeof bar["until"] !== "string" && effect?.do === "bar" && isOpen(effect.lasts)) {
    return waitForOpen(openRefOf(effect.lasts.open, `${path}/lasts`), clauses);
  }
  const why =
    consequence === undefined ? { zh: "以前的处理", en: "an earlier decision" } : labelOf(consequence);
  const params = { who: String(bar["name"]), until: String(bar["until"] ?? ""), why };
  return refuse("barred", params, { clauses, path });
}

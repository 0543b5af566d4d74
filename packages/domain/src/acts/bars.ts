import type { Key, Policy } from "@yichuang/policy";
import type { HostFacts } from "../contract/events.ts";
import type { FactRecord } from "../contract/facts.ts";
import { openRefOf } from "../evaluate/open-ref.ts";
import { isOpen } from "@yichuang/policy";
import type { Scene } from "./scene.ts";
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
  const bars = (scene.facts.sets["bars"] ?? []).filter(
    (bar) => concerns(bar, applicant) && isInForce(bar, scene.today),
  );
  return bars.map((bar) => barredBy(bar, applicant.policy));
}

function concerns(bar: FactRecord, { type, host, director }: Applicant): boolean {
  const types = bar["type"];
  if (!Array.isArray(types) || !types.includes(type)) return false;
  if (bar["person"] === undefined) return bar["host"] === host.uscc;
  return director !== undefined && bar["person"] === director && bar["at"] === host.uscc;
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
  const params = { who: String(bar["name"] ?? ""), until: String(bar["until"] ?? ""), why };
  return refuse("barred", params, { clauses, path });
}

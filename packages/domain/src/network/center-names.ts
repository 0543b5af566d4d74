// A name that a policy composes: suggested when an application begins, checked when it comes in, given once.
import type { Name, Policy } from "@yichuang/policy";
import type { FactRecord } from "../contract/facts.ts";
import { clausesOfNodes, refuse } from "../acts/violation.ts";
import type { Scene } from "../acts/scene.ts";
import type { World } from "../evaluate/world.ts";
import { ownRecords } from "./root-records.ts";
import type { Changed, Taken } from "./seats.ts";
import { worldAfter } from "./seats.ts";

export const nameRule = (policy: Policy, type: string): Name | undefined =>
  policy.names.find((name) => name.for.includes(type));

/** The name as far as the facts say it; undefined while one of its parts is not known. */
export function composeName(rule: Name, world: World, type: string): string | undefined {
  const parts = rule.parts.map(({ text, fact, wrap }) => {
    const said = fact === undefined ? (text ?? "") : wordOf(world, fact, type);
    if (said === undefined) return undefined;
    const [before, after] = wrap ?? ["", ""];
    return said === "" ? "" : `${before}${said}${after}`;
  });
  return parts.some((part) => part === undefined) ? undefined : parts.join("");
}

/** What a fact says in a name: an item of the type's own list is said by its label. */
function wordOf({ policy, fact }: World, ref: string, type: string): string | undefined {
  const value = fact(ref);
  if (value === undefined || Array.isArray(value)) return undefined;
  const list = policy.types.find((one) => one.key === type)?.fields;
  const item = policy.lists.find((one) => one.key === list)?.items.find((one) => one.key === value);
  return item?.label?.zh ?? String(value);
}

/** Names of what came in: composed as the policy says, and not another center's. */
export function checkNames(scene: Scene, changed: readonly Changed[]): Taken {
  const taken: Taken = { scopes: [], obstacles: [] };
  for (const one of changed) {
    const rule = nameRule(one.policy, one.after.type);
    if (rule === undefined || !isNew(one)) continue;
    const world = worldAfter(scene, one);
    const path = `names/${rule.key}`;
    if (rule.force === "preference" || rule.force === "aspiration" || world.waiver(path)) continue;
    const about = { clauses: clausesOfNodes(one.policy, rule), path, force: rule.force ?? "mandatory" };
    const expected = composeName(rule, world, one.after.type);
    if (expected !== undefined && expected !== one.after.name) {
      taken.obstacles.push(refuse("name-not-as-composed", { name: one.after.name, expected }, about));
    }
    if (rule.unique === undefined) continue;
    const { scope, holder } = sameName(scene, rule, one);
    taken.scopes.push(scope);
    if (holder !== undefined) {
      taken.obstacles.push(refuse("name-taken", { name: one.after.name, holder }, about));
    }
  }
  return taken;
}

/** Whether the name has come in with this act, or has become another one. */
const isNew = ({ policy, before, after }: Changed): boolean => {
  if (ownRecords(policy, after, "applications").length === 0) return false;
  const was = before === undefined ? [] : ownRecords(policy, before, "applications");
  return was.length === 0 || before?.name !== after.name;
};

const GONE: readonly unknown[] = ["declined", "revoked", "exited"];

/** Another center or application of the same name, where the policy gives a name only once. */
function sameName(
  scene: Scene,
  rule: Name,
  { policy, after }: Changed,
): { scope: string; holder: string | undefined } {
  const [own] = ownRecords(policy, after, "applications");
  const attributes = (rule.unique ?? [])
    .map((ref) => ref.slice(ref.indexOf(".") + 1))
    .filter((attribute) => own?.[attribute] !== undefined);
  const values = attributes.map((attribute) => String(own?.[attribute]));
  const { designations = [], applications = [] } = scene.facts.sets;
  const same = (record: FactRecord): boolean =>
    record["root"] !== after.id &&
    record["name"] === after.name &&
    !GONE.includes(record["standing"]) &&
    attributes.every((attribute, at) => String(record[attribute]) === values[at]);
  const holder = [...designations, ...applications].find(same);
  const scope = `names:${rule.key}:${[...values, after.name].join("|")}`;
  return { scope, holder: holder === undefined ? undefined : String(holder["unit"] ?? holder["host"]) };
}

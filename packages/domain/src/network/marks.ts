// What is strained in a network: rules that are exceeded, waived or no longer kept, each with the clause behind it.
import type { NamedCondition, Policy } from "@yichuang/policy";
import { getType, nodeAt, sayStrain, sayViolation, wordFor } from "@yichuang/policy";
import type { CenterFacts } from "../contract/facts.ts";
import type { NetworkMark } from "../contract/network.ts";
import type { Ruling } from "../contract/verdict.ts";
import { labelOf } from "../acts/violation.ts";
import { decidingLeaves } from "../evaluate/leaves.ts";
import { ruleCondition } from "../evaluate/named.ts";
import type { World } from "../evaluate/world.ts";
import { openLinks } from "../history/network-events.ts";
import { officeTerms } from "../history/offices.ts";
import { policyOfPin } from "../history/pinned-policy.ts";
import type { SeatLine } from "./cap-seats.ts";
import { clausesInWords, isThere, type Net, worldInNet, waiverOf } from "./net.ts";
import { entryOf } from "./root-records.ts";

/** Every mark of every center that is there, in the order of the centers. */
export const marksOf = (net: Net, seats: readonly SeatLine[]): NetworkMark[] =>
  [...net.centers.values()]
    .filter(isThere)
    .flatMap((center) => [
      ...exceeded(net, center, seats),
      ...waived(net, center),
      ...parentGone(net, center),
      ...withoutLead(net, center),
      ...brokenRules(net, center),
    ]);

/** Caps of which more is taken than there may be, at each center that holds a seat and has no waiver. */
function exceeded(net: Net, center: CenterFacts, seats: readonly SeatLine[]): NetworkMark[] {
  const holds = ({ over, holders, cap }: SeatLine): boolean =>
    over &&
    holders.some((holder) => holder.center === center.id) &&
    waiverOf(net, center, `caps/${cap}`) === undefined;
  return seats.filter(holds).map(({ cap, label, most, taken, holders, clauses }) => {
    const words = {
      cap: { zh: label, en: label },
      taken,
      holders: holders.map(({ name }) => name),
      ...(most === undefined ? {} : { most }),
    };
    return {
      center: center.id,
      kind: "cap-exceeded",
      path: `caps/${cap}`,
      label,
      words: sayStrain("zh", "over-full", words),
      clauses,
    };
  });
}

/** Rules that were let go for the center and are still let go. */
const waived = ({ scene }: Net, center: CenterFacts): NetworkMark[] =>
  center.cases.flatMap(({ pin, waivers }) =>
    waivers
      .filter(({ until }) => until === undefined || until >= scene.today)
      .map(({ path, reason, until }) => {
        const policy = policyOfPin(scene.policies, pin);
        const node = nodeAt(policy, path) as NamedCondition | undefined;
        return {
          center: center.id,
          kind: "waived" as const,
          path,
          label: node === undefined ? path : labelOf(node).zh,
          words: reason,
          ...(until === undefined ? {} : { until }),
          clauses: clausesInWords(policy, node),
        };
      }),
  );

/** A center stands under one that is no longer there, or its link to it has ended and no other took its place. */
function parentGone({ scene }: Net, center: CenterFacts): NetworkMark[] {
  const policy = policyFor(scene.policies.current.policy, center);
  if (policy === undefined) return [];
  const links = center.links.filter(({ role }) => role === "parent-center");
  const open = openLinks(center).filter(({ role }) => role === "parent-center");
  const mark = (words: string): NetworkMark => ({
    center: center.id,
    kind: "parent-gone",
    path: `types/${center.type}/under`,
    label: wordFor(policy, "center").zh,
    words,
    clauses: clausesInWords(policy, getType(policy, center.type)),
  });
  const left = links.at(-1);
  if (open.length === 0) {
    if (left?.to === undefined) return [];
    return [mark(sayStrain("zh", "parent-left", { parent: left.name, on: left.to }))];
  }
  return open.flatMap(({ center: id, name }) => {
    const above = scene.facts.parents?.find((parent) => parent.id === id);
    if (above?.standing === undefined || isThere(above)) return [];
    const standing = wordFor(policy, `standing.${above.standing}`);
    return [mark(sayStrain("zh", "parent-gone", { parent: name, standing }))];
  });
}

/** Nobody leads: the term of the leading institution is over, and none was chosen since. */
function withoutLead(net: Net, center: CenterFacts): NetworkMark[] {
  const policy = policyFor(net.scene.policies.current.policy, center);
  if (policy === undefined) return [];
  const type = getType(policy, center.type);
  const world = worldInNet(net, { root: center });
  return (type.offices ?? [])
    .filter(({ office }) => office === "lead-host")
    .flatMap((office) => {
      const last = officeTerms(center, office, world).at(-1);
      if (last?.endsOn === undefined || last.endsOn >= net.scene.today) return [];
      const words = { office: labelOf(office), holder: last.holder, on: last.endsOn };
      return [
        {
          center: center.id,
          kind: "no-lead" as const,
          path: `types/${type.key}/offices/${office.key}`,
          label: labelOf(office).zh,
          words: sayStrain("zh", "term-over", words),
          clauses: clausesInWords(policy, office, type),
        },
      ];
    });
}

/** Conditions of a center's own way in that bind, rest on facts, and hold no longer. */
function brokenRules(net: Net, center: CenterFacts): NetworkMark[] {
  const policy = policyFor(net.scene.policies.current.policy, center);
  const entry = entryOf(center);
  const procedure = policy?.procedures.find(({ key }) => key === entry?.procedure);
  if (policy === undefined || procedure === undefined) return [];
  const world = withoutItself(
    worldInNet(net, { root: center, ...(entry === undefined ? {} : { kase: entry }) }),
    center,
  );
  const required = new Set(procedure.stages.flatMap(({ requires = [] }) => requires));
  return policy.conditions
    .filter((condition) => required.has(condition.key) && condition.for.includes(center.type))
    .flatMap((condition) => {
      const { ruling, effect } = ruleCondition(policy, condition.key, world);
      const leaves = effect === "refused" ? decidingLeaves(ruling).filter(isFact) : [];
      return leaves.length === 0 ? [] : [broken(policy, center, { condition, leaves })];
    });
}

const isFact = ({ kind }: Ruling): boolean => kind !== "judged";

function broken(
  policy: Policy,
  center: CenterFacts,
  { condition, leaves }: { condition: NamedCondition; leaves: readonly Ruling[] },
): NetworkMark {
  const said = {
    zh: leaves.map((leaf) => leaf.said.zh).join("；"),
    en: leaves.map((leaf) => leaf.said.en).join("; "),
  };
  const waiver = condition.force === "in-principle" ? condition.waiver : undefined;
  const waivable = waiver === undefined ? {} : { waivableBy: waiver.by.role };
  const params = { condition: labelOf(condition), said, ...waivable };
  return {
    center: center.id,
    kind: "rule-broken",
    path: `conditions/${condition.key}`,
    label: labelOf(condition).zh,
    words: sayViolation("zh", { code: "condition-false", params }),
    clauses: clausesInWords(policy, condition),
  };
}

/** The policy in force, where it knows the center's type: by what it says a network is measured. */
const policyFor = (policy: Policy, { type }: CenterFacts): Policy | undefined =>
  policy.types.some(({ key }) => key === type) ? policy : undefined;

/** When it applied, a center was not yet among the designations. */
const withoutItself = (world: World, { id }: CenterFacts): World => ({
  ...world,
  set: (collection) =>
    collection === "designations"
      ? world.set(collection).filter(({ root }) => root !== id)
      : world.set(collection),
});

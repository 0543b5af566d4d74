// The ways up from a center: those on which it is recommended, and the types that ask for a standing like its own.
import type { Force, Key, NamedCondition, Policy, Procedure, Promotion, Stage, Text } from "@yichuang/policy";
import { getType, sayActor } from "@yichuang/policy";
import type { CalendarDate, Uuid } from "../contract/basics.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { type NetworkMark, TIERS } from "../contract/network.ts";
import type { Ruling, Truth, Verdict } from "../contract/verdict.ts";
import { checkPromotion } from "../acts/recommend.ts";
import { obstaclesOf } from "../acts/requires.ts";
import { labelOf, verdictOf } from "../acts/violation.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { decidingLeaves } from "../evaluate/leaves.ts";
import { ruleCondition } from "../evaluate/named.ts";
import type { World } from "../evaluate/world.ts";
import { leadOf } from "../history/lead.ts";
import { linesOf } from "../targets/line.ts";
import { yearOf } from "../time/days.ts";
import { clausesInWords, isThere, type Net, worldInNet } from "./net.ts";
import { ownRecords } from "./root-records.ts";

/** One leaf that is not there yet: missing, open, or still to be said by somebody. */
export interface PathLeaf {
  path: string;
  /** the rule in which it stands */
  rule: string;
  force: Force;
  truth: Truth;
  words: string;
  /** what the text leaves open */
  open?: string;
  clauses: NetworkMark["clauses"];
}

export interface PromotionPath {
  center: Uuid;
  name: string;
  /** recommended by the authority, or applied for where another type asks for such a standing */
  way: "promotion" | "procedure";
  key: Key;
  label: string;
  force: Force;
  to: { tier: Key; type: string; authority?: string };
  /** who recommends, or applies */
  by: string;
  verdict: Verdict;
  /** the day on which it was recommended already */
  doneOn?: CalendarDate;
  leaves: PathLeaf[];
  clauses: NetworkMark["clauses"];
}

/** Every way up from the centers that are there, or from those that are named. */
export const pathsOf = (net: Net, only?: (center: CenterFacts) => boolean): PromotionPath[] =>
  [...net.centers.values()]
    .filter((center) => isThere(center) && (only === undefined || only(center)))
    .flatMap((center) => [...recommended(net, center), ...appliedFor(net, center)]);

/** Recommended on a way that the policy names. */
function recommended(net: Net, center: CenterFacts): PromotionPath[] {
  const { policy } = net.scene.policies.current;
  const world = worldInNet(net, { root: center });
  return policy.promotions
    .filter(({ from }) => from.includes(center.type))
    .map((promotion) => {
      const verdict = verdictOf(checkPromotion(net.scene, center.id, promotion));
      const done = wasDone(verdict) ? dayOfRecommendation(center, promotion) : undefined;
      const when = evaluateCondition(promotion.when, world, `promotions/${promotion.key}/when`);
      return {
        center: center.id,
        name: center.name,
        way: "promotion",
        key: promotion.key,
        label: labelOf(promotion).zh,
        force: promotion.force ?? "mandatory",
        to: wordsOf(promotion.to),
        by: sayActor({ lang: "zh", policy }, promotion.by),
        verdict,
        ...(done === undefined ? {} : { doneOn: done }),
        leaves: done === undefined ? leavesOf(policy, promotion, when) : [],
        clauses: clausesInWords(policy, promotion),
      };
    });
}

const wasDone = (verdict: Verdict): boolean =>
  verdict.kind === "refused" && verdict.violations.some(({ code }) => code === "already-done");

const dayOfRecommendation = (
  { recommendations }: CenterFacts,
  { key }: Promotion,
): CalendarDate | undefined => recommendations.findLast(({ promotion }) => promotion === key)?.on;

const wordsOf = ({ tier, type, authority }: Promotion["to"]): PromotionPath["to"] => ({
  tier,
  type: type.zh,
  ...(authority === undefined ? {} : { authority: authority.zh }),
});

type Ruled = Pick<NamedCondition, "key" | "because" | "force"> & { label?: Text };

const leavesOf = (policy: Policy, rule: Ruled, ruling: Ruling): PathLeaf[] =>
  ruling.truth === "true"
    ? []
    : decidingLeaves(ruling).map((leaf) => ({
        path: leaf.path,
        rule: labelOf(rule).zh,
        force: rule.force ?? "mandatory",
        truth: leaf.truth,
        words: leaf.said.zh,
        ...(leaf.open === undefined ? {} : { open: leaf.open.asks.zh }),
        clauses: clausesInWords(policy, leaf, rule),
      }));

/** A stage of an entry, with a condition that it requires. */
interface Required {
  procedure: Procedure;
  stage: Stage;
  condition: NamedCondition;
}

/** Types of no lower tier whose way in looks at a standing that this center has: its institution may apply for them. */
function appliedFor(net: Net, center: CenterFacts): PromotionPath[] {
  const { scene } = net;
  const { policy } = scene.policies.current;
  const own = policy.types.find(({ key }) => key === center.type);
  if (own === undefined) return [];
  const world = worldOfApplicant(net, center);
  return policy.types
    .filter((type) => type.key !== own.key && heightOf(type.tier) <= heightOf(own.tier))
    .flatMap((type) =>
      policy.procedures
        .filter((procedure) => procedure.purpose === "entry" && procedure.for.includes(type.key))
        .flatMap((procedure) => {
          const required = requiredBy(policy, procedure, type.key);
          return required.some(({ condition }) => looksAt(net, center, { condition, world }))
            ? [pathTo(net, center, { type: type.key, procedure, required, world })]
            : [];
        }),
    );
}

/** The higher the smaller; a tier that the platform does not know stands under all others. */
const heightOf = (tier: Key): number => {
  const at = TIERS.findIndex((known) => known === tier);
  return at === -1 ? TIERS.length : at;
};

const requiredBy = (policy: Policy, procedure: Procedure, type: Key): Required[] =>
  policy.conditions
    .filter((condition) => condition.for.includes(type))
    .flatMap((condition) => {
      const stage = procedure.stages.find(({ requires }) => requires?.includes(condition.key));
      return stage === undefined ? [] : [{ procedure, stage, condition }];
    });

/** The institution that leads a center as it would stand if it applied today, for the same field. */
function worldOfApplicant(net: Net, center: CenterFacts): World {
  const field = center.values["center.field"] ?? center.values["application.field"];
  return worldInNet(net, {
    host: leadOf(center),
    year: yearOf(net.scene.today),
    ...(typeof field === "string" ? { supposed: { "application.field": field } } : {}),
  });
}

/** Whether a condition comes nearer to being met by a designation such as this one. */
function looksAt(
  { scene }: Net,
  center: CenterFacts,
  { condition, world }: { condition: NamedCondition; world: World },
): boolean {
  const records = ownRecords(scene.policies.current.policy, center, "designations");
  const share = (held: typeof records): number =>
    linesOf(
      condition.test,
      { ...world, silent: true, set: (collection) => (collection === "designations" ? held : []) },
      `conditions/${condition.key}/test`,
    ).reduce((sum, line) => sum + (line.share ?? 0), 0);
  return share(records) > share([]);
}

interface Path {
  type: Key;
  procedure: Procedure;
  required: readonly Required[];
  world: World;
}

function pathTo(
  net: Net,
  center: CenterFacts,
  { type: key, procedure, required, world }: Path,
): PromotionPath {
  const { policy } = net.scene.policies.current;
  const type = getType(policy, key);
  const obstacles = required.flatMap(({ condition, ...at }) =>
    obstaclesOf(condition, { ...at, policy, world }),
  );
  return {
    center: center.id,
    name: center.name,
    way: "procedure",
    key: procedure.key,
    label: labelOf(procedure).zh,
    force: procedure.force ?? "mandatory",
    to: { tier: type.tier, type: labelOf(type).zh },
    by: sayActor({ lang: "zh", policy }, procedure.starts.by),
    verdict: verdictOf(obstacles),
    leaves: required.flatMap(({ condition }) =>
      leavesOf(policy, condition, ruleCondition(policy, condition.key, world).ruling),
    ),
    clauses: clausesInWords(policy, procedure, type),
  };
}

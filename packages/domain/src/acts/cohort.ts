import type { Condition, Policy, Procedure, Standing } from "@yichuang/policy";
import { STANDINGS, wordFor } from "@yichuang/policy";
import type { CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { causeOf } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait, waitForOpen } from "./violation.ts";

interface Cohort {
  policy: Policy;
  procedure: Procedure;
  root: CenterFacts | InstitutionFacts | undefined;
  world: World;
}

/** Whether a root belongs to those whom a procedure is for; where its standing is wrong, that is said. */
export function checkCohort({ policy, procedure, root, world }: Cohort): Obstacle[] {
  const { who } = procedure.starts;
  if (who === undefined) return [];
  const path = `procedures/${procedure.key}/starts/who`;
  const ruling = evaluateCondition(who, world, path);
  if (ruling.truth === "true") return [];
  const about = { clauses: clausesOfNodes(policy, procedure), path, ruling };
  const standings = standingsOf(who);
  if (ruling.truth === "false" && standings !== undefined && root?.kind === "center") {
    const own =
      root.standing === undefined ? {} : { standing: root.standing, word: word(policy, root.standing) };
    const allowed = standings.map((standing) => word(policy, standing));
    return [refuse("standing-wrong", { ...own, allowed }, about)];
  }
  if (ruling.truth === "false") {
    return [refuse("condition-false", { condition: labelOf(procedure), said: ruling.said }, about)];
  }
  const cause = causeOf(ruling);
  if (cause.open !== undefined) return [waitForOpen(cause.open, about.clauses)];
  return [wait("condition-pending", { condition: labelOf(procedure) }, about)];
}

const word = (policy: Policy, standing: Standing) => wordFor(policy, `standing.${standing}`);

/** The standings that a condition asks for, where it asks for nothing else. */
function standingsOf(who: Condition): Standing[] | undefined {
  if (who.kind !== "compare" || (who.is !== "equal" && who.is !== "one-of")) return undefined;
  const of = who.of;
  if (typeof of !== "object" || !("kind" in of) || of.kind !== "fact" || of.fact !== "center.standing") {
    return undefined;
  }
  const than: unknown[] = Array.isArray(who.than) ? who.than : [who.than];
  return STANDINGS.filter((standing) => than.includes(standing));
}

// A tenant's own network on one day: what is strained, what is covered, what is reached, and which ways lead up.
import type { Env, PolicySet } from "../contract/decision.ts";
import type { CenterFacts, Facts, InstitutionFacts } from "../contract/facts.ts";
import type { NetworkMark } from "../contract/network.ts";
import { boardOf, boardOfYear } from "../targets/board.ts";
import { type Target, targetsOf } from "../targets/targets.ts";
import { yearOf } from "../time/days.ts";
import { seatLines, type SeatLine } from "./cap-seats.ts";
import { type ColumnOf, type Coverage, coverageOf } from "./coverage.ts";
import { marksOf } from "./marks.ts";
import { type Net, netOf } from "./net.ts";
import { pathsOf, type PromotionPath } from "./promotion-paths.ts";

export interface NetworkReport {
  marks: NetworkMark[];
  seats: SeatLine[];
  coverage: Coverage;
  targets: Target[];
  paths: PromotionPath[];
}

/** What a report is asked with, beside policies and facts. */
export interface NetworkAsked {
  env: Env;
  /** every institution of the tenant, as a board asks them */
  institutions: readonly InstitutionFacts[];
  /** the column of the coverage matrix in which an institution stands */
  columnOf: ColumnOf;
}

/**
 * Reads a network from the facts of all its centers, as a board loads them. It is measured by the policy in force, also
 * where a center came in under an earlier one. Nothing is stored.
 */
export function networkReport(policies: PolicySet, facts: Facts, asked: NetworkAsked): NetworkReport {
  const net = netOf(policies, facts, asked);
  const seats = seatLines(net);
  return {
    marks: marksOf(net, seats),
    seats,
    coverage: coverageOf(net, asked.columnOf),
    targets: ownTargets(net),
    paths: pathsOf(net),
  };
}

/** The ways up from some centers only: what an institution may see of its own. */
export const promotionPaths = (
  policies: PolicySet,
  facts: Facts,
  { only, ...asked }: Omit<NetworkAsked, "columnOf"> & { only: (center: CenterFacts) => boolean },
): PromotionPath[] => pathsOf(netOf(policies, facts, asked), only);

/** The tenant's own targets: what each center or institution bears by itself is no matter of the network's shape. */
function ownTargets({ scene, institutions }: Net): Target[] {
  const { policies, facts, env, today } = scene;
  const board = boardOf(policies, facts, { env, institutions: [...institutions.values()] });
  return targetsOf(boardOfYear(board, yearOf(today)), "tenant");
}

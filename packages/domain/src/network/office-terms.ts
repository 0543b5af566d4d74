// One holder has an office for so many terms in a row, and no longer, unless it is let go for the case.
import { getType, type Office } from "@yichuang/policy";
import { numberAt } from "../evaluate/interval.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import { officeTerms } from "../history/offices.ts";
import { clausesOfNodes, labelOf, type Obstacle, refuse, wait, waitForOpen } from "../acts/violation.ts";
import type { Scene } from "../acts/scene.ts";
import { type Changed, worldAfter } from "./seats.ts";

/** What stands in the way of whom an act names to an office. */
export const checkOffices = (scene: Scene, changed: readonly Changed[]): Obstacle[] =>
  changed.flatMap((one) => {
    if (one.after.offices.length === (one.before?.offices.length ?? 0)) return [];
    const world = worldAfter(scene, one);
    const { offices = [] } = getType(one.policy, one.after.type);
    return offices.flatMap((office) => obstacleOf(one, office, world));
  });

function obstacleOf({ policy, after }: Changed, office: Office, world: World): Obstacle[] {
  const last = officeTerms(after, office, world).at(-1);
  const path = `types/${after.type}/offices/${office.key}`;
  const force = office.force ?? "mandatory";
  const binds = force === "mandatory" || (force === "in-principle" && !world.waiver(path));
  if (office.terms === undefined || last === undefined || last.nth < 2 || !binds) return [];
  const clauses = clausesOfNodes(policy, office, getType(policy, after.type));
  const most = resolveValue<number>(office.terms, world, `${path}/terms`);
  if (most.kind === "open") return [waitForOpen(most.open, clauses)];
  const limit = most.kind === "known" ? numberAt(most.value) : undefined;
  if (limit === undefined)
    return [wait("condition-pending", { condition: labelOf(office) }, { clauses, path })];
  if (limit.most.gte(last.nth)) return [];
  const waivable =
    force === "in-principle" && office.waiver !== undefined ? { waivableBy: office.waiver.by.role } : {};
  const params = { office: labelOf(office), holder: last.holder, most: limit.most.toString(), ...waivable };
  return [refuse("terms-used-up", params, { clauses, force, path })];
}

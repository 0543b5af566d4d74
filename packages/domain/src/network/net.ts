// A tenant's own network as a report looks at it: all its centers on one day, under the policy in force.
import type { Policy, Standing } from "@yichuang/policy";
import type { Uuid } from "../contract/basics.ts";
import type { Env, PolicySet } from "../contract/decision.ts";
import type { CenterFacts, FactRecord, Facts, InstitutionFacts } from "../contract/facts.ts";
import type { NetworkMark } from "../contract/network.ts";
import { placeOf, type Scene, sceneOf } from "../acts/scene.ts";
import { clausesOfNodes } from "../acts/violation.ts";
import type { FactPlace } from "../history/fact-place.ts";
import { leadOf } from "../history/lead.ts";
import { fromRegisters } from "../history/register-records.ts";
import { worldOf } from "../history/world-of.ts";
import type { World } from "../evaluate/world.ts";
import { parentFacts } from "./parent-facts.ts";
import { SHARED_COLLECTIONS } from "./root-records.ts";
import { isShared, sharedRecords, withAlso } from "./shared-records.ts";

export interface Net {
  scene: Scene;
  centers: ReadonlyMap<Uuid, CenterFacts>;
  institutions: ReadonlyMap<number, InstitutionFacts>;
  /** the collections beyond one root */
  sets: Facts["sets"];
}

/** A network from facts as they are loaded; what the loaded centers add to collections is read from their histories. */
export function netOf(
  policies: PolicySet,
  facts: Facts,
  { env, institutions }: { env: Env; institutions: readonly InstitutionFacts[] },
): Net {
  const centers = new Map(facts.centers.map((center) => [center.id, center]));
  const parents = (facts.parents ?? []).filter(({ id }) => !centers.has(id));
  const shared = setsOf(policies, facts, centers);
  const current: Facts = {
    ...facts,
    sets: { ...facts.sets, ...shared },
    parents: [...parents, ...facts.centers.map(parentFacts)],
  };
  return {
    scene: sceneOf(policies, current, env),
    centers,
    sets: { ...shared, designations: withAlso(shared["designations"] ?? []) },
    institutions: new Map(institutions.map((institution) => [institution.host.party, institution])),
  };
}

function setsOf(
  policies: PolicySet,
  { sets, centers }: Facts,
  loaded: ReadonlyMap<Uuid, CenterFacts>,
): Facts["sets"] {
  const own: { [collection: string]: FactRecord[] } = sharedRecords(policies, centers);
  return Object.fromEntries(
    SHARED_COLLECTIONS.map((collection) => [
      collection,
      [
        ...(sets[collection] ?? []).filter(({ root }) => !loaded.has(String(root))),
        ...(own[collection] ?? []),
      ],
    ]),
  );
}

const NOT_THERE: readonly (Standing | undefined)[] = [undefined, "applying", "declined", "revoked", "exited"];

/** Whether there is a center: designated, and not ended. */
export const isThere = ({ standing }: Pick<CenterFacts, "standing">): boolean =>
  !NOT_THERE.includes(standing);

type Asking = Parameters<typeof placeOf>[1];

/**
 * The world of a center, of an institution that would apply, or of the tenant itself, with what the institution has
 * entered. Collections beyond one root are the same for all.
 */
export function worldInNet({ scene, institutions, sets }: Net, about: Asking = {}): World {
  const { root, host = root === undefined ? undefined : leadOf(root) } = about;
  const institution = host === undefined ? undefined : institutions.get(host.party);
  const place: FactPlace = {
    ...placeOf(scene, about),
    ...(institution === undefined ? {} : { institution }),
  };
  const world = worldOf(place);
  return {
    ...world,
    set: (collection) =>
      isShared(collection)
        ? [...(sets[collection] ?? []), ...fromRegisters(place, collection)]
        : world.set(collection),
  };
}

/** The waiver of a rule that holds for a center today. */
export const waiverOf = ({ scene }: Net, { cases }: CenterFacts, path: string) =>
  cases
    .flatMap(({ waivers }) => waivers)
    .find((waiver) => waiver.path === path && (waiver.until === undefined || waiver.until >= scene.today));

/** The clauses of the first node that names any, each with the title of its document. */
export const clausesInWords = (
  policy: Policy,
  ...nodes: Parameters<typeof clausesOfNodes>[1][]
): NetworkMark["clauses"] =>
  clausesOfNodes(policy, ...nodes).map(({ document, section, gist }) => ({
    document: policy.documents.find(({ key }) => key === document)?.title.zh ?? policy.title.zh,
    section,
    gist: gist.zh,
  }));

/** A field in the words of the lists from which types take theirs; a list that goes on has fields beside its items. */
export const fieldWord = ({ types, lists }: Policy, key: string): string =>
  lists
    .filter((list) => types.some(({ fields }) => fields === list.key))
    .flatMap(({ items }) => items)
    .find((item) => item.key === key)?.label?.zh ?? key;

// A tenant's own network in words, and what would be different: nothing is stored by either.
import {
  findPolicyVersion,
  type Loaded,
  listInstitutions,
  listLineage,
  listRegions,
  loadStatement,
  type Scope,
} from "@yichuang/db";
import {
  columnOf,
  dayOf,
  type HostFacts,
  leadOf,
  type NetworkAsked,
  networkReport,
  promotionPaths,
  type Region,
  type Supposition,
  whatIf as whatIfOf,
} from "@yichuang/domain";
import { Key } from "@yichuang/policy";
import { z } from "zod";
import { institutionsOf } from "../acts/registered.ts";
import { setStage, type StageSet } from "../acts/stage-set.ts";
import { asAdministrator } from "../administer.ts";
import { notFound } from "../app-error.ts";
import { hatted, wearing } from "../trpc.ts";
import { readsAsAuthority } from "../views/case-view.ts";
import { viewPath } from "../views/network-view.ts";
import { viewViolation } from "../views/verdict-view.ts";

interface Asking extends StageSet {
  asked: NetworkAsked;
  regions: readonly Region[];
  loaded: Loaded;
}

/** Everything that a report looks at, in one round trip; `spaces` are institutions that a supposition names. */
async function askNetwork(
  scope: Scope,
  tenant: number,
  spaces: number[] = [],
): Promise<Asking & { who: Who }> {
  const { who, loaded, registry, regions, tenants } = await scope.read({
    loaded: loadStatement({ board: true, spaces }),
    registry: listInstitutions(tenant),
    regions: listRegions(),
    tenants: listLineage(),
  });
  const stage = await setStage(scope, who, loaded);
  const of = tenants.find(({ id }) => id === tenant)?.region;
  const today = dayOf(who.now);
  const columnOfHost = ({ regionCode: place }: HostFacts): string | undefined =>
    of === undefined || of === null ? undefined : columnOf(regions, { of, place }, today);
  const asked = {
    env: stage.env,
    institutions: institutionsOf(loaded.roots, registry),
    columnOf: columnOfHost,
  };
  return { ...stage, asked, regions, loaded, who };
}

type Who = Awaited<ReturnType<Scope["read"]>>["who"];

const OF_AN_INSTITUTION = ["institution-manager", "contact", "center-director"];

/** The network as the authority sees it; an institution is told the ways up from its own centers, and nothing else. */
export const report = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who, policies, facts, asked } = await askNetwork(ctx.scope, ctx.tenant);
  const today = dayOf(who.now);
  if (!readsAsAuthority(who)) {
    if (!OF_AN_INSTITUTION.includes(who.role)) throw notFound();
    const only = (center: Parameters<typeof leadOf>[0]) => leadOf(center).party === who.party;
    const paths = promotionPaths(policies, facts, { ...asked, only }).map(viewPath);
    return { today, ofAll: false as const, paths };
  }
  const { marks, coverage, targets, paths } = networkReport(policies, facts, asked);
  return {
    today,
    ofAll: true as const,
    marks,
    coverage,
    targets: targets.map(({ readings, duty, label, force, clauses, bearer, due, met }) => ({
      duty,
      label,
      force,
      clauses,
      bearer,
      met,
      of: readings.length,
      ...(due === undefined ? {} : { due }),
      /** how the tenant itself stands, where it bears the target */
      own: readings
        .filter((reading) => reading.bearer.kind === "tenant")
        .map(({ state, lines, forecast }) => ({
          state,
          values: lines.map(({ value, than }) => ({ value, than })),
          ...(forecast === undefined
            ? {}
            : { forecast: { truth: forecast.truth, value: forecast.value, by: forecast.by } }),
        })),
    })),
    paths: paths.map(viewPath),
  };
});

const RegionCode = z.string().regex(/^\d{6}(Z\d{2})?$/);

const SuppositionInput = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("designate"),
    center: z.uuid(),
    /** a center that is not there yet; its id is then the caller's own */
    begin: z
      .strictObject({
        type: Key,
        name: z.string().trim().min(1).max(200),
        party: z.int().positive(),
        field: z.string().trim().min(1).max(80).exactOptional(),
        parent: z.uuid().exactOptional(),
        region: RegionCode.exactOptional(),
      })
      .exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("move"),
    center: z.uuid(),
    party: z.int().positive().exactOptional(),
    region: RegionCode.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("revoke"), center: z.uuid() }),
  z.strictObject({ kind: z.literal("adopt"), version: z.uuid() }),
]);
type SuppositionInput = z.infer<typeof SuppositionInput>;

const partyIn = (one: SuppositionInput): number[] => {
  const party = one.kind === "designate" ? one.begin?.party : one.kind === "move" ? one.party : undefined;
  return party === undefined ? [] : [party];
};

/** What would be different if all of it held, one after the other. A query: nothing of it is kept. */
export const whatIf = hatted
  .input(wearing({ suppositions: z.array(SuppositionInput).max(20) }))
  .query(async ({ ctx, input }) => {
    const spaces = [...new Set(input.suppositions.flatMap(partyIn))];
    const asking = await askNetwork(ctx.scope, ctx.tenant, spaces);
    if (!readsAsAuthority(asking.who)) throw notFound();
    const suppositions: Supposition[] = [];
    for (const one of input.suppositions) suppositions.push(await suppositionOf(ctx.scope, asking, one));
    const answer = whatIfOf(asking.policies, asking.facts, {
      ...asking.asked,
      regions: asking.regions,
      suppositions,
    });
    if (answer.kind === "refused")
      return { kind: answer.kind, nth: answer.nth, violations: answer.violations.map(viewViolation) };
    const { paths, ...difference } = answer.difference;
    const names = namesOf(asking, suppositions);
    return {
      kind: answer.kind,
      /** what the centers are called that are marked on either side, supposed ones too */
      names: Object.fromEntries(
        [...difference.marks.newly, ...difference.marks.noLonger].map(({ center }) => [
          center,
          names.get(center) ?? "",
        ]),
      ),
      difference: {
        ...difference,
        paths: { newly: paths.newly.map(viewPath), noLonger: paths.noLonger.map(viewPath) },
      },
    };
  });

const namesOf = ({ facts }: Asking, suppositions: readonly Supposition[]): Map<string, string> =>
  new Map([
    ...facts.centers.map(({ id, name }): [string, string] => [id, name]),
    ...suppositions.flatMap((one): [string, string][] =>
      one.kind === "designate" && one.begin !== undefined ? [[one.center, one.begin.name]] : [],
    ),
  ]);

async function suppositionOf(
  scope: Scope,
  asking: Asking & { who: Who },
  one: SuppositionInput,
): Promise<Supposition> {
  switch (one.kind) {
    case "revoke":
      return one;
    case "designate": {
      if (one.begin === undefined) return { kind: "designate", center: one.center };
      const { party, ...begin } = one.begin;
      return { kind: "designate", center: one.center, begin: { ...begin, host: hostOf(asking, party) } };
    }
    case "move": {
      const { party, ...move } = one;
      return party === undefined ? move : { ...move, host: hostOf(asking, party) };
    }
    case "adopt": {
      const { found } = await asAdministrator(() =>
        scope.read({ found: findPolicyVersion(asking.who.tenant, one.version) }),
      );
      if (found === null) throw notFound();
      const { policy_key: policy, version_no: version, doc_hash: hash, body } = found;
      return { kind: "adopt", pin: { policy, version, hash }, policy: body };
    }
  }
}

/** An institution that the tenant's registry knows. */
function hostOf({ loaded }: Asking, party: number): HostFacts {
  const host = loaded.parties.find(({ space }) => space === party)?.host;
  if (host === undefined) throw notFound();
  return host;
}

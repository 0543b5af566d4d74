// The institutions of a tenant as its registry knows them, with what they have entered there.
import { emptyInstitution, type InstitutionFacts } from "@yichuang/domain";

type Registered = { party_id: number; root_id: string; name: string; uscc: string; grade: string | null } & {
  kind: string | null;
  ownership: string | null;
  region: string | null;
  region_code: string | null;
  beds: number | null;
};

/** Every institution of the registry; one that has no history here is asked all the same, as the registry knows it. */
export function institutionsOf(
  loaded: readonly { facts: unknown }[],
  registry: readonly Registered[],
): InstitutionFacts[] {
  const known = loaded.flatMap(({ facts }) => (isInstitution(facts) ? [facts] : []));
  return registry.map(({ party_id: party, root_id: id, name, uscc, region_code: regionCode, ...row }) => {
    const root = known.find((one) => one.id === id) ?? emptyInstitution(id, { party, name, uscc });
    const { grade, kind, ownership, region, beds } = row;
    const said = { grade, kind, ownership, region, regionCode, beds };
    const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
    return { ...root, host: { ...root.host, ...filled, party, name, uscc } };
  });
}

const isInstitution = (facts: unknown): facts is InstitutionFacts =>
  typeof facts === "object" && facts !== null && "kind" in facts && facts.kind === "institution";

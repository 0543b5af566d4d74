// Who has to do with a register, and on whose account its entries stand.
import { listCenters, listInstitutions, loadStatement, type Scope } from "@yichuang/db";
import { abilitiesFor, type Hat, type RegisterEntry, type RootFacts } from "@yichuang/domain";
import type { Register } from "@yichuang/policy";
import { setStage, type StageSet } from "../acts/stage-set.ts";
import { viewAbility } from "./verdict-view.ts";

/** The authority sees every register; others those that they bear, and those that are public. */
export const offered = (register: Register, hat: Pick<Hat, "role" | "party" | "tenant">): boolean =>
  hat.role !== "expert" &&
  (register.bearer !== "tenant" || register.public === true || hat.party === hat.tenant);

interface Bearer {
  root: string;
  name: string;
}

/** The roots that a register's entries can be entered for, and whether the hat may enter one. */
export async function bearersOf(
  scope: Scope,
  { stage, register }: { stage: StageSet; register: Register },
): Promise<{ bearers: Bearer[]; record: ReturnType<typeof viewAbility> | null }> {
  const bearers = await listBearers(scope, { stage, register });
  const [first] = bearers;
  if (first === undefined) return { bearers, record: null };
  const { who, loaded } = await scope.read({ loaded: loadStatement({ roots: [first.root] }) });
  const at = await setStage(scope, who, loaded);
  const abilities = abilitiesFor(at.policies, at.facts, {
    env: at.env,
    place: { kind: "register", root: first.root, register: register.key },
  });
  const record = abilities.find(({ act }) => act === "record");
  return { bearers, record: record === undefined ? null : viewAbility(record) };
}

const MOST = 1_000;

async function listBearers(
  scope: Scope,
  { stage, register }: { stage: StageSet; register: Register },
): Promise<Bearer[]> {
  const { tenant, party, unit } = stage.env.hat;
  if (register.bearer === "tenant") return [{ root: stage.facts.tenant.id, name: unit }];
  const mine = (one: { party_id: number }): boolean => party === tenant || one.party_id === party;
  if (register.bearer === "institution") {
    const { rows } = await scope.read({ rows: listInstitutions(tenant) });
    return rows.filter(mine).map(({ root_id: root, name }) => ({ root, name }));
  }
  const { rows } = await scope.read({ rows: listCenters({ tenant, limit: MOST, offset: 0 }) });
  return rows
    .filter((row) => mine(row) && register.for?.includes(row.type_key) !== false)
    .map(({ center_id: root, name }) => ({ root, name }));
}

/** The entry as its root's history has it. */
export function entryFacts(
  { facts }: StageSet,
  row: { root_id: string; entry_id: string },
): RegisterEntry | undefined {
  const roots: RootFacts[] = [
    facts.tenant,
    ...facts.centers,
    ...(facts.institution === undefined ? [] : [facts.institution]),
  ];
  const root = roots.find(({ id }) => id === row.root_id);
  return root?.entries.find(({ id }) => id === row.entry_id);
}

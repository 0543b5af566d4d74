// Rebuilds every root from its events and compares with what is stored (rulings 6). For tests and for the operator.
import { canonicalize, type Policy } from "@yichuang/policy";
import { ledgerPolicy } from "@yichuang/policy/ledger";
import {
  changedRows,
  type DomainEvent,
  type PolicySet,
  project,
  replay,
  type RootFacts,
  ROW_KEYS,
  type RowSet,
} from "@yichuang/domain";
import { Client } from "pg";
import { pinOf } from "./onboarding.ts";

interface StoredRoot {
  tenant: number;
  id: string;
  head: number;
  facts: RootFacts | null;
}

const TABLES = Object.keys(ROW_KEYS) as (keyof RowSet)[];

/** What differs, one line each; empty where every root is its history. Needs a connection that reads all tenants. */
export async function verifyReplay({ adminUrl }: { adminUrl: string }): Promise<string[]> {
  const client = new Client({ connectionString: adminUrl, options: "-c timezone=UTC" });
  await client.connect();
  const json = async <T>(text: string, values: unknown[] = []): Promise<T> => {
    const { rows } = await client.query<{ answer: T }>(
      `select coalesce(json_agg(r), '[]') as answer from (${text}) r`,
      values,
    );
    return rows[0]?.answer as T;
  };
  try {
    const roots = await json<StoredRoot[]>(
      `select h.tenant_id as tenant, h.root_id as id, h.head_seq as head, f.facts
         from app.root_head h left join app.root_facts f using (tenant_id, root_id)`,
    );
    const differences: string[] = [];
    const rebuilt = new Map<number, RowSet[]>();
    for (const root of roots) {
      const policies = await policiesOf(json, root.tenant);
      const facts = replay(await eventsOf(json, root));
      if (facts === undefined || canonicalize(facts) !== canonicalize(root.facts ?? {}))
        differences.push(`${root.id}: the cached facts`);
      if (facts !== undefined)
        rebuilt.set(root.tenant, [...(rebuilt.get(root.tenant) ?? []), project(policies, facts)]);
    }
    for (const [tenant, sets] of rebuilt) differences.push(...(await compareRows(json, tenant, sets)));
    const sums = await json<{ node: number }[]>(RECOUNT);
    return [...differences, ...sums.map(({ node }) => `the sums of ${node} are no recount`)];
  } finally {
    await client.end();
  }
}

/** Nodes whose sums, folded or not, differ from what is published under them. */
const RECOUNT = `
  with kept as (
    select r.tenant_id as node, r.tier, r.type_key, r.field, r.place, r.standing, r.grade_key, r.n from app.rollup r
    union all select s.tenant_id, c.* from app.space s, app.cells_at(s) c where s.kind = 'authority'
    union all
    select node.tenant_id, c.tier, case when c.tenant_id = node.tenant_id then c.type_key else '' end, c.field,
      app.place_under(c.place, node.region_code), c.standing, case when c.tenant_id = node.tenant_id then c.grade_key else '' end, -1
    from app.network_center c join app.space own on own.tenant_id = c.tenant_id
    join app.space node on node.kind = 'authority' and own.lft between node.lft and node.rgt)
  select distinct node from (select node from kept group by node, tier, type_key, field, place, standing, grade_key having sum(n) <> 0) x`;

type Ask = <T>(text: string, values?: unknown[]) => Promise<T>;

const eventsOf = (json: Ask, { tenant, id }: StoredRoot): Promise<DomainEvent[]> =>
  json(
    `select json_build_object('kind', e.root_kind, 'id', e.root_id) as root, e.seq, e.kind, e.on_day as "onDay", ctx.iso(e.at) as at,
       e.who, e.consulted, e.body from app.event e where e.tenant_id = $1 and e.root_id = $2 order by e.seq`,
    [tenant, id],
  ).then((events) =>
    (events as (DomainEvent & { who: unknown })[]).map(
      ({ who, ...event }) => (who === null ? event : { ...event, who }) as DomainEvent,
    ),
  );

async function policiesOf(json: Ask, tenant: number): Promise<PolicySet> {
  type Adopted = { policy: string; version: number; hash: string; body: Policy };
  const adopted = await json<Adopted[]>(
    `select a.policy_key as policy, a.version_no as version, a.doc_hash as hash, d.body
       from app.adoption a join app.policy_doc d using (doc_hash) where a.tenant_id = $1 order by a.in_force_from`,
    [tenant],
  );
  const called = await json<Adopted[]>(
    "select c.doc_hash as hash, d.body from app.call c join app.policy_doc d using (doc_hash) where c.tenant_id = $1",
    [tenant],
  );
  const last = adopted.at(-1);
  // an institution's own space holds its ledger
  if (last === undefined)
    return { tenant, current: { pin: pinOf(ledgerPolicy()), policy: ledgerPolicy() }, byHash: {} };
  const { policy, version, hash, body } = last;
  return {
    tenant,
    current: { pin: { policy, version, hash }, policy: body },
    byHash: Object.fromEntries([...adopted, ...called].map((one) => [one.hash, one.body])),
  };
}

/** Stored rows against rebuilt ones, in both directions. */
async function compareRows(json: Ask, tenant: number, sets: readonly RowSet[]): Promise<string[]> {
  const differences: string[] = [];
  for (const table of TABLES) {
    const stored = await json<Row[]>(`select * from app.${table} where tenant_id = $1`, [tenant]);
    const expected: Row[] = sets.flatMap((set) => (set as unknown as { [name: string]: Row[] })[table] ?? []);
    const changes = changedRows(
      only(
        table,
        stored.map((row) => plain(row)),
      ),
      only(
        table,
        expected.map((row) => plain(row)),
      ),
    );
    if (count(changes.put) + count(changes.take) > 0) {
      differences.push(
        `${table}: ${count(changes.put)} rows differ or are missing, ${count(changes.take)} are too many`,
      );
    }
  }
  return differences;
}

const count = (rows: object): number =>
  (Object.values(rows) as unknown[][]).reduce((sum, one) => sum + one.length, 0);

type Row = { [column: string]: unknown };

const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** Instants in one form, without the tenant's number. */
const plain = ({ tenant_id: _tenant, ...row }: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === "string" && INSTANT.test(value) ? new Date(value).toISOString() : value,
    ]),
  );

const only = (table: keyof RowSet, rows: Row[]): RowSet =>
  Object.fromEntries(TABLES.map((one) => [one, one === table ? rows : []])) as unknown as RowSet;

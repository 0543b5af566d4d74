// What the database kept, in the order in which it was committed, and what it says of itself.
import type { DomainEvent } from "@yichuang/domain";
import { verifyReplay } from "@yichuang/db";
import { Client } from "pg";
import { TENANT } from "./arena.ts";

/** One commit: the key that asked for it, and its events by root. */
export interface Commit {
  key: string;
  user: string;
  events: DomainEvent[];
}

export async function onDatabase<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl, options: "-c timezone=UTC" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The chain of the audit is one line behind one lock, held to the end of each commit: its order is that of the commits.
 * What one transaction wrote bears its number, in the chain, in the keys and in the streams.
 */
export const readCommits = (adminUrl: string): Promise<Commit[]> =>
  onDatabase(adminUrl, async (client) => {
    const { rows } = await client.query<Commit>(
      `select i.key, i.owner_user as user, json_agg(json_build_object('root', json_build_object('kind', e.root_kind, 'id', e.root_id),
         'seq', e.seq, 'kind', e.kind, 'body', e.body) order by e.root_id, e.seq) as events
       from audit.entry a join app.idempotency i on i.xmin = a.xmin and i.tenant_id = a.tenant_id
         join app.event e on e.xmin = a.xmin and e.tenant_id = a.tenant_id
       where a.tenant_id = $1 and a.outcome = 'done' group by a.seq, i.key, i.owner_user order by a.seq`,
      [TENANT],
    );
    return rows;
  });

/** What is wrong with what is stored, whatever the model says; empty where nothing is. */
export async function faultsInStore(adminUrl: string): Promise<string[]> {
  const counted = await onDatabase(adminUrl, async (client) => {
    const { rows } = await client.query<{ fault: string }>(`
      select 'a stream with a gap: ' || h.root_id as fault from app.root_head h left join app.event e using (tenant_id, root_id)
        group by h.tenant_id, h.root_id, h.head_seq having count(e.seq) <> h.head_seq or max(e.seq) <> h.head_seq
      union all select 'an act in the chain without its key and events: ' || a.seq from audit.entry a
        where a.tenant_id = ${TENANT} and a.outcome = 'done' and a.action <> 'adopt-policy' and not exists (select 1 from app.event e where e.xmin = a.xmin)
      union all select 'a chain with a gap' from audit.entry where tenant_id = ${TENANT} having count(*) <> max(seq)
      union all select 'deadlocks: ' || deadlocks from pg_stat_database where datname = current_database() and deadlocks > 0`);
    return rows.map(({ fault }) => fault);
  });
  return [...counted, ...(await verifyReplay({ adminUrl }))];
}

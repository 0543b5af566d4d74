// Looks at the stored rows while everybody works: the same seats, counted by the database in one snapshot.
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { MOST } from "./pack.ts";

const BETWEEN_MS = 100;

const OVER = `
with held as (select body from app.fact_record where collection = 'designations' and body->>'standing' = 'established'),
  branch as (select body from held where body->>'type' = 'branch')
select 'branches in a city' as what from branch where body ? 'parent' group by body->>'parent', body->>'city' having count(*) > ${MOST.city}
union all select 'branches in a year' from branch having count(*) > ${MOST.year}
union all select 'centers in all' from held having count(*) > ${MOST.all}
union all select 'centers of a name' from app.fact_record where collection = 'applications'
  and body->>'standing' not in ('declined', 'revoked', 'exited') group by body->>'name' having count(*) > 1`;

/** Snapshots until the work is over, and what was too much in one of them. */
export async function watching<T>(
  client: Client,
  work: Promise<T>,
): Promise<{ snapshots: number; seen: string[]; result: T }> {
  const seen = new Set<string>();
  const ended = work.then((result) => ({ result }));
  for (let snapshots = 1; ; snapshots++) {
    const { rows } = await client.query<{ what: string }>(OVER);
    for (const { what } of rows) seen.add(`too many ${what} in a snapshot`);
    const done = await Promise.race([ended, sleep(BETWEEN_MS)]);
    if (done !== undefined) return { ...done, snapshots, seen: [...seen] };
  }
}

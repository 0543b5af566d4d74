// The centers above the ones that are asked for, for acts whose consequences reach them; and then those under all of them.
export const above = `
create or replace function app.root_of(p_ask jsonb) returns setof uuid language sql stable set search_path = '' as $f$
  with asked as (select app.root_asked(p_ask) as id),
  near as (select a.id from asked a
    union select (l->>'center')::uuid from app.root_facts f, jsonb_array_elements(coalesce(f.facts->'links', '[]')) l
     where (p_ask->>'above')::boolean and f.tenant_id = ctx.tenant() and f.root_id in (select a.id from asked a)
       and l->>'role' = 'parent-center' and l ? 'center' and not l ? 'to')
  select n.id from near n
  union select r.root_id from app.fact_record r where (p_ask->>'branches')::boolean and r.tenant_id = ctx.tenant()
    and r.collection = 'designations' and r.body->>'parent' in (select n.id::text from near n)
$f$;
`;

// What a board of a whole tenant looks at, and bars, which every application asks whatever its policy counts.
export const boards = `
create or replace function app.counted_sets() returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_object_agg(c, app.records_of(c)), '{}')
  from (select unnest(d.counts) as c from app.adoption a join app.policy_doc d using (doc_hash) union select 'bars') x
$f$;
create or replace function app.root_of(p_ask jsonb) returns setof uuid language sql stable set search_path = '' as $f$
  select (r #>> '{}')::uuid from jsonb_array_elements(coalesce(p_ask->'roots', '[]')) r
  union select f.root_id from app.case_file f where f.case_id in (select (c #>> '{}')::uuid from jsonb_array_elements(coalesce(p_ask->'cases', '[]')) c)
  union select f.root_id from app.case_file f where f.tenant_id = ctx.tenant()
    and f.procedure_key = p_ask->'cohort'->>'procedure' and f.year = (p_ask->'cohort'->>'year')::int
  union select c.center_id from app.center c where c.tenant_id = ctx.tenant() and (p_ask->>'campaign')::boolean
  union select h.root_id from app.root_head h where h.tenant_id = ctx.tenant() and h.kind <> 'tenant' and (p_ask->>'board')::boolean
$f$;
`;

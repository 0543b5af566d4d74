// Roots of a whole cohort: every case of a procedure and year, or every center, for acts that touch all of them.
export const cohorts = `
set local role yc_owner;
create index on app.case_file (tenant_id, procedure_key, year);
reset role;
create or replace function app.root_of(p_ask jsonb) returns setof uuid language sql stable set search_path = '' as $f$
  select (r #>> '{}')::uuid from jsonb_array_elements(coalesce(p_ask->'roots', '[]')) r
  union select f.root_id from app.case_file f where f.case_id in (select (c #>> '{}')::uuid from jsonb_array_elements(coalesce(p_ask->'cases', '[]')) c)
  union select f.root_id from app.case_file f where f.tenant_id = ctx.tenant()
    and f.procedure_key = p_ask->'cohort'->>'procedure' and f.year = (p_ask->'cohort'->>'year')::int
  union select c.center_id from app.center c where c.tenant_id = ctx.tenant() and (p_ask->>'campaign')::boolean
$f$;
-- what a paying institution writes, and what comes with its day, beside whatever was allowed before
do $$ begin
  execute format('create or replace function app.kinds_of_institutions() returns text[] language sql immutable set search_path = '''' as %L',
    format('select %L::text[]', app.kinds_of_institutions() || array['funded', 'finished']));
  execute format('create or replace function app.kinds_of_time() returns text[] language sql immutable set search_path = '''' as %L',
    format('select %L::text[]', app.kinds_of_time() || array['bar-ended', 'suspension-ended']));
end $$;
`;

// Centers under the ones that are asked for, for acts whose consequences reach them.
export const branches = `
alter function app.root_of(jsonb) rename to root_asked;
create function app.root_of(p_ask jsonb) returns setof uuid language sql stable set search_path = '' as $f$
  select app.root_asked(p_ask)
  union select r.root_id from app.fact_record r where (p_ask->>'branches')::boolean and r.tenant_id = ctx.tenant()
    and r.collection = 'designations' and r.body->>'parent' in (select a::text from app.root_asked(p_ask) a)
$f$;
alter function app.root_of(jsonb) owner to yc_writer;
revoke all on function app.root_of(jsonb) from public;
`;

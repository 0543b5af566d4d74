// Whom a center may be linked to, and the centers under one: names that a party needs to choose from, and no more.
export const network = `
create function app.to_name(p_types text[]) returns jsonb language sql stable security definer set search_path = '' as $f$
  select jsonb_build_object(
    'centers', (select coalesce(jsonb_agg(jsonb_build_object('id', r.root_id, 'name', r.body->'name', 'type', r.body->'type',
        'unit', r.body->'unit', 'standing', r.body->'standing') order by r.body->>'name'), '[]')
      from app.fact_record r where r.tenant_id = ctx.tenant() and r.collection = 'designations'
       and r.body->>'type' = any(p_types) and not coalesce(r.body->>'standing', '') = any(array['declined', 'revoked', 'exited'])),
    'spaces', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('space', e.party_id, 'name', s.name, 'kind', s.kind,
        'uscc', i.uscc)) order by s.kind, s.name), '[]')
      from app.enrolment e join app.space s on s.tenant_id = e.party_id left join app.institution i on i.tenant_id = e.party_id
     where e.tenant_id = ctx.tenant()))
$f$;
-- Those under a center, for whoever has a right to it: one row each, as it stands or as it applied.
create function app.under_center(p_center uuid) returns jsonb language sql stable security definer set search_path = '' as $f$
  select coalesce(jsonb_agg(x.one order by x.one->>'name'), '[]') from (
    select distinct on (r.root_id) jsonb_build_object('id', r.root_id, 'name', r.body->'name', 'unit', r.body->'unit',
      'standing', r.body->'standing', 'city', r.body->'city', 'on', r.body->'on') as one
    from app.fact_record r where r.tenant_id = ctx.tenant() and r.collection in ('designations', 'applications')
     and r.body->>'parent' = p_center::text
     and exists (select 1 from app.root_head h where h.root_id = p_center and app.may_write(h.kind, h.root_id, h.party_id))
    order by r.root_id, r.collection desc) x
$f$;
do $$ declare f text; begin
  foreach f in array array['to_name(text[])', 'under_center(uuid)'] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to yc_app', f);
  end loop;
end $$;
`;

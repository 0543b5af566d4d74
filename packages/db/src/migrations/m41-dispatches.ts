// What crosses tenants by being addressed: a dispatch is a row of its sender, its answer one of the addressee. Both sides
// read both, each from its own space; nobody else does, and nobody writes another's row.
const tables = `
create table app.dispatch (tenant_id int, root_id uuid, dispatch_key text, party_id int not null, to_space int not null,
  kind text not null check (kind in ('recommendation', 'filing', 'lineage')), promotion_key text, case_id uuid, title text not null,
  words text not null, on_day date not null, acknowledged_on date, body jsonb not null,
  primary key (tenant_id, root_id, dispatch_key));
create index on app.dispatch (to_space, on_day desc);
create table app.dispatch_answer (tenant_id int, to_space int, root_id uuid, dispatch_key text, party_id int not null,
  outcome text not null check (outcome in ('received', 'returned', 'taken-up')), words text not null, on_day date not null,
  by_name text not null, primary key (tenant_id, to_space, root_id, dispatch_key));
create index on app.dispatch_answer (to_space, root_id);

-- Addressed across tenants: the context's tenant is the sender or the addressee. Writing stays in the own tenant.
create function ddl.project_across(p_rel regclass) returns void language plpgsql set search_path = '' as $f$
declare v_verb text; begin
  perform ddl.project(p_rel, 'addressed');
  execute format('drop policy pin on %s', p_rel);
  execute format('create policy pin on %s as restrictive for select to yc_app, yc_worker, yc_writer
    using (coalesce((select ctx.tenant()) = any(array[tenant_id, to_space]), false))', p_rel);
  execute format('create policy pin_put on %s as restrictive for insert to yc_app, yc_worker, yc_writer
    with check (tenant_id = (select ctx.tenant()))', p_rel);
  foreach v_verb in array array['update', 'delete'] loop
    execute format('create policy pin_%1$s on %2$s as restrictive for %1$s to yc_app, yc_worker, yc_writer
      using (tenant_id = (select ctx.tenant()))', v_verb, p_rel);
  end loop;
  update ddl.class set class = 'across' where rel = p_rel;
end $f$;
alter function ddl.project_across(regclass) owner to yc_owner;
revoke all on function ddl.project_across(regclass) from public;
select ddl.project_across('app.dispatch');
select ddl.project_across('app.dispatch_answer');
`;

const loading = `
-- Dispatches to the tenant that an act names, and what was said to those of the roots that it is about. An institution
-- is told of what concerns it.
create function app.dispatches_for(p_ask jsonb) returns text language plpgsql stable security definer set search_path = '' as $f$
begin
  if ctx.tenant() is null then raise exception 'no context' using errcode = '28000'; end if;
  return jsonb_build_object(
    'received', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('tenant', d.tenant_id, 'root', d.root_id, 'key', d.dispatch_key,
        'kind', d.kind, 'title', d.title, 'by', s.name, 'party', d.party_id, 'promotion', d.promotion_key, 'body', d.body,
        'outcome', a.outcome)) order by d.on_day, d.dispatch_key), '[]')
      from jsonb_array_elements(coalesce(p_ask->'dispatches', '[]')) n
      join app.dispatch d on d.to_space = ctx.tenant() and d.tenant_id = (n->>'tenant')::int and d.root_id = (n->>'root')::uuid
      join app.space s on s.tenant_id = d.tenant_id
      left join app.dispatch_answer a on a.tenant_id = ctx.tenant() and a.to_space = d.tenant_id and a.root_id = d.root_id
        and a.dispatch_key = d.dispatch_key
     where app.is_authority() or d.party_id = ctx.party()),
    'answered', (select coalesce(jsonb_agg(jsonb_build_object('dispatch', jsonb_build_object('tenant', a.to_space, 'root', a.root_id,
        'key', a.dispatch_key), 'outcome', a.outcome, 'words', a.words, 'on', a.on_day) order by a.on_day), '[]')
      from app.dispatch_answer a where a.to_space = ctx.tenant()
       and a.root_id in (select (r #>> '{}')::uuid from jsonb_array_elements(coalesce(p_ask->'roots', '[]')) r)
       and (app.is_authority() or a.party_id = ctx.party())))::text;
end $f$;

-- Recommendations that came in and were not sent back count like those that the tenant's own cases hold.
create function app.received_recommendations() returns setof jsonb language sql stable set search_path = '' as $f$
  select jsonb_strip_nulls(jsonb_build_object('host', d.body->'uscc', 'hosts', jsonb_build_array(d.body->'uscc'), 'unit', d.body->'host',
    'field', d.body->'field', 'type', d.body->'type', 'by', s.name, 'tier', s.tier, 'on', d.on_day, 'from', d.tenant_id,
    'center', d.root_id, 'promotion', d.promotion_key, 'name', d.body->'name'))
  from app.dispatch d join app.space s on s.tenant_id = d.tenant_id
  where d.to_space = ctx.tenant() and d.kind = 'recommendation' and not exists (select 1 from app.dispatch_answer a
    where a.tenant_id = ctx.tenant() and a.to_space = d.tenant_id and a.root_id = d.root_id and a.dispatch_key = d.dispatch_key
      and a.outcome = 'returned')
  order by d.tenant_id, d.root_id, d.dispatch_key
$f$;
create or replace function app.records_of(p_collection text) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(r.body order by r.root_id, r.record_key), '[]')
    || case when p_collection = 'recommendations' then (select coalesce(jsonb_agg(x), '[]') from app.received_recommendations() x)
       else '[]' end
  from (select * from app.fact_record f where f.collection = p_collection
    union all select * from app.external_records() x where x.collection = p_collection) r
$f$;

-- what came in counts in any condition, whether the document counts it or what was settled does
create or replace function app.counted_sets() returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_object_agg(c, app.records_of(c)), '{}')
  from (select unnest(d.counts) as c from app.adoption a join app.policy_doc d using (doc_hash) union select 'bars'
    union select 'recommendations' from app.dispatch d where d.to_space = ctx.tenant() and d.kind = 'recommendation') x
$f$;

-- Spaces that an act names: those that take part in the tenant, and the authority above it.
create or replace function app.parties_of(p_ask jsonb) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('space', s.tenant_id, 'name', s.name, 'kind', coalesce(i.kind, s.kind),
      'uscc', i.uscc, 'grade', i.grade, 'tier', s.tier, 'region', case when i.uscc is null then s.region_code else i.region end,
      'host', case when i.uscc is null then null else app.host_of(i) end))), '[]')
  from app.space s left join app.institution i on i.tenant_id = s.tenant_id
  where (i.uscc in (select u #>> '{}' from jsonb_array_elements(coalesce(p_ask->'usccs', '[]')) u)
     or s.tenant_id in (select (u #>> '{}')::int from jsonb_array_elements(coalesce(p_ask->'spaces', '[]')) u))
    and (exists (select 1 from app.enrolment e where e.party_id = s.tenant_id)
     or s.tenant_id = (select own.parent_id from app.space own where own.tenant_id = ctx.tenant()))
$f$;
do $$ declare f text; begin
  foreach f in array array['dispatches_for(jsonb)', 'received_recommendations()'] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
end $$;
grant execute on function app.dispatches_for(jsonb) to yc_app, yc_worker;
`;

export const dispatches = `${tables}${loading}`;

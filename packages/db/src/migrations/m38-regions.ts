// Regions and the centers that no tenant keeps: everybody reads them, the platform's administrator keeps them. Nothing is
// deleted: what is over ends on a day, with a reason. And where an institution lies, as a code.
const tables = `
set local role yc_owner;
alter table app.region add column predecessors text[] not null default '{}', add column end_reason text,
  add foreign key (parent_code) references app.region, add check (region_code ~ '^[0-9]{6}(Z[0-9]{2})?$'),
  add check (kind = case when region_code like '%Z%' then 'zone' else 'division' end), add check (valid_to > valid_from);
create table app.external_center (center_id uuid primary key, name text not null, tier text not null, title text not null,
  authority text not null, host text not null, uscc text, field text, place text references app.region, valid_from date not null,
  valid_to date, end_reason text, check (valid_to > valid_from));
create index on app.external_center (uscc);
select ddl.keep('app.external_center', 'reference');
reset role;
`;

const regionActs = `
-- What the platform knows at its start; what its administrator changed since stays.
create or replace function app.put_regions(p jsonb) returns void language plpgsql volatile security definer set search_path = '' as $f$
begin
  insert into app.region (region_code, parent_code, name, kind, valid_from, valid_to, predecessors)
  select d->>'code', d->>'parent', d->>'name', d->>'kind', (d->>'from')::date, (d->>'to')::date,
    array(select jsonb_array_elements_text(d->'predecessors')) from jsonb_array_elements(p) d on conflict do nothing;
end $f$;
create function app.region_fault(p jsonb) returns text language plpgsql stable set search_path = '' as $f$
declare v_code text := p->>'code'; v_parent text := p->>'parent'; v_from date := (p->>'from')::date; begin
  if v_code !~ '^[0-9]{6}(Z[0-9]{2})?$' then return 'region-code'; end if;
  if v_code like '%Z%' and v_parent is distinct from left(v_code, 6) then return 'zone-elsewhere'; end if;
  if v_parent is not null and not exists (select 1 from app.region r where r.region_code = v_parent and r.valid_from <= v_from
      and coalesce(r.valid_to > v_from, true)) then return 'no-region-above'; end if;
  if exists (with recursive up as (select r.region_code, r.parent_code from app.region r where r.region_code = v_parent
      union select r.region_code, r.parent_code from app.region r join up on r.region_code = up.parent_code)
    select 1 from up where region_code = v_code) then return 'region-in-itself'; end if;
  if exists (select 1 from jsonb_array_elements_text(p->'predecessors') c
    where c = v_code or not exists (select 1 from app.region r where r.region_code = c)) then return 'no-such-predecessor'; end if;
  return null;
end $f$;
create function app.add_region(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_no text; begin
  if not app.is_platform() then raise exception 'not the platform' using errcode = '42501'; end if;
  lock table app.region in share row exclusive mode;
  v_no := case when exists (select 1 from app.region r where r.region_code = p->>'code') then 'region-taken' else app.region_fault(p) end;
  if v_no is not null then return jsonb_build_object('refused', v_no)::text; end if;
  insert into app.region (region_code, parent_code, name, kind, valid_from, predecessors)
  values (p->>'code', p->>'parent', p->>'name', case when p->>'code' like '%Z%' then 'zone' else 'division' end, (p->>'from')::date,
    array(select jsonb_array_elements_text(p->'predecessors')));
  perform app.kept('add-region', p->>'code', p);
  return '{"done": true}';
end $f$;
create function app.change_region(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v app.region; v_no text; begin
  if not app.is_platform() then raise exception 'not the platform' using errcode = '42501'; end if;
  lock table app.region in share row exclusive mode;
  select * into v from app.region r where r.region_code = p->>'code';
  v_no := case when v.region_code is null then 'no-such-region' when v.valid_to <= (p->>'from')::date then 'days-reversed' else app.region_fault(p) end;
  if v_no is not null then return jsonb_build_object('refused', v_no)::text; end if;
  update app.region set name = p->>'name', valid_from = (p->>'from')::date,
    predecessors = array(select jsonb_array_elements_text(p->'predecessors')) where region_code = v.region_code;
  update app.region set parent_code = p->>'parent' where region_code = v.region_code and v.parent_code is distinct from p->>'parent';
  perform app.kept('change-region', v.region_code, p);
  return '{"done": true}';
end $f$;
-- A region ends on a day; those that it was made into name it as what they were made from.
create function app.end_region(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v app.region; v_on date := (p->>'on')::date; v_no text; begin
  if not app.is_platform() then raise exception 'not the platform' using errcode = '42501'; end if;
  lock table app.region in share row exclusive mode;
  select * into v from app.region r where r.region_code = p->>'code';
  v_no := case when v.region_code is null then 'no-such-region' when v.valid_to is not null then 'ended-already'
    when v_on <= v.valid_from then 'days-reversed'
    when exists (select 1 from app.region r where r.parent_code = v.region_code and coalesce(r.valid_to > v_on, true)) then 'region-has-parts'
    when exists (select 1 from jsonb_array_elements_text(p->'successors') c where c = v.region_code or not exists (
      select 1 from app.region r where r.region_code = c and r.valid_from <= v_on and coalesce(r.valid_to > v_on, true))) then 'no-such-successor' end;
  if v_no is not null then return jsonb_build_object('refused', v_no)::text; end if;
  update app.region set valid_to = v_on, end_reason = p->>'reason' where region_code = v.region_code;
  update app.region set predecessors = predecessors || v.region_code
   where region_code in (select jsonb_array_elements_text(p->'successors')) and not v.region_code = any(predecessors);
  perform app.kept('end-region', v.region_code, p);
  return '{"done": true}';
end $f$;
`;

const centerActs = `
create function app.external_fault(p jsonb) returns text language sql stable set search_path = '' as $f$
  select case
    when p->>'place' is not null and not exists (select 1 from app.region r where r.region_code = p->>'place') then 'no-such-region'
    when exists (select 1 from app.external_center c where c.center_id <> (p->>'id')::uuid and c.tier = p->>'tier' and c.title = p->>'title'
      and c.name = p->>'name' and c.host = p->>'host' and coalesce(c.valid_to > (p->>'from')::date, true)) then 'center-taken' end
$f$;
create function app.add_external_center(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_no text; begin
  if not app.is_platform() then raise exception 'not the platform' using errcode = '42501'; end if;
  lock table app.external_center in share row exclusive mode;
  v_no := app.external_fault(p);
  if v_no is not null then return jsonb_build_object('refused', v_no)::text; end if;
  insert into app.external_center (center_id, name, tier, title, authority, host, uscc, field, place, valid_from)
  values ((p->>'id')::uuid, p->>'name', p->>'tier', p->>'title', p->>'authority', p->>'host', p->>'uscc', p->>'field', p->>'place', (p->>'from')::date);
  perform app.kept('add-external-center', p->>'id', p);
  return '{"done": true}';
end $f$;
create function app.change_external_center(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v app.external_center; v_no text; begin
  if not app.is_platform() then raise exception 'not the platform' using errcode = '42501'; end if;
  lock table app.external_center in share row exclusive mode;
  select * into v from app.external_center c where c.center_id = (p->>'id')::uuid;
  v_no := case when v.center_id is null then 'no-such-center' when v.valid_to <= (p->>'from')::date then 'days-reversed' else app.external_fault(p) end;
  if v_no is not null then return jsonb_build_object('refused', v_no)::text; end if;
  update app.external_center set name = p->>'name', tier = p->>'tier', title = p->>'title', authority = p->>'authority', host = p->>'host',
    uscc = p->>'uscc', field = p->>'field', place = p->>'place', valid_from = (p->>'from')::date where center_id = v.center_id;
  perform app.kept('change-external-center', v.center_id::text, p);
  return '{"done": true}';
end $f$;
create function app.end_external_center(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v app.external_center; v_no text; begin
  if not app.is_platform() then raise exception 'not the platform' using errcode = '42501'; end if;
  lock table app.external_center in share row exclusive mode;
  select * into v from app.external_center c where c.center_id = (p->>'id')::uuid;
  v_no := case when v.center_id is null then 'no-such-center' when v.valid_to is not null then 'ended-already'
    when (p->>'on')::date <= v.valid_from then 'days-reversed' end;
  if v_no is not null then return jsonb_build_object('refused', v_no)::text; end if;
  update app.external_center set valid_to = (p->>'on')::date, end_reason = p->>'reason' where center_id = v.center_id;
  perform app.kept('end-external-center', v.center_id::text, p);
  return '{"done": true}';
end $f$;
`;

// An external center of an institution counts as a standing at its tier, under a type that no policy can have: a cap
// counts by its own types.
const standings = `
create function app.external_records() returns setof app.fact_record language sql stable set search_path = '' as $f$
  select ctx.tenant(), c.center_id, 'designations', 'external', e.party_id, jsonb_strip_nulls(jsonb_build_object('root', c.center_id,
    'external', true, 'type', 'external:' || c.tier, 'name', c.name, 'tier', c.tier, 'field', c.field, 'host', c.uscc, 'unit', i.name,
    'hosts', jsonb_build_array(c.uscc), 'region', i.region, 'province', i.province, 'city', i.city, 'ownership', i.ownership,
    'standing', case when c.valid_to <= app.today() then 'exited' else 'established' end, 'on', c.valid_from, 'until', c.valid_to,
    'year', extract(year from c.valid_from)::int))
  from app.external_center c join app.institution i on i.uscc = c.uscc join app.enrolment e on e.party_id = i.tenant_id
  where c.valid_from <= app.today()
$f$;
create or replace function app.records_of(p_collection text) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(r.body order by r.root_id, r.record_key), '[]') from (
    select * from app.fact_record f where f.collection = p_collection
    union all select * from app.external_records() x where x.collection = p_collection) r
$f$;
`;

const hosts = `
create or replace function app.host_of(i app.institution) returns jsonb language sql stable set search_path = '' as $f$
  select jsonb_strip_nulls(jsonb_build_object('party', i.tenant_id, 'uscc', i.uscc, 'name', i.name, 'grade', i.grade, 'kind', i.kind,
    'ownership', i.ownership, 'legalPerson', i.legal_person, 'region', i.region, 'province', i.province, 'city', i.city, 'beds', i.beds,
    'university', i.university, 'regionCode', (select s.region_code from app.space s where s.tenant_id = i.tenant_id)))
$f$;
create or replace function app.parties_of(p_ask jsonb) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('space', e.party_id, 'name', s.name, 'kind', coalesce(i.kind, s.kind),
      'uscc', i.uscc, 'grade', i.grade, 'tier', s.tier, 'region', case when i.uscc is null then s.region_code else i.region end,
      'host', case when i.uscc is null then null else app.host_of(i) end))), '[]')
  from app.enrolment e join app.space s on s.tenant_id = e.party_id left join app.institution i on i.tenant_id = e.party_id
  where i.uscc in (select u #>> '{}' from jsonb_array_elements(coalesce(p_ask->'usccs', '[]')) u)
     or e.party_id in (select (u #>> '{}')::int from jsonb_array_elements(coalesce(p_ask->'spaces', '[]')) u)
$f$;
-- Names from the province down to the region itself.
create function app.region_path(p_code text) returns text[] language sql stable set search_path = '' as $f$
  with recursive up as (select r.name, r.parent_code, 1 as n from app.region r where r.region_code = p_code
    union all select r.name, r.parent_code, up.n + 1 from app.region r join up on r.region_code = up.parent_code)
  select array_agg(name order by n desc) from up
$f$;
-- Province, city and county are the names of the region that was chosen; a municipality directly under the State has
-- districts for its cities.
create or replace function app.edit_institution(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_party int := p->>'party'; v_path text[] := app.region_path(p->>'regionCode'); begin
  if ctx.tenant() is null then raise exception 'no context' using errcode = '28000'; end if;
  if not app.is_authority() or not ctx.role() in ('officer', 'tenant-admin')
     or not exists (select 1 from app.enrolment e where e.party_id = v_party) then
    raise exception 'the registry is not yours' using errcode = '42501';
  end if;
  update app.institution i set grade = p->>'grade', kind = p->>'kind', ownership = p->>'ownership', beds = (p->>'beds')::int
   where i.tenant_id = v_party;
  if v_path is not null then
    update app.space s set region_code = p->>'regionCode' where s.tenant_id = v_party;
    update app.institution i set province = v_path[1], city = v_path[2],
      region = coalesce(v_path[3], case when v_path[1] like '%市' then v_path[2] end) where i.tenant_id = v_party;
  end if;
  perform audit.append('edit-institution', v_party::text, 'done', encode(sha256(convert_to(p::text, 'UTF8')), 'hex'));
  return 'true';
end $f$;
`;

const grants = `
create function app.kept(p_act text, p_object text, p jsonb) returns void language sql volatile set search_path = '' as $f$
  select audit.append(p_act, p_object, 'done', encode(sha256(convert_to(p::text, 'UTF8')), 'hex'))
$f$;
do $$ declare f text; begin
  foreach f in array array['region_fault(jsonb)', 'external_fault(jsonb)', 'kept(text, text, jsonb)', 'external_records()',
    'region_path(text)', 'add_region(jsonb)', 'change_region(jsonb)', 'end_region(jsonb)', 'add_external_center(jsonb)',
    'change_external_center(jsonb)', 'end_external_center(jsonb)'] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
    if f ~ '^(add|change|end)_' then execute format('grant execute on function app.%s to yc_app', f); end if;
  end loop;
end $$;
-- the migration step alone fills in
revoke execute on function app.put_regions(jsonb) from yc_worker;
`;

export const regions = `${tables}${regionActs}${centerActs}${standings}${hosts}${grants}`;

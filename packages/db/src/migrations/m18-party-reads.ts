// What a decision sees beyond one root, and who enters a tenant as a party to one of its roots.
const loading = `
create function app.host_of(i app.institution) returns jsonb language sql immutable set search_path = '' as $f$
  select jsonb_strip_nulls(jsonb_build_object('party', i.tenant_id, 'uscc', i.uscc, 'name', i.name, 'grade', i.grade, 'kind', i.kind,
    'ownership', i.ownership, 'legalPerson', i.legal_person, 'region', i.region, 'province', i.province, 'city', i.city, 'beds', i.beds,
    'university', i.university))
$f$;
drop function app.designations_of(int);
-- The records of a collection in the whole tenant, each with the root that it comes from.
create function app.records_of(p_collection text) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(r.body order by r.root_id, r.record_key), '[]') from app.fact_record r where r.collection = p_collection
$f$;
create function app.counted_sets() returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_object_agg(c, app.records_of(c)), '{}')
  from (select distinct unnest(d.counts) as c from app.adoption a join app.policy_doc d using (doc_hash)) x
$f$;
-- The centers above the loaded ones, and those that the act names: their place, and what they have settled.
create function app.parents_of(p_ask jsonb, p_roots jsonb) returns jsonb language sql stable set search_path = '' as $f$
  with named as (
    select (l->>'center')::uuid as id from jsonb_array_elements(p_roots) r, jsonb_array_elements(coalesce(r->'facts'->'links', '[]')) l
     where l ? 'center'
    union select (c #>> '{}')::uuid from jsonb_array_elements(coalesce(p_ask->'parents', '[]')) c)
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', f.root_id, 'type', f.facts->'type', 'name', f.facts->'name',
      'standing', f.facts->'standing', 'grade', f.facts->'grade', 'host', f.facts->'host',
      'field', coalesce(f.facts->'values'->'center.field', f.facts->'values'->'application.field')))
    || jsonb_build_object('settlements', coalesce(f.facts->'settlements', '[]'))), '[]')
  from app.root_facts f where f.root_id in (select id from named) and f.facts->>'kind' = 'center'
$f$;
-- Spaces that the act names, where they are known to the tenant.
create function app.parties_of(p_ask jsonb) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('space', e.party_id, 'name', s.name, 'kind', coalesce(i.kind, s.kind),
      'uscc', i.uscc, 'grade', i.grade, 'tier', s.tier, 'region', coalesce(i.region, s.region_code)))), '[]')
  from app.enrolment e join app.space s on s.tenant_id = e.party_id left join app.institution i on i.tenant_id = e.party_id
  where i.uscc in (select u #>> '{}' from jsonb_array_elements(coalesce(p_ask->'usccs', '[]')) u)
     or e.party_id in (select (u #>> '{}')::int from jsonb_array_elements(coalesce(p_ask->'spaces', '[]')) u)
$f$;
create or replace function app.loaded_root(h app.root_head) returns jsonb language sql stable set search_path = '' as $f$
  select jsonb_build_object('kind', h.kind, 'id', h.root_id, 'party', h.party_id, 'seen', h.head_seq,
    'facts', (select f.facts from app.root_facts f where f.tenant_id = h.tenant_id and f.root_id = h.root_id))
$f$;
create or replace function app.load_facts(p_ask jsonb) returns text language plpgsql stable security definer set search_path = '' as $f$
declare v_roots jsonb; v_party int; begin
  if ctx.tenant() is null then raise exception 'no context' using errcode = '28000'; end if;
  select coalesce(jsonb_agg(app.loaded_root(h)), '[]') into v_roots from app.root_head h
   where h.root_id in (select app.root_of(p_ask)) and app.may_write(h.kind, h.root_id, h.party_id);
  v_party := coalesce((p_ask->>'party')::int, (v_roots->0->>'party')::int,
    (select e.party_id from app.enrolment e where e.root_id in (select app.root_of(p_ask)) limit 1), ctx.party());
  if not app.is_authority() and ctx.role() <> 'expert' then v_party := ctx.party(); end if;
  return jsonb_build_object(
    'roots', v_roots,
    -- what was answered to the same key before: a second send of one click
    'replay', (select jsonb_build_object('hash', i.body_hash, 'answer', i.answer) from app.idempotency i
      where i.owner_user = ctx.usr() and i.key = (p_ask->>'key')::uuid),
    'tenant', (select jsonb_build_object('id', s.root_id, 'name', s.name, 'seen', coalesce(h.head_seq, 0), 'facts', f.facts)
      from app.space s left join app.root_head h on h.tenant_id = s.tenant_id and h.root_id = s.root_id
      left join app.root_facts f on f.tenant_id = s.tenant_id and f.root_id = s.root_id where s.tenant_id = ctx.tenant()),
    'institution', (select jsonb_build_object('id', e.root_id, 'seen', coalesce(h.head_seq, 0), 'facts', f.facts)
      from app.enrolment e left join app.root_head h on h.tenant_id = e.tenant_id and h.root_id = e.root_id
      left join app.root_facts f on f.tenant_id = e.tenant_id and f.root_id = e.root_id where e.party_id = v_party),
    'host', (select app.host_of(i) from app.institution i where i.tenant_id = v_party),
    'parents', app.parents_of(p_ask, v_roots),
    'parties', app.parties_of(p_ask),
    'adoptions', (select coalesce(jsonb_agg(jsonb_build_object('policy', a.policy_key, 'version', a.version_no, 'hash', a.doc_hash,
        'from', a.in_force_from, 'to', a.in_force_to) order by a.in_force_from), '[]') from app.adoption a),
    'holidays', (select coalesce(jsonb_agg(jsonb_build_object('year', d.year, 'day', d.day, 'kind', d.kind)), '[]') from app.holiday d),
    'seats', (select coalesce(jsonb_object_agg(s.scope, s.version), '{}') from app.seat_scope s),
    'sets', app.counted_sets())::text;
end $f$;
`;

// the door opens to whoever is enrolled, an institution or another authority, and to a party to one of the roots
const INVITED = `(exists (select 1 from app.enrolment e where e.tenant_id = p_tenant and e.party_id = h.party_id)
           or exists (select 1 from app.root_party l where l.tenant_id = p_tenant and l.space_id = h.party_id and l.to_day is null))`;

const entering = `
create or replace function ctx.enter(p_session bytea, p_hat uuid, p_tenant int)
returns text language plpgsql volatile security definer set search_path = '' as $f$
declare r record; begin
  select s.user_id, a.name, h.party_id, h.role_key, p.name as unit into r
    from auth.session s
    join auth.account a on a.user_id = s.user_id and not a.disabled
    join auth.hat h on h.user_id = s.user_id and h.hat_id = p_hat
     and h.valid_from <= current_date and (h.valid_to is null or h.valid_to > current_date)
    join app.space p on p.tenant_id = h.party_id
   where s.session_hash = p_session and s.dies_at > clock_timestamp() and s.seen_at + s.idle > clock_timestamp()
     and case h.role_key
       when 'expert' then exists (select 1 from auth.pool e where e.tenant_id = p_tenant and e.user_id = s.user_id)
       else h.party_id = p_tenant or p.kind <> 'platform' and ${INVITED}
       end;
  if not found then raise exception 'not signed in for this' using errcode = '28000'; end if;
  perform ctx.sign(concat_ws('|', p_tenant, case when r.role_key = 'expert' then 0 else r.party_id end, r.user_id, r.role_key, p_hat));
  return json_build_object('hat', p_hat, 'user', r.user_id, 'name', r.name, 'role', r.role_key,
    'party', case when r.role_key = 'expert' then 0 else r.party_id end, 'unit', r.unit, 'tenant', p_tenant,
    'now', ctx.iso(ctx.now()));
end $f$;
create or replace function auth.list_hats(p_hash bytea)
returns table (hat uuid, role text, party int, unit text, unit_kind text, tenant int, tenant_name text)
language plpgsql volatile security definer set search_path = '' as $f$
begin return query
  select h.hat_id, h.role_key, h.party_id, p.name, p.kind, t.tenant_id, t.name
    from auth.session s join auth.hat h using (user_id) join app.space p on p.tenant_id = h.party_id
    join lateral (
      select h.party_id as id where p.kind <> 'institution' and h.role_key <> 'expert'
      union select e.tenant_id from app.enrolment e where h.role_key <> 'expert' and e.party_id = h.party_id
      union select l.tenant_id from app.root_party l where h.role_key <> 'expert' and l.space_id = h.party_id and l.to_day is null
      union select e.tenant_id from auth.pool e where h.role_key = 'expert' and e.user_id = s.user_id) x on true
    join app.space t on t.tenant_id = x.id
   where s.session_hash = p_hash and h.valid_from <= current_date and (h.valid_to is null or h.valid_to > current_date)
     and s.dies_at > clock_timestamp() and s.seen_at + s.idle > clock_timestamp()
   order by p.kind, h.role_key, t.tenant_id = h.party_id desc, t.parent_id nulls last, t.tenant_id; end $f$;
`;

const onboarding = `
create or replace function app.onboard_space(p jsonb) returns void language plpgsql volatile security definer set search_path = '' as $f$
begin
  insert into app.space (tenant_id, kind, parent_id, tier, region_code, name, root_id)
  values ((p->>'id')::int, p->>'kind', (p->>'parent')::int, p->>'tier', p->>'region', p->>'name', (p->>'root')::uuid)
  on conflict (tenant_id) do update set name = excluded.name;
  if p->>'kind' = 'institution' then
    insert into app.institution (tenant_id, uscc, name, grade, kind, ownership, legal_person, region, province, city, beds, university)
    values ((p->>'id')::int, p->>'uscc', p->>'name', p->>'grade', p->>'type', p->>'ownership', (p->>'legalPerson')::boolean,
      p->>'district', p->>'province', p->>'city', (p->>'beds')::int, p->>'university')
    on conflict (tenant_id) do update set name = excluded.name, grade = excluded.grade, kind = excluded.kind,
      ownership = excluded.ownership, legal_person = excluded.legal_person, region = excluded.region, province = excluded.province,
      city = excluded.city, beds = excluded.beds, university = excluded.university;
  end if;
end $f$;
`;

export const partyReads = `${loading}${entering}${onboarding}
do $$ declare f text; begin
  foreach f in array array['host_of(app.institution)', 'records_of(text)', 'counted_sets()', 'parents_of(jsonb, jsonb)', 'parties_of(jsonb)'] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
end $$;
`;

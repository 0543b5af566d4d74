// Versions of a tenant's policies before and after they are published, and the calls of its years.
// Every act is a definer function that checks the hat itself: the platform's administrator acts in any tenant, a
// tenant's own people in theirs. What is refused is an answer {"refused": code}, never an exception.
const tables = `
set local role yc_owner;
create table app.policy_version (tenant_id int, version_id uuid, policy_key text not null, version_no int not null,
  doc_hash text not null check (doc_hash ~ '^[0-9a-f]{64}$'), title text not null, body jsonb not null,
  state text not null check (state in ('draft', 'rehearsed', 'published', 'retired')), saved_by uuid not null,
  saved_at timestamptz not null, rehearsal jsonb, asked_by uuid, asked_from date, published_by uuid, in_force_from date,
  primary key (tenant_id, version_id));
create unique index on app.policy_version (tenant_id, policy_key, version_no) where state = 'published';
create table app.call (tenant_id int, policy_key text, version_no int, year int, call_key text, doc_hash text not null
  references app.policy_doc, title text not null, overlay jsonb not null, adopted_by uuid not null, adopted_at timestamptz not null,
  primary key (tenant_id, policy_key, version_no, year, call_key));
select ddl.keep('app.policy_version', 'authority');
select ddl.keep('app.call', 'shared');
reset role;
`;

const helpers = `
create function app.is_platform() returns boolean language sql stable set search_path = '' as $f$
  select coalesce(ctx.role() = 'platform-admin' and exists (select 1 from app.space s where s.tenant_id = ctx.party() and s.kind = 'platform'), false) $f$;
-- The tenant that an administrator works on; an exception for everybody else.
create function app.administered(p_tenant int, p_roles text[]) returns int language plpgsql stable set search_path = '' as $f$
begin
  if app.is_platform() and exists (select 1 from app.space s where s.tenant_id = p_tenant and s.kind = 'authority') then return p_tenant; end if;
  if ctx.role() = any(p_roles) and ctx.party() = ctx.tenant() and p_tenant = ctx.tenant() then return p_tenant; end if;
  raise exception 'this hat does not administer %', p_tenant using errcode = '42501';
end $f$;
-- Steps into a tenant, and back again before the function ends: nothing else runs under the other context.
create function app.step_into(p_tenant int) returns text language plpgsql set search_path = '' as $f$
declare v_back text := current_setting('yc.ctx', true); begin
  if ctx.tenant() is distinct from p_tenant then perform ctx.enter_service(p_tenant); end if;
  return v_back;
end $f$;
create function app.step_back(p_ctx text) returns void language sql set search_path = '' as $f$ select set_config('yc.ctx', p_ctx, true) $f$;
create function app.today() returns date language sql stable set search_path = '' as $f$ select (ctx.now() at time zone 'Asia/Shanghai')::date $f$;
-- Recorded with the one who acts, and where it is another one's tenant also there.
create function app.note(p_tenant int, p_action text, p_object text, p_digest text) returns void language plpgsql set search_path = '' as $f$
declare v_back text; begin
  perform audit.append(p_action, case when p_tenant = ctx.tenant() then '' else p_tenant || '/' end || p_object, 'done', p_digest);
  if p_tenant <> ctx.tenant() then
    v_back := app.step_into(p_tenant);
    perform audit.append(p_action, p_object, 'done', p_digest);
    perform app.step_back(v_back);
  end if;
end $f$;
`;

const versions = `
create function app.save_policy(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered((p->>'tenant')::int, array['tenant-admin']); v_who uuid := ctx.usr(); v_back text; begin
  v_back := app.step_into(v_t);
  insert into app.policy_version (tenant_id, version_id, policy_key, version_no, doc_hash, title, body, state, saved_by, saved_at)
  values (v_t, (p->>'id')::uuid, p->>'policy', (p->>'version')::int, p->>'hash', p->>'title', p->'body', 'draft', v_who, clock_timestamp());
  perform app.step_back(v_back);
  perform app.note(v_t, 'import-policy', p->>'policy', p->>'hash');
  return '{"done": true}';
end $f$;
create function app.list_policy_versions(p_tenant int) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered(p_tenant, array['tenant-admin', 'leader', 'officer']); v_back text; v_all jsonb; begin
  v_back := app.step_into(v_t);
  select coalesce(jsonb_agg(to_jsonb(v) - 'body' order by v.saved_at desc), '[]') into v_all from app.policy_version v;
  select jsonb_build_object('versions', v_all, 'adoptions', coalesce((select jsonb_agg(to_jsonb(a) order by a.in_force_from) from app.adoption a), '[]'),
    'calls', coalesce((select jsonb_agg(to_jsonb(c) - 'overlay' order by c.year, c.adopted_at) from app.call c), '[]')) into v_all;
  perform app.step_back(v_back);
  return v_all::text;
end $f$;
create function app.find_policy_version(p_tenant int, p_id uuid) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered(p_tenant, array['tenant-admin', 'leader', 'officer']); v_back text; v_one jsonb; begin
  v_back := app.step_into(v_t);
  select to_jsonb(v) into v_one from app.policy_version v where version_id = p_id;
  perform app.step_back(v_back);
  return coalesce(v_one, 'null')::text;
end $f$;
create function app.note_rehearsal(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered((p->>'tenant')::int, array['tenant-admin']); v_back text; v_n int; begin
  v_back := app.step_into(v_t);
  update app.policy_version set rehearsal = p->'rehearsal', state = 'rehearsed'
   where version_id = (p->>'id')::uuid and state in ('draft', 'rehearsed');
  get diagnostics v_n = row_count;
  perform app.step_back(v_back);
  if v_n = 0 then return '{"refused": "not-a-draft"}'; end if;
  perform app.note(v_t, 'rehearse-policy', p->>'id', '');
  return '{"done": true}';
end $f$;
-- A tenant's administrator asks for publication; somebody else confirms it.
create function app.ask_publication(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered((p->>'tenant')::int, array['tenant-admin']); v_who uuid := ctx.usr(); v_back text; v_n int; begin
  v_back := app.step_into(v_t);
  update app.policy_version set asked_by = v_who, asked_from = (p->>'from')::date
   where version_id = (p->>'id')::uuid and state in ('draft', 'rehearsed');
  get diagnostics v_n = row_count;
  perform app.step_back(v_back);
  if v_n = 0 then return '{"refused": "not-a-draft"}'; end if;
  perform app.note(v_t, 'ask-publication', p->>'id', p->>'from');
  return '{"done": true}';
end $f$;
create function app.publish_version(v app.policy_version, p_from date, p_who uuid) returns text language plpgsql set search_path = '' as $f$
begin
  if v.state not in ('draft', 'rehearsed') then return 'not-a-draft'; end if;
  if p_from is null then return 'no-day'; end if;
  if exists (select 1 from app.adoption a where a.policy_key = v.policy_key and a.version_no >= v.version_no) then return 'version-taken'; end if;
  if exists (select 1 from app.adoption a where a.in_force_from >= p_from) or
     (exists (select 1 from app.adoption) and p_from < app.today()) then return 'too-early'; end if;
  insert into app.policy_doc values (v.doc_hash, v.body) on conflict do nothing;
  update app.adoption set in_force_to = p_from - 1 where in_force_to is null or in_force_to >= p_from;
  insert into app.adoption values (v.tenant_id, v.policy_key, v.version_no, v.doc_hash, p_from, null);
  update app.policy_version set state = 'published', published_by = p_who, in_force_from = p_from where version_id = v.version_id;
  return null;
end $f$;
create function app.publish_policy(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered((p->>'tenant')::int, array['leader']); v_who uuid := ctx.usr(); v_platform boolean := app.is_platform();
  v_back text; v app.policy_version; v_no text; begin
  v_back := app.step_into(v_t);
  select * into v from app.policy_version where version_id = (p->>'id')::uuid for update;
  v_no := case when v.version_id is null then 'not-a-draft'
    when not v_platform and v.asked_by is null then 'nobody-asked'
    when not v_platform and v.asked_by = v_who then 'second-person'
    else app.publish_version(v, case when v_platform then (p->>'from')::date else v.asked_from end, v_who) end;
  perform app.step_back(v_back);
  if v_no is not null then return jsonb_build_object('refused', v_no)::text; end if;
  perform app.note(v_t, 'publish-policy', v.policy_key, v.doc_hash);
  return '{"done": true}';
end $f$;
create function app.retire_policy(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered((p->>'tenant')::int, array['tenant-admin']); v_back text; v app.policy_version; v_no text; begin
  v_back := app.step_into(v_t);
  select * into v from app.policy_version where version_id = (p->>'id')::uuid for update;
  if v.version_id is null or v.state = 'retired' then v_no := 'not-a-draft';
  elsif v.state = 'published' and exists (select 1 from app.adoption a where a.policy_key = v.policy_key and a.version_no = v.version_no
      and (a.in_force_to is null or a.in_force_to >= app.today())) then v_no := 'in-force';
  else update app.policy_version set state = 'retired' where version_id = v.version_id; end if;
  perform app.step_back(v_back);
  if v_no is not null then return jsonb_build_object('refused', v_no)::text; end if;
  perform app.note(v_t, 'retire-policy', v.policy_key, v.doc_hash);
  return '{"done": true}';
end $f$;
-- A year's call: the effective document is stored once, and cases of the year pin it.
create function app.adopt_call(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered((p->>'tenant')::int, array['tenant-admin', 'leader']); v_who uuid := ctx.usr(); v_back text; v_n int; begin
  v_back := app.step_into(v_t);
  perform 1 from app.adoption a where a.policy_key = p->>'policy' and a.version_no = (p->>'version')::int and a.doc_hash = p->>'base';
  if not found then perform app.step_back(v_back); return '{"refused": "not-adopted"}'; end if;
  insert into app.policy_doc values (p->>'hash', p->'body') on conflict do nothing;
  insert into app.call values (v_t, p->>'policy', (p->>'version')::int, (p->>'year')::int, p->>'call', p->>'hash', p->>'title', p->'overlay', v_who, clock_timestamp())
  on conflict do nothing;
  get diagnostics v_n = row_count;
  perform app.step_back(v_back);
  if v_n = 0 then return '{"refused": "call-taken"}'; end if;
  perform app.note(v_t, 'adopt-call', p->>'call', p->>'hash');
  return '{"done": true}';
end $f$;
`;

const tenants = `
create function app.create_tenant(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_id int; begin
  if not app.is_platform() then raise exception 'not the platform' using errcode = '42501'; end if;
  if not exists (select 1 from app.space s where s.tenant_id = (p->>'parent')::int and s.kind in ('platform', 'authority')) and p->>'parent' is not null
    then return '{"refused": "no-such-parent"}'; end if;
  lock table app.space in share row exclusive mode;
  if exists (select 1 from app.space s where s.kind = 'authority' and s.name = p->>'name') then return '{"refused": "name-taken"}'; end if;
  select max(tenant_id) + 1 into v_id from app.space;
  insert into app.space values (v_id, 'authority', (p->>'parent')::int, p->>'tier', p->>'region', p->>'name', (p->>'root')::uuid);
  perform app.note(v_id, 'create-tenant', p->>'name', '');
  return jsonb_build_object('done', true, 'tenant', v_id)::text;
end $f$;
create function app.list_tenants() returns text language plpgsql volatile security definer set search_path = '' as $f$
declare r record; v_all jsonb := '[]'; v_back text; begin
  if not app.is_platform() then raise exception 'not the platform' using errcode = '42501'; end if;
  for r in select * from app.space s where s.kind = 'authority' order by s.tenant_id loop
    v_back := app.step_into(r.tenant_id);
    v_all := v_all || jsonb_build_object('tenant', r.tenant_id, 'name', r.name, 'tier', r.tier, 'region', r.region_code, 'parent', r.parent_id,
      'institutions', (select count(*) from app.enrolment),
      'policy', (select jsonb_build_object('key', a.policy_key, 'version', a.version_no, 'from', a.in_force_from) from app.adoption a
        where a.in_force_from <= app.today() order by a.in_force_from desc limit 1));
    perform app.step_back(v_back);
  end loop;
  return v_all::text;
end $f$;
create function app.put_institution(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered((p->>'tenant')::int, array['tenant-admin']); v_id int; v_back text; begin
  select i.tenant_id into v_id from app.institution i where i.uscc = p->>'uscc';
  if v_id is null then
    lock table app.space in share row exclusive mode;
    select max(tenant_id) + 1 into v_id from app.space;
    insert into app.space values (v_id, 'institution', null, null, null, p->>'name', (p->>'root')::uuid);
    insert into app.institution values (v_id, p->>'uscc', p->>'name', p->>'grade');
  end if;
  v_back := app.step_into(v_t);
  insert into app.enrolment values (v_t, v_id, (p->>'enrolment')::uuid) on conflict do nothing;
  perform app.step_back(v_back);
  perform app.note(v_t, 'enrol', p->>'uscc', '');
  return jsonb_build_object('done', true, 'party', v_id)::text;
end $f$;
`;

const people = `
create function auth.may_grant(p_tenant int, p_party int, p_role text) returns boolean language plpgsql stable set search_path = '' as $f$
begin
  if p_role in ('tenant-admin', 'officer', 'leader', 'inspector') then return p_party = p_tenant; end if;
  if p_role = 'expert' then return p_party is null or exists (select 1 from app.enrolment e where e.tenant_id = p_tenant and e.party_id = p_party); end if;
  return p_role in ('institution-manager', 'center-director', 'contact')
    and exists (select 1 from app.enrolment e where e.tenant_id = p_tenant and e.party_id = p_party);
end $f$;
create function auth.administers(p_tenant int) returns boolean language sql stable set search_path = '' as $f$
  select coalesce(case when ctx.role() = 'platform-admin' then exists (select 1 from app.space s where s.tenant_id = ctx.party() and s.kind = 'platform')
      and exists (select 1 from app.space s where s.tenant_id = p_tenant and s.kind = 'authority')
    else ctx.role() = 'tenant-admin' and ctx.party() = ctx.tenant() and p_tenant = ctx.tenant() end, false) $f$;
-- A person with one hat; more hats for the same sign-in where the tenant knows the person already.
create function auth.put_person(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := (p->>'tenant')::int; v_party int := (p->>'party')::int; v_user uuid; begin
  if not auth.administers(v_t) then raise exception 'this hat does not administer %', v_t using errcode = '42501'; end if;
  if not auth.may_grant(v_t, v_party, p->>'role') then return '{"refused": "no-such-hat"}'; end if;
  select a.user_id into v_user from auth.account a where a.sign_in = p->>'signIn';
  if v_user is not null and (p->>'user')::uuid is distinct from v_user then return '{"refused": "sign-in-taken"}'; end if;
  if v_user is not null and not exists (select 1 from auth.hat h left join app.enrolment e on e.tenant_id = v_t and e.party_id = h.party_id
      where h.user_id = v_user and (h.party_id = v_t or e.party_id is not null)) then return '{"refused": "sign-in-taken"}'; end if;
  if v_user is null then
    v_user := (p->>'id')::uuid;
    insert into auth.account (user_id, sign_in, name, password_hash) values (v_user, p->>'signIn', p->>'name', p->>'passwordHash');
  end if;
  insert into auth.hat (hat_id, user_id, party_id, role_key) select (p->>'hat')::uuid, v_user, coalesce(v_party,
    (select min(s.tenant_id) from app.space s where s.kind = 'platform')), p->>'role'
   where not exists (select 1 from auth.hat h where h.user_id = v_user and h.role_key = p->>'role' and h.valid_to is null
     and h.party_id = coalesce(v_party, h.party_id));
  if p->>'role' = 'expert' then insert into auth.pool values (v_t, v_user, v_party) on conflict do nothing; end if;
  perform audit.append('put-person', v_t || '/' || (p->>'signIn'), 'done', p->>'role');
  return jsonb_build_object('done', true, 'user', v_user)::text;
end $f$;
create function auth.tenant_people(p_tenant int) returns text language plpgsql stable security definer set search_path = '' as $f$
begin
  if not auth.administers(p_tenant) then raise exception 'this hat does not administer %', p_tenant using errcode = '42501'; end if;
  return coalesce((select jsonb_agg(jsonb_build_object('user', a.user_id, 'signIn', a.sign_in, 'name', a.name, 'hat', h.hat_id, 'role', h.role_key,
      'party', h.party_id, 'unit', s.name, 'disabled', a.disabled) order by h.role_key, a.name)
    from auth.hat h join auth.account a using (user_id) join app.space s on s.tenant_id = h.party_id
    left join app.enrolment e on e.tenant_id = p_tenant and e.party_id = h.party_id
    left join auth.pool x on x.tenant_id = p_tenant and x.user_id = a.user_id
   where h.valid_to is null and (h.party_id = p_tenant or (h.role_key = 'expert' and x.user_id is not null) or (h.role_key <> 'expert' and e.party_id is not null))), '[]')::text;
end $f$;
`;

const grants = `
do $$ declare f text; begin
  foreach f in array array['is_platform()', 'administered(int, text[])', 'step_into(int)', 'step_back(text)', 'today()', 'note(int, text, text, text)',
    'publish_version(app.policy_version, date, uuid)', 'save_policy(jsonb)', 'list_policy_versions(int)', 'find_policy_version(int, uuid)',
    'note_rehearsal(jsonb)', 'ask_publication(jsonb)', 'publish_policy(jsonb)', 'retire_policy(jsonb)', 'adopt_call(jsonb)', 'create_tenant(jsonb)',
    'list_tenants()', 'put_institution(jsonb)'] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
  foreach f in array array['save_policy(jsonb)', 'list_policy_versions(int)', 'find_policy_version(int, uuid)', 'note_rehearsal(jsonb)',
    'ask_publication(jsonb)', 'publish_policy(jsonb)', 'retire_policy(jsonb)', 'adopt_call(jsonb)', 'create_tenant(jsonb)', 'list_tenants()',
    'put_institution(jsonb)'] loop
    execute format('grant execute on function app.%s to yc_app', f);
  end loop;
  foreach f in array array['may_grant(int, int, text)', 'administers(int)', 'put_person(jsonb)', 'tenant_people(int)'] loop
    execute format('alter function auth.%s owner to yc_ctx', f);
    execute format('revoke all on function auth.%s from public', f);
  end loop;
end $$;
grant execute on function auth.put_person(jsonb), auth.tenant_people(int) to yc_app;
grant execute on function audit.append(text, text, text, text) to yc_ctx;
`;

export const policyAdmin = `${tables}${helpers}${versions}${tenants}${people}${grants}`;

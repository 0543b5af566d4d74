// Parties beside a root's own institution: who they are, what they may read and write, and the records that look
// beyond one root.
const tables = `
create table app.root_party (tenant_id int, root_id uuid, link_key uuid, party_id int not null, space_id int not null,
  role text not null, from_day date not null, to_day date, primary key (tenant_id, root_id, link_key));
create index on app.root_party (tenant_id, space_id) where to_day is null;
create index on app.root_party (space_id) where to_day is null;
create table app.fact_record (tenant_id int, root_id uuid, collection text, record_key text, party_id int not null,
  body jsonb not null, primary key (tenant_id, root_id, collection, record_key));
create index on app.fact_record (tenant_id, collection);
create table app.seat_scope (tenant_id int, scope text, version int not null default 0,
  primary key (tenant_id, scope)) with (fillfactor = 70);
select ddl.project('app.root_party', 'party');
select ddl.project('app.fact_record', 'authority');
select ddl.keep('app.seat_scope', 'authority');
-- the door asks before there is a context
create policy door on app.root_party for select to yc_ctx using (true);
grant select on app.root_party to yc_ctx;

-- A party reads the rows that name it. The array stays whole, so that the query's own index is kept.
create function ddl.show_to_parties(p_rel regclass) returns void language plpgsql set search_path = '' as $f$
begin
  execute format('alter table %s add column parties int[] not null default array[]::int[]', p_rel);
  perform ddl.project(p_rel, 'party');
  execute format('alter policy seen on %s using (coalesce((select ctx.party()) = any(array[tenant_id, party_id] || parties), false))', p_rel);
  update ddl.class set class = 'shown' where rel = p_rel;
end $f$;
revoke all on function ddl.show_to_parties(regclass) from public;
select ddl.show_to_parties('app.center');
select ddl.show_to_parties('app.center_state');
select ddl.show_to_parties('app.center_span');
select ddl.show_to_parties('app.case_file');
select ddl.show_to_parties('app.case_state');
select ddl.show_to_parties('app.submission');
`;

const registry = `
alter table app.institution add column kind text, add column ownership text, add column legal_person boolean,
  add column region text, add column province text, add column city text, add column beds int, add column university text;

-- The collections beyond one root that a policy counts: in tallies, in caps, and in names that must be unique.
create function app.counted_collections(p_body jsonb) returns text[] language sql immutable set search_path = '' as $f$
  select coalesce(array_agg(distinct c order by c), '{}') from (
    select jsonb_path_query(p_body, '$.** ? (@.kind == "tally").of') #>> '{}' as c
    union all select jsonb_path_query(p_body, '$.caps[*].counts') #>> '{}'
    union all select unnest(array['designations', 'applications']) where jsonb_path_exists(p_body, '$.names[*].unique')) x
  where c in ('designations', 'applications', 'recommendations', 'consents')
$f$;
alter function app.counted_collections(jsonb) owner to yc_owner;
alter table app.policy_doc add column counts text[] generated always as (app.counted_collections(body)) stored;
grant execute on function app.counted_collections(jsonb) to yc_writer;
`;

const writing = `
-- Kinds that a party writes in a root that is not its own; what its stage lets it do is the domain's to say.
create function app.kinds_of_parties() returns text[] language sql immutable set search_path = '' as
$f$ select app.kinds_of_institutions() || array['checked', 'returned', 'recommended', 'met', 'judged', 'concluded', 'proposed',
  'decided', 'graded', 'issued', 'designated', 'publicized', 'objection-settled', 'applied-consequence'] $f$;

create or replace function app.may_write(p_kind text, p_id uuid, p_party int) returns boolean language plpgsql stable set search_path = '' as $f$
begin
  if app.is_authority() then return true; end if;
  if p_kind = 'tenant' then return false; end if;
  if ctx.role() = 'expert' then
    return exists (select 1 from app.case_file f join app.review_packet p using (tenant_id, case_id)
                    where f.root_id = p_id and ctx.usr() = any(p.readers));
  end if;
  return p_party = ctx.party()
    or exists (select 1 from app.root_party r where r.root_id = p_id and r.space_id = ctx.party() and r.to_day is null);
end $f$;

-- A value that a center settles for those under it lies in its own stream, and binds no case of its own.
create function app.settles_for_others(p_event jsonb, p_root uuid) returns boolean language sql immutable set search_path = '' as
$f$ select p_event->>'kind' = 'settled' and p_event->'root'->>'kind' = 'center' and not p_event->'body' ? 'case'
  and (p_event->'body'->>'center')::uuid is not distinct from p_root $f$;

create function app.writes_kind(p_event jsonb, p_head app.root_head) returns boolean language plpgsql stable set search_path = '' as $f$
begin
  if app.is_authority() then return true; end if;
  if ctx.role() = 'expert' then return p_event->>'kind' = any(app.kinds_of_experts()); end if;
  if p_head.party_id <> ctx.party() then return p_event->>'kind' = any(app.kinds_of_parties()); end if;
  return p_event->>'kind' = any(app.kinds_of_institutions()) or app.settles_for_others(p_event, p_head.root_id);
end $f$;

-- to what institutions write, whatever else they have been allowed before
do $$ begin
  execute format('create or replace function app.kinds_of_institutions() returns text[] language sql immutable set search_path = '''' as %L',
    format('select %L::text[]', app.kinds_of_institutions() || array['linked', 'unlinked']));
end $$;

create or replace function app.append_events(p_events jsonb, p_at timestamptz) returns void language plpgsql set search_path = '' as $f$
declare e jsonb; v_id uuid; h app.root_head; v_who jsonb; v_of_time boolean; begin
  for e in select value from jsonb_array_elements(p_events) loop
    v_id := e->'root'->>'id';
    update app.root_head set head_seq = head_seq + 1 where root_id = v_id returning * into strict h;
    v_of_time := coalesce((e->>'byTime')::boolean, false) and e->>'kind' = any(app.kinds_of_time());
    if not v_of_time and not app.writes_kind(e, h) then
      raise exception 'this hat does not write %', e->>'kind' using errcode = '42501';
    end if;
    v_who := case when (e->>'byTime')::boolean then null else e->'who' end;
    insert into app.event values (ctx.tenant(), v_id, h.head_seq, h.kind, h.party_id, (e->'body'->>'case')::uuid, e->>'kind',
      (e->>'onDay')::date, p_at, case when v_who is null then null else ctx.usr() end, v_who, e->'consulted', e->'body',
      e->>'kind' = any(app.sealed_kinds()));
  end loop;
end $f$;

-- Rows are those of the roots that were locked, and of nobody else.
drop function app.put_rows(text, jsonb);
create function app.put_rows(p_table text, p_rows jsonb, p_parties int[]) returns void language plpgsql set search_path = '' as $f$
declare p ddl.projection; v_set text; begin
  select * into p from ddl.projection where rel = p_table;
  if not found then raise exception '% is not projected', p_table using errcode = '42501'; end if;
  if not app.is_authority() and 'party_id' = any(p.columns) and exists (
    select 1 from jsonb_array_elements(p_rows) r where not (r->>'party_id')::int = any(p_parties)) then
    raise exception 'a row of another party' using errcode = '42501';
  end if;
  select string_agg(format('%1$I = excluded.%1$I', c), ', ') into v_set from unnest(p.columns) c where not c = any(p.keys);
  execute format('insert into app.%1$I select (jsonb_populate_record(null::app.%1$I, r || jsonb_build_object(''tenant_id'', ctx.tenant()))).*
    from jsonb_array_elements($1) r on conflict (%2$s) do update set %3$s', p_table,
    (select string_agg(format('%I', c), ', ') from unnest(p.keys) c), v_set) using p_rows;
end $f$;
drop function app.take_rows(text, jsonb);
create function app.take_rows(p_table text, p_keys jsonb, p_parties int[]) returns void language plpgsql set search_path = '' as $f$
declare p ddl.projection; begin
  select * into p from ddl.projection where rel = p_table;
  if not found then raise exception '% is not projected', p_table using errcode = '42501'; end if;
  execute format('delete from app.%1$I t using jsonb_array_elements($1) r, lateral jsonb_populate_record(null::app.%1$I, r) k
    where t.tenant_id = ctx.tenant() and %2$s%3$s', p_table,
    (select string_agg(format('t.%1$I = k.%1$I', c), ' and ') from unnest(p.keys) c where c <> 'tenant_id'),
    case when app.is_authority() or not 'party_id' = any(p.columns) then '' else ' and t.party_id = any($2)' end)
  using p_keys, p_parties;
end $f$;

-- Seats are counted by the decision; that nobody has taken one since is said by the scope's version, under its lock.
create function app.lock_seats(p_seats jsonb) returns void language plpgsql set search_path = '' as $f$
declare s jsonb; v_version int; begin
  for s in select value from jsonb_array_elements(coalesce(p_seats, '[]')) order by value->>'scope' collate "C" loop
    insert into app.seat_scope values (ctx.tenant(), s->>'scope', 0) on conflict do nothing;
    update app.seat_scope set version = version + 1 where scope = s->>'scope' returning version - 1 into strict v_version;
    if v_version <> (s->>'seen')::int then
      perform app.refuse(jsonb_build_object('kind', 'stale', 'root', null, 'scope', s->>'scope'));
    end if;
  end loop;
end $f$;
`;

const committing = `
create or replace function app.commit_checked(q jsonb) returns jsonb language plpgsql set search_path = '' as $f$
declare r jsonb; v_at timestamptz; v_old app.idempotency; v_answer jsonb; t record; v_parties int[]; begin
  insert into app.idempotency (tenant_id, owner_user, key, body_hash)
    values (ctx.tenant(), ctx.usr(), (q->>'key')::uuid, q->>'requestHash') on conflict do nothing;
  if not found then
    select * into v_old from app.idempotency where owner_user = ctx.usr() and key = (q->>'key')::uuid;
    if v_old.body_hash <> q->>'requestHash' then return jsonb_build_object('kind', 'key-reused'); end if;
    return jsonb_build_object('kind', 'replayed', 'answer', v_old.answer);
  end if;
  for r in select value from jsonb_array_elements(q->'roots') order by value->>'id' loop perform app.lock_root(r); end loop;
  perform app.lock_seats(q->'holds'->'seats');
  -- each of these was just found to be the root's own
  select array_agg(distinct (value->>'party')::int) into v_parties from jsonb_array_elements(q->'roots');
  -- windows close by the clock after the locks, never by the one that the decision saw
  v_at := ctx.now();
  -- the decision stands on the instant that it was given: rows and facts carry it, so events do too
  if (q->>'now')::timestamptz not between v_at - interval '30 seconds' and v_at then
    perform app.refuse(jsonb_build_object('kind', 'stale', 'root', null));
  end if;
  if v_at < (q->'holds'->>'notBefore')::timestamptz then perform app.refuse(jsonb_build_object('kind', 'too-early', 'now', ctx.iso(v_at))); end if;
  if v_at >= (q->'holds'->>'notAfter')::timestamptz then perform app.refuse(jsonb_build_object('kind', 'too-late', 'now', ctx.iso(v_at))); end if;
  perform app.append_events(q->'events', (q->>'now')::timestamptz);
  for t in select * from jsonb_each(coalesce(q->'take', '{}')) loop perform app.take_rows(t.key, t.value, v_parties); end loop;
  for t in select * from jsonb_each(coalesce(q->'put', '{}')) loop perform app.put_rows(t.key, t.value, v_parties); end loop;
  for r in select value from jsonb_array_elements(q->'roots') loop
    insert into app.root_facts
      select tenant_id, root_id, party_id, head_seq, r->'facts' from app.root_head where root_id = (r->>'id')::uuid
      on conflict (tenant_id, root_id) do update set at_seq = excluded.at_seq, facts = excluded.facts;
  end loop;
  perform audit.append(q->'audit'->>'action', q->'audit'->>'object', 'done', q->>'requestHash');
  v_answer := coalesce(q->'answer', '{}') || jsonb_build_object('at', q->>'now');
  update app.idempotency set answer = v_answer where owner_user = ctx.usr() and key = (q->>'key')::uuid;
  return jsonb_build_object('kind', 'committed', 'answer', v_answer);
end $f$;
`;

const own = (names: readonly string[]): string => `
do $$ declare f text; begin
  foreach f in array array[${names.map((name) => `'${name}'`).join(", ")}] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
end $$;
`;

export const parties = `${tables}${registry}${writing}${committing}${own([
  "kinds_of_parties()",
  "settles_for_others(jsonb, uuid)",
  "writes_kind(jsonb, app.root_head)",
  "put_rows(text, jsonb, int[])",
  "take_rows(text, jsonb, int[])",
  "lock_seats(jsonb)",
])}`;

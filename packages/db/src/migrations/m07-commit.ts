// app.commit: the only writer of events and of the rows that follow from them (rulings 16, 17).
// request = { key, requestHash, roots: [{kind, id, party, seen, facts}], events: [{root, kind, onDay, body, consulted}],
//             put: {table: [row]}, take: {table: [key]}, now, holds: {notBefore?, notAfter?}, audit: {action, object}, answer }
export const commit = `
create function app.kinds_of_experts() returns text[] language sql immutable set search_path = '' as
$f$ select array['judged', 'scored', 'recused'] $f$;
create function app.kinds_of_institutions() returns text[] language sql immutable set search_path = '' as
$f$ select array['opened', 'submitted', 'signed', 'withdrawn', 'reported', 'standing-changed', 'term-started', 'term-ended', 'missed',
  'waiver-ended', 'closed'] $f$;
create function app.sealed_kinds() returns text[] language sql immutable set search_path = '' as
$f$ select array['assigned', 'recused', 'judged', 'scored', 'proposed'] $f$;

create function app.is_authority() returns boolean language sql stable set search_path = '' as
$f$ select ctx.party() = ctx.tenant() $f$;

-- Whether the hat may act on a root at all; which act is the domain's to say.
create function app.may_write(p_kind text, p_id uuid, p_party int) returns boolean language plpgsql stable set search_path = '' as $f$
begin
  if app.is_authority() then return true; end if;
  if p_kind = 'tenant' then return false; end if;
  if ctx.role() = 'expert' then
    return exists (select 1 from app.case_file f join app.review_packet p using (tenant_id, case_id)
                    where f.root_id = p_id and ctx.usr() = any(p.readers));
  end if;
  return p_party = ctx.party();
end $f$;

create function app.refuse(p_answer jsonb) returns void language plpgsql set search_path = '' as $f$
begin raise exception 'refused' using errcode = 'YC001', detail = p_answer::text; end $f$;

create function app.lock_root(p_root jsonb) returns void language plpgsql set search_path = '' as $f$
declare v_id uuid := p_root->>'id'; v_kind text := p_root->>'kind'; v_party int := p_root->>'party'; h app.root_head; begin
  insert into app.root_head values (ctx.tenant(), v_id, v_kind, v_party, 0) on conflict do nothing;
  select * into strict h from app.root_head where root_id = v_id for update;
  if h.kind <> v_kind or h.party_id <> v_party or not app.may_write(h.kind, h.root_id, h.party_id) then
    raise exception 'this root is not yours' using errcode = '42501';
  end if;
  if h.head_seq <> (p_root->>'seen')::int then
    perform app.refuse(jsonb_build_object('kind', 'stale', 'root', v_id));
  end if;
end $f$;

create function app.put_rows(p_table text, p_rows jsonb) returns void language plpgsql set search_path = '' as $f$
declare p ddl.projection; v_set text; begin
  select * into p from ddl.projection where rel = p_table;
  if not found then raise exception '% is not projected', p_table using errcode = '42501'; end if;
  if not app.is_authority() and 'party_id' = any(p.columns) and exists (
    select 1 from jsonb_array_elements(p_rows) r where ctx.role() <> 'expert' and (r->>'party_id')::int <> ctx.party()) then
    raise exception 'a row of another party' using errcode = '42501';
  end if;
  select string_agg(format('%1$I = excluded.%1$I', c), ', ') into v_set from unnest(p.columns) c where not c = any(p.keys);
  execute format('insert into app.%1$I select (jsonb_populate_record(null::app.%1$I, r || jsonb_build_object(''tenant_id'', ctx.tenant()))).*
    from jsonb_array_elements($1) r on conflict (%2$s) do update set %3$s', p_table,
    (select string_agg(format('%I', c), ', ') from unnest(p.keys) c), v_set) using p_rows;
end $f$;

create function app.take_rows(p_table text, p_keys jsonb) returns void language plpgsql set search_path = '' as $f$
declare p ddl.projection; begin
  select * into p from ddl.projection where rel = p_table;
  if not found then raise exception '% is not projected', p_table using errcode = '42501'; end if;
  execute format('delete from app.%1$I t using jsonb_array_elements($1) r, lateral jsonb_populate_record(null::app.%1$I, r) k
    where t.tenant_id = ctx.tenant() and %2$s%3$s', p_table,
    (select string_agg(format('t.%1$I = k.%1$I', c), ' and ') from unnest(p.keys) c where c <> 'tenant_id'),
    case when app.is_authority() or ctx.role() = 'expert' or not 'party_id' = any(p.columns) then '' else ' and t.party_id = ctx.party()' end)
  using p_keys;
end $f$;

create function app.append_events(p_events jsonb, p_at timestamptz) returns void language plpgsql set search_path = '' as $f$
declare e jsonb; v_id uuid; h app.root_head; v_who jsonb; begin
  for e in select value from jsonb_array_elements(p_events) loop
    v_id := e->'root'->>'id';
    if ctx.role() = 'expert' and not e->>'kind' = any(app.kinds_of_experts())
       or not app.is_authority() and ctx.role() <> 'expert' and not e->>'kind' = any(app.kinds_of_institutions()) then
      raise exception 'this hat does not write %', e->>'kind' using errcode = '42501';
    end if;
    update app.root_head set head_seq = head_seq + 1 where root_id = v_id returning * into strict h;
    v_who := case when (e->>'byTime')::boolean then null else e->'who' end;
    insert into app.event values (ctx.tenant(), v_id, h.head_seq, h.kind, h.party_id, (e->'body'->>'case')::uuid, e->>'kind',
      (e->>'onDay')::date, p_at, case when v_who is null then null else ctx.usr() end, v_who, e->'consulted', e->'body',
      e->>'kind' = any(app.sealed_kinds()));
  end loop;
end $f$;

create function app.commit_checked(q jsonb) returns jsonb language plpgsql set search_path = '' as $f$
declare r jsonb; v_at timestamptz; v_old app.idempotency; v_answer jsonb; t record; begin
  insert into app.idempotency (tenant_id, owner_user, key, body_hash)
    values (ctx.tenant(), ctx.usr(), (q->>'key')::uuid, q->>'requestHash') on conflict do nothing;
  if not found then
    select * into v_old from app.idempotency where owner_user = ctx.usr() and key = (q->>'key')::uuid;
    if v_old.body_hash <> q->>'requestHash' then return jsonb_build_object('kind', 'key-reused'); end if;
    return jsonb_build_object('kind', 'replayed', 'answer', v_old.answer);
  end if;
  for r in select value from jsonb_array_elements(q->'roots') order by value->>'id' loop perform app.lock_root(r); end loop;
  -- windows close by the clock after the locks, never by the one that the decision saw
  v_at := ctx.now();
  -- the decision stands on the instant that it was given: rows and facts carry it, so events do too
  if (q->>'now')::timestamptz not between v_at - interval '30 seconds' and v_at then
    perform app.refuse(jsonb_build_object('kind', 'stale', 'root', null));
  end if;
  if v_at < (q->'holds'->>'notBefore')::timestamptz then perform app.refuse(jsonb_build_object('kind', 'too-early', 'now', ctx.iso(v_at))); end if;
  if v_at >= (q->'holds'->>'notAfter')::timestamptz then perform app.refuse(jsonb_build_object('kind', 'too-late', 'now', ctx.iso(v_at))); end if;
  perform app.append_events(q->'events', (q->>'now')::timestamptz);
  for t in select * from jsonb_each(coalesce(q->'take', '{}')) loop perform app.take_rows(t.key, t.value); end loop;
  for t in select * from jsonb_each(coalesce(q->'put', '{}')) loop perform app.put_rows(t.key, t.value); end loop;
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

create function app.commit(q jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_detail text; begin
  if ctx.tenant() is null then raise exception 'no context' using errcode = '28000'; end if;
  begin
    return app.commit_checked(q)::text;
  exception when sqlstate 'YC001' then
    -- everything of this attempt is undone: no effect, no idempotency record
    get stacked diagnostics v_detail = pg_exception_detail;
    return v_detail;
  end;
end $f$;
do $$ declare f text; begin
  foreach f in array array['kinds_of_experts()', 'kinds_of_institutions()', 'sealed_kinds()', 'is_authority()', 'may_write(text, uuid, int)',
    'refuse(jsonb)', 'lock_root(jsonb)', 'put_rows(text, jsonb)', 'take_rows(text, jsonb)', 'append_events(jsonb, timestamptz)',
    'commit_checked(jsonb)', 'commit(jsonb)'] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
end $$;
grant execute on function app.commit(jsonb) to yc_app, yc_worker;
`;

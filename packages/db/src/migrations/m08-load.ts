// app.load_facts: what a decision may look at, for a hat that has a right to the roots. An expert may decide on
// facts that he may not read, so what it returns never leaves the API as it is.
export const load = `
create function app.root_of(p_ask jsonb) returns setof uuid language sql stable set search_path = '' as $f$
  select (r #>> '{}')::uuid from jsonb_array_elements(coalesce(p_ask->'roots', '[]')) r
  union select f.root_id from app.case_file f where f.case_id in (select (c #>> '{}')::uuid from jsonb_array_elements(coalesce(p_ask->'cases', '[]')) c)
$f$;
create function app.loaded_root(h app.root_head) returns jsonb language sql stable set search_path = '' as $f$
  select jsonb_build_object('kind', h.kind, 'id', h.root_id, 'party', h.party_id, 'seen', h.head_seq,
    'facts', (select f.facts from app.root_facts f where f.tenant_id = h.tenant_id and f.root_id = h.root_id),
    'host', (select jsonb_build_object('party', i.tenant_id, 'uscc', i.uscc, 'name', i.name, 'grade', i.grade)
               from app.institution i where i.tenant_id = h.party_id))
$f$;
create function app.designations_of(p_party int) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(jsonb_build_object('type', c.type_key, 'host', c.host_uscc, 'standing', s.standing, 'on', s.term_from, 'year', c.cohort_year)
    order by c.center_id), '[]')
  from app.center c join app.center_state s using (tenant_id, center_id)
  where c.party_id = p_party and s.standing in ('building', 'established', 'rectifying')
$f$;
create function app.load_facts(p_ask jsonb) returns text language plpgsql stable security definer set search_path = '' as $f$
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
    'host', (select jsonb_build_object('party', i.tenant_id, 'uscc', i.uscc, 'name', i.name, 'grade', i.grade)
      from app.institution i where i.tenant_id = v_party),
    'adoptions', (select coalesce(jsonb_agg(jsonb_build_object('policy', a.policy_key, 'version', a.version_no, 'hash', a.doc_hash,
        'from', a.in_force_from, 'to', a.in_force_to) order by a.in_force_from), '[]') from app.adoption a),
    'holidays', (select coalesce(jsonb_agg(jsonb_build_object('year', d.year, 'day', d.day, 'kind', d.kind)), '[]') from app.holiday d),
    'sets', jsonb_build_object('designations', app.designations_of(v_party)))::text;
end $f$;
do $$ declare f text; begin
  foreach f in array array['root_of(jsonb)', 'loaded_root(app.root_head)', 'designations_of(int)', 'load_facts(jsonb)'] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
end $$;
grant execute on function app.load_facts(jsonb) to yc_app, yc_worker;
`;

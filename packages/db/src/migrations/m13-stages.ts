// What the parties of all stages may append, and what comes with its day whoever acts (rulings 4).
export const stages = `
create or replace function app.kinds_of_institutions() returns text[] language sql immutable set search_path = '' as
$f$ select array['opened', 'submitted', 'signed', 'withdrawn', 'reported', 'standing-changed', 'term-started', 'term-ended', 'missed',
  'waiver-ended', 'closed', 'case-recommended', 'consented', 'consent-ended', 'objected', 'filed', 'acknowledged'] $f$;
-- who objects is the authority's to know
create or replace function app.sealed_kinds() returns text[] language sql immutable set search_path = '' as
$f$ select array['assigned', 'recused', 'judged', 'scored', 'proposed', 'objected'] $f$;
create function app.kinds_of_time() returns text[] language sql immutable set search_path = '' as
$f$ select array['missed', 'waiver-ended', 'term-started', 'term-ended', 'run-started', 'run-ended', 'publicity-ended', 'designated',
  'standing-changed', 'closed'] $f$;
alter function app.kinds_of_time() owner to yc_writer;
revoke all on function app.kinds_of_time() from public;
-- what lasts and has not ended is looked for by the sweep
create index on app.event (tenant_id, kind) where kind in ('publicized', 'run-started', 'waived');

create or replace function app.append_events(p_events jsonb, p_at timestamptz) returns void language plpgsql set search_path = '' as $f$
declare e jsonb; v_id uuid; h app.root_head; v_who jsonb; v_of_time boolean; begin
  for e in select value from jsonb_array_elements(p_events) loop
    v_id := e->'root'->>'id';
    v_of_time := coalesce((e->>'byTime')::boolean, false) and e->>'kind' = any(app.kinds_of_time());
    if not v_of_time and (ctx.role() = 'expert' and not e->>'kind' = any(app.kinds_of_experts())
       or not app.is_authority() and ctx.role() <> 'expert' and not e->>'kind' = any(app.kinds_of_institutions())) then
      raise exception 'this hat does not write %', e->>'kind' using errcode = '42501';
    end if;
    update app.root_head set head_seq = head_seq + 1 where root_id = v_id returning * into strict h;
    v_who := case when (e->>'byTime')::boolean then null else e->'who' end;
    insert into app.event values (ctx.tenant(), v_id, h.head_seq, h.kind, h.party_id, (e->'body'->>'case')::uuid, e->>'kind',
      (e->>'onDay')::date, p_at, case when v_who is null then null else ctx.usr() end, v_who, e->'consulted', e->'body',
      e->>'kind' = any(app.sealed_kinds()));
  end loop;
end $f$;
`;

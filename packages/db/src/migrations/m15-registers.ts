// Registers and what is claimed of them. A fact is entered once, by whoever bears it; a claim crosses tenants by its
// fingerprint alone: another tenant learns that there is one, where and in which year, and nothing else.
const tables = `
set local role yc_owner;
create table app.register_entry (tenant_id int, root_id uuid, entry_id uuid, root_kind text not null, party_id int not null,
  register_key text not null, collection text, title text not null, answers jsonb not null, attributes jsonb not null,
  fingerprint text not null, state text not null, awaits boolean not null, open_to_all boolean not null, recorded_on date not null,
  recorded_by text, changed_on date not null, ruled_on date, ruled_by text, reason text, primary key (tenant_id, root_id, entry_id));
create index on app.register_entry (tenant_id, register_key, recorded_on desc, entry_id);
create index on app.register_entry (fingerprint);
create table app.claim (tenant_id int, fingerprint text, case_id uuid, party_id int not null, root_id uuid not null, stage_key text not null,
  procedure_key text not null, year int not null, register_key text not null, entry_id uuid not null, collection text not null,
  title text not null, share text, claimed_before boolean not null, primary key (tenant_id, fingerprint, case_id));
create index on app.claim (fingerprint);
create index on app.claim (tenant_id, case_id);
select ddl.project('app.register_entry', 'party');
select ddl.project('app.claim', 'party');
-- a register that is public within the tenant
create policy shown on app.register_entry for select to yc_app using (open_to_all);
-- the functions below look across tenants, and say what they say
create policy ledger on app.register_entry for select to yc_ctx using (true);
create policy ledger on app.claim for select to yc_ctx using (true);
grant select on app.register_entry, app.claim to yc_ctx;
reset role;
`;

/** Adds to what institutions write, whatever else they have been allowed before. */
const writing = `
do $$ begin
  execute format('create or replace function app.kinds_of_institutions() returns text[] language sql immutable set search_path = '''' as %L',
    format('select %L::text[]', app.kinds_of_institutions() || array['recorded', 'amended', 'verified', 'struck', 'claimed']));
end $$;
`;

const ledger = `
-- Entries of a tenant's registers that the party may claim, and of its own ledger in its own space.
create function app.claimable_entries(p_ask jsonb) returns setof app.register_entry language sql stable set search_path = '' as $f$
  select e.* from app.register_entry e
   where e.collection is not null and e.state <> 'struck'
     and (e.tenant_id = ctx.tenant() and (e.party_id = ctx.party() or e.open_to_all or ctx.party() = ctx.tenant())
       or e.tenant_id = ctx.party() and e.party_id = ctx.party())
     and case when p_ask ? 'entries' then e.entry_id in (select (x #>> '{}')::uuid from jsonb_array_elements(p_ask->'entries') x)
              else e.collection = p_ask->>'of' end
   order by e.recorded_on desc, e.entry_id limit 1000
$f$;
create function app.claims_of(p_fingerprints text[]) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('fingerprint', c.fingerprint, 'tenant', c.tenant_id, 'name', s.name,
      'year', c.year, 'share', c.share,
      'scope', case when c.tenant_id = ctx.tenant() then 'tenant' when s.tier = own.tier then 'tier' else 'other' end,
      'case', case when c.tenant_id = ctx.tenant() then c.case_id end, 'root', case when c.tenant_id = ctx.tenant() then c.root_id end))
    order by c.year, c.tenant_id), '[]')
  from app.claim c join app.space s on s.tenant_id = c.tenant_id join app.space own on own.tenant_id = ctx.tenant()
  where c.fingerprint = any(p_fingerprints)
$f$;
create function app.claimable(p_ask jsonb) returns text language plpgsql stable security definer set search_path = '' as $f$
declare v_entries jsonb; v_marks text[]; begin
  if ctx.tenant() is null then raise exception 'no context' using errcode = '28000'; end if;
  select coalesce(jsonb_agg(jsonb_build_object('id', e.entry_id, 'register', e.register_key, 'of', e.collection, 'title', e.title,
      'attributes', e.attributes, 'state', e.state, 'awaits', e.awaits, 'fingerprint', e.fingerprint)), '[]'),
    coalesce(array_agg(e.fingerprint), '{}') into v_entries, v_marks from app.claimable_entries(p_ask) e;
  return jsonb_build_object('entries', v_entries, 'claims', app.claims_of(v_marks))::text;
end $f$;
-- In how many other institutions a person of the own ledger works: the number and nothing else.
create function app.employers() returns text language plpgsql stable security definer set search_path = '' as $f$
begin
  if ctx.tenant() is null then raise exception 'no context' using errcode = '28000'; end if;
  return (select coalesce(jsonb_object_agg(own.entry_id, (select count(distinct e.tenant_id) from app.register_entry e
      join app.space s on s.tenant_id = e.tenant_id and s.kind = 'institution'
      where e.fingerprint = own.fingerprint and e.tenant_id <> own.tenant_id and e.state <> 'struck')), '{}')::text
    from app.register_entry own where own.tenant_id = ctx.tenant() and own.party_id = ctx.party() and own.tenant_id = own.party_id
      and own.collection = 'people' and own.state <> 'struck');
end $f$;
-- The keyed fingerprint of an identity number. The word in front keeps it apart from everything else that the key signs.
create function ctx.seal_identity(p_number text) returns text language plpgsql stable security definer set search_path = '' as $f$
declare k secret.ctx_key; begin
  if ctx.tenant() is null or p_number !~ '^[0-9]{17}[0-9X]$' then raise exception 'no identity number' using errcode = '22023'; end if;
  select * into strict k from secret.ctx_key;
  return to_json(encode(sha256(k.outer_key || sha256(k.inner_key || convert_to('identity:' || p_number, 'UTF8'))), 'hex'))::text;
end $f$;
-- these look across tenants, so they are the context's; it may own functions here for this step only
grant create on schema app to yc_ctx;
do $$ declare f text; begin
  foreach f in array array['app.claimable_entries(jsonb)', 'app.claims_of(text[])', 'app.claimable(jsonb)', 'app.employers()',
    'ctx.seal_identity(text)'] loop
    execute format('alter function %s owner to yc_ctx', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema app from yc_ctx;
grant execute on function app.claimable(jsonb), app.employers(), ctx.seal_identity(text) to yc_app, yc_worker;
`;

export const registers = `${tables}${writing}${ledger}`;

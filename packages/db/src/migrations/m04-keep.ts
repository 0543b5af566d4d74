// The one helper: a table gets its class, or it does not exist. A class is who may read; writing is app.commit's,
// except for drafts, attachments and sealed sheets, which their owner writes.
export const keep = `
create table ddl.class (rel regclass primary key, class text not null);
create table ddl.projection (rel text primary key, keys text[] not null, columns text[] not null);
alter table ddl.class owner to yc_owner;
alter table ddl.projection owner to yc_owner;
grant usage on schema ddl to yc_writer;
grant select on ddl.projection to yc_writer;

create function ddl.has_column(p_rel regclass, p_column text) returns boolean language sql stable set search_path = '' as
$f$ select exists (select 1 from pg_catalog.pg_attribute where attrelid = p_rel and attname = p_column and not attisdropped) $f$;

create function ddl.keep(p_rel regclass, p_class text) returns void language plpgsql set search_path = '' as $f$
declare
  tenant constant text := '(select ctx.tenant())';
  party constant text := '(select ctx.party())';
  usr constant text := '(select ctx.usr())';
  authority constant text := format('tenant_id = %s', party);
  own_or_authority constant text := format('coalesce(%s = any(array[tenant_id, party_id]), false)', party);
  reads text; writes text; lead text; old text;
begin
  for lead in select a.attname from pg_catalog.pg_index i
      join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indrelid = p_rel and i.indisunique loop
    if p_class <> 'reference' and lead <> 'tenant_id' then
      raise exception '%: a unique key must lead with tenant_id, not %', p_rel, lead;
    end if;
  end loop;
  if not exists (select 1 from pg_catalog.pg_index where indrelid = p_rel and indisprimary) then
    raise exception '%: no primary key', p_rel;
  end if;
  for old in select polname from pg_catalog.pg_policy where polrelid = p_rel loop
    execute format('drop policy %I on %s', old, p_rel);
  end loop;
  execute format('alter table %s owner to yc_owner', p_rel);
  execute format('revoke all on %s from public, yc_app, yc_worker, yc_public, yc_writer', p_rel);
  execute format('alter table %s enable row level security', p_rel);
  execute format('alter table %s force row level security', p_rel);

  if p_class = 'reference' then
    execute format('create policy seen on %s for select using (true)', p_rel);
    execute format('grant select on %s to yc_app, yc_worker, yc_public, yc_ctx, yc_auditor, yc_writer', p_rel);
    -- the platform's onboarding functions
    execute format('create policy writer on %s to yc_writer using (true) with check (true)', p_rel);
    execute format('grant insert, update on %s to yc_writer', p_rel);
  else
    reads := case p_class
      when 'authority' then authority
      when 'shared' then 'true'
      when 'party' then own_or_authority
      -- what reviewers do is the authority's to see, not the reviewed institution's
      when 'stream' then format('case when sealed then %s else %s end', authority, own_or_authority)
      when 'addressed' then case when ddl.has_column(p_rel, 'to_user')
        then format('case when to_user is not null and to_user is distinct from %s then %s else coalesce(%s = any(array[to_space, tenant_id, party_id]), false) or to_user = %1$s end', usr, authority, party)
        else format('coalesce(%s = any(array[to_space, tenant_id, party_id]), false)', party) end
      when 'reader' then format('case when %s then true else %s = any(readers) end', authority, usr)
      when 'private' then format('party_id = %s', party)
      when 'own' then format('owner_user = %s', usr) end;
    if reads is null then raise exception '%: no class %', p_rel, p_class; end if;
    execute format('create policy pin on %s as restrictive to yc_app, yc_worker, yc_writer using (tenant_id = %s) with check (tenant_id = %2$s)', p_rel, tenant);
    execute format('create policy seen on %s for select to yc_app, yc_worker using (%s)', p_rel, reads);
    execute format('grant select on %s to yc_app, yc_worker', p_rel);
    -- the definer functions: pinned to the context's tenant like everybody else
    execute format('create policy writer on %s to yc_writer using (true) with check (true)', p_rel);
    execute format('grant select, insert, update, delete on %s to yc_writer', p_rel);
    writes := case p_class when 'private' then format('party_id = %s', party) when 'own' then format('owner_user = %s', usr) end;
    if writes is not null then
      execute format('create policy put on %s for insert to yc_app with check (%s)', p_rel, writes);
      execute format('create policy change on %s for update to yc_app using (%s)', p_rel, writes);
      execute format('create policy away on %s for delete to yc_app using (%s)', p_rel, writes);
      execute format('grant insert, update, delete on %s to yc_app', p_rel);
    end if;
  end if;
  insert into ddl.class values (p_rel, p_class) on conflict (rel) do update set class = excluded.class;
end $f$;

-- A projected table: app.commit may put and take its rows by key, generically.
create function ddl.project(p_rel regclass, p_class text) returns void language plpgsql set search_path = '' as $f$
begin
  perform ddl.keep(p_rel, p_class);
  insert into ddl.projection
  select split_part(p_rel::text, '.', 2),
    (select array_agg(a.attname::text order by k.n) from pg_catalog.pg_index i, unnest(i.indkey::int2[]) with ordinality k(num, n)
       join pg_catalog.pg_attribute a on a.attrelid = p_rel and a.attnum = k.num where i.indrelid = p_rel and i.indisprimary),
    (select array_agg(attname::text order by attnum) from pg_catalog.pg_attribute where attrelid = p_rel and attnum > 0 and not attisdropped)
  on conflict (rel) do update set keys = excluded.keys, columns = excluded.columns;
end $f$;
alter function ddl.has_column(regclass, text) owner to yc_owner;
alter function ddl.keep(regclass, text) owner to yc_owner;
alter function ddl.project(regclass, text) owner to yc_owner;
revoke all on function ddl.has_column(regclass, text), ddl.keep(regclass, text), ddl.project(regclass, text) from public;
`;

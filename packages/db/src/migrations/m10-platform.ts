// The platform's acts: onboarding of spaces and policies, and the clock of the demonstration.
export const platform = `
create function app.onboard_space(p jsonb) returns void language plpgsql volatile security definer set search_path = '' as $f$
begin
  insert into app.space (tenant_id, kind, parent_id, tier, region_code, name, root_id)
  values ((p->>'id')::int, p->>'kind', (p->>'parent')::int, p->>'tier', p->>'region', p->>'name', (p->>'root')::uuid)
  on conflict (tenant_id) do update set name = excluded.name;
  if p->>'kind' = 'institution' then
    insert into app.institution values ((p->>'id')::int, p->>'uscc', p->>'name', p->>'grade')
    on conflict (tenant_id) do update set name = excluded.name, grade = excluded.grade;
  end if;
end $f$;
create function app.enrol(p_tenant int, p_party int, p_root uuid) returns void language plpgsql volatile security definer set search_path = '' as $f$
begin
  perform ctx.enter_service(p_tenant);
  insert into app.enrolment values (p_tenant, p_party, p_root) on conflict do nothing;
end $f$;
create function app.adopt(p_tenant int, p jsonb) returns void language plpgsql volatile security definer set search_path = '' as $f$
begin
  perform ctx.enter_service(p_tenant);
  insert into app.policy_doc values (p->>'hash', p->'body') on conflict do nothing;
  insert into app.adoption values (p_tenant, p->>'policy', (p->>'version')::int, p->>'hash', (p->>'from')::date, (p->>'to')::date)
  on conflict do nothing;
  perform audit.append('adopt-policy', p->>'policy', 'done', p->>'hash');
end $f$;
create function app.put_holidays(p jsonb) returns void language plpgsql volatile security definer set search_path = '' as $f$
begin
  insert into app.holiday select (d->>'year')::int, (d->>'day')::date, d->>'kind' from jsonb_array_elements(p) d on conflict do nothing;
end $f$;
create function app.put_regions(p jsonb) returns void language plpgsql volatile security definer set search_path = '' as $f$
begin
  insert into app.region select d->>'code', d->>'parent', d->>'name', d->>'kind', (d->>'from')::date, (d->>'to')::date
  from jsonb_array_elements(p) d on conflict do nothing;
end $f$;

create function ctx.demo_begin(p_now timestamptz) returns void language plpgsql volatile security definer set search_path = '' as $f$
begin
  if to_regclass('ctx.demo_clock') is null then
    execute 'create table ctx.demo_clock (one boolean primary key default true check (one), ahead interval not null)';
    execute 'insert into ctx.demo_clock values (true, $1 - clock_timestamp())' using p_now;
  end if;
end $f$;
create function ctx.demo_advance(p_to timestamptz) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare n int; begin
  if to_regclass('ctx.demo_clock') is null then raise exception 'no demonstration runs' using errcode = '42501'; end if;
  execute 'update ctx.demo_clock set ahead = greatest(ahead, $1 - clock_timestamp())' using p_to;
  return ctx.iso(ctx.now());
end $f$;
create function app.demo_reset(p_now timestamptz) returns void language plpgsql volatile security definer set search_path = '' as $f$
declare r record; begin
  if to_regclass('ctx.demo_clock') is null then raise exception 'no demonstration runs' using errcode = '42501'; end if;
  for r in select rel from ddl.class where class <> 'reference' and rel not in ('app.enrolment'::regclass, 'app.adoption'::regclass) loop
    execute format('truncate %s cascade', r.rel);
  end loop;
  perform ctx.demo_set(p_now);
end $f$;
create function ctx.demo_set(p_now timestamptz) returns void language plpgsql volatile security definer set search_path = '' as $f$
begin execute 'update ctx.demo_clock set ahead = $1 - clock_timestamp()' using p_now; end $f$;
alter function ctx.demo_begin(timestamptz) owner to yc_ctx;
alter function ctx.demo_advance(timestamptz) owner to yc_ctx;
alter function ctx.demo_set(timestamptz) owner to yc_ctx;
alter function app.demo_reset(timestamptz) owner to yc_owner;
revoke all on function ctx.demo_begin(timestamptz), ctx.demo_advance(timestamptz), ctx.demo_set(timestamptz), app.demo_reset(timestamptz) from public;
grant execute on function ctx.demo_set(timestamptz) to yc_owner;
grant execute on function ctx.demo_begin(timestamptz), ctx.demo_advance(timestamptz), app.demo_reset(timestamptz) to yc_worker;
do $$ declare f text; begin
  foreach f in array array['onboard_space(jsonb)', 'enrol(int, int, uuid)', 'adopt(int, jsonb)', 'put_holidays(jsonb)', 'put_regions(jsonb)'] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to yc_worker', f);
  end loop;
end $$;
`;

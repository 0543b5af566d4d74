// What everybody may read without signing in: tables of their own, without a column that is not public.
export const everybody = `
create function ddl.show_everybody(p_rel regclass) returns void language plpgsql set search_path = '' as $f$
begin
  perform ddl.project(p_rel, 'authority');
  execute format('create policy everybody on %s for select to yc_public using (true)', p_rel);
  execute format('grant select on %s to yc_public', p_rel);
  update ddl.class set class = 'public' where rel = p_rel;
end $f$;
alter function ddl.show_everybody(regclass) owner to yc_owner;
revoke all on function ddl.show_everybody(regclass) from public;

create table app.public_center (tenant_id int, center_id uuid, party_id int not null, name text not null, host_name text not null,
  type_key text not null, type_label text not null, tier text not null, field text not null, place text not null, standing text not null,
  standing_word text not null, since date not null, until date, above text, waivers jsonb not null, primary key (tenant_id, center_id));
create index on app.public_center (tenant_id, type_key, since);
create table app.public_notice (tenant_id int, case_id uuid, stage_key text, party_id int not null, name text not null, host_name text not null,
  matter text not null, place text not null, from_day date not null, ends_on date not null, over boolean not null, primary key (tenant_id, case_id, stage_key));
create index on app.public_notice (tenant_id, ends_on);
select ddl.show_everybody('app.public_center');
select ddl.show_everybody('app.public_notice');
grant execute on function ctx.now() to yc_public;
grant usage on schema ctx to yc_public;
`;

// What tenants publish to the network, the tree of authorities that says who reads it, and the sums kept over it.
const tree = `
alter table app.space add column lft int, add column rgt int;
create index on app.space (lft);
-- Authorities are numbered anew whenever one comes in or moves: a few thousand narrow rows, and nothing refers to the numbers.
create function app.number_spaces() returns trigger language plpgsql security definer set search_path = '' as $f$
begin
  with recursive tree as (
    select s.tenant_id, array[s.tenant_id] as path from app.space s
     where s.kind = 'authority' and not exists (select 1 from app.space p where p.tenant_id = s.parent_id and p.kind = 'authority')
    union all
    select s.tenant_id, t.path || s.tenant_id from app.space s join tree t on s.parent_id = t.tenant_id where s.kind = 'authority'),
  placed as (
    select t.tenant_id, (row_number() over (order by t.path))::int as lft, (select count(*)::int from tree u where u.path[1:cardinality(t.path)] = t.path) as size
    from tree t)
  update app.space s set lft = p.lft, rgt = p.lft + p.size - 1 from placed p
   where p.tenant_id = s.tenant_id and (s.lft, s.rgt) is distinct from (p.lft, p.lft + p.size - 1);
  if found then perform app.recount_rollups(); end if;
  return null;
end $f$;
alter function app.number_spaces() owner to yc_writer;
revoke all on function app.number_spaces() from public;

-- An authority and those above it.
create function app.above(p_tenant int) returns setof int language sql stable set search_path = '' as $f$
  with recursive up as (
    select s.tenant_id, s.parent_id from app.space s where s.tenant_id = p_tenant and s.kind = 'authority'
    union all select s.tenant_id, s.parent_id from up u join app.space s on s.tenant_id = u.parent_id and s.kind = 'authority')
  select tenant_id from up
$f$;
alter function app.above(int) owner to yc_writer;
revoke all on function app.above(int) from public;
grant execute on function app.above(int) to yc_ctx;
-- The tenants whose published rows an authority reads in its own space: its own, those above it, those under it.
create function ctx.lineage() returns setof int language plpgsql stable security definer rows 40 set search_path = '' as $f$
declare v app.space; begin
  if ctx.party() is distinct from ctx.tenant() then return; end if;
  select * into v from app.space s where s.tenant_id = ctx.tenant() and s.kind = 'authority';
  return query select s.tenant_id from app.space s where s.lft between v.lft and v.rgt
    union all select a from app.above(v.tenant_id) a where a <> v.tenant_id;
end $f$;
alter function ctx.lineage() owner to yc_ctx;
revoke all on function ctx.lineage() from public;
grant execute on function ctx.lineage() to yc_app, yc_worker, yc_writer;
`;

const published = `
-- A published row is pinned where it is written, not where it is read: up and down the tree, and by those whom it names.
create function ddl.publish(p_rel regclass) returns void language plpgsql set search_path = '' as $f$
begin
  perform ddl.project(p_rel, 'authority');
  execute format('drop policy pin on %s', p_rel);
  execute format('create policy pin_put on %s as restrictive for insert to yc_app, yc_worker, yc_writer with check (tenant_id = (select ctx.tenant()))', p_rel);
  execute format('create policy pin_change on %s as restrictive for update to yc_app, yc_worker, yc_writer using (tenant_id = (select ctx.tenant()))', p_rel);
  execute format('create policy pin_away on %s as restrictive for delete to yc_app, yc_worker, yc_writer using (tenant_id = (select ctx.tenant()))', p_rel);
  execute format('alter policy seen on %s using (case when tenant_id in (select ctx.lineage()) then true
    else coalesce((select ctx.party()) = any(shown_to), false) end)', p_rel);
  update ddl.class set class = 'published' where rel = p_rel;
end $f$;
alter function ddl.publish(regclass) owner to yc_owner;
revoke all on function ddl.publish(regclass) from public;

create table app.network_center (tenant_id int, center_id uuid, party_id int not null, shown_to int[] not null, name text not null,
  host_name text not null, uscc text not null, type_key text not null, tier text not null, field text not null, place text not null,
  standing text not null, grade_key text not null, body jsonb not null, primary key (tenant_id, center_id));
-- what the policy of rows asks is in it, so that a count reads the index alone
create index on app.network_center (tenant_id, tier, field, standing) include (shown_to);
create index on app.network_center using gin (shown_to);
select ddl.publish('app.network_center');
`;

const rollups = `
create table app.rollup_delta (tenant_id int, delta_id uuid default gen_random_uuid(), type_key text not null, tier text not null,
  field text not null, place text not null, standing text not null, grade_key text not null, n int not null, primary key (tenant_id, delta_id));
create table app.rollup (tenant_id int, tier text, type_key text, field text, place text, standing text, grade_key text, n int not null,
  primary key (tenant_id, tier, type_key, field, place, standing, grade_key));
-- Sums are read by the authorities of the node's lineage and written by nobody who acts.
create function ddl.tally(p_rel regclass) returns void language plpgsql set search_path = '' as $f$
begin
  perform ddl.keep(p_rel, 'authority');
  execute format('drop policy pin on %s', p_rel);
  execute format('drop policy writer on %s', p_rel);
  execute format('revoke insert, update, delete on %s from yc_writer', p_rel);
  execute format('alter policy seen on %s using (tenant_id in (select ctx.lineage()))', p_rel);
  update ddl.class set class = 'tally' where rel = p_rel;
end $f$;
alter function ddl.tally(regclass) owner to yc_owner;
revoke all on function ddl.tally(regclass) from public;
select ddl.tally('app.rollup');
select ddl.tally('app.rollup_delta');

-- Each change of a published row is one less in its old cell and one more in its new one, in the same transaction.
create function app.count_published() returns trigger language plpgsql security definer set search_path = '' as $f$
begin
  if tg_op = 'UPDATE' and (old.type_key, old.tier, old.field, old.place, old.standing, old.grade_key)
    is not distinct from (new.type_key, new.tier, new.field, new.place, new.standing, new.grade_key) then return null; end if;
  if tg_op <> 'INSERT' then
    insert into app.rollup_delta values (old.tenant_id, default, old.type_key, old.tier, old.field, old.place, old.standing, old.grade_key, -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into app.rollup_delta values (new.tenant_id, default, new.type_key, new.tier, new.field, new.place, new.standing, new.grade_key, 1);
  end if;
  return null;
end $f$;
create trigger counted after insert or update or delete on app.network_center for each row execute function app.count_published();

-- The region right under a node's own on the way up from a place; the place itself where the node has no region, "" elsewhere.
create function app.place_under(p_place text, p_region text) returns text language sql stable set search_path = '' as $f$
  with recursive up as (
    select r.region_code, r.parent_code, 1 as step from app.region r where r.region_code = p_place
    union all select r.region_code, r.parent_code, u.step + 1 from app.region r join up u on r.region_code = u.parent_code where u.step < 9)
  select case when p_region is null then coalesce((select u.region_code from up u where u.parent_code is null), p_place)
    else coalesce((select u.region_code from up u where u.parent_code = p_region), '') end
$f$;
-- A cell as a node counts it: the words of a tenant under it are that tenant's own.
create function app.cells_at(p_node app.space) returns table (tier text, type_key text, field text, place text, standing text, grade_key text, n int)
language sql stable set search_path = '' as $f$
  select d.tier, case when d.tenant_id = p_node.tenant_id then d.type_key else '' end, d.field, app.place_under(d.place, p_node.region_code), d.standing,
    case when d.tenant_id = p_node.tenant_id then d.grade_key else '' end, d.n
  from app.rollup_delta d join app.space s on s.tenant_id = d.tenant_id and s.lft between p_node.lft and p_node.rgt
$f$;
-- Folded and not yet folded in one snapshot: exact at any moment. For the reader's own node and those under it.
create function app.rollup_of(p_node int) returns text language sql stable set search_path = '' as $f$
  select coalesce(json_agg(json_build_object('tier', c.tier, 'type', c.type_key, 'field', c.field, 'place', c.place, 'standing', c.standing,
      'grade', c.grade_key, 'n', c.n)), '[]')::text from (
    select x.tier, x.type_key, x.field, x.place, x.standing, x.grade_key, sum(x.n)::int as n from (
      select r.tier, r.type_key, r.field, r.place, r.standing, r.grade_key, r.n from app.rollup r where r.tenant_id = p_node
      union all select c.* from app.space s, app.cells_at(s) c where s.tenant_id = p_node) x
    where exists (select 1 from app.space own join app.space node on node.lft between own.lft and own.rgt
      where own.tenant_id = (select ctx.tenant()) and node.tenant_id = p_node)
    group by 1, 2, 3, 4, 5, 6 having sum(x.n) <> 0 order by 1, 2, 3, 4, 5, 6) c
$f$;
do $$ declare f text; begin
  foreach f in array array['place_under(text, text)', 'cells_at(app.space)', 'rollup_of(int)'] loop
    execute format('alter function app.%s owner to yc_writer', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
end $$;
grant execute on function app.place_under(text, text), app.cells_at(app.space), app.rollup_of(int) to yc_app, yc_worker;
`;

/** Sums cross tenants, so they have a role of their own that sees what is published and counted, and nothing else. */
const folding = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'yc_fold') then
    begin create role yc_fold nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  if not pg_has_role(current_user, 'yc_fold', 'usage') then execute format('grant yc_fold to %I', current_user); end if;
end $$;
grant create, usage on schema app to yc_fold;
grant select on app.space, app.region to yc_fold;
grant select, insert, update, delete on app.rollup to yc_fold;
grant select, insert, delete on app.rollup_delta to yc_fold;
grant select on app.network_center to yc_fold;
create policy fold on app.network_center for select to yc_fold using (true);
create policy fold on app.rollup to yc_fold using (true) with check (true);
create policy fold on app.rollup_delta to yc_fold using (true) with check (true);
alter function app.count_published() owner to yc_fold;
revoke all on function app.count_published() from public;
grant execute on function app.place_under(text, text), app.above(int) to yc_fold;
-- Cells of tenants as every node above them counts them; many alike are added up before they are carried anywhere.
create type app.cell as (tenant_id int, tier text, type_key text, field text, place text, standing text, grade_key text, n int);
alter type app.cell owner to yc_owner;
create function app.carry_up(p_cells app.cell[]) returns setof app.cell language sql stable set search_path = '' as $f$
  with alike as (
    select c.tenant_id, c.tier, c.type_key, c.field, c.place, c.standing, c.grade_key, sum(c.n) as n from unnest(p_cells) c group by 1, 2, 3, 4, 5, 6, 7),
  nodes as materialized (select t.tenant_id, s.tenant_id as node, s.region_code from (select distinct tenant_id from alike) t
    cross join lateral app.above(t.tenant_id) a join app.space s on s.tenant_id = a),
  places as materialized (select p.place, p.region_code, app.place_under(p.place, p.region_code) as under
    from (select distinct a.place, n.region_code from alike a join nodes n using (tenant_id)) p)
  select n.node, a.tier, case when n.node = a.tenant_id then a.type_key else '' end, a.field, p.under, a.standing,
    case when n.node = a.tenant_id then a.grade_key else '' end, sum(a.n)::int
  from alike a join nodes n using (tenant_id) join places p on p.place = a.place and p.region_code is not distinct from n.region_code
  group by 1, 2, 3, 4, 5, 6, 7 having sum(a.n) <> 0
$f$;

-- Moves at most so many deltas into the sums of every node above them; how many it moved. One folder at a time.
create function app.fold_rollups(p_most int) returns int language plpgsql volatile security definer set search_path = '' as $f$
declare v_moved int; begin
  if not pg_try_advisory_xact_lock(hashtext('app.fold_rollups')) then return 0; end if;
  with gone as (
    delete from app.rollup_delta d using (select tenant_id, delta_id from app.rollup_delta limit p_most) w
     where d.tenant_id = w.tenant_id and d.delta_id = w.delta_id returning d.*),
  put as (
    insert into app.rollup as r select c.tenant_id, c.tier, c.type_key, c.field, c.place, c.standing, c.grade_key, c.n from app.carry_up(
      (select array_agg(row(g.tenant_id, g.tier, g.type_key, g.field, g.place, g.standing, g.grade_key, g.n)::app.cell) from gone g)) c
    on conflict (tenant_id, tier, type_key, field, place, standing, grade_key) do update set n = r.n + excluded.n returning 1)
  select count(*)::int into v_moved from gone;
  return v_moved;
end $f$;
-- The sums anew from what is published: where the tree or the regions have changed.
create function app.recount_rollups() returns void language plpgsql volatile security definer set search_path = '' as $f$
begin
  perform pg_advisory_xact_lock(hashtext('app.fold_rollups'));
  delete from app.rollup_delta where true;
  delete from app.rollup where true;
  insert into app.rollup
  select c.tenant_id, c.tier, c.type_key, c.field, c.place, c.standing, c.grade_key, c.n from app.carry_up(
    (select array_agg(row(g.tenant_id, g.tier, g.type_key, g.field, g.place, g.standing, g.grade_key, 1)::app.cell) from app.network_center g)) c;
end $f$;
alter function app.carry_up(app.cell[]) owner to yc_fold;
alter function app.fold_rollups(int) owner to yc_fold;
alter function app.recount_rollups() owner to yc_fold;
revoke create on schema app from yc_fold;
revoke all on function app.carry_up(app.cell[]), app.fold_rollups(int), app.recount_rollups() from public;
grant execute on function app.fold_rollups(int) to yc_worker;
grant execute on function app.recount_rollups() to yc_writer;
create trigger numbered after insert or update of parent_id, kind on app.space for each statement execute function app.number_spaces();
update app.space set kind = kind;

create function app.regions_changed() returns trigger language plpgsql security definer set search_path = '' as $f$
begin perform app.recount_rollups(); return null; end $f$;
alter function app.regions_changed() owner to yc_writer;
revoke all on function app.regions_changed() from public;
create trigger counted_anew after update of parent_code on app.region for each statement execute function app.regions_changed();
`;

export const publishing = `${tree}${published}${rollups}${folding}`;

// One inbox of a party over all tenants in which it may act: what is addressed to it, and nothing else of theirs. Pins
// hold everybody to one tenant, so the door's own role looks, by a policy of its own.
const waiting = `
create index on app.obligation (to_space, due_on) where state in ('open', 'missed');
create policy inbox on app.obligation for select to yc_ctx using (to_space = (select ctx.party()));
grant select on app.obligation to yc_ctx;
create policy inbox on app.case_state for select to yc_ctx
  using (coalesce((select ctx.party()) = any(array[tenant_id, party_id] || parties), false));
create policy inbox on app.case_file for select to yc_ctx
  using (coalesce((select ctx.party()) = any(array[tenant_id, party_id] || parties), false));
create policy inbox on app.adoption for select to yc_ctx using (true);
grant select on app.case_state, app.case_file, app.adoption to yc_ctx;

-- What waits for the hat that stands here: its role's tasks, or those that name its person. A contact drafts what the
-- manager submits, so both see it. Where the party may no longer enter, nothing waits.
create function app.waiting() returns setof app.obligation language sql stable set search_path = '' as $f$
  select o.* from app.obligation o
   where o.to_space = ctx.party() and o.state in ('open', 'missed') and o.opens_at <= ctx.now()
     and case when o.to_user is null then o.to_role = ctx.role() or o.to_role = 'institution-manager' and ctx.role() = 'contact'
         else o.to_user = ctx.usr() end
     and (o.tenant_id = ctx.party() or exists (select 1 from app.enrolment e where e.tenant_id = o.tenant_id and e.party_id = ctx.party())
       or exists (select 1 from app.root_party l where l.tenant_id = o.tenant_id and l.space_id = ctx.party() and l.to_day is null))
$f$;
create function app.inbox(p_limit int, p_offset int) returns text language plpgsql stable security definer set search_path = '' as $f$
begin
  if ctx.tenant() is null then raise exception 'no context' using errcode = '28000'; end if;
  return (select jsonb_build_object(
    'total', count(*), 'late', count(*) filter (where o.due_on < (ctx.now() at time zone 'Asia/Shanghai')::date),
    'items', (select coalesce(jsonb_agg(to_jsonb(x) - 'rank' order by x.rank), '[]') from (
      select row_number() over (order by w.due_on nulls last, w.title, w.root_id, w.obligation_key) as rank,
        w.tenant_id as tenant, t.name as tenant_name, w.root_id, w.obligation_key, w.act, w.procedure_key, w.stage_key, w.duty_key,
        w.case_id, w.year, w.title, w.matter, w.due_on, w.to_role, w.party_id, c.state, c.purpose, i.name as unit,
        coalesce(f.policy_hash, (select a.doc_hash from app.adoption a where a.tenant_id = w.tenant_id
          order by a.in_force_from desc limit 1)) as policy_hash
      from app.waiting() w join app.space t on t.tenant_id = w.tenant_id
      left join app.case_state c on c.tenant_id = w.tenant_id and c.case_id = w.case_id
      left join app.case_file f on f.tenant_id = w.tenant_id and f.case_id = w.case_id
      left join app.institution i on i.tenant_id = w.party_id
      order by w.due_on nulls last, w.title, w.root_id, w.obligation_key limit p_limit offset p_offset) x))
    from app.waiting() o)::text;
end $f$;
-- these look across tenants, so they are the context's; it may own functions here for this step only
grant create on schema app to yc_ctx;
do $$ declare f text; begin
  foreach f in array array['waiting()', 'inbox(int, int)'] loop
    execute format('alter function app.%s owner to yc_ctx', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
end $$;
revoke create on schema app from yc_ctx;
grant execute on function app.inbox(int, int) to yc_app;
`;

// The tenant nearest to a unit stands first among its hats: the one that lies deepest in the tree of authorities.
const hats = `
create or replace function auth.list_hats(p_hash bytea)
returns table (hat uuid, role text, party int, unit text, unit_kind text, tenant int, tenant_name text)
language plpgsql volatile security definer set search_path = '' as $f$
begin return query
  select h.hat_id, h.role_key, h.party_id, p.name, p.kind, t.tenant_id, t.name
    from auth.session s join auth.hat h using (user_id) join app.space p on p.tenant_id = h.party_id
    join lateral (
      select h.party_id as id where p.kind <> 'institution' and h.role_key <> 'expert'
      union select e.tenant_id from app.enrolment e where h.role_key <> 'expert' and e.party_id = h.party_id
      union select l.tenant_id from app.root_party l where h.role_key <> 'expert' and l.space_id = h.party_id and l.to_day is null
      union select e.tenant_id from auth.pool e where h.role_key = 'expert' and e.user_id = s.user_id) x on true
    join app.space t on t.tenant_id = x.id
   where s.session_hash = p_hash and h.valid_from <= current_date and (h.valid_to is null or h.valid_to > current_date)
     and s.dies_at > clock_timestamp() and s.seen_at + s.idle > clock_timestamp()
   order by p.kind, h.role_key, t.tenant_id = h.party_id desc,
     (select count(*) from app.space u where u.lft < t.lft and u.rgt >= t.rgt) desc, t.tenant_id; end $f$;
`;

export const inbox = `${waiting}${hats}`;

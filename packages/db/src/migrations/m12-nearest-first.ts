// Hats in the order in which people want them: for one role the nearest authority first, the district before the city.
export const nearestFirst = `
create or replace function auth.list_hats(p_hash bytea)
returns table (hat uuid, role text, party int, unit text, unit_kind text, tenant int, tenant_name text)
language plpgsql volatile security definer set search_path = '' as $f$
begin
  return query
  select h.hat_id, h.role_key, h.party_id, p.name, p.kind, t.tenant_id, t.name
    from auth.session s join auth.hat h using (user_id) join app.space p on p.tenant_id = h.party_id
    join lateral (
      select h.party_id as id where p.kind <> 'institution' and h.role_key <> 'expert'
      union select e.tenant_id from app.enrolment e where p.kind = 'institution' and h.role_key <> 'expert' and e.party_id = h.party_id
      union select e.tenant_id from auth.pool e where h.role_key = 'expert' and e.user_id = s.user_id) x on true
    join app.space t on t.tenant_id = x.id
   where s.session_hash = p_hash and h.valid_from <= current_date and (h.valid_to is null or h.valid_to > current_date)
     and s.dies_at > clock_timestamp() and s.seen_at + s.idle > clock_timestamp()
   order by p.kind, h.role_key, t.parent_id nulls last, t.tenant_id;
end $f$;
`;

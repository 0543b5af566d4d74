// Whoever is selected to lead a center is read about there as its host is: with everything that the registry says.
export const leadHost = `
create or replace function app.parties_of(p_ask jsonb) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('space', e.party_id, 'name', s.name, 'kind', coalesce(i.kind, s.kind),
      'uscc', i.uscc, 'grade', i.grade, 'tier', s.tier, 'region', coalesce(i.region, s.region_code),
      'host', case when i.uscc is null then null else app.host_of(i) end))), '[]')
  from app.enrolment e join app.space s on s.tenant_id = e.party_id left join app.institution i on i.tenant_id = e.party_id
  where i.uscc in (select u #>> '{}' from jsonb_array_elements(coalesce(p_ask->'usccs', '[]')) u)
     or e.party_id in (select (u #>> '{}')::int from jsonb_array_elements(coalesce(p_ask->'spaces', '[]')) u)
$f$;
`;

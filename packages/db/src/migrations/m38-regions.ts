// Where an institution lies, as a code: what a host's facts say of it, for whoever loads them.
const hosts = `
create or replace function app.host_of(i app.institution) returns jsonb language sql stable set search_path = '' as $f$
  select jsonb_strip_nulls(jsonb_build_object('party', i.tenant_id, 'uscc', i.uscc, 'name', i.name, 'grade', i.grade, 'kind', i.kind,
    'ownership', i.ownership, 'legalPerson', i.legal_person, 'region', i.region, 'province', i.province, 'city', i.city, 'beds', i.beds,
    'university', i.university, 'regionCode', (select s.region_code from app.space s where s.tenant_id = i.tenant_id)))
$f$;
create or replace function app.parties_of(p_ask jsonb) returns jsonb language sql stable set search_path = '' as $f$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('space', e.party_id, 'name', s.name, 'kind', coalesce(i.kind, s.kind),
      'uscc', i.uscc, 'grade', i.grade, 'tier', s.tier, 'region', case when i.uscc is null then s.region_code else i.region end,
      'host', case when i.uscc is null then null else app.host_of(i) end))), '[]')
  from app.enrolment e join app.space s on s.tenant_id = e.party_id left join app.institution i on i.tenant_id = e.party_id
  where i.uscc in (select u #>> '{}' from jsonb_array_elements(coalesce(p_ask->'usccs', '[]')) u)
     or e.party_id in (select (u #>> '{}')::int from jsonb_array_elements(coalesce(p_ask->'spaces', '[]')) u)
$f$;
`;

export const regions = hosts;

// Which institutions act in a tenant, for those who administer it.
export const tenantInstitutions = `
create function app.tenant_institutions(p_tenant int) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := app.administered(p_tenant, array['tenant-admin']); v_back text; v_all jsonb; begin
  v_back := app.step_into(v_t);
  select coalesce(jsonb_agg(jsonb_build_object('party', i.tenant_id, 'name', i.name, 'uscc', i.uscc, 'grade', i.grade) order by i.name), '[]')
    into v_all from app.enrolment e join app.institution i on i.tenant_id = e.party_id;
  perform app.step_back(v_back);
  return v_all::text;
end $f$;
alter function app.tenant_institutions(int) owner to yc_writer;
revoke all on function app.tenant_institutions(int) from public;
grant execute on function app.tenant_institutions(int) to yc_app;
`;

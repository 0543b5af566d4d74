// The registry of institutions is kept by the authorities in whose tenants they act; each change is audited.
export const registry = `
create function app.edit_institution(p jsonb) returns text language plpgsql volatile security definer set search_path = '' as $f$
declare v_party int := p->>'party'; begin
  if ctx.tenant() is null then raise exception 'no context' using errcode = '28000'; end if;
  if not app.is_authority() or not ctx.role() in ('officer', 'tenant-admin')
     or not exists (select 1 from app.enrolment e where e.party_id = v_party) then
    raise exception 'the registry is not yours' using errcode = '42501';
  end if;
  update app.institution i set grade = p->>'grade', kind = p->>'kind', ownership = p->>'ownership', region = p->>'region',
    beds = (p->>'beds')::int where i.tenant_id = v_party;
  perform audit.append('edit-institution', v_party::text, 'done', encode(sha256(convert_to(p::text, 'UTF8')), 'hex'));
  return 'true';
end $f$;
alter function app.edit_institution(jsonb) owner to yc_writer;
revoke all on function app.edit_institution(jsonb) from public;
grant execute on function app.edit_institution(jsonb) to yc_app;
`;

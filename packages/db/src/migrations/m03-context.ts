// The signed context: who acts, for whom, in which tenant, for this transaction on this backend only.
// claims = tenant|party|user|role|hat ; setting yc.ctx = mac || '|' || claims
const SIGNED = `encode(sha256(k.outer_key || sha256(k.inner_key || convert_to(c, 'UTF8')
    || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp()))), 'hex')`;

const claim = (name: string, at: number, type: string): string => `
create function ctx.${name}() returns ${type} language plpgsql stable parallel safe security definer set search_path = '' as $f$
declare s text := current_setting('yc.ctx', true); k secret.ctx_key; c text; begin
  if s is null or s = '' then return null; end if;
  c := substr(s, 66);
  select * into k from secret.ctx_key;
  if substr(s, 1, 64) is distinct from ${SIGNED} then
    raise exception 'context refused' using errcode = '28000';
  end if;
  return nullif(split_part(c, '|', ${at}), '')::${type};
end $f$;
alter function ctx.${name}() owner to yc_ctx;
revoke all on function ctx.${name}() from public;
grant execute on function ctx.${name}() to yc_app, yc_worker, yc_owner, yc_auditor, yc_writer;
`;

export const context = `
create table secret.ctx_key (
  one boolean primary key default true check (one),
  inner_key bytea not null check (octet_length(inner_key) = 64),
  outer_key bytea not null check (octet_length(outer_key) = 64)
);
alter table secret.ctx_key owner to yc_ctx;

create function ctx.sign(c text) returns void language plpgsql volatile set search_path = '' as $f$
declare k secret.ctx_key; begin
  select * into strict k from secret.ctx_key;
  perform set_config('yc.ctx', ${SIGNED} || '|' || c, true);
end $f$;
alter function ctx.sign(text) owner to yc_ctx;
revoke all on function ctx.sign(text) from public;
${claim("tenant", 1, "int")}${claim("party", 2, "int")}${claim("usr", 3, "uuid")}${claim("role", 4, "text")}${claim("hat", 5, "uuid")}

-- All policy time comes from here. The table with the offset exists in demo mode only.
create function ctx.now() returns timestamptz language plpgsql volatile security definer set search_path = '' as $f$
declare v interval; begin
  if to_regclass('ctx.demo_clock') is null then return clock_timestamp(); end if;
  execute 'select ahead from ctx.demo_clock' into v;
  return clock_timestamp() + v;
end $f$;
alter function ctx.now() owner to yc_ctx;

create function ctx.iso(t timestamptz) returns text language sql immutable set search_path = '' as
$f$ select to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $f$;
alter function ctx.iso(timestamptz) owner to yc_ctx;

-- The only door: session, hat and tenant in; a signed context for this transaction and who it is out.
create function ctx.enter(p_session bytea, p_hat uuid, p_tenant int)
returns text language plpgsql volatile security definer set search_path = '' as $f$
declare r record; begin
  select s.user_id, a.name, h.party_id, h.role_key, p.name as unit into r
    from auth.session s
    join auth.account a on a.user_id = s.user_id and not a.disabled
    join auth.hat h on h.user_id = s.user_id and h.hat_id = p_hat
     and h.valid_from <= current_date and (h.valid_to is null or h.valid_to > current_date)
    join app.space p on p.tenant_id = h.party_id
   where s.session_hash = p_session and s.dies_at > clock_timestamp() and s.seen_at + s.idle > clock_timestamp()
     and case h.role_key
       when 'expert' then exists (select 1 from auth.pool e where e.tenant_id = p_tenant and e.user_id = s.user_id)
       else h.party_id = p_tenant
         or (p.kind = 'institution'
             and exists (select 1 from app.enrolment e where e.tenant_id = p_tenant and e.party_id = h.party_id))
       end;
  if not found then raise exception 'not signed in for this' using errcode = '28000'; end if;
  perform ctx.sign(concat_ws('|', p_tenant, case when r.role_key = 'expert' then 0 else r.party_id end, r.user_id, r.role_key, p_hat));
  return json_build_object('hat', p_hat, 'user', r.user_id, 'name', r.name, 'role', r.role_key,
    'party', case when r.role_key = 'expert' then 0 else r.party_id end, 'unit', r.unit, 'tenant', p_tenant,
    'now', ctx.iso(ctx.now()));
end $f$;
alter function ctx.enter(bytea, uuid, int) owner to yc_ctx;
revoke all on function ctx.enter(bytea, uuid, int) from public;
grant execute on function ctx.enter(bytea, uuid, int) to yc_app, yc_worker;

-- Time's own acts: the worker sweeps what dates have caused.
create function ctx.enter_service(p_tenant int) returns text language plpgsql volatile security definer set search_path = '' as $f$
begin
  perform 1 from app.space where tenant_id = p_tenant and kind = 'authority';
  if not found then raise exception 'no such tenant' using errcode = '28000'; end if;
  perform ctx.sign(concat_ws('|', p_tenant, p_tenant, '00000000-0000-0000-0000-000000000000', 'service', '00000000-0000-0000-0000-000000000000'));
  return json_build_object('now', ctx.iso(ctx.now()));
end $f$;
alter function ctx.enter_service(int) owner to yc_ctx;
revoke all on function ctx.enter_service(int) from public;
grant execute on function ctx.enter_service(int) to yc_worker, yc_writer;
`;

// One keyed hash chain per tenant, gap-free, append-only; a failed link fails the act that it records.
export const audit = `
create table audit.head (tenant_id int primary key, seq bigint not null default 0, mac bytea not null default '\\x');
create table audit.entry (tenant_id int, seq bigint, at timestamptz not null, actor uuid, hat uuid, role text, action text not null,
  object text not null, outcome text not null, digest text not null, prev_mac bytea not null, mac bytea not null,
  primary key (tenant_id, seq));
alter table audit.head owner to yc_auditor;
alter table audit.entry owner to yc_auditor;
alter table audit.entry enable row level security;
create policy seen on audit.entry for select to yc_app, yc_worker
  using (tenant_id = (select ctx.tenant()) and (select ctx.role()) in ('tenant-admin', 'service'));
grant select on audit.entry to yc_app, yc_worker;
grant usage on schema secret to yc_auditor;
grant select on secret.ctx_key to yc_auditor;

create function audit.link(e audit.entry, k bytea) returns bytea language sql immutable set search_path = '' as $f$
  select sha256(k || sha256(k || e.prev_mac || convert_to(concat_ws('|', e.tenant_id, e.seq,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor, e.hat, e.role, e.action, e.object, e.outcome, e.digest), 'UTF8')))
$f$;
create function audit.append(p_action text, p_object text, p_outcome text, p_digest text) returns bigint
language plpgsql volatile security definer set search_path = '' as $f$
declare v_t int := ctx.tenant(); h audit.head; k bytea; e audit.entry; begin
  if v_t is null then raise exception 'no context' using errcode = '28000'; end if;
  insert into audit.head (tenant_id) values (v_t) on conflict do nothing;
  update audit.head set seq = seq + 1 where tenant_id = v_t returning * into h;
  select inner_key into k from secret.ctx_key;
  e := row(v_t, h.seq, clock_timestamp(), ctx.usr(), ctx.hat(), ctx.role(), p_action, p_object, p_outcome, p_digest, h.mac, '\\x'::bytea);
  e.mac := audit.link(e, k);
  insert into audit.entry select (e).*;
  update audit.head set mac = e.mac where tenant_id = v_t;
  return h.seq;
end $f$;
-- The first row that does not fit its predecessor; null where the chain holds from first to last.
create function audit.first_broken(p_tenant int) returns bigint language plpgsql stable security definer set search_path = '' as $f$
declare e audit.entry; k bytea; prev bytea := '\\x'; n bigint := 0; last audit.head; begin
  if ctx.tenant() is distinct from p_tenant then raise exception 'no context' using errcode = '28000'; end if;
  select inner_key into k from secret.ctx_key;
  for e in select * from audit.entry where tenant_id = p_tenant order by seq loop
    n := n + 1;
    if e.seq <> n or e.prev_mac <> prev or e.mac <> audit.link(e, k) then return n; end if;
    prev := e.mac;
  end loop;
  select * into last from audit.head where tenant_id = p_tenant;
  if last.seq is distinct from n and last.seq is not null then return n + 1; end if;
  return null;
end $f$;
alter function audit.link(audit.entry, bytea) owner to yc_auditor;
alter function audit.append(text, text, text, text) owner to yc_auditor;
alter function audit.first_broken(int) owner to yc_auditor;
revoke all on function audit.link(audit.entry, bytea), audit.append(text, text, text, text), audit.first_broken(int) from public;
grant execute on function audit.append(text, text, text, text) to yc_app, yc_worker, yc_writer;
grant execute on function audit.first_broken(int) to yc_app, yc_worker;
`;

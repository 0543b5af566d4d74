// What the sign-in needs of identity: definer functions, no table is granted.
const define = (signature: string, returns: string, body: string): string => `
create function auth.${signature} returns ${returns} language plpgsql volatile security definer set search_path = '' as $f$ ${body} $f$;
alter function auth.${signature.replaceAll(/p_\w+ /g, "")} owner to yc_ctx;
revoke all on function auth.${signature.replaceAll(/p_\w+ /g, "")} from public;
`;
const grantApp = (signature: string): string =>
  `grant execute on function auth.${signature} to yc_app, yc_worker;`;
const grantWorker = (signature: string): string =>
  `grant execute on function auth.${signature} to yc_worker;`;

export const authFunctions = [
  define(
    "find_account(p_sign_in text)",
    "table (user_id uuid, name text, password_hash text, administrator boolean)",
    `begin return query select a.user_id, a.name, a.password_hash,
       exists (select 1 from auth.hat h where h.user_id = a.user_id and h.role_key in ('platform-admin', 'tenant-admin'))
     from auth.account a where a.sign_in = p_sign_in and not a.disabled; end`,
  ),
  grantApp("find_account(text)"),
  define(
    "create_session(p_hash bytea, p_user uuid, p_dies timestamptz, p_idle interval, p_address text, p_agent text)",
    "void",
    `begin delete from auth.session s where s.user_id = p_user and (s.dies_at < clock_timestamp() or s.seen_at + s.idle < clock_timestamp());
     insert into auth.session (session_hash, user_id, dies_at, idle, address, agent) values (p_hash, p_user, p_dies, p_idle, p_address, left(p_agent, 200)); end`,
  ),
  grantApp("create_session(bytea, uuid, timestamptz, interval, text, text)"),
  define(
    "find_session(p_hash bytea)",
    "table (user_id uuid, name text, sign_in text, dies_at timestamptz)",
    `begin return query select s.user_id, a.name, a.sign_in, s.dies_at from auth.session s join auth.account a using (user_id)
     where s.session_hash = p_hash and not a.disabled and s.dies_at > clock_timestamp() and s.seen_at + s.idle > clock_timestamp(); end`,
  ),
  grantApp("find_session(bytea)"),
  define(
    "touch_session(p_hash bytea)",
    "void",
    `begin update auth.session s set seen_at = clock_timestamp() where s.session_hash = p_hash
       and s.seen_at < clock_timestamp() - interval '1 minute' and s.seen_at + s.idle > clock_timestamp(); end`,
  ),
  grantApp("touch_session(bytea)"),
  define(
    "end_session(p_hash bytea)",
    "void",
    `begin delete from auth.session s where s.session_hash = p_hash; end`,
  ),
  grantApp("end_session(bytea)"),
  define(
    "end_own_session(p_hash bytea, p_other text)",
    "boolean",
    `declare n int; begin delete from auth.session o using auth.session s where s.session_hash = p_hash and o.user_id = s.user_id
       and encode(o.session_hash, 'hex') = p_other; get diagnostics n = row_count; return n > 0; end`,
  ),
  grantApp("end_own_session(bytea, text)"),
  define(
    "end_sessions_of(p_user uuid)",
    "void",
    `begin delete from auth.session s where s.user_id = p_user; end`,
  ),
  grantApp("end_sessions_of(uuid)"),
  define(
    "list_sessions(p_hash bytea)",
    "table (id text, created_at timestamptz, seen_at timestamptz, address text, agent text, mine boolean)",
    `begin return query select encode(o.session_hash, 'hex'), o.created_at, o.seen_at, o.address, o.agent, o.session_hash = p_hash
     from auth.session s join auth.session o using (user_id) where s.session_hash = p_hash and o.dies_at > clock_timestamp()
       and o.seen_at + o.idle > clock_timestamp() order by o.seen_at desc; end`,
  ),
  grantApp("list_sessions(bytea)"),
  define(
    "list_hats(p_hash bytea)",
    "table (hat uuid, role text, party int, unit text, unit_kind text, tenant int, tenant_name text)",
    `begin return query
     select h.hat_id, h.role_key, h.party_id, p.name, p.kind, t.tenant_id, t.name
       from auth.session s join auth.hat h using (user_id) join app.space p on p.tenant_id = h.party_id
       join lateral (
         select h.party_id as id where p.kind <> 'institution' and h.role_key <> 'expert'
         union select e.tenant_id from app.enrolment e where p.kind = 'institution' and h.role_key <> 'expert' and e.party_id = h.party_id
         union select e.tenant_id from auth.pool e where h.role_key = 'expert' and e.user_id = s.user_id) x on true
       join app.space t on t.tenant_id = x.id
      where s.session_hash = p_hash and h.valid_from <= current_date and (h.valid_to is null or h.valid_to > current_date)
        and s.dies_at > clock_timestamp() and s.seen_at + s.idle > clock_timestamp()
      order by p.kind, h.role_key, t.tenant_id; end`,
  ),
  grantApp("list_hats(bytea)"),
  define(
    "record_attempt(p_sign_in text, p_address text, p_succeeded boolean)",
    "void",
    `begin insert into auth.attempt (sign_in, address, succeeded) values (p_sign_in, p_address, p_succeeded);
     delete from auth.attempt a where a.at < clock_timestamp() - interval '1 day'; end`,
  ),
  grantApp("record_attempt(text, text, boolean)"),
  define(
    "failures(p_sign_in text, p_address text)",
    "table (of_both int, of_account int, of_address int, known_address boolean)",
    `begin return query
     with recent as (select a.* from auth.attempt a where a.at > clock_timestamp() - interval '15 minutes' and not a.succeeded
       and a.at > coalesce((select max(o.at) from auth.attempt o where o.succeeded and o.sign_in = a.sign_in and o.address = a.address), '-infinity'))
     select (select count(*)::int from recent r where r.sign_in = p_sign_in and r.address = p_address),
       (select count(*)::int from recent r where r.sign_in = p_sign_in),
       (select count(*)::int from recent r where r.address = p_address),
       exists (select 1 from auth.attempt o where o.sign_in = p_sign_in and o.address = p_address and o.succeeded); end`,
  ),
  grantApp("failures(text, text)"),
  define(
    "list_people(p_role text, p_party int)",
    "table (user_id uuid, name text, party int, unit text)",
    `begin if ctx.tenant() is null then raise exception 'no context' using errcode = '28000'; end if;
     return query select a.user_id, a.name, coalesce(e.employer_id, h.party_id), p.name
       from auth.hat h join auth.account a using (user_id) left join auth.pool e on e.user_id = a.user_id and e.tenant_id = ctx.tenant()
       join app.space p on p.tenant_id = coalesce(e.employer_id, h.party_id)
      where h.role_key = p_role and not a.disabled and h.valid_from <= current_date and (h.valid_to is null or h.valid_to > current_date)
        and case when p_role = 'expert' then e.user_id is not null and ctx.party() = ctx.tenant()
                 else h.party_id = p_party and (ctx.party() = p_party or ctx.party() = ctx.tenant()) end
      order by a.name; end`,
  ),
  grantApp("list_people(text, int)"),
  define(
    "add_account(p_user uuid, p_sign_in text, p_name text, p_password_hash text)",
    "void",
    `begin insert into auth.account (user_id, sign_in, name, password_hash) values (p_user, p_sign_in, p_name, p_password_hash); end`,
  ),
  grantWorker("add_account(uuid, text, text, text)"),
  define(
    "add_hat(p_hat uuid, p_user uuid, p_party int, p_role text)",
    "void",
    `begin insert into auth.hat (hat_id, user_id, party_id, role_key) values (p_hat, p_user, p_party, p_role); end`,
  ),
  grantWorker("add_hat(uuid, uuid, int, text)"),
  define(
    "add_to_pool(p_tenant int, p_user uuid, p_employer int)",
    "void",
    `begin insert into auth.pool values (p_tenant, p_user, p_employer) on conflict do nothing; end`,
  ),
  grantWorker("add_to_pool(int, uuid, int)"),
].join("\n");

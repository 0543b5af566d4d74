-- Run once by a superuser in the application's own database, before the first start:
--   psql --dbname=yichuang --file=infra/postgres/roles.sql
-- It can be run again. It sets no passwords: see set-passwords.sh.

do $roles$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      -- own the tables, the signed context, the audit chain and the one writer's functions; nobody logs in as them
      ('yc_owner', 'nologin'),
      ('yc_ctx', 'nologin'),
      ('yc_auditor', 'nologin'),
      ('yc_writer', 'nologin'),
      -- folds the sums of the network, which cross tenants; sees what is summed and nothing else
      ('yc_fold', 'nologin'),
      -- becomes one of those five, in the migration step only
      ('yc_migrate', 'login'),
      -- requests, background work, the public pages: bound by row security, own nothing
      ('yc_app', 'login'),
      ('yc_worker', 'login'),
      ('yc_public', 'login'),
      -- reads everything, writes nothing
      ('yc_backup', 'login')
    ) as role (name, login)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I', wanted.name);
    end if;
    execute format(
      'alter role %I %s nosuperuser nocreatedb nocreaterole noreplication nobypassrls',
      wanted.name, wanted.login
    );
  end loop;

  execute format('revoke all on database %I from public', current_database());
  execute format('grant create on database %I to yc_migrate', current_database());
  execute format('grant connect on database %I to yc_migrate, yc_app, yc_worker, yc_public, yc_backup', current_database());
end
$roles$;

grant yc_owner, yc_ctx, yc_auditor, yc_writer, yc_fold to yc_migrate;

-- pg_dump refuses to read tables under row security with a role that it binds.
alter role yc_backup bypassrls;
alter role yc_backup set default_transaction_read_only = on;
grant pg_read_all_data to yc_backup;

revoke create on schema public from public;

// Roles and schemas (docs/tenancy.md). Roles belong to the whole server, so an earlier database may have made them, or a
// superuser beforehand (infra/postgres/roles.sql): this step then needs no right to make or grant roles.
export const roles = `
do $$ declare r text; begin
  foreach r in array array['yc_owner nologin', 'yc_ctx nologin', 'yc_auditor nologin', 'yc_writer nologin',
                           'yc_migrate login', 'yc_app login', 'yc_worker login', 'yc_public login'] loop
    continue when exists (select from pg_roles where rolname = split_part(r, ' ', 1));
    begin execute 'create role ' || r; exception when duplicate_object or unique_violation then null; end;
  end loop;
  foreach r in array array['yc_owner', 'yc_ctx', 'yc_auditor', 'yc_writer'] loop
    continue when pg_has_role(current_user, r, 'usage');
    execute format('grant %I to %I', r, current_user);
  end loop;
end $$;
do $$ begin execute format('revoke temp on database %I from public', current_database()); end $$;
revoke all on schema public from public;
create schema app authorization yc_owner;
create schema ctx authorization yc_ctx;
create schema auth authorization yc_ctx;
create schema secret authorization yc_ctx;
create schema audit authorization yc_auditor;
create schema ddl authorization yc_owner;
-- PostgreSQL asks this of a function's owner, where the migration runs without a superuser
grant create on schema app to yc_writer;
grant usage on schema app to yc_app, yc_worker, yc_public, yc_ctx, yc_auditor, yc_writer;
grant usage on schema ctx to yc_app, yc_worker, yc_owner, yc_auditor, yc_writer;
grant usage on schema audit to yc_app, yc_worker, yc_writer, yc_ctx;
grant usage on schema auth to yc_app, yc_worker;
`;

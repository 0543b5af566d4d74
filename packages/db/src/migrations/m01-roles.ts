// Roles and schemas (docs/tenancy.md). Roles belong to the whole server, so an earlier database may have made them.
export const roles = `
do $$ declare r text; begin
  foreach r in array array['yc_owner nologin', 'yc_ctx nologin', 'yc_auditor nologin', 'yc_writer nologin',
                           'yc_migrate login', 'yc_app login', 'yc_worker login', 'yc_public login'] loop
    begin execute 'create role ' || r; exception when duplicate_object or unique_violation then null; end;
  end loop;
end $$;
do $$ begin execute format('grant yc_owner, yc_ctx, yc_auditor, yc_writer to %I', current_user); end $$;
do $$ begin execute format('revoke temp on database %I from public', current_database()); end $$;
revoke all on schema public from public;
create schema app authorization yc_owner;
create schema ctx authorization yc_ctx;
create schema auth authorization yc_ctx;
create schema secret authorization yc_ctx;
create schema audit authorization yc_auditor;
create schema ddl authorization yc_owner;
grant usage on schema app to yc_app, yc_worker, yc_public, yc_ctx, yc_auditor, yc_writer;
grant usage on schema ctx to yc_app, yc_worker, yc_owner, yc_auditor, yc_writer;
grant usage on schema audit to yc_app, yc_worker, yc_writer, yc_ctx;
grant usage on schema auth to yc_app, yc_worker;
`;

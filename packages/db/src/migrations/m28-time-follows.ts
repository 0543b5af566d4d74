// What follows from time itself has no author either; a linked party opens the files of the dossiers that it reads.
export const timeFollows = `
do $$ begin
  execute format('create or replace function app.kinds_of_time() returns text[] language sql immutable set search_path = '''' as %L',
    format('select %L::text[]', app.kinds_of_time() || array['applied-consequence', 'opened', 'barred', 'name-suspended',
      'name-restored', 'withheld', 'reclaimed']));
end $$;
set local role yc_owner;
create policy handed_in on app.attachment for select to yc_app using (exists (
  select 1 from app.submission s where s.tenant_id = attachment.tenant_id and s.case_id = attachment.case_id
     and position(attachment.file_id::text in s.answers::text) > 0));
reset role;
`;

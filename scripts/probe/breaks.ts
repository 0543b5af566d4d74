// Locks taken out on purpose, in the probe's own database: whoever watches must see it.

/** Nothing of what was seen is asked again, and nobody waits for anybody. */
const WITHOUT_SEATS = `
create or replace function app.lock_seats(p_seats jsonb) returns void language sql set search_path = '' as $f$ select $f$`;

/** The root is made where it is not there; its head is not held, and not compared with the one that was seen. */
const WITHOUT_ROOT = `
create or replace function app.lock_root(p_root jsonb) returns void language sql set search_path = '' as $f$
  insert into app.root_head values (ctx.tenant(), (p_root->>'id')::uuid, p_root->>'kind', (p_root->>'party')::int, 0)
    on conflict do nothing $f$`;

/** What can be taken out, by its name on the command line. */
export const BREAKS = { seats: WITHOUT_SEATS, root: WITHOUT_ROOT } as const;
export type Break = keyof typeof BREAKS;
export const isBreak = (name: string): name is Break => name in BREAKS;

/** Counts what the database sent back to be decided anew: a sequence keeps its count when the rest is undone. */
export const COUNT_RETRIES = `
create sequence app.sent_back;
grant usage on sequence app.sent_back to yc_writer;
create or replace function app.refuse(p_answer jsonb) returns void language plpgsql set search_path = '' as $f$
begin
  perform nextval('app.sent_back');
  raise exception 'refused' using errcode = 'YC001', detail = p_answer::text;
end $f$`;

// What is published about a space in every tenant: an institution sees itself in all tiers, whatever hat it wears.
export const ownStanding = `
create function app.published_about_me() returns text language sql stable security definer set search_path = '' as $f$
  select coalesce(json_agg(to_jsonb(c) || jsonb_build_object('authority', s.name) order by s.lft, c.name), '[]')::text
  from app.network_center c join app.space s using (tenant_id) where ctx.party() > 0 and c.shown_to @> array[ctx.party()]
$f$;
alter function app.published_about_me() owner to yc_writer;
revoke all on function app.published_about_me() from public;
grant execute on function app.published_about_me() to yc_app;
`;

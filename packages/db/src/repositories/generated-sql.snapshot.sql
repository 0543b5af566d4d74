-- listArrears
select coalesce(json_agg(r), '[]')::text from (select "o"."root_id", "o"."obligation_key", "o"."party_id", "i"."name" as "unit", "o"."procedure_key", "o"."stage_key", "o"."duty_key", "o"."case_id", "o"."title", "o"."matter", "o"."due_on", "o"."state", "o"."done_on", "o"."days_late", ctx.iso(o.opens_at) as "opens_at", ctx.iso(o.urged_at) as "urged_at" from "app"."obligation" as "o" inner join "app"."institution" as "i" on "i"."tenant_id" = "o"."party_id" where "o"."tenant_id" = $1 and "o"."year" = $2 and "o"."state" != $3 and "o"."to_role" in ($4, $5, $6) order by i.name collate "zh-Hans-x-icu", "o"."title", "o"."due_on") r;

-- listFindings
select coalesce(json_agg(r), '[]')::text from (select "f"."center_id", "f"."finding_id", "f"."case_id", "f"."text", "f"."due_on", "f"."found_on", "f"."cleared_on", "c"."name" as "center", "c"."host_name" from "app"."finding" as "f" inner join "app"."center" as "c" on "c"."tenant_id" = "f"."tenant_id" and "c"."center_id" = "f"."center_id" where "f"."tenant_id" = $1 order by f.cleared_on desc nulls first, "f"."found_on" desc) r;

-- listInbox
select app.inbox($1, $2);

-- listOrigins
select coalesce(json_agg(r), '[]')::text from (select distinct "d"."tenant_id" as "tenant", "d"."root_id" as "center", "s"."name" as "by", d.body->>'name' as "name" from "app"."dispatch" as "d" inner join "app"."space" as "s" on "s"."tenant_id" = "d"."tenant_id" inner join "app"."space" as "t" on "t"."tenant_id" = "d"."to_space" left join "app"."dispatch_answer" as "a" on "a"."tenant_id" = "d"."to_space" and "a"."to_space" = "d"."tenant_id" and "a"."root_id" = "d"."root_id" and "a"."dispatch_key" = "d"."dispatch_key" where "d"."to_space" = $1 and "d"."kind" = $2 and d.body->>'uscc' = $3 and ("a"."outcome" is null or "a"."outcome" != $4) order by "name") r;

-- listReceived
select coalesce(json_agg(r), '[]')::text from (select "d"."tenant_id", "d"."root_id", "d"."dispatch_key", "d"."to_space", "d"."kind", "d"."case_id", "d"."title", "d"."words", "d"."on_day", "d"."acknowledged_on", "s"."name" as "from_name", "t"."name" as "to_name", "a"."outcome", "a"."words" as "answer", "a"."on_day" as "answered_on", "a"."by_name" as "answered_by", d.body->>'name' as "center", d.body->>'host' as "host" from "app"."dispatch" as "d" inner join "app"."space" as "s" on "s"."tenant_id" = "d"."tenant_id" inner join "app"."space" as "t" on "t"."tenant_id" = "d"."to_space" left join "app"."dispatch_answer" as "a" on "a"."tenant_id" = "d"."to_space" and "a"."to_space" = "d"."tenant_id" and "a"."root_id" = "d"."root_id" and "a"."dispatch_key" = "d"."dispatch_key" where "d"."to_space" = $1 and "d"."kind" != $2 order by "d"."on_day" desc, "d"."dispatch_key" limit $3 offset $4) r;

-- countReceived
select coalesce((select row_to_json(r) from (select count(*)::int as "total", count(*) filter (where d.outcome is null and d.acknowledged_on is null)::int as "unanswered" from (select "d"."tenant_id", "d"."root_id", "d"."dispatch_key", "d"."to_space", "d"."kind", "d"."case_id", "d"."title", "d"."words", "d"."on_day", "d"."acknowledged_on", "s"."name" as "from_name", "t"."name" as "to_name", "a"."outcome", "a"."words" as "answer", "a"."on_day" as "answered_on", "a"."by_name" as "answered_by", d.body->>'name' as "center", d.body->>'host' as "host" from "app"."dispatch" as "d" inner join "app"."space" as "s" on "s"."tenant_id" = "d"."tenant_id" inner join "app"."space" as "t" on "t"."tenant_id" = "d"."to_space" left join "app"."dispatch_answer" as "a" on "a"."tenant_id" = "d"."to_space" and "a"."to_space" = "d"."tenant_id" and "a"."root_id" = "d"."root_id" and "a"."dispatch_key" = "d"."dispatch_key" where "d"."to_space" = $1 and "d"."kind" != $2) as "d") r limit 1)::text, 'null');

-- findDispatch
select coalesce((select row_to_json(r) from (select "d"."tenant_id", "d"."root_id", "d"."dispatch_key", "d"."to_space", "d"."kind", "d"."case_id", "d"."title", "d"."words", "d"."on_day", "d"."acknowledged_on", "s"."name" as "from_name", "t"."name" as "to_name", "a"."outcome", "a"."words" as "answer", "a"."on_day" as "answered_on", "a"."by_name" as "answered_by", d.body->>'name' as "center", d.body->>'host' as "host", "d"."body" from "app"."dispatch" as "d" inner join "app"."space" as "s" on "s"."tenant_id" = "d"."tenant_id" inner join "app"."space" as "t" on "t"."tenant_id" = "d"."to_space" left join "app"."dispatch_answer" as "a" on "a"."tenant_id" = "d"."to_space" and "a"."to_space" = "d"."tenant_id" and "a"."root_id" = "d"."root_id" and "a"."dispatch_key" = "d"."dispatch_key" where "d"."tenant_id" = $1 and "d"."root_id" = $2 and "d"."dispatch_key" = $3) r limit 1)::text, 'null');

-- listDispatchesOf
select coalesce(json_agg(r), '[]')::text from (select "d"."tenant_id", "d"."root_id", "d"."dispatch_key", "d"."to_space", "d"."kind", "d"."case_id", "d"."title", "d"."words", "d"."on_day", "d"."acknowledged_on", "s"."name" as "from_name", "t"."name" as "to_name", "a"."outcome", "a"."words" as "answer", "a"."on_day" as "answered_on", "a"."by_name" as "answered_by", d.body->>'name' as "center", d.body->>'host' as "host", d.body->>'standing' as "standing", d.body->>'standingWord' as "standing_word" from "app"."dispatch" as "d" inner join "app"."space" as "s" on "s"."tenant_id" = "d"."tenant_id" inner join "app"."space" as "t" on "t"."tenant_id" = "d"."to_space" left join "app"."dispatch_answer" as "a" on "a"."tenant_id" = "d"."to_space" and "a"."to_space" = "d"."tenant_id" and "a"."root_id" = "d"."root_id" and "a"."dispatch_key" = "d"."dispatch_key" where (("d"."tenant_id" = $1 and "d"."root_id" = $2) or ("d"."to_space" = $3 and "d"."kind" = $4 and "d"."dispatch_key" = $5)) order by "d"."on_day" desc, "d"."dispatch_key") r;

-- listAuthoritiesAbove
select coalesce(json_agg(r), '[]')::text from (select "s"."tenant_id" as "space", "s"."name", "s"."tier" from "app"."space" as "s" where "s"."kind" = $1 and ("s"."tenant_id" = (select "own"."parent_id" from "app"."space" as "own" where "own"."tenant_id" = $2) or "s"."tenant_id" in (select "e"."party_id" from "app"."enrolment" as "e" where "e"."tenant_id" = $3)) order by "s"."tenant_id") r;

-- countCases
select coalesce(json_agg(r), '[]')::text from (select "c"."state", count(*)::int as "n" from "app"."case_state" as "c" inner join "app"."case_file" as "f" on "f"."tenant_id" = "c"."tenant_id" and "f"."case_id" = "c"."case_id" left join "app"."institution" as "i" on "i"."tenant_id" = "c"."party_id" left join "app"."center_state" as "s" on "s"."tenant_id" = "f"."tenant_id" and "s"."center_id" = "f"."root_id" where "c"."tenant_id" = $1 and "c"."purpose" in ($2) and "c"."year" = $3 and "c"."state" in ($4) and "c"."party_id" = $5 and (position($6 in c.title) > $7 or position($8 in i.name) > $9 or "i"."uscc" = $10) group by "c"."state") r;

-- listCases
select coalesce(json_agg(r), '[]')::text from (select "c"."case_id", "f"."root_id", "f"."root_kind", "f"."procedure_key", "c"."party_id", "c"."title", "c"."purpose", "c"."year", "c"."state", "c"."stage_key", "c"."revision", "c"."score", "c"."grade_key", "c"."due_on", "c"."marks", "i"."name" as "unit", "s"."standing", ctx.iso(c.submitted_at) as "submitted_at" from "app"."case_state" as "c" inner join "app"."case_file" as "f" on "f"."tenant_id" = "c"."tenant_id" and "f"."case_id" = "c"."case_id" left join "app"."institution" as "i" on "i"."tenant_id" = "c"."party_id" left join "app"."center_state" as "s" on "s"."tenant_id" = "f"."tenant_id" and "s"."center_id" = "f"."root_id" where "c"."tenant_id" = $1 and "c"."purpose" in ($2) and "c"."year" = $3 and "c"."state" in ($4) and "c"."party_id" = $5 and (position($6 in c.title) > $7 or position($8 in i.name) > $9 or "i"."uscc" = $10) order by c.title collate "zh-Hans-x-icu" desc nulls last, "c"."case_id" limit $11 offset $12) r;

-- findCaseFile
select coalesce((select row_to_json(r) from (select * from "app"."case_file" as "f" where "f"."tenant_id" = $1 and "f"."case_id" = $2) r limit 1)::text, 'null');

-- listSubmissions
select coalesce(json_agg(r), '[]')::text from (select "s"."stage_key", "s"."revision", "s"."answers", ctx.iso(s.submitted_at) as "submitted_at" from "app"."submission" as "s" where "s"."tenant_id" = $1 and "s"."case_id" = $2 order by "s"."submitted_at") r;

-- listAttachments
select coalesce(json_agg(r), '[]')::text from (select "a"."file_id", "a"."name", "a"."kind", "a"."bytes", "a"."sha256", ctx.iso(a.at) as "at" from "app"."attachment" as "a" where "a"."tenant_id" = $1 and "a"."case_id" = $2 order by "a"."at") r;

-- listCaseEvents
select coalesce(json_agg(r), '[]')::text from (select "e"."seq", "e"."case_id", "e"."kind", "e"."on_day", "e"."who", "e"."body", ctx.iso(e.at) as "at" from "app"."event" as "e" where "e"."tenant_id" = $1 and "e"."case_id" = $2 order by "e"."seq" desc) r;

-- listCenters
select coalesce(json_agg(r), '[]')::text from (select "c"."center_id", "c"."party_id", "c"."type_key", "c"."name", "c"."host_name", "c"."director_name", "c"."cohort_year", "c"."began_on", "s"."standing", "s"."grade_key", "s"."grade_means", "s"."score", "s"."term_from", "s"."term_to", "s"."marks", (select min(o.due_on) from app.obligation o where o.tenant_id = c.tenant_id and o.root_id = c.center_id and o.state in ('open', 'missed')) as "next_due" from "app"."center" as "c" inner join "app"."center_state" as "s" on "s"."tenant_id" = "c"."tenant_id" and "s"."center_id" = "c"."center_id" where "c"."tenant_id" = $1 and "s"."standing" in ($2) and "c"."cohort_year" = $3 and "c"."party_id" = $4 and (position($5 in c.name) > $6 or position($7 in c.host_name) > $8 or "c"."host_uscc" = $9) order by "c"."cohort_year" desc, c.name collate "zh-Hans-x-icu" limit $10 offset $11) r;

-- countCenters
select coalesce(json_agg(r), '[]')::text from (select "s"."standing", count(*)::int as "n" from "app"."center" as "c" inner join "app"."center_state" as "s" on "s"."tenant_id" = "c"."tenant_id" and "s"."center_id" = "c"."center_id" where "c"."tenant_id" = $1 and "s"."standing" in ($2) and "c"."cohort_year" = $3 and "c"."party_id" = $4 and (position($5 in c.name) > $6 or position($7 in c.host_name) > $8 or "c"."host_uscc" = $9) group by "s"."standing") r;

-- findCenter
select coalesce((select row_to_json(r) from (select "c"."center_id", "c"."party_id", "c"."name", "c"."policy_hash" from "app"."center" as "c" where "c"."tenant_id" = $1 and "c"."center_id" = $2) r limit 1)::text, 'null');

-- listEvents
select coalesce(json_agg(r), '[]')::text from (select "e"."seq", "e"."case_id", "e"."kind", "e"."on_day", "e"."who", "e"."body", ctx.iso(e.at) as "at" from "app"."event" as "e" where "e"."tenant_id" = $1 and "e"."root_id" = $2 order by "e"."seq" desc) r;

-- listObligationsOf
select coalesce(json_agg(r), '[]')::text from (select "o"."obligation_key", "o"."to_space", "o"."to_role", "o"."to_user", "o"."act", "o"."procedure_key", "o"."stage_key", "o"."duty_key", "o"."case_id", "o"."year", "o"."title", "o"."matter", "o"."due_on", "o"."state", "o"."done_on", "o"."days_late", ctx.iso(o.opens_at) as "opens_at", ctx.iso(o.urged_at) as "urged_at" from "app"."obligation" as "o" where "o"."tenant_id" = $1 and "o"."root_id" = $2 order by o.due_on asc nulls last) r;

-- countDesk
select coalesce((select row_to_json(r) from (select (select count(*)::int as "n" from "app"."obligation" as "o" where "o"."tenant_id" = $1 and "o"."state" in ($2, $3) and o.opens_at <= (select ctx.now()) and ("o"."to_user" = $4 or ("o"."to_user" is null and "o"."to_space" = $5 and "o"."to_role" in ($6)))) as "todo", (select count(*)::int as "n" from "app"."obligation" as "o" where "o"."tenant_id" = $7 and "o"."state" in ($8, $9) and o.opens_at <= (select ctx.now()) and ("o"."to_user" = $10 or ("o"."to_user" is null and "o"."to_space" = $11 and "o"."to_role" in ($12))) and o.due_on < ((select ctx.now()) at time zone 'Asia/Shanghai')::date) as "late", (select count(*)::int as "n" from "app"."event" as "e" where "e"."tenant_id" = $13 and "e"."actor" = $14) as "done", (select count(*)::int as "n" from "app"."notice" as "n" where "n"."tenant_id" = $15 and "n"."to_space" = $16) as "copied", (select count(*)::int as "n" from "app"."case_file" as "f" where "f"."tenant_id" = $17 and "f"."opened_by" = $18) as "started") r limit 1)::text, 'null');

-- listDone
select coalesce(json_agg(r), '[]')::text from (select "e"."root_id", "e"."root_kind", "e"."seq", "e"."case_id", "e"."kind", "e"."body", "c"."title", "z"."name" as "center", ctx.iso(e.at) as "at" from "app"."event" as "e" left join "app"."case_state" as "c" on "c"."tenant_id" = "e"."tenant_id" and "c"."case_id" = "e"."case_id" left join "app"."center" as "z" on "z"."tenant_id" = "e"."tenant_id" and "z"."center_id" = "e"."root_id" where "e"."tenant_id" = $1 and "e"."actor" = $2 order by "e"."at" desc, "e"."seq" desc limit $3 offset $4) r;

-- listCopied
select coalesce(json_agg(r), '[]')::text from (select "n"."root_id", "n"."notice_key", "n"."case_id", "n"."title", "n"."text", ctx.iso(n.at) as "at" from "app"."notice" as "n" where "n"."tenant_id" = $1 and "n"."to_space" = $2 order by "n"."at" desc limit $3 offset $4) r;

-- listStarted
select coalesce(json_agg(r), '[]')::text from (select "f"."case_id", "f"."root_id", "f"."procedure_key", "f"."opened_on", "c"."title", "c"."state", "c"."stage_key", "c"."year", "c"."due_on" from "app"."case_file" as "f" inner join "app"."case_state" as "c" on "c"."tenant_id" = "f"."tenant_id" and "c"."case_id" = "f"."case_id" where "f"."tenant_id" = $1 and "f"."opened_by" = $2 order by "f"."opened_on" desc, "f"."case_id" desc limit $3 offset $4) r;

-- listDraftParts
select coalesce(json_agg(r), '[]')::text from (select "d"."part_key", "d"."version", "d"."answers", "d"."saved_by", ctx.iso(d.saved_at) as "saved_at" from "app"."draft" as "d" where "d"."tenant_id" = $1 and "d"."case_id" = $2) r;

-- findScoreDraft
select coalesce((select row_to_json(r) from (select "d"."version", "d"."answers", ctx.iso(d.saved_at) as "saved_at" from "app"."score_draft" as "d" where "d"."tenant_id" = $1 and "d"."case_id" = $2 and "d"."stage_key" = $3 and "d"."owner_user" = $4) r limit 1)::text, 'null');

-- listPackets
select coalesce(json_agg(r), '[]')::text from (select "p"."case_id", "p"."stage_key", "p"."title", "p"."due_on", "o"."state", "o"."done_on", "o"."act", "o"."matter" from "app"."review_packet" as "p" left join "app"."obligation" as "o" on "o"."tenant_id" = "p"."tenant_id" and "o"."case_id" = "p"."case_id" and "o"."stage_key" = "p"."stage_key" and "o"."to_user" is not null where "p"."tenant_id" = $1 order by "p"."due_on") r;

-- findPacket
select coalesce((select row_to_json(r) from (select "p"."case_id", "p"."stage_key", "p"."title", "p"."due_on", "p"."body", "o"."state", "o"."done_on" from "app"."review_packet" as "p" left join "app"."obligation" as "o" on "o"."tenant_id" = "p"."tenant_id" and "o"."case_id" = "p"."case_id" and "o"."stage_key" = "p"."stage_key" and "o"."to_user" is not null where "p"."tenant_id" = $1 and "p"."case_id" = $2 and "p"."stage_key" = $3) r limit 1)::text, 'null');

-- listPeople
select coalesce(json_agg(p), '[]')::text from auth.list_people($1, $2) p;

-- listEntries
select coalesce(json_agg(r), '[]')::text from (select "e"."root_id", "e"."entry_id", "e"."root_kind", "e"."party_id", "e"."register_key", "e"."title", "e"."answers", "e"."state", "e"."awaits", "e"."recorded_on", "e"."recorded_by", "e"."changed_on", "e"."ruled_on", "e"."ruled_by", "e"."reason", "s"."name" as "unit", (select count(*)::int from app.claim c where c.tenant_id = e.tenant_id and c.fingerprint = e.fingerprint) as "claimed" from "app"."register_entry" as "e" inner join "app"."space" as "s" on "s"."tenant_id" = "e"."party_id" where "e"."tenant_id" = $1 and "e"."register_key" = $2 and "e"."state" in ($3) and "e"."root_id" = $4 and "e"."party_id" = $5 and extract(year from e.recorded_on)::int = $6 and e.attributes ->> $7 = $8 and (position($9 in e.title) > $10 or position($11 in s.name) > $12) order by e.title collate "zh-Hans-x-icu" desc, "e"."entry_id" desc limit $13 offset $14) r;

-- countEntries
select coalesce(json_agg(r), '[]')::text from (select "e"."state", count(*)::int as "n" from "app"."register_entry" as "e" inner join "app"."space" as "s" on "s"."tenant_id" = "e"."party_id" where "e"."tenant_id" = $1 and "e"."register_key" = $2 and "e"."state" in ($3) and "e"."root_id" = $4 and "e"."party_id" = $5 and extract(year from e.recorded_on)::int = $6 and e.attributes ->> $7 = $8 and (position($9 in e.title) > $10 or position($11 in s.name) > $12) group by "e"."state") r;

-- countRegisters
select coalesce(json_agg(r), '[]')::text from (select "e"."register_key", count(*)::int as "n", count(*) filter (where e.awaits and e.state = 'recorded')::int as "waiting" from "app"."register_entry" as "e" where "e"."tenant_id" = $1 and "e"."state" <> $2 group by "e"."register_key") r;

-- findEntry
select coalesce((select row_to_json(r) from (select "e"."root_id", "e"."entry_id", "e"."root_kind", "e"."party_id", "e"."register_key", "e"."title", "e"."answers", "e"."state", "e"."awaits", "e"."recorded_on", "e"."recorded_by", "e"."changed_on", "e"."ruled_on", "e"."ruled_by", "e"."reason", "s"."name" as "unit", (select count(*)::int from app.claim c where c.tenant_id = e.tenant_id and c.fingerprint = e.fingerprint) as "claimed" from "app"."register_entry" as "e" inner join "app"."space" as "s" on "s"."tenant_id" = "e"."party_id" where "e"."tenant_id" = $1 and "e"."entry_id" = $2) r limit 1)::text, 'null');

-- listEntryEvents
select coalesce(json_agg(r), '[]')::text from (select "e"."seq", "e"."kind", "e"."on_day", "e"."who", "e"."body", ctx.iso(e.at) as "at" from "app"."event" as "e" where "e"."tenant_id" = $1 and e.body ->> 'entry' = $2 order by "e"."seq" desc) r;

-- listClaims
select coalesce(json_agg(r), '[]')::text from (select "c"."case_id", "c"."entry_id", "c"."title", "c"."share", "c"."year", "c"."procedure_key", "c"."claimed_before", "k"."title" as "case_title" from "app"."claim" as "c" inner join "app"."case_state" as "k" on "k"."tenant_id" = "c"."tenant_id" and "k"."case_id" = "c"."case_id" where "c"."tenant_id" = $1 and "c"."case_id" = $2 order by "c"."year") r;

-- listEmployers
select app.employers();

-- sealIdentity
select ctx.seal_identity($1);

-- findPolicy
select coalesce((select body::text from app.policy_doc where doc_hash = $1), 'null');

-- listAdoptions
select coalesce(json_agg(r), '[]')::text from (select * from "app"."adoption" as "a" where "a"."tenant_id" = $1 order by "a"."in_force_from") r;

-- listSettlements
select coalesce(json_agg(r), '[]')::text from (select * from "app"."settlement" as "s" where "s"."tenant_id" = $1 order by "s"."on_day") r;

-- listDocuments
select coalesce(json_agg(r), '[]')::text from (select * from "app"."document" as "d" where "d"."tenant_id" = $1 order by "d"."issued_on" desc) r;

-- listDocumentedCenters
select coalesce(json_agg(r), '[]')::text from (select "c"."center_id", "c"."name", "c"."host_name", "c"."type_key", "f"."procedure_key", "f"."policy_hash", e.body ->> 'stage' as "stage_key", t.body ->> 'on' as "term_from", t.body ->> 'endsOn' as "term_to" from "app"."event" as "e" inner join "app"."center" as "c" on "c"."tenant_id" = "e"."tenant_id" and "c"."center_id" = "e"."root_id" inner join "app"."case_file" as "f" on "f"."tenant_id" = "e"."tenant_id" and "f"."case_id" = "e"."case_id" left join "app"."event" as "t" on "t"."tenant_id" = "e"."tenant_id" and "t"."root_id" = "e"."root_id" and "t"."case_id" = "e"."case_id" and "t"."kind" = $1 where "e"."tenant_id" = $2 and "e"."kind" = $3 and e.body #>> '{document,id}' = $4 order by "e"."at", c.name collate "zh-Hans-x-icu") r;

-- listInstitutions
select coalesce(json_agg(r), '[]')::text from (select "e"."party_id", "e"."root_id", "i"."name", "i"."uscc", "i"."grade", "i"."kind", "i"."ownership", "i"."region", "s"."region_code", "r"."name" as "region_name", "i"."beds" from "app"."enrolment" as "e" inner join "app"."institution" as "i" on "i"."tenant_id" = "e"."party_id" inner join "app"."space" as "s" on "s"."tenant_id" = "e"."party_id" left join "app"."region" as "r" on "r"."region_code" = "s"."region_code" where "e"."tenant_id" = $1 order by i.name collate "zh-Hans-x-icu") r;

-- listInstitutionFacts
select coalesce(json_agg(r), '[]')::text from (select "h"."root_id" as "id" from "app"."root_head" as "h" where "h"."tenant_id" = $1 and "h"."kind" = $2) r;

-- findSpace
select coalesce((select row_to_json(r) from (select * from "app"."space" as "s" where "s"."tenant_id" = $1) r limit 1)::text, 'null');

-- findAttachment
select coalesce((select row_to_json(r) from (select * from "app"."attachment" as "a" where "a"."tenant_id" = $1 and "a"."file_id" = $2) r limit 1)::text, 'null');

-- listAudit
select coalesce(json_agg(r), '[]')::text from (select "e"."seq", "e"."actor", "e"."role", "e"."action", "e"."object", "e"."outcome", ctx.iso(e.at) as "at" from "audit"."entry" as "e" where "e"."tenant_id" = $1 order by "e"."seq" desc limit $2 offset $3) r;

-- firstBrokenLink
select coalesce(to_json(audit.first_broken($1))::text, 'null');

-- listDueRoots
select coalesce(json_agg(r), '[]')::text from (
       select o.root_id from app.obligation o
        where o.tenant_id = $1 and o.state = 'open' and o.due_on < (ctx.now() at time zone 'Asia/Shanghai')::date
       union
       select s.center_id from app.center_state s
        where s.tenant_id = $1 and s.standing = 'building' and s.term_to <= (ctx.now() at time zone 'Asia/Shanghai')::date
          and not exists (select 1 from app.event e where e.tenant_id = s.tenant_id and e.root_id = s.center_id and e.kind = 'term-ended')
       union
       select b.root_id from app.event b
        where b.tenant_id = $1 and b.kind in ('publicized', 'run-started', 'waived')
          and (coalesce(b.body->>'endsOn', b.body->>'until'))::date
            + case b.kind when 'run-started' then 0 else 1 end <= (ctx.now() at time zone 'Asia/Shanghai')::date
          and not exists (
            select 1 from app.event e
             where e.tenant_id = b.tenant_id and e.root_id = b.root_id and e.seq > b.seq and e.case_id = b.case_id
               and e.kind = case b.kind when 'publicized' then 'publicity-ended' when 'run-started' then 'run-ended' else 'waiver-ended' end
               and coalesce(e.body->>'stage', e.body->>'path') = coalesce(b.body->>'stage', b.body->>'path'))) r;

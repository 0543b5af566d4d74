// Tables of the streams, of what is projected from them, and of what people write before they act.
const streams = `
create table app.root_head (tenant_id int, root_id uuid, kind text not null, party_id int not null, head_seq int not null default 0,
  primary key (tenant_id, root_id)) with (fillfactor = 70);
create table app.root_facts (tenant_id int, root_id uuid, party_id int not null, at_seq int not null, facts jsonb not null,
  primary key (tenant_id, root_id)) with (fillfactor = 70);
create table app.event (tenant_id int, root_id uuid, seq int, root_kind text not null, party_id int not null, case_id uuid,
  kind text not null, on_day date not null, at timestamptz not null, actor uuid, who jsonb, consulted jsonb not null,
  body jsonb not null, sealed boolean not null, primary key (tenant_id, root_id, seq),
  foreign key (tenant_id, root_id) references app.root_head);
create index on app.event (tenant_id, actor, at desc) where actor is not null;
select ddl.keep('app.root_head', 'party');
select ddl.keep('app.root_facts', 'authority');
select ddl.keep('app.event', 'stream');
`;

const projected = `
create table app.center (tenant_id int, center_id uuid, party_id int not null, type_key text not null, name text not null,
  host_name text not null, host_uscc text not null, director_name text, policy_key text not null, policy_version int not null,
  policy_hash text not null, began_on date not null, cohort_year int not null, primary key (tenant_id, center_id));
create index on app.center (tenant_id, party_id);
create table app.center_state (tenant_id int, center_id uuid, party_id int not null, standing text, grade_key text, grade_means text,
  score text, term_from date, term_to date, marks text[] not null, primary key (tenant_id, center_id)) with (fillfactor = 80);
create index on app.center_state (tenant_id, standing);
create table app.center_span (tenant_id int, center_id uuid, from_seq int, party_id int not null, from_day date not null, to_day date,
  standing text not null, grade_key text, primary key (tenant_id, center_id, from_seq));
create table app.case_file (tenant_id int, case_id uuid, root_kind text not null, root_id uuid not null, party_id int not null,
  procedure_key text not null, purpose text not null, year int not null, policy_hash text not null, opened_on date not null,
  opened_by uuid, primary key (tenant_id, case_id));
create index on app.case_file (tenant_id, root_id, opened_on desc);
create index on app.case_file (tenant_id, opened_by);
create table app.case_state (tenant_id int, case_id uuid, party_id int not null, title text not null, purpose text not null,
  year int not null, state text not null, stage_key text, submitted_at timestamptz, revision int not null, score text,
  grade_key text, due_on date, marks text[] not null, primary key (tenant_id, case_id)) with (fillfactor = 80);
create index on app.case_state (tenant_id, purpose, year, state, submitted_at desc, case_id);
create index on app.case_state (tenant_id, party_id, purpose, year);
create table app.obligation (tenant_id int, root_id uuid, obligation_key text, party_id int not null, to_space int not null,
  to_role text not null, to_user uuid, act text not null, procedure_key text, stage_key text, duty_key text, case_id uuid,
  year int not null, title text not null, matter text not null, opens_at timestamptz not null, due_on date,
  state text not null, done_on date, done_by uuid, days_late int, urged_at timestamptz,
  primary key (tenant_id, root_id, obligation_key));
create index on app.obligation (tenant_id, to_space, due_on) where state in ('open', 'missed');
create index on app.obligation (tenant_id, year, procedure_key);
create table app.submission (tenant_id int, case_id uuid, stage_key text, revision int, party_id int not null, answers jsonb not null,
  submitted_at timestamptz not null, primary key (tenant_id, case_id, stage_key, revision));
create table app.review_packet (tenant_id int, case_id uuid, stage_key text, readers uuid[] not null, title text not null, due_on date,
  body jsonb not null, primary key (tenant_id, case_id, stage_key));
create table app.finding (tenant_id int, center_id uuid, finding_id uuid, party_id int not null, case_id uuid not null,
  text text not null, due_on date, found_on date not null, cleared_on date, primary key (tenant_id, center_id, finding_id));
create table app.notice (tenant_id int, root_id uuid, notice_key text, party_id int not null, to_space int not null, case_id uuid,
  title text not null, text text not null, at timestamptz not null, primary key (tenant_id, root_id, notice_key));
create index on app.notice (tenant_id, to_space, at desc);
create table app.settlement (tenant_id int, settlement_id uuid, path text not null, case_id uuid, year int, value jsonb not null,
  reading text not null, on_day date not null, by_name text not null, primary key (tenant_id, settlement_id));
create table app.document (tenant_id int, document_id uuid, kind text not null, number text not null, title text not null,
  issued_on date not null, primary key (tenant_id, document_id), unique (tenant_id, number));
select ddl.project('app.center', 'party');
select ddl.project('app.center_state', 'party');
select ddl.project('app.center_span', 'party');
select ddl.project('app.case_file', 'party');
select ddl.project('app.case_state', 'party');
select ddl.project('app.obligation', 'addressed');
select ddl.project('app.submission', 'party');
select ddl.project('app.review_packet', 'reader');
select ddl.project('app.finding', 'party');
select ddl.project('app.notice', 'addressed');
select ddl.project('app.settlement', 'shared');
select ddl.project('app.document', 'shared');
`;

const written = `
create table app.draft (tenant_id int, case_id uuid, part_key text, party_id int not null, version int not null default 1,
  answers jsonb not null, saved_by text not null, saved_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, case_id, part_key)) with (fillfactor = 70);
create table app.score_draft (tenant_id int, case_id uuid, stage_key text, owner_user uuid not null, version int not null default 1,
  answers jsonb not null, saved_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, case_id, stage_key, owner_user)) with (fillfactor = 70);
create table app.attachment (tenant_id int, file_id uuid, party_id int not null, owner_user uuid not null, case_id uuid, name text not null,
  kind text not null, bytes bigint not null, sha256 text not null, at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, file_id));
create index on app.attachment (tenant_id, case_id);
create table app.idempotency (tenant_id int, owner_user uuid, key uuid, body_hash text not null, answer jsonb, at timestamptz not null
  default clock_timestamp(), primary key (tenant_id, owner_user, key));
select ddl.keep('app.draft', 'private');
select ddl.keep('app.score_draft', 'own');
select ddl.keep('app.attachment', 'party');
select ddl.keep('app.idempotency', 'own');
revoke update, delete, insert on app.idempotency from yc_app;
-- an attachment is written by the one who uploads it, for the own party, and never changed
create policy put on app.attachment for insert to yc_app with check (party_id = (select ctx.party()) and owner_user = (select ctx.usr()));
grant insert on app.attachment to yc_app;
`;

const reference = `
create table app.enrolment (tenant_id int, party_id int not null, root_id uuid not null, primary key (tenant_id, party_id), unique (tenant_id, root_id));
create table app.policy_doc (doc_hash text primary key check (doc_hash ~ '^[0-9a-f]{64}$'), body jsonb not null);
create table app.adoption (tenant_id int, policy_key text, version_no int, doc_hash text not null references app.policy_doc,
  in_force_from date not null, in_force_to date, primary key (tenant_id, policy_key, version_no));
create table app.holiday (year int, day date, kind text not null check (kind in ('off', 'work')), primary key (year, day));
create table app.region (region_code text primary key, parent_code text, name text not null, kind text not null,
  valid_from date not null, valid_to date);
select ddl.keep('app.space', 'reference');
select ddl.keep('app.institution', 'reference');
select ddl.keep('app.policy_doc', 'reference');
select ddl.keep('app.holiday', 'reference');
select ddl.keep('app.region', 'reference');
select ddl.keep('app.enrolment', 'party');
select ddl.keep('app.adoption', 'shared');
-- the door looks an enrolment up before there is a context
create policy door on app.enrolment for select to yc_ctx using (true);
grant select on app.enrolment to yc_ctx;
`;

export const tables = `set local role yc_owner;${streams}${projected}${written}${reference}reset role;`;

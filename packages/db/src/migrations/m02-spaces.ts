// Spaces (every party that owns rows) and identity. Identity is never granted to the application.
export const spaces = `
create table app.space (
  tenant_id int primary key,
  kind text not null check (kind in ('platform', 'authority', 'institution')),
  parent_id int references app.space,
  tier text,
  region_code text,
  name text not null,
  root_id uuid not null unique
);
create table app.institution (
  tenant_id int primary key references app.space,
  uscc text not null unique,
  name text not null,
  grade text
);
create table auth.account (
  user_id uuid primary key,
  sign_in text unique not null,
  name text not null,
  password_hash text not null,
  disabled boolean not null default false
);
create table auth.session (
  session_hash bytea primary key check (octet_length(session_hash) = 32),
  user_id uuid not null references auth.account,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  dies_at timestamptz not null,
  idle interval not null default '30 min',
  address text not null default '',
  agent text not null default ''
);
create index on auth.session (user_id);
create table auth.hat (
  hat_id uuid primary key,
  user_id uuid not null references auth.account,
  party_id int not null references app.space,
  role_key text not null,
  valid_from date not null default '2000-01-01',
  valid_to date
);
create index on auth.hat (user_id);
create table auth.pool (
  tenant_id int not null references app.space,
  user_id uuid not null references auth.account,
  employer_id int references app.space,
  primary key (tenant_id, user_id)
);
create table auth.attempt (
  at timestamptz not null default clock_timestamp(),
  sign_in text not null,
  address text not null,
  succeeded boolean not null
);
create index on auth.attempt (sign_in, at);
create index on auth.attempt (address, at);
alter table app.space owner to yc_owner;
alter table app.institution owner to yc_owner;
alter table auth.account owner to yc_ctx;
alter table auth.session owner to yc_ctx;
alter table auth.hat owner to yc_ctx;
alter table auth.pool owner to yc_ctx;
alter table auth.attempt owner to yc_ctx;
grant select on app.space, app.institution to yc_ctx, yc_writer, yc_auditor;
`;

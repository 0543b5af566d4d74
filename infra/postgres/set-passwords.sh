#!/usr/bin/env bash
# Sets the login roles' passwords from the environment; no password appears on a command line.
# In the postgres image it runs after roles.sql. Elsewhere: POSTGRES_USER=postgres POSTGRES_DB=yichuang YC_…_PASSWORD=… .
set -euo pipefail

: "${YC_MIGRATE_PASSWORD:?}" "${YC_APP_PASSWORD:?}" "${YC_WORKER_PASSWORD:?}" "${YC_PUBLIC_PASSWORD:?}" "${YC_BACKUP_PASSWORD:?}"

psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname="${POSTGRES_DB:-yichuang}" <<'SQL'
\getenv migrate YC_MIGRATE_PASSWORD
\getenv app YC_APP_PASSWORD
\getenv worker YC_WORKER_PASSWORD
\getenv public YC_PUBLIC_PASSWORD
\getenv backup YC_BACKUP_PASSWORD
alter role yc_migrate password :'migrate';
alter role yc_app password :'app';
alter role yc_worker password :'worker';
alter role yc_public password :'public';
alter role yc_backup password :'backup';
SQL

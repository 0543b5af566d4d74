#!/usr/bin/env bash
# restore.sh <backup folder>: into an empty database, made by roles.sql, and an empty folder of files.
# Connects by the PG* settings; the role must be a superuser, since the dump names the owners of its tables.
set -euo pipefail
umask 077

backup="${1:?usage: restore.sh <backup folder>}"
: "${PGDATABASE:?}" "${YC_DATA_DIR:?}"
(cd "$backup" && sha256sum --check --quiet SHA256SUMS)

found="$(psql --no-psqlrc --no-password --tuples-only --no-align --set=ON_ERROR_STOP=1 \
  --command="select count(*) from pg_namespace where nspname = 'app'")"
[[ "$found" == 0 ]] || { echo "the database $PGDATABASE is not empty" >&2; exit 1; }
[[ ! -e "$YC_DATA_DIR/files" ]] || { echo "$YC_DATA_DIR/files already exists" >&2; exit 1; }

pg_restore --exit-on-error --single-transaction --no-password --dbname="$PGDATABASE" "$backup/database.dump"
mkdir -p "$YC_DATA_DIR"
tar --extract --file="$backup/files.tar" --directory="$YC_DATA_DIR"
echo "restored from $backup; give $YC_DATA_DIR to the user that the server runs as"

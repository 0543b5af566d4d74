#!/usr/bin/env bash
# Writes one dated folder with the database, the uploaded files and their checksums, then drops the folders that are
# older than YC_BACKUP_KEEP_DAYS. Settings: backup.env.example. Needs pg_dump of the server's version or a later one.
# The dump holds the key that signs contexts and every personal datum: keep it encrypted, away from the machine.
set -euo pipefail
umask 077

: "${PGDATABASE:?}" "${YC_DATA_DIR:?}" "${YC_BACKUP_DIR:?}"
keep_days="${YC_BACKUP_KEEP_DAYS:-30}"
[[ "$keep_days" =~ ^[1-9][0-9]*$ ]] || { echo "YC_BACKUP_KEEP_DAYS is not a number of days: $keep_days" >&2; exit 2; }

stamp="$(date -u +%Y%m%dT%H%M%SZ)"
target="$YC_BACKUP_DIR/yichuang-$stamp"
partial="$target.partial"
mkdir -p "$partial"
trap 'rm -rf "$partial"' EXIT

# The database first: a file is stored under a key of its own and never rewritten, so every file that this dump names
# is still there when the files are packed after it.
pg_dump --format=custom --no-password --file="$partial/database.dump"
pg_restore --list "$partial/database.dump" >"$partial/database.list"
if [[ -d "$YC_DATA_DIR/files" ]]; then
  tar --create --file="$partial/files.tar" --directory="$YC_DATA_DIR" files
else
  tar --create --file="$partial/files.tar" --files-from=/dev/null
fi
(cd "$partial" && sha256sum database.dump database.list files.tar >SHA256SUMS)
mv "$partial" "$target"

find "$YC_BACKUP_DIR" -mindepth 1 -maxdepth 1 -type d -name 'yichuang-*Z' -mtime "+$keep_days" -exec rm -rf {} +
echo "$target"

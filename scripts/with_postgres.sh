#!/usr/bin/env bash
# Runs a command with a throwaway PostgreSQL cluster beside it, and ends the cluster whatever happens:
#   scripts/with_postgres.sh pytest tests/desk
# WITH_FSYNC=on lets it wait for the disk, as benchmarks must.
# The command finds its address in ANSWERABLE_TEST_DATABASE. The cluster lives under a temporary
# folder, listens on a socket there and nowhere else, and is run by the user postgres where we are root.
set -euo pipefail

bin="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)"
[ -n "$bin" ] || bin="$(dirname "$(command -v initdb || true)")"
[ -x "$bin/initdb" ] || { echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 2; }

folder="$(mktemp -d /tmp/answerable-postgres.XXXXXX)"
chmod 755 "$folder"
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as() { runuser -u postgres -- "$@"; }
fi
stop() {
  as "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT

cd "$folder" # a folder that the user postgres may read
as "$bin/initdb" --pgdata="$folder/data" --username=answerable --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" --pgdata="$folder/data" --silent --wait --log="$folder/log" \
  --options="-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=${WITH_FSYNC:-off}" start
as "$bin/createdb" --host="$folder" --username=answerable answerable
cd "$OLDPWD"

export ANSWERABLE_TEST_DATABASE="postgresql://answerable@/answerable?host=$folder"
"$@"

# Read by tests/run: a throw-away PostgreSQL, on a free port of the loopback address.

find_pg_bin() {
  local initdb
  initdb=$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
  [ -n "$initdb" ] && pg_bin=$(dirname "$initdb")
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# PostgreSQL does not run as root, and another user cannot look into every checkout: hence a folder in /tmp.
start_postgres() {
  find_pg_bin || { echo 'PostgreSQL is not installed'; return 1; }
  local user
  cluster=$(mktemp -d "${TMPDIR:-/tmp}/hazir-postgres.XXXXXX") || return 1
  if [ "$(id -u)" -eq 0 ]; then
    user=$(id -un postgres 2>/dev/null || echo nobody)
    cluster_user=(runuser -u "$user" --)
    chown "$user" "$cluster"
  fi
  "${cluster_user[@]}" "$pg_bin/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$logs/initdb.log" 2>&1 ||
    { tail -5 "$logs/initdb.log"; return 1; }
  local attempt port tls=off
  if [ -e "${HAZIR_TEST_TOOLS:-}/certificate.pem" ]; then
    tls=on
    cp "$HAZIR_TEST_TOOLS/certificate.pem" "$cluster/data/server.crt" && cp "$HAZIR_TEST_TOOLS/key.pem" "$cluster/data/server.key"
    chmod 600 "$cluster/data/server.key"
    [ ${#cluster_user[@]} -eq 0 ] || chown "$user" "$cluster/data/server.crt" "$cluster/data/server.key"
  fi
  for attempt in 1 2 3 4 5; do
    port=$(free_port)
    if "${cluster_user[@]}" "$pg_bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -s -w start \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c max_connections=400 -c fsync=on -c ssl=$tls"; then
      postgres="postgres://postgres@127.0.0.1:$port/postgres?sslmode=disable"
      return 0
    fi
  done
  tail -5 "$cluster/log"
  return 1
}

stop_postgres() {
  [ -n "$cluster" ] || return 0
  "${cluster_user[@]}" "$pg_bin/pg_ctl" -D "$cluster/data" -s -m immediate -w stop >/dev/null 2>&1
  rm -rf "$cluster"
  cluster=''
}

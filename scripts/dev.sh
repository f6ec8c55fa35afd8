#!/usr/bin/env bash
# make dev: serve, and on every change rebuild what it touches and restart; open pages load anew. A build that fails leaves
# the running server as it was. PREAU_ADDR and PREAU_DATA as for `make run`.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

ADDR="${PREAU_ADDR:-127.0.0.1:3000}"
DATA="${PREAU_DATA:-$ROOT/data}"
SERVER='' WATCHER=''
# The workspace's own crates are then compiled in part only, at the price of one full build of them
# on the way from and to `make run`.
export CARGO_INCREMENTAL=1

stop_server() {
  [[ -n "$SERVER" ]] || return 0
  kill "$SERVER" 2>/dev/null || true
  wait "$SERVER" 2>/dev/null || true
  SERVER=''
}
finish() {
  stop_server
  if [[ -n "$WATCHER" ]]; then kill "$WATCHER" 2>/dev/null || true; fi
}
trap finish EXIT
trap 'exit 130' INT TERM

start_server() {
  stop_server
  "$PREAU" serve --addr "$ADDR" --data "$DATA" --assets "$SITE" --reload-pages &
  SERVER=$!
}

bash scripts/setup.sh
bash scripts/assets.sh --quick
step "Server"
cargo_build
demo_accounts "$DATA"
start_server
step "Serving on http://$ADDR, watching for changes (Ctrl-C to stop)"

# rebuild WHAT…, each of: server, browser, site
rebuild() {
  local what=" $* "
  if [[ "$what" == *" browser "* ]]; then
    bash scripts/assets.sh --quick || return 1
  elif [[ "$what" == *" site "* ]]; then
    bash scripts/assets.sh --quick --no-wasm || return 1
  fi
  if [[ "$what" == *" server "* ]]; then
    step "Server"
    cargo_build || return 1
  fi
}

exec 3< <(exec node scripts/watch.mjs)
WATCHER=$!
pending=()
while read -r -u 3 -a changed; do
  SECONDS=0 PREAU_STARTED="$(date +%s)"
  # What failed to build is stale still, whatever the change that mends it touches.
  pending+=("${changed[@]}")
  if rebuild "${pending[@]}"; then
    pending=()
    start_server
    step "Rebuilt"
  else
    warn "Not rebuilt; the server of before still runs"
  fi
done

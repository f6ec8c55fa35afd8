#!/usr/bin/env bash
# make run: from a clone to a running server. From the environment:
#   PREAU_ADDR  where to listen (127.0.0.1:3000)
#   PREAU_DATA  the data folder (./data); the demo company is loaded when it does not exist
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

ADDR="${PREAU_ADDR:-127.0.0.1:3000}"
DATA="${PREAU_DATA:-$ROOT/data}"

bash scripts/setup.sh
bash scripts/assets.sh
step "Server (the first time takes a quarter of an hour: SurrealDB is compiled too)"
cargo_build

demo_accounts "$DATA"

step "Serving on http://$ADDR (Ctrl-C to stop)"
exec "$PREAU" serve --addr "$ADDR" --data "$DATA" --assets "$SITE"

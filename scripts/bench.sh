#!/usr/bin/env bash
# make bench ARGS="…": the measurements of crates/bench, on the binaries that `make run` uses.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

bash scripts/setup.sh >&2
bash scripts/assets.sh >&2
step "Server and bench" >&2
cargo_build
# Started from its file: `cargo run -p bench` would select other features and compile SurrealDB again.
PREAU_BIN="$PREAU" PREAU_ASSETS="$SITE" exec "$CARGO_TARGET_DIR/release/bench" "$@"

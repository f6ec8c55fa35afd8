# shellcheck shell=bash disable=SC2034  # what is set here is used where this is sourced
# What the other scripts share: where things are, how a step is told, how cargo is called.
# Sourced, never run.

set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"

# Tools and, where PREAU_CACHE is set, compiled code are kept outside the checkout.
TOOLS="${PREAU_CACHE:-$HOME/.cache/preau}/tools"
if [[ -z "${CARGO_TARGET_DIR:-}" ]]; then
  if [[ -n "${PREAU_CACHE:-}" ]]; then
    CARGO_TARGET_DIR="$PREAU_CACHE/target"
  else
    CARGO_TARGET_DIR="$ROOT/target"
  fi
fi
[[ "$CARGO_TARGET_DIR" == /* ]] || CARGO_TARGET_DIR="$ROOT/$CARGO_TARGET_DIR"
export CARGO_TARGET_DIR

# What the browser gets. Always in the checkout, wherever cargo compiles.
SITE="$ROOT/target/site"
PREAU="$CARGO_TARGET_DIR/release/preau"

# A RUSTFLAGS in the environment replaces the flags of .cargo/config.toml, and a server and a browser
# bundle that disagree on erased view types do not hydrate.
if [[ -n "${RUSTFLAGS:-}" && "$RUSTFLAGS" != *erase_components* ]]; then
  export RUSTFLAGS="$RUSTFLAGS --cfg erase_components"
fi

# Cargo compiles anew what is newer than what it compiled, and a clone makes every file new: the
# engine, and with it the whole store, would be compiled again in each clone that shares a cache.
find "$ROOT/vendor" -type f -newermt 2020-01-02 -exec touch -d 2020-01-01 {} +

# `make test` and `make run` name the same packages, so that features unify to the same set and
# SurrealDB is compiled once for both. The browser's crate would switch leptos to `hydrate`.
NATIVE=(--release --workspace --exclude frontend)
# On a clean clone the lock file is the truth; at a desk cargo may complete it.
LOCKED=()
if [[ "${CI:-}" == true ]]; then LOCKED=(--locked); fi

if [[ -t 1 && -z "${NO_COLOR:-}" ]]; then
  BOLD=$'\e[1m' DIM=$'\e[2m' GREEN=$'\e[32m' YELLOW=$'\e[33m' RED=$'\e[31m' PLAIN=$'\e[0m'
else
  BOLD='' DIM='' GREEN='' YELLOW='' RED='' PLAIN=''
fi

# Counted from the start of the first script, through those it calls.
export PREAU_STARTED="${PREAU_STARTED:-$(date +%s)}"
SECONDS=$(($(date +%s) - PREAU_STARTED))
elapsed() { printf '%d:%02d' $((SECONDS / 60)) $((SECONDS % 60)); }
step() { printf '%s→ %s%s %s%s%s\n' "$BOLD$GREEN" "$PLAIN$BOLD" "$*$PLAIN" "$DIM" "$(elapsed)" "$PLAIN"; }
note() { printf '  %s\n' "$*"; }
warn() { printf '%s! %s%s\n' "$YELLOW" "$*" "$PLAIN" >&2; }
# The first argument says what is wrong, the others what to do about it.
die() {
  printf '%s✗ %s%s\n' "$RED" "$1" "$PLAIN" >&2
  shift
  local line
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }
npm_bin() { printf '%s/node_modules/.bin/%s' "$ROOT" "$1"; }

cargo_build() { cargo build ${LOCKED[@]+"${LOCKED[@]}"} "${NATIVE[@]}"; }

# Loads the demo company into the folder $1; `--json` and the like follow. A load that was cut short
# leaves nothing behind, so the next start does not take half a company for a whole one.
load_demo() (
  data="$1" status=0
  shift
  [[ ! -e "$data" ]] || die "$data is there already" "Remove it, or name another folder in PREAU_DATA."
  trap 'rm -rf "$data"; exit 130' INT TERM
  "$PREAU" demo --data "$data" "$@" || status=$?
  if ((status != 0)); then
    rm -rf "$data"
    die "The demo company could not be loaded (exit code $status)"
  fi
)

# The demo company the first time, and its accounts and password every time.
demo_accounts() {
  local data="$1" printed="$ROOT/target/demo-accounts.txt"
  if [[ ! -e "$data" ]]; then
    step "Loading the demo company into $data"
    load_demo "$data" | tee "$printed"
    mv "$printed" "$data/demo-accounts.txt"
  elif [[ -f "$data/demo-accounts.txt" ]]; then
    cat "$data/demo-accounts.txt"
  fi
}

# Prints the path of a Chromium, or nothing.
find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [[ -n "$name" ]] && has "$name"; then
      command -v "$name"
      return
    fi
  done
}

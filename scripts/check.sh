#!/usr/bin/env bash
# make check: what a reviewer should not have to look for. All of it runs, then the list of what
# failed. A check whose tool is not there is told as not run, never as passed.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

OK=() BAD=() NOT_RUN=()

# check NAME COMMAND…
check() {
  local name="$1"
  shift
  step "$name"
  if "$@"; then OK+=("$name"); else BAD+=("$name"); fi
}

not_run() {
  step "$1"
  note "not run: $2"
  NOT_RUN+=("$1 ($2)")
}

clippy_native() {
  cargo clippy ${LOCKED[@]+"${LOCKED[@]}"} "${NATIVE[@]}" --all-targets -- -D warnings
}

# In the profile of the bundle, so that the macros compiled for it are used again.
clippy_browser() {
  cargo clippy ${LOCKED[@]+"${LOCKED[@]}"} -p frontend --target wasm32-unknown-unknown --profile wasm-release -- -D warnings
}

doc_links() {
  RUSTDOCFLAGS='--cfg erase_components -D rustdoc::broken_intra_doc_links' \
    cargo doc ${LOCKED[@]+"${LOCKED[@]}"} "${NATIVE[@]}" --no-deps --document-private-items
}

scripts_parse() {
  local file status=0
  for file in scripts/*.sh .ci/run; do bash -n "$file" || status=1; done
  for file in scripts/*.mjs; do node --check "$file" || status=1; done
  return "$status"
}

lock_names_no_host() {
  if grep -nE '"resolved": "https?:' package-lock.json; then
    note "package-lock.json names a host; the .npmrc at the top keeps it from doing so: npm install --package-lock-only"
    return 1
  fi
}

# `cargo leptos` reads another list of the same sheets.
same_sheets() {
  diff <(sed -nE 's/^@import "(.*)\.css";/\1/p' style/main.css) <(sed -nE 's/^@use "(.*)";/\1/p' style/main.scss)
}

bash scripts/setup.sh
check "Formatting" cargo fmt --all --check
check "Lints, server" clippy_native
check "Lints, browser" clippy_browser
check "Links in the documentation" doc_links
check "One set of features" node scripts/features.mjs ${LOCKED[@]+"${LOCKED[@]}"}
if has cargo-deny; then
  check "Licences" cargo deny --offline check licenses bans
else
  check "Licences" node scripts/licences.mjs ${LOCKED[@]+"${LOCKED[@]}"}
fi
if has cargo-audit && [[ -d "${CARGO_HOME:-$HOME/.cargo}/advisory-db" ]]; then
  check "Advisories (as of the last fetch)" cargo audit --no-fetch --stale
else
  not_run "Advisories" "needs cargo-audit and a fetched advisory database"
fi
check "Scripts parse" scripts_parse
if has shellcheck; then
  check "Scripts lint" shellcheck -x -P scripts scripts/*.sh .ci/run
else
  not_run "Scripts lint" "shellcheck is not installed"
fi
check "Lock file names no host" lock_names_no_host
check "Style sheets, listed twice alike" same_sheets

step "Done"
for name in ${OK[@]+"${OK[@]}"}; do note "${GREEN}ok$PLAIN      $name"; done
for name in ${NOT_RUN[@]+"${NOT_RUN[@]}"}; do note "${YELLOW}not run$PLAIN $name"; done
for name in ${BAD[@]+"${BAD[@]}"}; do note "${RED}FAILED$PLAIN  $name"; done
((${#BAD[@]} == 0))

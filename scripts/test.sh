#!/usr/bin/env bash
# make test: every test there is, then one line with the counts. From the environment:
#   ONLY=rust|browser   one half
#   ARGS="…"            handed on to Playwright, for example ARGS="-g keyboard --project=phone"
#   SHOTS=1             pictures of the pages into end2end/shots
#   CHROMIUM            the browser to drive
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

ONLY="${ONLY:-all}"
PASSED=0 FAILED=0 SKIPPED=0 SERVER=
WORK="$(mktemp -d "${TMPDIR:-/tmp}/preau-test.XXXXXX")"

# The server under test takes its options from here alone, whatever the person's own server is told.
for name in $(compgen -e PREAU_ || true); do
  case "$name" in
  PREAU_CACHE | PREAU_STARTED | PREAU_SUMMARY) ;;
  *) unset "$name" ;;
  esac
done

finish() {
  local status=$?
  if [[ -n "$SERVER" ]]; then
    kill "$SERVER" 2>/dev/null || true
    # Ten seconds to close in good order, then it goes.
    local i
    for ((i = 0; i < 50; i++)); do
      kill -0 "$SERVER" 2>/dev/null || break
      sleep 0.2
    done
    kill -9 "$SERVER" 2>/dev/null || true
    wait "$SERVER" 2>/dev/null || true
  fi
  if ((status != 0)) && [[ -f "$WORK/server.log" ]]; then
    mkdir -p end2end/test-results
    cp "$WORK/server.log" end2end/test-results/server.log
    note "The server's log: end2end/test-results/server.log"
  fi
  rm -rf "$WORK"
  return "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

# count PASSED FAILED SKIPPED
count() {
  PASSED=$((PASSED + $1)) FAILED=$((FAILED + $2)) SKIPPED=$((SKIPPED + $3))
}

# A run that failed without a failed test to show for it (a crash, a compile error) is one failure.
close() {
  local status=$1 failed=$2
  if ((status != 0 && failed == 0)); then count 0 1 0; fi
}

# Adds up cargo's "test result" lines in file $1, from a run that ended with status $2.
count_cargo() {
  local counts passed failed skipped
  counts="$(awk '/^test result: / { gsub(/;/, ""); p += $4; f += $6; s += $8 } END { print p + 0, f + 0, s + 0 }' "$1")"
  read -r passed failed skipped <<<"$counts"
  count "$passed" "$failed" "$skipped"
  close "$2" "$failed"
}

# nextest ends with "Summary [ 1.2s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 3 skipped".
count_nextest() {
  local line run passed skipped
  line="$(grep -E '^ *Summary \[' "$1" | tail -n 1 || true)"
  run="$(sed -nE 's/.*\] +([0-9]+)(\/[0-9]+)? tests? run:.*/\1/p' <<<"$line")"
  passed="$(sed -nE 's/.* ([0-9]+) passed.*/\1/p' <<<"$line")"
  skipped="$(sed -nE 's/.* ([0-9]+) skipped.*/\1/p' <<<"$line")"
  count "${passed:-0}" $((${run:-0} - ${passed:-0})) "${skipped:-0}"
  close "$2" $((${run:-0} - ${passed:-0}))
}

rust_tests() {
  local status=0
  if has cargo-nextest; then
    step "Rust tests"
    cargo nextest run ${LOCKED[@]+"${LOCKED[@]}"} "${NATIVE[@]}" --no-fail-fast --no-tests=pass --color never \
      2>&1 | tee "$WORK/rust.log" || status=$?
    count_nextest "$WORK/rust.log" "$status"
    step "Tests of the services again, on disk"
    status=0
    PREAU_TEST_STORE=disk cargo nextest run ${LOCKED[@]+"${LOCKED[@]}"} "${NATIVE[@]}" -E 'package(services)' \
      --no-fail-fast --color never 2>&1 | tee "$WORK/disk.log" || status=$?
    count_nextest "$WORK/disk.log" "$status"
    step "Documentation tests"
    status=0
    cargo test ${LOCKED[@]+"${LOCKED[@]}"} "${NATIVE[@]}" --doc --no-fail-fast 2>&1 | tee "$WORK/doc.log" || status=$?
    count_cargo "$WORK/doc.log" "$status"
  else
    step "Rust tests"
    cargo test ${LOCKED[@]+"${LOCKED[@]}"} "${NATIVE[@]}" --no-fail-fast 2>&1 | tee "$WORK/rust.log" || status=$?
    count_cargo "$WORK/rust.log" "$status"
    step "Unit tests again, on disk"
    status=0
    PREAU_TEST_STORE=disk cargo test ${LOCKED[@]+"${LOCKED[@]}"} "${NATIVE[@]}" --lib --no-fail-fast 2>&1 |
      tee "$WORK/disk.log" || status=$?
    count_cargo "$WORK/disk.log" "$status"
  fi
}

start_server() {
  local port waited=0
  step "A fresh demo company"
  load_demo "$WORK/data" --json >"$WORK/demo.txt"
  PREAU_ACCOUNTS="$(tail -n 1 "$WORK/demo.txt" | sed 's/^accounts: //')"
  node -e 'const a = JSON.parse(process.argv[1]); if (!a.password || !a.accounts.length) process.exit(1)' \
    "$PREAU_ACCOUNTS" 2>/dev/null ||
    die "preau demo --json did not end on a line of accounts" "It ended on: $PREAU_ACCOUNTS"
  export PREAU_ACCOUNTS

  port="$(node scripts/free-port.mjs)"
  export PREAU_TEST_URL="http://127.0.0.1:$port"
  "$PREAU" serve --addr "127.0.0.1:$port" --data "$WORK/data" --assets "$SITE" >"$WORK/server.log" 2>&1 &
  SERVER=$!
  until node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' "$PREAU_TEST_URL/readyz"; do
    if ! kill -0 "$SERVER" 2>/dev/null; then
      cat "$WORK/server.log" >&2
      SERVER=
      die "The server stopped while starting"
    fi
    waited=$((waited + 1))
    ((waited < 120)) || die "The server was not ready after a minute" "Its last words: $(tail -n 3 "$WORK/server.log")"
    sleep 0.5
  done
}

browser_tests() {
  local status=0 passed failed skipped
  start_server
  step "Journeys in the browser"
  CHROMIUM="$(find_chromium)"
  export CHROMIUM PREAU_TALLY="$WORK/tally"
  # shellcheck disable=SC2086  # ARGS holds several arguments
  "$(npm_bin playwright)" test --config end2end/playwright.config.ts ${ARGS:-} || status=$?
  if [[ -f "$PREAU_TALLY" ]]; then
    read -r passed failed skipped <"$PREAU_TALLY"
    count "$passed" "$failed" "$skipped"
    close "$status" "$failed"
  else
    warn "Playwright ended without counting"
    count 0 1 0
  fi
  if ! kill -0 "$SERVER" 2>/dev/null; then
    warn "The server died during the run"
    count 0 1 0
  elif grep -n 'panicked at' "$WORK/server.log"; then
    warn "The server panicked during the run"
    count 0 1 0
  fi
}

[[ "$ONLY" =~ ^(all|rust|browser)$ ]] || die "ONLY is rust or browser, not $ONLY"
if [[ "$ONLY" == rust ]]; then
  bash scripts/setup.sh
else
  bash scripts/setup.sh --tests
  bash scripts/assets.sh
fi
step "Server"
cargo_build
if [[ "$ONLY" != browser ]]; then rust_tests; fi
if [[ "$ONLY" != rust ]]; then browser_tests; fi

step "Done"
SUMMARY="$PASSED passed, $FAILED failed"
if ((SKIPPED > 0)); then SUMMARY="$SUMMARY, $SKIPPED skipped"; fi
echo "$SUMMARY"
if [[ -n "${PREAU_SUMMARY:-}" ]]; then echo "$SUMMARY" >"$PREAU_SUMMARY"; fi
((FAILED == 0 && PASSED > 0))

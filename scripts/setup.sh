#!/usr/bin/env bash
# Looks for what the build needs and installs what can be installed without asking:
# the WebAssembly target, wasm-bindgen's command, the npm tools, and with --tests a Chromium.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

MIN_RUST=95
MIN_NODE=20
WITH_TESTS=false
[[ "${1:-}" != --tests ]] || WITH_TESTS=true

rust() {
  local how="See rust-lang.org/tools/install; then: rustup update stable"
  if ! has cargo || ! has rustc; then die "Rust is not installed (1.$MIN_RUST or newer is needed)" "$how"; fi
  local version minor
  version="$(rustc --version)" # rustc 1.95.0 (59807616e 2026-04-14)
  minor="${version#rustc 1.}"
  minor="${minor%%.*}"
  if ! [[ "$minor" =~ ^[0-9]+$ ]] || ((minor < MIN_RUST)); then
    die "$version is too old (1.$MIN_RUST or newer is needed)" "rustup update stable"
  fi
  has cc || has gcc || has clang ||
    die "No C compiler: the cryptography libraries need one" "Debian, Ubuntu: apt-get install build-essential" \
      "macOS: xcode-select --install"
}

wasm_target() {
  [[ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]] || return 0
  has rustup || die "This Rust has no wasm32-unknown-unknown target" \
    "Install your distribution's package of it, or Rust by rustup."
  step "Adding the WebAssembly target"
  rustup target add wasm32-unknown-unknown
}

# The command must be of exactly the version of the crate, so Cargo.lock decides.
wasm_bindgen() {
  local wanted
  wanted="$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3; exit }' Cargo.lock)"
  [[ -n "$wanted" ]] || die "Cargo.lock names no wasm-bindgen" "git checkout Cargo.lock"
  if [[ "$("$TOOLS/bin/wasm-bindgen" --version 2>/dev/null || true)" == "wasm-bindgen $wanted" ]]; then return; fi
  step "Installing wasm-bindgen $wanted (once, a few minutes)"
  # Built quickly rather than well: it runs for a second. From / so that this project's flags do not
  # reach it, and not into our target folder.
  (cd / && env -u CARGO_TARGET_DIR -u RUSTFLAGS CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install wasm-bindgen-cli --version "$wanted" --locked --force --root "$TOOLS")
}

npm_tools() {
  has node || die "Node.js is not installed ($MIN_NODE or newer is needed)" "See nodejs.org, or your distribution's packages."
  has npm || die "npm is not installed" "It comes with Node.js; on Debian: apt-get install npm"
  local version
  version="$(node --version)"
  local major="${version#v}"
  ((${major%%.*} >= MIN_NODE)) || die "Node.js $version is too old ($MIN_NODE or newer is needed)" "See nodejs.org."
  ! cmp -s package-lock.json node_modules/.installed-lock || return 0
  step "Installing the npm tools"
  # No install script of any package is run: every tool here ships its program in the package.
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
  cp package-lock.json node_modules/.installed-lock
}

chromium() {
  [[ -z "$(find_chromium)" ]] || return 0
  local as_root=()
  if [[ "$(id -u)" != 0 ]]; then as_root=(sudo -n); fi
  if has apt-get && { [[ "$(id -u)" == 0 ]] || { has sudo && sudo -n true 2>/dev/null; }; }; then
    step "Installing Chromium"
    ${as_root[@]+"${as_root[@]}"} apt-get update -qq
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends chromium >/dev/null
  fi
  [[ -n "$(find_chromium)" ]] || die "No Chromium for the browser tests" \
    "Install it (Debian: sudo apt-get install chromium), or name one in CHROMIUM=/path/to/it." \
    "Without a browser: make test ONLY=rust"
}

rust
wasm_target
npm_tools
wasm_bindgen
if $WITH_TESTS; then chromium; fi

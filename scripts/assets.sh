#!/usr/bin/env bash
# Makes target/site, the folder the server reads at its start: the browser bundle, the style sheet,
# the fonts, everything of public/, and a brotli copy next to whatever compresses.
#   assets.sh          all of it, small
#   assets.sh --quick  for `make dev`: no link-time optimisation, no wasm-opt, light compression
#   assets.sh --no-wasm [--quick]  all but the browser bundle
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

QUICK=false WASM=true
for argument in "$@"; do
  case "$argument" in
  --quick) QUICK=true ;;
  --no-wasm) WASM=false ;;
  *) die "assets.sh does not know $argument" ;;
  esac
done

# Rust's own default features of wasm32-unknown-unknown: what the compiler may emit, wasm-opt must read.
WASM_OPT=(-Oz --strip-debug --strip-producers
  --enable-bulk-memory --enable-bulk-memory-opt --enable-call-indirect-overlong --enable-multivalue
  --enable-mutable-globals --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext)
# What is newer is spelled out for these; phones that are no longer updated stay on such versions.
BROWSERS='chrome >= 94, edge >= 94, firefox >= 100, safari >= 15.4, ios_saf >= 15.4'

wasm() {
  local profile=wasm-release
  if $QUICK; then profile=release; fi
  local built="$CARGO_TARGET_DIR/wasm32-unknown-unknown/$profile/frontend.wasm"
  step "Browser bundle"
  cargo build ${LOCKED[@]+"${LOCKED[@]}"} -p frontend --target wasm32-unknown-unknown --profile "$profile"

  # Kept beside the compiled code under the hash of what went in, so that a fresh clone with a warm
  # cache does not optimise the same bytes again.
  local key kept
  key="$({
    cat "$built" package-lock.json "${BASH_SOURCE[0]}"
    "$TOOLS/bin/wasm-bindgen" --version
    echo "$QUICK"
  } | node scripts/hash.mjs)"
  kept="$CARGO_TARGET_DIR/browser/$key"
  if [[ ! -d "$kept" ]]; then
    local work="$CARGO_TARGET_DIR/browser/.making.$$"
    rm -rf "$work"
    mkdir -p "$work"
    "$TOOLS/bin/wasm-bindgen" --target web --no-typescript --out-dir "$work" --out-name preau "$built"
    if ! $QUICK; then
      "$(npm_bin wasm-opt)" "${WASM_OPT[@]}" "$work/preau_bg.wasm" -o "$work/optimised.wasm"
      mv "$work/optimised.wasm" "$work/preau_bg.wasm"
    fi
    # One script: snippets of dependencies are folded in, as hashed addresses break relative imports.
    "$(npm_bin esbuild)" "$work/preau.js" --bundle --format=esm --minify --target=es2022 \
      --legal-comments=none --log-level=warning --outfile="$work/bundled.js"
    mv "$work/bundled.js" "$work/preau.js"
    rm -rf "$work/snippets"
    find "$CARGO_TARGET_DIR/browser" -mindepth 1 -maxdepth 1 -mtime +7 -exec rm -rf {} +
    mv "$work" "$kept"
  fi
  mkdir -p "$SITE/pkg"
  local file
  for file in preau.js preau_bg.wasm; do
    cmp -s "$kept/$file" "$SITE/pkg/$file" || cp "$kept/$file" "$SITE/pkg/$file"
  done
}

css() {
  [[ -f style/main.css ]] || die "style/main.css is missing"
  local lightningcss
  lightningcss="$(find node_modules -maxdepth 2 -path '*/lightningcss-cli-*/lightningcss*' -type f | head -n 1)"
  [[ -n "$lightningcss" ]] || die "lightningcss has no program for this machine" \
    "rm -r node_modules, then try again; if it stays so, lightningcss-cli does not support this platform."
  "$lightningcss" --bundle --minify --targets "$BROWSERS" style/main.css -o "$SITE/.main.css" ||
    die "The style sheet does not build" "The message above names the file and the line; a ResolverError is an @import of a file that is not there."
  if cmp -s "$SITE/.main.css" "$SITE/main.css"; then rm "$SITE/.main.css"; else mv "$SITE/.main.css" "$SITE/main.css"; fi
}

# What goes with the house has licences: written anew when what is in it may have changed.
licences() {
  local source
  for source in Cargo.lock package-lock.json deny.toml scripts/crates.mjs scripts/licence-texts.mjs scripts/licences/*; do
    if [[ "$source" -nt "$SITE/licences.txt" ]]; then
      node scripts/licence-texts.mjs "$SITE/licences.txt" ${LOCKED[@]+"${LOCKED[@]}"}
      return
    fi
  done
}

mkdir -p "$SITE"
if $WASM; then wasm; fi
step "Style, fonts, icons, licences"
css
licences
node scripts/site.mjs "$SITE" "$($QUICK && echo 4 || echo 11)"

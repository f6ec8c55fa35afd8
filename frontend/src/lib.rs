//! The browser's entry: hydrate, nothing else. The islands are in `app`.

use wasm_bindgen::prelude::wasm_bindgen;

// Keeps the islands' exports in the bundle.
#[allow(unused_imports)]
use app::shell;

/// Called by the shell's script once the WASM is there; the script then wakes each island.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}

//! The sign of the house.

use leptos::prelude::*;

/// A roof on two posts and the leaf of a chestnut tree, as in `public/favicon.svg`.
#[component]
pub fn Sign() -> impl IntoView {
    view! { <svg class="brand-sign" viewBox="0 0 64 64" aria-hidden="true" focusable="false" inner_html=SIGN></svg> }
}

const SIGN: &str = "";

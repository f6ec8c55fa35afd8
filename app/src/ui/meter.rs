//! Places taken.

use domain::Lang;
use leptos::prelude::*;

use super::texts;

/// How many of `of` places are taken, in words and as a bar.
#[component]
pub fn Meter(lang: Lang, taken: u32, of: u32) -> impl IntoView {
    let left = of.saturating_sub(taken);
    let words = texts::places_left(lang, left, of);
    view! {
        <div class="meter" data-full=(left == 0).then_some("true")>
            <meter min="0" max=of.to_string() value=taken.min(of).to_string() aria-label=words.clone()></meter>
            <span aria-hidden="true">{words.clone()}</span>
        </div>
    }
}

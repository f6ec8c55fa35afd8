//! Icons, from the sprite in `public/icons.svg`.

use leptos::prelude::*;

/// Where the sprite is served.
const SPRITE: &str = "/icons.svg";

/// An icon by its name in the sprite, sized by the text around it. It is decoration: the words next
/// to it, or the label of its button, carry the meaning.
#[component]
pub fn Icon(#[prop(into)] name: String) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false" width="20" height="20">
            <use href=format!("{SPRITE}#{name}")></use>
        </svg>
    }
}

//! A short answer to what was just done.

use leptos::prelude::*;

use super::{Icon, Tone};

/// The flash message after a redirect ("Votre trajet est publié."). It sits at the top of the
/// content and is read out politely.
#[component]
pub fn Notice(#[prop(optional)] tone: Tone, #[prop(into)] text: String) -> impl IntoView {
    view! {
        <div class="notice" role="status" data-tone=tone.name()>
            <Icon name=tone.icon() />
            <p>{text}</p>
        </div>
    }
}

/// The live region that receives what arrives while the page is open. Put one in the frame; an
/// island appends `<p class="toast">` to it.
#[component]
pub fn Toasts() -> impl IntoView {
    view! { <div class="toasts" id="toasts" role="status" aria-live="polite"></div> }
}

//! Words to hear only.

use leptos::prelude::*;

/// Read out, not seen.
#[component]
pub fn VisuallyHidden(children: Children) -> impl IntoView {
    view! { <span class="visually-hidden">{children()}</span> }
}

//! The yard: the one island on every page. It sends forms without leaving the page, and replaces
//! what changed while others act.
//!
//! Nothing depends on it: each form it takes over works by itself. When anything is not
//! as expected (another origin, a file, a network cut) it steps aside and the browser does it.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod browser;

/// Wakes the page. Put once, after everything else.
#[island]
pub fn Yard() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    browser::wake();
    view! {
        <div id="said" class="visually-hidden" role="status" aria-live="polite"></div>
        <crate::ui::Toasts />
    }
}

//! The living gallery: every component in every state, in both themes.

use domain::Lang;
use leptos::prelude::*;

/// The page at `/_ui`.
#[component]
pub fn Gallery(lang: Lang) -> impl IntoView {
    let _ = lang;
}

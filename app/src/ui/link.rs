//! Links in text.

use leptos::prelude::*;

use super::{Icon, Words};

/// A link labelled by its children, with an optional icon before them. For a link that acts as a
/// button, see [`super::Button`].
#[component]
pub fn Link(
    #[prop(into)] href: String,
    #[prop(optional, into)] icon: Words,
    /// Leads out of the house: opens in the same tab, sends no referrer, shows an arrow.
    #[prop(optional)]
    external: bool,
    children: Children,
) -> impl IntoView {
    let icon = icon.get().map(|name| view! { <Icon name=name /> });
    let out = external.then(|| view! { <Icon name="arrow-up-right" /> });
    view! {
        <a class="link" href=href rel=external.then_some("noopener noreferrer external")>
            {icon}
            {children()}
            {out}
        </a>
    }
}

//! A small label.

use leptos::prelude::*;

use super::{Icon, Tone, Words};

/// A tag, a filter or a kind. With `href` it is a link; `current` marks the filter in force.
#[component]
pub fn Chip(
    #[prop(into)] label: String,
    #[prop(optional, into)] icon: Words,
    #[prop(optional, into)] href: Words,
    #[prop(optional)] current: bool,
) -> impl IntoView {
    let icon = icon.get().map(|name| view! { <Icon name=name /> });
    match href.get() {
        Some(href) => view! {
            <a class="chip" href=href aria-current=current.then_some("true")>{icon}{label}</a>
        }
        .into_any(),
        None => view! { <span class="chip">{icon}{label}</span> }.into_any(),
    }
}

/// The state of a thing: a booking confirmed, an event cancelled. The icon says it without colour.
#[component]
pub fn Pill(
    #[prop(optional)] tone: Tone,
    #[prop(into)] label: String,
    #[prop(optional, into)] icon: Words,
) -> impl IntoView {
    let icon = icon.get().map(|name| view! { <Icon name=name /> });
    view! { <span class="pill" data-tone=tone.name()>{icon}{label}</span> }
}

//! Communities one could join, at the side of the home page.

use super::{api::suggested_communities, kinds, texts as t};
use crate::{ui::Icon, visit::lang};
use leptos::prelude::*;

/// Three at most, others every day; nothing at all when there is none left to discover.
#[component]
pub fn Suggested() -> impl IntoView {
    let lang = lang();
    Suspend::new(async move {
        let cards = suggested_communities().await.unwrap_or_default();
        if cards.is_empty() {
            return ().into_any();
        }
        let cards = cards.into_iter().map(|card| {
            view! {
                <li class="cluster" data-hue=card.hue.data()>
                    <span class="community-sign"><Icon name=kinds::icon(card.kind) /></span>
                    <a href=format!("/communities/{}/charter", card.slug)>{card.name}</a>
                </li>
            }
        });
        view! {
            <section class="card">
                <h2 class="card-title">{t::to_discover(lang)}</h2>
                <ul class="stack" data-gap="small">{cards.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

//! What was written under a hashtag.

use super::{api::tag_page, list::posts, texts as t};
use crate::{
    page::{Title, page, param, query},
    ui::{EmptyState, PageHeader, Scene},
    visit::lang,
};
use leptos::prelude::*;

/// `/tags/:tag`
#[component]
pub fn TagPage() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    let typed = param::<String>("tag").unwrap_or_default();
    let word = domain::feed::tag(&typed).unwrap_or_default();
    page(async move { tag_page(typed, after).await }, move |page| {
        let base = format!("/tags/{}", crate::i18n::percent(&word));
        let list = match page.items.is_empty() && !middle {
            true => view! {
                <EmptyState scene=Scene::Bench title=t::tag_empty(lang) text=t::tag_empty_text(lang) />
            }
            .into_any(),
            false => posts(page, &base, middle).into_any(),
        };
        view! {
            <Title text=t::tag_title(lang, &word) />
            <PageHeader title=t::tag_title(lang, &word) lead=t::tag_lead(lang) />
            {list}
        }
    })
}

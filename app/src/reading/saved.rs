//! `/saved`: what one keeps for later.

use super::{api::saved_posts, texts as t};
use crate::{
    feed,
    page::{Title, page, query},
    ui::{Button, EmptyState, PageHeader, Scene},
    visit::lang,
};
use leptos::prelude::*;

/// `/saved`, the last one kept first.
#[component]
pub fn SavedPage() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(saved_posts(after), move |posts| {
        let list = match posts.items.is_empty() && posts.next.is_none() && !middle {
            true => view! {
                <EmptyState scene=Scene::Bench title=t::saved_none(lang) text=t::saved_none_text(lang)>
                    <Button href="/">{t::home(lang)}</Button>
                </EmptyState>
            }
            .into_any(),
            false => feed::posts(posts, "/saved", middle).into_any(),
        };
        view! {
            <Title text=t::saved(lang) />
            <PageHeader title=t::saved(lang) lead=t::saved_lead(lang) />
            {list}
        }
    })
}

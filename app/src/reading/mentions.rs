//! `/mentions`: all that calls one by name.

use super::{api::mentions_page, page::calling, texts as t};
use crate::{
    i18n::percent,
    page::{Title, page, query},
    ui::{EmptyState, PageHeader, Pagination, Scene},
    visit::lang,
};
use leptos::prelude::*;

/// `/mentions`
#[component]
pub fn MentionsPage() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(mentions_page(after), move |called| {
        let next = called.next.map(|next| format!("/mentions?after={}", percent(&next)));
        let first = middle.then(|| "/mentions".to_owned());
        let list = match called.items.is_empty() && !middle {
            true => view! {
                <EmptyState scene=Scene::Bench title=t::called_none(lang) text=t::called_none_text(lang) />
            }
            .into_any(),
            false => {
                let rows = called.items.into_iter().map(|called| calling(lang, called)).collect_view();
                view! { <section class="card"><ul class="briefs">{rows}</ul></section> }.into_any()
            }
        };
        view! {
            <Title text=t::called(lang) />
            <PageHeader title=t::called(lang) lead=t::called_lead(lang) />
            {list}
            <Pagination lang next first label=t::called_more(lang) />
        }
    })
}

//! The way back to communities that are archived: they are out of the directory and of the rail.

use super::{api::archived_page, card::Card, texts as t};
use crate::{
    i18n::percent,
    page::{Title, page, query},
    ui::{EmptyState, PageHeader, Pagination, Scene},
    visit::lang,
};
use leptos::prelude::*;

/// `/communities/archived?after=`
#[component]
pub fn Archived() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(archived_page(after), move |cards| {
        let next = cards.next.map(|next| format!("/communities/archived?after={}", percent(&next)));
        let first = middle.then_some("/communities/archived");
        let list = if cards.items.is_empty() {
            view! { <EmptyState scene=Scene::Yard title=t::none_archived(lang) text=t::none_archived_text(lang) /> }
                .into_any()
        } else {
            let cards =
                cards.items.into_iter().map(|card| view! { <li><Card lang card /></li> }).collect_view();
            view! { <ul class="grid" data-width="wide">{cards}</ul> }.into_any()
        };
        view! {
            <Title text=t::archived_title(lang) />
            <PageHeader
                title=t::archived_title(lang)
                lead=t::archived_lead(lang)
                up=(t::communities(lang).to_owned(), "/communities".to_owned())
            />
            {list}
            <Pagination lang next first label=t::more_communities(lang) />
        }
    })
}

//! What one proposed, and where it stands.

use super::{api::my_proposals, card::Line, texts as t};
use crate::{
    communities::texts as shared,
    i18n::percent,
    page::{Title, page, query},
    ui::{Button, EmptyState, PageHeader, Pagination, Scene, Variant},
    visit::lang,
};
use leptos::prelude::*;

/// `/communities/proposals?after=`
#[component]
pub fn MyProposals() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(my_proposals(after), move |proposals| {
        let next = proposals.next.map(|next| format!("/communities/proposals?after={}", percent(&next)));
        let first = middle.then_some("/communities/proposals");
        let propose = move || {
            view! { <Button variant=Variant::Primary href="/communities/propose" icon="plus">{shared::propose(lang)}</Button> }
        };
        let (head, list) = if proposals.items.is_empty() {
            let empty = view! {
                <EmptyState scene=Scene::Yard title=t::none_mine(lang) text=t::none_mine_text(lang)>
                    {propose()}
                </EmptyState>
            };
            (None, empty.into_any())
        } else {
            let lines = proposals.items.into_iter().map(|line| view! { <li><Line lang line /></li> });
            let list = view! { <ul class="grid" data-width="wide">{lines.collect_view()}</ul> };
            (Some(propose()), list.into_any())
        };
        view! {
            <Title text=shared::my_proposals(lang) />
            <PageHeader
                title=shared::my_proposals(lang)
                lead=t::my_proposals_lead(lang)
                up=(shared::communities(lang).to_owned(), "/communities".to_owned())
            >
                {head}
            </PageHeader>
            {list}
            <Pagination lang next first label=t::more_proposals(lang) />
        }
    })
}

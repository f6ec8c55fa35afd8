//! What waits for an answer, for those who look after communities.

use super::{api::proposal_queue, card::Line, texts as t};
use crate::{
    communities::{
        changes::{ReviewsPassed, reviews_to_do},
        texts as shared,
    },
    i18n::percent,
    page::{Title, page, query},
    ui::{Button, EmptyState, PageHeader, Pagination, Scene},
    visit::lang,
};
use leptos::prelude::*;

/// `/admin/proposals?after=`
#[component]
pub fn ProposalQueue() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    let reviews = query("reviews");
    let asked = async move { Ok((proposal_queue(after).await?, reviews_to_do(reviews).await?)) };
    page(asked, move |(waiting, reviews)| {
        let next = waiting.next.map(|next| format!("/admin/proposals?after={}", percent(&next)));
        let first = middle.then_some("/admin/proposals");
        let list = if waiting.items.is_empty() {
            view! {
                <EmptyState scene=Scene::Bench title=t::queue_empty(lang) text=t::queue_empty_text(lang)>
                    <Button href="/communities">{shared::see_all(lang)}</Button>
                </EmptyState>
            }
            .into_any()
        } else {
            let lines =
                waiting.items.into_iter().map(|line| view! { <li><Line lang line queued=true /></li> });
            view! { <ul class="grid" data-width="wide">{lines.collect_view()}</ul> }.into_any()
        };
        view! {
            <Title text=t::queue(lang) />
            <PageHeader
                title=t::queue(lang)
                lead=t::queue_lead(lang)
                up=(shared::communities(lang).to_owned(), "/communities".to_owned())
            />
            {list}
            <Pagination lang next first label=t::more_proposals(lang) />
            <ReviewsPassed lang reviews />
        }
    })
}

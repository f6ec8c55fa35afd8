//! Charters that should have been read again, under the managers' queue.

use super::{api::ReviewRow, texts as t};
use crate::{i18n::percent, ui::Pagination};
use domain::{Lang, page::Page};
use leptos::prelude::*;

#[component]
pub(in crate::communities) fn ReviewsPassed(lang: Lang, reviews: Page<ReviewRow>) -> impl IntoView {
    if reviews.items.is_empty() {
        return ().into_any();
    }
    let next = reviews.next.map(|next| format!("/admin/proposals?reviews={}#reviews", percent(&next)));
    let rows = reviews.items.into_iter().map(|row| {
        view! {
            <li class="cluster">
                <a href=format!("/communities/{}/charter", row.slug)>{row.name}</a>
                <span class="muted">{t::review_was(lang, &row.when)}</span>
            </li>
        }
    });
    view! {
        <section class="card" id="reviews">
            <h2 class="card-title">{t::reviews_passed(lang)}</h2>
            <p class="muted">{t::reviews_passed_text(lang)}</p>
            <ul class="stack" data-gap="small">{rows.collect_view()}</ul>
            <Pagination lang next label=t::more_reviews(lang) />
        </section>
    }
    .into_any()
}

//! What waits for one's vote, on the community's page.

use super::{api::DecisionLine, texts as t};
use crate::ui::{Banner, Tone};
use domain::Lang;
use leptos::prelude::*;

#[component]
pub(in crate::communities) fn Undecided(lang: Lang, slug: String, lines: Vec<DecisionLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let title = t::waits(lang, lines.len());
        let lines = lines.into_iter().map(|line| {
            let href = format!("/communities/{slug}/decisions/{}", line.card.id);
            view! {
                <li>
                    <a href=href>{line.card.question}</a>
                    " "
                    <span class="muted small">{t::open_until(lang, &line.until)}</span>
                </li>
            }
        });
        let lines = lines.collect::<Vec<_>>();
        view! { <Banner tone=Tone::Info title><ul>{lines}</ul></Banner> }
    })
}

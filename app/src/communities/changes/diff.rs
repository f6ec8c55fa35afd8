//! What changed in a charter, part by part.

use super::texts as t;
use crate::{communities::texts as shared, ui::VisuallyHidden};
use domain::{
    Lang,
    community::amendment::{Piece, Section, SectionChange},
};
use leptos::prelude::*;

/// The parts that changed: what went struck out, what came underlined, and both said to who listens.
/// Headings are `h3`: it stands under a heading of its own.
#[component]
pub(in crate::communities) fn Diff(lang: Lang, changes: Vec<SectionChange>) -> impl IntoView {
    if changes.is_empty() {
        return view! { <p class="muted">{t::nothing_changes(lang)}</p> }.into_any();
    }
    let parts = changes.into_iter().map(move |change| {
        let pieces = change.pieces.into_iter().map(move |piece| match piece {
            Piece::Same(text) => view! { <span>{text}</span> }.into_any(),
            Piece::Added(text) => view! {
                <ins><VisuallyHidden>{t::added(lang)}" "</VisuallyHidden>{text}</ins>
            }
            .into_any(),
            Piece::Removed(text) => view! {
                <del><VisuallyHidden>{t::removed(lang)}" "</VisuallyHidden>{text}</del>
            }
            .into_any(),
        });
        view! {
            <section class="stack" data-gap="small">
                <h3>{name(lang, change.section)}</h3>
                <p class="diff prose">{pieces.collect_view()}</p>
            </section>
        }
    });
    view! { <div class="stack">{parts.collect_view()}</div> }.into_any()
}

fn name(lang: Lang, section: Section) -> &'static str {
    match section {
        Section::Purpose => shared::purpose(lang),
        Section::Audience => shared::audience(lang),
        Section::Outside => shared::outside(lang),
        Section::Rules => shared::rules(lang),
        Section::Rituals => shared::rituals(lang),
        Section::Calendar => shared::calendar(lang),
        Section::Measures => shared::measures(lang),
        Section::Review => shared::review(lang),
    }
}

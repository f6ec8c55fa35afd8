//! A proposal in a list, and how the places it may stand at are told.

use super::{api::ProposalLine, texts as t};
use crate::{
    communities::kinds,
    ui::{Icon, Pill, Tone},
};
use domain::{Lang, community::proposal::State};
use leptos::prelude::*;

/// Its sign, name and sentence, and where it stands. `queued` says who proposes it instead.
#[component]
pub(super) fn Line(lang: Lang, line: ProposalLine, #[prop(optional)] queued: bool) -> impl IntoView {
    let ProposalLine { card, when } = line;
    let name = if card.name.is_empty() { t::nameless(lang).to_owned() } else { card.name };
    let kind = card.kind.map(|kind| view! { <span>{kinds::kind(lang, kind)}</span> });
    let author = queued.then(|| view! { <span>{t::proposed_by(lang, &card.author)}</span> });
    let since = match card.state {
        State::Draft => t::since_draft(lang, &when),
        _ => t::since_moved(lang, &when),
    };
    view! {
        <article class="community-card" data-hue=card.hue.data()>
            <span class="community-sign"><Icon name=card.kind.map_or("sparkles", kinds::icon) /></span>
            <div class="community-card-body">
                <h2 class="community-card-title">
                    <a href=format!("/communities/proposals/{}", card.id)>{name}</a>
                </h2>
                <p class="community-card-purpose">{card.summary}</p>
                <p class="community-card-facts">{kind}{author}<span>{since}</span></p>
            </div>
            <div class="actions"><Standing lang state=card.state /></div>
        </article>
    }
}

/// Where it stands.
#[component]
pub(super) fn Standing(lang: Lang, state: State) -> impl IntoView {
    let (tone, label, icon) = match state {
        State::Draft => (Tone::Neutral, t::state_draft(lang), "pencil"),
        State::Sent => (Tone::Info, t::state_sent(lang), "hourglass"),
        State::ChangesAsked => (Tone::Warning, t::state_changes_asked(lang), "reply"),
        State::Approved => (Tone::Success, t::state_approved(lang), "check"),
        State::Declined => (Tone::Neutral, t::state_declined(lang), "circle-x"),
    };
    view! { <Pill tone label icon /> }
}

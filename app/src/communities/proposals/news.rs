//! Beside every page: that one's proposal was answered.

use super::texts as t;
use domain::{
    Lang,
    community::proposal::{ProposalCard, State},
    id::ProposalId,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// An answer that is news.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct News {
    pub proposal: ProposalId,
    pub name: String,
    pub said: String,
}

/// What is told of a proposal that was answered.
pub fn told_of(lang: Lang, card: ProposalCard) -> News {
    let said = match card.state {
        State::ChangesAsked => t::news_changes(lang),
        State::Approved => t::news_approved(lang),
        State::Draft | State::Sent | State::Declined => t::news_declined(lang),
    };
    let name = if card.name.is_empty() { t::nameless(lang).to_owned() } else { card.name };
    News { proposal: card.id, name, said: said.to_owned() }
}

impl News {
    /// A card of the side column.
    pub fn draw(self, lang: Lang) -> impl IntoView {
        view! {
            <section class="card next">
                <h2>{t::news(lang)}</h2>
                <p class="next-what"><a href=format!("/communities/proposals/{}", self.proposal)>{self.name}</a></p>
                <p class="muted">{self.said}</p>
            </section>
        }
    }
}

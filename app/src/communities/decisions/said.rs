//! How things one votes for, and what came of a vote, are named.

use super::texts as t;
use crate::ui::Tone;
use domain::{
    Lang,
    community::decision::{DecisionCard, DecisionState, Outcome},
};

/// The name of each thing one may vote for, in their order.
pub(in crate::communities) fn things(lang: Lang, choices: &[String], abstained: &'static str) -> Vec<String> {
    let mut things = match choices.is_empty() {
        true => vec![t::yes(lang).to_owned(), t::no(lang).to_owned()],
        false => choices.to_vec(),
    };
    things.push(abstained.to_owned());
    things
}

/// Where a decision stands: how it looks, what it says, its icon.
pub(in crate::communities) fn standing(lang: Lang, card: &DecisionCard) -> (Tone, String, &'static str) {
    let plain = card.choices.is_empty();
    match (card.state, card.outcome) {
        (DecisionState::Withdrawn, _) => (Tone::Neutral, t::state_withdrawn(lang).into(), "reply"),
        (DecisionState::Open, _) | (_, None) => (Tone::Info, t::state_open(lang).into(), "vote"),
        (_, Some(Outcome::NoQuorum)) => (Tone::Neutral, t::no_quorum(lang).into(), "users"),
        (_, Some(Outcome::Undecided)) => (Tone::Neutral, t::undecided(lang).into(), "scale"),
        (_, Some(Outcome::Chosen(0))) if plain => (Tone::Success, t::adopted(lang).into(), "check"),
        (_, Some(Outcome::Chosen(_))) if plain => (Tone::Neutral, t::rejected(lang).into(), "circle-x"),
        (_, Some(Outcome::Chosen(place))) => {
            let what = card.choices.get(place).map_or("…", String::as_str);
            (Tone::Success, t::chosen(lang, what), "check")
        }
    }
}

//! The communities people wish for, once it is known who is there.

use crate::{
    company::{Change, Community, Happened, Proposal},
    typography,
    written::{Written, WrittenChange, WrittenProposal},
};

use super::people::House;

/// Those whose people are all in the house.
pub(super) fn proposals(written: &Written, house: &House) -> Vec<Proposal> {
    written.proposals.iter().filter_map(|text| proposal(text, house)).collect()
}

/// Changes of charters, in communities that are there.
pub(super) fn changes(written: &Written, house: &House, communities: &[Community]) -> Vec<Change> {
    let change = |text: &WrittenChange| {
        let community = communities.iter().position(|community| community.slug == text.community)?;
        let lang = communities.get(community)?.lang;
        Some(Change {
            community,
            by: house.find(&text.by)?,
            rule: typography::set(&text.rule, lang),
            reason: typography::set(&text.reason, lang),
        })
    };
    written.changes.iter().filter_map(change).collect()
}

fn proposal(text: &WrittenProposal, house: &House) -> Option<Proposal> {
    let set = |words: &String| typography::set(words, text.lang);
    let all = |lines: &Vec<String>| lines.iter().map(set).collect();
    let happened = text.turns.iter().map(|turn| {
        Some(Happened {
            what: turn.what,
            by: house.find(&turn.by)?,
            said: set(&turn.said),
            days_ago: turn.ago,
        })
    });
    Some(Proposal {
        by: house.find(&text.by)?,
        state: text.state,
        name: set(&text.name),
        summary: set(&text.summary),
        kind: text.kind,
        accent: text.accent,
        lang: text.lang,
        purpose: set(&text.purpose),
        audience: set(&text.audience),
        outside: set(&text.outside),
        sponsor: match &text.sponsor {
            Some(sponsor) => Some(house.find(sponsor)?),
            None => None,
        },
        animators: text.animators.iter().map(|id| house.find(id)).collect::<Option<_>>()?,
        rules: all(&text.rules),
        rituals: all(&text.rituals),
        calendar: all(&text.calendar),
        measures: all(&text.measures),
        review_in_days: text.review_in,
        begun_days_ago: text.begun,
        history: happened.collect::<Option<_>>()?,
    })
}

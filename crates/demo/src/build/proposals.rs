//! The communities people wish for, once it is known who is there.

use crate::{
    company::{Change, Community, Decision, Happened, Membership, Proposal},
    typography,
    written::{Written, WrittenChange, WrittenDecision, WrittenProposal},
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

/// What communities that are there put to the vote. Those whose accounts are ready made have not voted
/// yet: that is left to whoever looks around.
pub(super) fn decisions(
    written: &Written,
    house: &House,
    communities: &[Community],
    memberships: &[Membership],
) -> Vec<Decision> {
    let decision = |text: &WrittenDecision| {
        let community = communities.iter().position(|community| community.slug == text.community)?;
        let lang = communities.get(community)?.lang;
        let set = |words: &String| typography::set(words, lang);
        let here = memberships.iter().filter(|membership| {
            let ready_made = house.people.get(membership.person).is_none_or(|person| person.ready_made);
            membership.community == community && !ready_made && membership.joined_days_ago > text.ago
        });
        let chosen = text.votes.iter().enumerate().flat_map(|(place, count)| vec![place; *count]);
        Some(Decision {
            community,
            by: house.find(&text.by)?,
            question: set(&text.question),
            detail: set(&text.detail),
            choices: text.choices.iter().map(set).collect(),
            quorum: text.quorum,
            put_days_ago: text.ago,
            ends_in_days: text.ends_in,
            votes: here.map(|membership| membership.person).zip(chosen).collect(),
            reasons: set(&text.reasons),
        })
    };
    written.decisions.iter().filter_map(decision).collect()
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

//! Federations, of the communities as their files have them.

use crate::{
    company::{Ally, Community, Federation, Goal, Post, PostKind},
    typography,
    written::{Written, WrittenAlly, WrittenFederation},
};

use super::people::House;

/// What is shared has been talked about first.
const SETTLED: u32 = 12 * 1440;
/// Minutes between a post and its being shared.
const LATER: u32 = 600;

pub(super) fn federations(
    written: &Written,
    house: &House,
    communities: &[Community],
    posts: &[Post],
    as_written: &[bool],
) -> Vec<Federation> {
    let place = |slug: &str| communities.iter().position(|community| community.slug == slug);
    let ally = |text: &WrittenAlly| {
        let community = place(&text.community)?;
        let settled = |post: &Post| {
            post.community == community
                && post.minutes_ago > SETTLED
                // In larger companies several posts show one picture, which is shared with one of them only.
                && post.picture.is_none()
                && matches!(post.kind, PostKind::Discussion | PostKind::Idea | PostKind::Announcement)
        };
        let mut own: Vec<(usize, &Post)> = (0..)
            .zip(posts)
            .zip(as_written)
            .filter(|((_, post), written)| **written && settled(post))
            .map(|(numbered, _)| numbered)
            .collect();
        // The latest first.
        own.reverse();
        Some(Ally {
            community,
            by: house.find(&text.by)?,
            days_ago: text.ago,
            brings: typography::set(&text.brings, communities.get(community)?.lang),
            called: text.called,
            shares: own
                .into_iter()
                .take(text.shares)
                .map(|(number, post)| (number, post.minutes_ago.saturating_sub(LATER)))
                .collect(),
        })
    };
    let federation = |text: &WrittenFederation| {
        let community = place(&text.community)?;
        let lang = communities.get(community)?.lang;
        let goals = text.goals.iter().filter_map(|goal| {
            Some(Goal {
                by: house.find(&goal.by)?,
                days_ago: goal.ago,
                text: typography::set(&goal.text, lang),
                measure: typography::set(&goal.measure, lang),
                due_in_days: goal.due_in,
                state: goal.state,
                word: typography::set(&goal.word, lang),
            })
        });
        Some(Federation {
            community,
            goals: goals.collect(),
            allies: text.allies.iter().filter_map(ally).collect(),
        })
    };
    written.federations.iter().filter_map(federation).collect()
}

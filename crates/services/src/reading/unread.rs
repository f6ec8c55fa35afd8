//! What one has not seen yet, community by community.

use super::{seen::seen, taste::taste};
use crate::{Context, error::Result, feed};
use domain::{
    Actor,
    id::{CommunityId, PostId},
    reading::{Muted, UNREAD_MOST},
};
use std::collections::HashMap;

/// How many posts the actor has not seen in each of `communities`, at most one more than
/// [`UNREAD_MOST`]; those where there is none are left out, and those they never opened: a newcomer
/// is not greeted by what others wrote for years. What they muted counts for nothing, nor what people
/// wrote whom they muted, announcements aside.
///
/// What others shared to a federation counts there, in the first of several; not what stands in a community
/// the actor is in, where it was counted, nor what they wrote themselves.
pub async fn unread(
    ctx: &Context,
    actor: &Actor,
    communities: &[CommunityId],
) -> Result<HashMap<CommunityId, usize>> {
    let seen = seen(ctx, actor.person).await?;
    let taste = taste(ctx, actor.person).await?;
    let mut newer = Vec::new();
    let mut marks = Vec::new();
    for community in communities {
        let Some(last) = seen.posts.get(community) else { continue };
        if taste.mutes(Muted::Community(*community)) {
            continue;
        }
        let mut posts = feed::newer(ctx, *community, *last, UNREAD_MOST + 1).await?;
        posts.retain(|post| !taste.mutes(Muted::Thread(*post)));
        newer.push((*community, posts));
        marks.push((*community, *last));
    }
    let mut brought = feed::brought(ctx, actor, &taste, &marks, UNREAD_MOST + 1).await?;
    brought.values_mut().for_each(|posts| posts.retain(|post| !taste.mutes(Muted::Thread(*post))));
    // Who wrote what has to be known of what was shared, and of the rest where somebody is muted.
    let mut asked: Vec<_> = brought.values().flatten().copied().collect();
    if taste.mutes_people() {
        asked.extend(newer.iter().flat_map(|(_, posts)| posts));
    }
    if !asked.is_empty() {
        let authors = feed::authors(ctx, &asked).await?;
        let folds =
            |post: &PostId| authors.get(post).is_none_or(|(author, kind)| taste.folds(*author, *kind));
        let own = |post: &PostId| authors.get(post).is_some_and(|(author, _)| *author == actor.person);
        if taste.mutes_people() {
            newer.iter_mut().for_each(|(_, posts)| posts.retain(|post| !folds(post)));
        }
        brought.values_mut().for_each(|posts| posts.retain(|post| !folds(post) && !own(post)));
    }
    let counted = newer.into_iter().map(|(community, posts)| {
        let count = posts.len() + brought.get(&community).map_or(0, Vec::len);
        (community, count.min(UNREAD_MOST + 1))
    });
    Ok(counted.filter(|(_, count)| *count > 0).collect())
}

//! What one has not seen yet, community by community.

use super::{seen::seen, taste::taste};
use crate::{Context, error::Result, feed};
use domain::{
    Actor,
    id::CommunityId,
    reading::{Muted, UNREAD_MOST},
};
use std::collections::HashMap;

/// How many posts the actor has not seen in each of `communities`, at most one more than
/// [`UNREAD_MOST`]; those where there is none are left out, and those they never opened: a newcomer
/// is not greeted by what others wrote for years. What they muted counts for nothing, nor what people
/// wrote whom they muted, announcements aside.
pub async fn unread(
    ctx: &Context,
    actor: &Actor,
    communities: &[CommunityId],
) -> Result<HashMap<CommunityId, usize>> {
    let seen = seen(ctx, actor.person).await?;
    let taste = taste(ctx, actor.person).await?;
    let mut newer = Vec::new();
    for community in communities {
        let Some(last) = seen.posts.get(community) else { continue };
        if taste.mutes(Muted::Community(*community)) {
            continue;
        }
        let mut posts = feed::newer(ctx, *community, *last, UNREAD_MOST + 1).await?;
        posts.retain(|post| !taste.mutes(Muted::Thread(*post)));
        newer.push((*community, posts));
    }
    if taste.mutes_people() {
        let posts: Vec<_> = newer.iter().flat_map(|(_, posts)| posts.iter().copied()).collect();
        let authors = feed::authors(ctx, &posts).await?;
        for (_, posts) in &mut newer {
            posts.retain(|post| authors.get(post).is_some_and(|(author, kind)| !taste.folds(*author, *kind)));
        }
    }
    let counted = newer.into_iter().map(|(community, posts)| (community, posts.len()));
    Ok(counted.filter(|(_, count)| *count > 0).collect())
}

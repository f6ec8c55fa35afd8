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
/// is not greeted by what others wrote for years. What they muted counts for nothing.
pub async fn unread(
    ctx: &Context,
    actor: &Actor,
    communities: &[CommunityId],
) -> Result<HashMap<CommunityId, usize>> {
    let seen = seen(ctx, actor.person).await?;
    let taste = taste(ctx, actor.person).await?;
    let mut unread = HashMap::new();
    for community in communities {
        let Some(last) = seen.posts.get(community) else { continue };
        if taste.mutes(Muted::Community(*community)) {
            continue;
        }
        let newer = feed::newer(ctx, *community, *last, UNREAD_MOST + 1).await?;
        let count = newer.iter().filter(|post| !taste.mutes(Muted::Thread(**post))).count();
        if count > 0 {
            unread.insert(*community, count);
        }
    }
    Ok(unread)
}

//! The newest posts of each community in which something is asked of all or decided by some, in memory: who
//! catches up is in forty communities, and asks for these of each.

use super::stamps::Stamps;
use crate::{Context, bind, db::Id, error::Result};
use domain::{
    feed::PostKind,
    id::{CommunityId, PostId},
    reading::ANNOUNCEMENTS_SHOWN,
};
use quick_cache::sync::Cache;
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// Communities remembered: at most a kilobyte each.
const COMMUNITIES: usize = 10_000;
/// The newest ideas, and the newest polls, of a community: those among which something was decided.
const WEIGHED: usize = 8;
/// Those already confirmed are left out of these.
const ANNOUNCED: usize = 2 * ANNOUNCEMENTS_SHOWN;

/// Of one community, the newest first.
#[derive(Debug, Default)]
pub(crate) struct Weighty {
    pub(crate) announced: Vec<PostId>,
    /// Ideas and polls.
    pub(crate) weighed: Vec<PostId>,
}

pub(super) struct Weights {
    kept: Cache<CommunityId, Arc<Weighty>>,
    stamps: Stamps,
}

impl Default for Weights {
    fn default() -> Self {
        Weights { kept: Cache::new(COMMUNITIES), stamps: Stamps::default() }
    }
}

impl Weights {
    /// To be told once a post of this kind came, or may have.
    pub(super) fn came(&self, community: CommunityId, kind: PostKind) {
        if matches!(kind, PostKind::Announcement | PostKind::Idea | PostKind::Poll) {
            self.forget(community);
        }
    }

    /// To be told once a post has gone, or may have.
    pub(super) fn forget(&self, community: CommunityId) {
        self.stamps.change(community, || {
            self.kept.remove(&community);
        });
    }

    pub(super) fn clear(&self) {
        self.stamps.change_all(|| self.kept.clear());
    }
}

/// The newest of a kind in a community, `$c` and its number.
pub(crate) fn newest_of_kind(index: usize, kind: PostKind) -> String {
    let (word, most) = (kind.word(), if kind == PostKind::Announcement { ANNOUNCED } else { WEIGHED });
    format!(
        "SELECT VALUE id FROM post WITH INDEX post_kind WHERE community = $c{index} AND kind = '{word}' \
         AND rank > '' ORDER BY rank LIMIT {most};"
    )
}

/// Of each of `communities`, in their order; those not in memory are read together.
pub(crate) async fn weighty(ctx: &Context, communities: &[CommunityId]) -> Result<Vec<Arc<Weighty>>> {
    let weights = &ctx.caches().feeds.weights;
    let mut found: Vec<_> = communities.iter().map(|community| weights.kept.get(community)).collect();
    let missing = found.iter().zip(communities).filter(|(found, _)| found.is_none());
    let missing: Vec<_> = missing.map(|(_, community)| (*community, weights.stamps.of(*community))).collect();
    let mut read = Vec::with_capacity(missing.len());
    if !missing.is_empty() {
        let (mut surql, mut variables) = (String::new(), bind! {});
        for (index, (community, _)) in missing.iter().enumerate() {
            variables.insert(format!("c{index}"), Id(*community).into_value());
            for kind in [PostKind::Announcement, PostKind::Idea, PostKind::Poll] {
                surql.push_str(&newest_of_kind(index, kind));
            }
        }
        let mut answer = ctx.db().query(&surql, variables).await?;
        for (index, (community, stamp)) in missing.into_iter().enumerate() {
            let mut of = |statement: usize| {
                let ids = answer.take::<Id<PostId>>(3 * index + statement)?;
                Ok::<Vec<_>, crate::error::Error>(ids.into_iter().map(|id| id.0).collect())
            };
            let announced = of(0)?;
            let weighed = [of(1)?, of(2)?].concat();
            let weighty = Arc::new(Weighty { announced, weighed });
            weights.stamps.unless_changed(community, stamp, || {
                weights.kept.insert(community, weighty.clone());
            });
            read.push(weighty);
        }
    }
    let mut read = read.into_iter();
    for missing in found.iter_mut().filter(|found| found.is_none()) {
        *missing = read.next();
    }
    Ok(found.into_iter().flatten().collect())
}

//! What was shared to each federation, newest first, in memory: a home feed is a merge of it with the
//! shelves, and costs nothing where nobody shared anything.

use super::{shelves::Key, stamps::Stamps, stir::Stir};
use crate::{Context, bind, db::Id, error::Result};
use domain::id::{CommunityId, PostId, newest_first};
use quick_cache::sync::Cache;
use std::{collections::HashSet, sync::Arc};
use surrealdb::types::SurrealValue;
use ulid::Ulid;

/// Federations remembered.
const FEDERATIONS: usize = 50;
/// Posts in the feed of a federation, the last shared: older ones are read where they stand.
const MOST: i64 = 10_000;

/// What was shared to one federation.
#[derive(Debug)]
pub(super) struct Above {
    federation: CommunityId,
    /// The last shared first.
    shares: Vec<Share>,
    posts: HashSet<PostId>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    /// Of the moment it was shared, in the order of posts.
    at: PostId,
    pub(super) post: PostId,
    /// Where it stands.
    pub(super) community: CommunityId,
}

/// A post, and where it stands in a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stand<K> {
    pub(super) key: K,
    pub(super) post: PostId,
    /// Where it was shared to and when, in the order of posts, if that is why it is there.
    pub(super) shared: Option<(CommunityId, PostId)>,
}

/// A key that a share has as well: it stands where it was shared.
pub(super) trait Shared: Key {
    fn shared(at: PostId, post: PostId) -> Self;
}

impl Shared for PostId {
    fn shared(at: PostId, _: PostId) -> Self {
        at
    }
}

impl Shared for Stir {
    fn shared(at: PostId, post: PostId) -> Self {
        Stir::shared(post, at)
    }
}

impl Above {
    pub(super) fn is_empty(&self) -> bool {
        self.shares.is_empty()
    }

    /// What was shared after `than`, the last first, but for what is in one of `earlier` as well.
    pub(super) fn after<'a>(
        &'a self,
        than: PostId,
        earlier: &'a [Arc<Above>],
    ) -> impl Iterator<Item = &'a Share> + 'a {
        let shares = self.shares.iter().take_while(move |share| share.at > than);
        shares.filter(move |share| !earlier.iter().any(|other| other.posts.contains(&share.post)))
    }
}

/// The `count` uppermost of `own` and of what was shared, below `before`. A post that was shared to
/// several federations stands in the first of them; what the reader does not `hear` of from there, as
/// they read it at its own place, is left out: nothing stands twice.
pub(super) fn merged<K: Shared>(
    own: Vec<K>,
    all: &[Arc<Above>],
    before: Option<K>,
    count: usize,
    hears: impl Fn(&Share) -> bool,
) -> Vec<Stand<K>> {
    let own = own.into_iter().map(|key| Stand { key, post: key.post(), shared: None });
    let mut stands: Vec<_> = own.collect();
    for (place, above) in all.iter().enumerate() {
        let earlier = all.get(..place).unwrap_or_default();
        let shares = above.shares.iter().map(|share| (K::shared(share.at, share.post), share));
        let shares = shares.filter(|(key, _)| before.is_none_or(|before| *key < before));
        let shares =
            shares.filter(|(_, share)| !earlier.iter().any(|other| other.posts.contains(&share.post)));
        let shares = shares.filter(|(_, share)| hears(share)).take(count);
        let stand = |(key, share): (K, &Share)| {
            let shared = Some((above.federation, share.at));
            Stand { key, post: share.post, shared }
        };
        stands.extend(shares.map(stand));
    }
    if !all.is_empty() {
        stands.sort_unstable_by_key(|stand| std::cmp::Reverse(stand.key));
    }
    stands.truncate(count);
    stands
}

pub(super) struct Aboves {
    kept: Cache<CommunityId, Arc<Above>>,
    stamps: Stamps,
}

impl Default for Aboves {
    fn default() -> Self {
        Aboves { kept: Cache::new(FEDERATIONS), stamps: Stamps::default() }
    }
}

#[derive(SurrealValue)]
struct Row {
    post: Id<PostId>,
    community: Id<CommunityId>,
    rank: String,
}

pub(crate) const SHARES: &str = "SELECT post, community, rank FROM share WITH INDEX share_federation \
     WHERE federation = $federation AND rank > '' AND rank < '~' ORDER BY rank LIMIT $limit";

impl Aboves {
    /// What was shared to `federation`; from memory when it is there.
    pub(super) async fn of(&self, ctx: &Context, federation: CommunityId) -> Result<Arc<Above>> {
        if let Some(above) = self.kept.get(&federation) {
            return Ok(above);
        }
        let stamp = self.stamps.of(federation);
        let rows: Vec<Row> = ctx.db().rows(SHARES, bind! { federation: Id(federation), limit: MOST }).await?;
        let share = |row: Row| {
            let at = Ulid::from_string(&row.rank).ok()?;
            Some(Share { at: PostId::new(newest_first(at)), post: row.post.0, community: row.community.0 })
        };
        let shares: Vec<_> = rows.into_iter().filter_map(share).collect();
        let posts = shares.iter().map(|share| share.post).collect();
        let above = Arc::new(Above { federation, shares, posts });
        self.stamps.unless_changed(federation, stamp, || self.kept.insert(federation, above.clone()));
        Ok(above)
    }

    /// To be told after every write to what is shared there, whatever came of it.
    pub(super) fn forget(&self, federation: CommunityId) {
        self.stamps.change(federation, || {
            self.kept.remove(&federation);
        });
    }

    pub(super) fn clear(&self) {
        self.stamps.change_all(|| self.kept.clear());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(n: u128) -> PostId {
        PostId::new(Ulid(n))
    }

    /// `(shared at, post, community)`, the last first.
    fn above(shares: &[(u128, u128, u128)]) -> Arc<Above> {
        let federation = CommunityId::new(Ulid(100));
        let share = |(at, of, community): &(u128, u128, u128)| Share {
            at: post(*at),
            post: post(*of),
            community: CommunityId::new(Ulid(*community)),
        };
        let shares: Vec<_> = shares.iter().map(share).collect();
        let posts = shares.iter().map(|share| share.post).collect();
        Arc::new(Above { federation, shares, posts })
    }

    fn keys(stands: &[Stand<PostId>]) -> Vec<(u128, u128)> {
        stands.iter().map(|stand| (stand.key.ulid().0, stand.post.ulid().0)).collect()
    }

    #[test]
    fn what_is_shared_stands_where_it_was_shared_and_once() {
        let all = [above(&[(80, 10, 1), (50, 20, 2)]), above(&[(90, 10, 1), (70, 30, 3)])];
        let own = || vec![post(85), post(60)];
        let everything = merged(own(), &all, None, 9, |_| true);
        assert_eq!(keys(&everything), [(85, 85), (80, 10), (70, 30), (60, 60), (50, 20)]);
        // A page ends, the next one goes on below its last key.
        assert_eq!(keys(&merged(own(), &all, None, 2, |_| true)), [(85, 85), (80, 10)]);
        let next = merged(vec![post(60)], &all, Some(post(80)), 2, |_| true);
        assert_eq!(keys(&next), [(70, 30), (60, 60)]);
        // Read at its own place, by who is in that community.
        let home = merged(own(), &all, None, 9, |share| share.community.ulid().0 != 1);
        assert_eq!(keys(&home), [(85, 85), (70, 30), (60, 60), (50, 20)]);
        assert_eq!(keys(&merged(own(), &[], None, 9, |_| true)), [(85, 85), (60, 60)]);
        // It says when it was shared, and to whom.
        let told: Vec<_> = everything.iter().map(|stand| stand.shared).collect();
        let at = |at| Some((CommunityId::new(Ulid(100)), post(at)));
        assert_eq!(told, [None, at(80), at(70), None, at(50)]);
    }

    #[test]
    fn what_came_after_is_in_the_first_alone() {
        let all = [above(&[(80, 10, 1), (50, 20, 2)]), above(&[(90, 10, 1), (70, 30, 3), (40, 40, 3)])];
        let [first, second] = &all;
        let after = |above: &Above, than, earlier: &[Arc<Above>]| -> Vec<u128> {
            above.after(post(than), earlier).map(|share| share.post.ulid().0).collect()
        };
        assert_eq!(after(first, 0, &[]), [10, 20]);
        assert_eq!(after(first, 50, &[]), [10], "not what stands at the mark itself");
        assert_eq!(after(second, 0, &[]), [10, 30, 40]);
        assert_eq!(after(second, 0, &all[..1]), [30, 40]);
        assert_eq!(after(second, 75, &all[..1]), Vec::<u128>::new());
    }
}

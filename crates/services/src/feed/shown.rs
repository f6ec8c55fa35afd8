//! Posts as they were last read, rendered, in bounded memory.
//!
//! Every write that touches a post drops it from here after its commit. A page that read the post
//! before that commit and comes to keep it after is turned away: each id has a stamp that changes
//! when the post is dropped.

use domain::{
    feed::PostBody,
    id::PostId,
};
use quick_cache::{Weighter, sync::Cache};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A post with its counters.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) body: Arc<PostBody>,
    pub(super) comments: u64,
    /// In the order of `Reaction::ALL`.
    pub(super) counts: [u64; 6],
}

/// Memory for posts, in bytes.
const BUDGET: u64 = 32 << 20;
/// What a post weighs beside its words.
const FRAME: usize = 400;
/// Posts share stamps: two that do only lose a chance to be kept.
const STAMPS: usize = 64;

pub(super) struct ShownPosts {
    kept: Cache<PostId, Arc<Shown>, Weight>,
    stamps: [Mutex<u64>; STAMPS],
}

impl Default for ShownPosts {
    fn default() -> Self {
        ShownPosts {
            kept: Cache::with_weighter(20_000, BUDGET, Weight),
            stamps: std::array::from_fn(|_| Mutex::new(0)),
        }
    }
}

#[derive(Clone)]
struct Weight;

impl Weighter<PostId, Arc<Shown>> for Weight {
    fn weight(&self, _: &PostId, shown: &Arc<Shown>) -> u64 {
        let post = &shown.body;
        let pictures: usize = post.pictures.iter().map(|picture| 64 + picture.alt.len()).sum();
        u64::try_from(FRAME + post.html.len() + post.title.len() + pictures).unwrap_or(u64::MAX)
    }
}

impl ShownPosts {
    pub(super) fn get(&self, post: PostId) -> Option<Arc<Shown>> {
        self.kept.get(&post)
    }

    /// To be taken before the store is asked for `post`.
    pub(super) fn stamp(&self, post: PostId) -> u64 {
        *self.lock(post)
    }

    /// Keeps what was read under `stamp`, unless it was written to meanwhile.
    pub(super) fn keep(&self, shown: Arc<Shown>, stamp: u64) {
        let post = shown.body.id;
        let now = self.lock(post);
        if *now == stamp {
            self.kept.insert(post, shown);
        }
    }

    /// To be told after every write to `post`, whatever came of it.
    pub(super) fn forget(&self, post: PostId) {
        let mut now = self.lock(post);
        *now += 1;
        self.kept.remove(&post);
    }

    pub(super) fn clear(&self) {
        for stamp in &self.stamps {
            *stamp.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        }
        self.kept.clear();
    }

    fn lock(&self, post: PostId) -> MutexGuard<'_, u64> {
        let slot = usize::try_from(post.ulid().0 % 64).unwrap_or_default();
        let [first, ..] = &self.stamps;
        self.stamps.get(slot).unwrap_or(first).lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{feed::PostKind, id::*};
    use jiff::Timestamp;
    use ulid::Ulid;

    fn shown(comments: u64) -> Arc<Shown> {
        let body = PostBody {
            id: PostId::new(Ulid(7)),
            community: CommunityId::new(Ulid(1)),
            author: PersonId::new(Ulid(2)),
            kind: PostKind::Idea,
            title: String::new(),
            html: "x".repeat(1000),
            pictures: Vec::new(),
            created: Timestamp::UNIX_EPOCH,
            edited: None,
        };
        Arc::new(Shown { body: Arc::new(body), comments, counts: [0; 6] })
    }

    #[test]
    fn what_was_read_before_a_write_is_not_kept_after_it() {
        let posts = ShownPosts::default();
        let post = PostId::new(Ulid(7));
        let stamp = posts.stamp(post);
        posts.forget(post);
        posts.keep(shown(0), stamp);
        assert!(posts.get(post).is_none());
        posts.keep(shown(1), posts.stamp(post));
        assert_eq!(posts.get(post).unwrap().comments, 1);
        let stamp = posts.stamp(post);
        posts.clear();
        posts.keep(shown(2), stamp);
        assert!(posts.get(post).is_none());
    }
}

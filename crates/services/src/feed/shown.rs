//! Posts as they were last read, rendered, in bounded memory. Every write that touches a post drops
//! it from here.

use super::{facts::Facts, stamps::Stamps};
use crate::search::{Subject, Touched};
use domain::{feed::PostBody, id::PostId};
use quick_cache::{Weighter, sync::Cache};
use std::sync::Arc;

/// A post with its counters.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) body: Arc<PostBody>,
    pub(super) comments: u64,
    /// In the order of `Reaction::ALL`.
    pub(super) counts: [u64; 6],
    /// What its kind adds.
    pub(super) facts: Facts,
    /// The first its author wrote for long.
    pub(super) rare: bool,
}

/// Memory for posts, in bytes.
const BUDGET: u64 = 32 << 20;
/// What a post weighs beside its words.
const FRAME: usize = 400;

pub(super) struct ShownPosts {
    kept: Cache<PostId, Arc<Shown>, Weight>,
    stamps: Stamps,
    touched: Arc<Touched>,
}

impl Default for ShownPosts {
    fn default() -> Self {
        let kept = Cache::with_weighter(20_000, BUDGET, Weight);
        ShownPosts { kept, stamps: Stamps::default(), touched: Arc::default() }
    }
}

#[derive(Clone)]
struct Weight;

impl Weighter<PostId, Arc<Shown>> for Weight {
    fn weight(&self, _: &PostId, shown: &Arc<Shown>) -> u64 {
        let post = &shown.body;
        let pictures: usize = post.pictures.iter().map(|picture| 64 + picture.alt.len()).sum();
        u64::try_from(FRAME + post.html.len() + post.title.len() + pictures + shown.facts.weight())
            .unwrap_or(u64::MAX)
    }
}

impl ShownPosts {
    pub(super) fn telling(touched: Arc<Touched>) -> Self {
        ShownPosts { touched, ..ShownPosts::default() }
    }

    pub(super) fn get(&self, post: PostId) -> Option<Arc<Shown>> {
        self.kept.get(&post)
    }

    /// To be taken before the store is asked for `post`.
    pub(super) fn stamp(&self, post: PostId) -> u64 {
        self.stamps.of(post)
    }

    /// Keeps what was read under `stamp`, unless it was written to meanwhile.
    pub(super) fn keep(&self, shown: Arc<Shown>, stamp: u64) {
        let post = shown.body.id;
        self.stamps.unless_changed(post, stamp, || self.kept.insert(post, shown));
    }

    /// To be told after every write to `post`, whatever came of it.
    pub(super) fn forget(&self, post: PostId) {
        self.stamps.change(post, || {
            self.kept.remove(&post);
        });
        self.touched.touch(Subject::Post(post));
    }

    pub(super) fn clear(&self) {
        self.stamps.change_all(|| self.kept.clear());
    }
}

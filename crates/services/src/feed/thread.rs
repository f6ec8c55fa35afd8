//! Comments as rendered lately. A key says which text it was, so nothing here can be out of date.

use super::{mentions::Cast, prose};
use domain::id::{CommentId, CommunityId};
use quick_cache::{Weighter, sync::Cache};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

/// A comment and the hash of its text, with the names it shows.
type Version = (CommentId, u64);

/// Memory for comments, in bytes.
const BUDGET: u64 = 8 << 20;
const FRAME: usize = 120;

pub(super) struct Threads(Cache<Version, Arc<str>, Weight>);

impl Default for Threads {
    fn default() -> Self {
        Threads(Cache::with_weighter(20_000, BUDGET, Weight))
    }
}

#[derive(Clone)]
struct Weight;

impl Weighter<Version, Arc<str>> for Weight {
    fn weight(&self, _: &Version, html: &Arc<str>) -> u64 {
        u64::try_from(FRAME + html.len()).unwrap_or(u64::MAX)
    }
}

impl Threads {
    /// The safe HTML of `body`, the text of `comment`, which stands in `place` and calls those of `cast`.
    pub(super) fn html(&self, comment: CommentId, body: &str, cast: &Cast, place: CommunityId) -> Arc<str> {
        let mut hasher = DefaultHasher::new();
        body.hash(&mut hasher);
        cast.hash(body, &mut hasher);
        let version = (comment, hasher.finish());
        if let Some(html) = self.0.get(&version) {
            return html;
        }
        let html: Arc<str> = prose::html_calling(body, cast, place).into();
        self.0.insert(version, html.clone());
        html
    }
}

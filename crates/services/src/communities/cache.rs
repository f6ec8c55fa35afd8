//! What is kept in memory of communities: every page of one asks who may see it.

use super::Found;
use domain::id::CommunityId;
use quick_cache::sync::Cache;
use std::sync::Arc;

/// An entry that is forgotten while it is being read is not kept either: whoever reads next sees
/// what was written.
pub(crate) struct CommunityCache {
    pub(super) found: Cache<CommunityId, Arc<Found>>,
    /// The name in an address never changes hands.
    pub(super) slugs: Cache<String, CommunityId>,
    /// Those one may come across and join, in the order of their names.
    pub(super) joinable: Cache<(), Arc<[CommunityId]>>,
    /// Every one there is.
    pub(super) all: Cache<(), Arc<[CommunityId]>>,
}

impl Default for CommunityCache {
    fn default() -> Self {
        CommunityCache {
            found: Cache::new(1_000),
            slugs: Cache::new(1_000),
            joinable: Cache::new(1),
            all: Cache::new(1),
        }
    }
}

impl CommunityCache {
    pub(super) fn forget(&self, community: CommunityId) {
        self.found.remove(&community);
    }

    /// When one opened, closed, or is listed otherwise.
    pub(crate) fn forget_all(&self) {
        self.found.clear();
        self.slugs.clear();
        self.joinable.remove(&());
        self.all.remove(&());
    }
}

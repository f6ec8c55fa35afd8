//! What is kept in memory because every page asks for it. Each entry is dropped by the write
//! that changes it, in the service that writes; a page is right without any of them.

use crate::feed::FeedIndex;
use domain::{Actor, id::PersonId};
use quick_cache::sync::Cache;
use std::sync::Arc;

pub struct Caches {
    /// Session token hash → who it is.
    pub(crate) actors: Cache<PersonId, Arc<Actor>>,
    pub(crate) feeds: FeedIndex,
}

impl Default for Caches {
    fn default() -> Self {
        Caches { actors: Cache::new(10_000), feeds: FeedIndex::default() }
    }
}

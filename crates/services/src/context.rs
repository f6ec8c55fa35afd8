//! Everything a use case needs from outside, built once in `server/src/main.rs`.

use crate::{
    clock::Clock,
    db::{Db, Rows},
    error::Result,
    live::Live,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::{path::PathBuf, sync::Arc};
use surrealdb::types::Variables;
use ulid::Ulid;

/// Cheap to clone; shared by all requests.
#[derive(Clone)]
pub struct Context {
    inner: Arc<Inner>,
}

struct Inner {
    db: Db,
    clock: Clock,
    live: Live,
    zone: TimeZone,
    files: PathBuf,
    caches: crate::caches::Caches,
}

impl Context {
    /// `files` is the folder of uploaded pictures; `zone` is the organisation's time zone.
    pub fn new(db: Db, clock: Clock, zone: TimeZone, files: PathBuf) -> Self {
        let inner = Inner { db, clock, live: Live::default(), zone, files, caches: Default::default() };
        Context { inner: Arc::new(inner) }
    }

    pub fn db(&self) -> &Db {
        &self.inner.db
    }

    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    pub fn live(&self) -> &Live {
        &self.inner.live
    }

    pub fn zone(&self) -> &TimeZone {
        &self.inner.zone
    }

    pub fn files(&self) -> &std::path::Path {
        &self.inner.files
    }

    pub(crate) fn caches(&self) -> &crate::caches::Caches {
        &self.inner.caches
    }

    pub fn now(&self) -> Timestamp {
        self.inner.clock.now()
    }

    /// The day it is where the organisation is.
    pub fn today(&self) -> Date {
        self.now().to_zoned(self.zone().clone()).date()
    }

    pub fn ulid(&self) -> Ulid {
        self.inner.clock.ulid()
    }

    /// Runs `surql` in one transaction; see [`Db::write`].
    pub async fn write(&self, surql: &str, variables: Variables) -> Result<Rows> {
        self.db().write(surql, variables).await
    }
}

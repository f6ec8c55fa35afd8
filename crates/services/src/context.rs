//! Everything a use case needs from outside, built once by `server/src/commands`.

use crate::{
    clock::Clock,
    db::{Db, Rows, thrown},
    error::{Error, Result},
    links::Links,
    live::Live,
    search::Search,
};
use domain::Actor;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
};
use surrealdb::types::Variables;
use ulid::Ulid;

/// Where nobody says otherwise.
const FILE_LIMIT: usize = 25_000_000;

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
    search: OnceLock<Arc<Search>>,
    file_limit: OnceLock<usize>,
    links: OnceLock<Links>,
}

impl Context {
    /// `files` is the folder of uploaded pictures and files; `zone` is the organisation's time zone.
    pub fn new(db: Db, clock: Clock, zone: TimeZone, files: PathBuf) -> Self {
        let inner = Inner {
            db,
            clock,
            live: Live::default(),
            zone,
            files,
            caches: Default::default(),
            search: OnceLock::new(),
            file_limit: OnceLock::new(),
            links: OnceLock::new(),
        };
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

    /// The index of the search, once one was opened.
    pub(crate) fn search(&self) -> Option<&Arc<Search>> {
        self.inner.search.get()
    }

    pub(crate) fn attach_search(&self, search: Arc<Search>) -> Result<()> {
        self.inner.search.set(search).map_err(|_| Error::broken("the search was opened twice"))
    }

    /// Bytes of the largest file that may be attached to a post.
    pub fn file_limit(&self) -> usize {
        self.inner.file_limit.get().copied().unwrap_or(FILE_LIMIT)
    }

    /// Says so, once, before the house opens.
    pub fn limit_files(&self, bytes: usize) {
        let _ = self.inner.file_limit.set(bytes);
    }

    /// What looks at pages people link to; none where nobody does.
    pub(crate) fn links(&self) -> Option<&Links> {
        self.inner.links.get()
    }

    /// Has pages looked at, from now on.
    pub fn look_at_links(&self, links: Links) {
        let _ = self.inner.links.set(links);
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

    /// Where in a list of `length` the actor starts today: elsewhere tomorrow, and elsewhere for each
    /// person, so that everything in it has its turn. 0 for an empty list.
    pub(crate) fn turn(&self, actor: &Actor, length: usize) -> usize {
        let days = self.today().duration_since(Date::ZERO).as_hours() / 24;
        let start = u128::from(days.unsigned_abs()).wrapping_add(actor.person.ulid().0);
        let length = u128::try_from(length.max(1)).unwrap_or(1);
        usize::try_from(start % length).unwrap_or_default()
    }

    /// Runs `surql` in one transaction; see [`Db::write`].
    ///
    /// When nobody can tell whether it took effect, all that is kept in memory is read again.
    pub async fn write(&self, surql: &str, variables: Variables) -> Result<Rows> {
        let written = self.db().write(surql, variables).await;
        if let Err(error) = &written
            && thrown(error).is_none()
        {
            self.caches().doubt();
        }
        written
    }
}

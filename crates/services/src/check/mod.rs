//! What must hold of the whole store, verified row by row.
//!
//! Every table is read once, in key order, out of one snapshot: the house may be open meanwhile.
//! What is kept between tables is a few dozen bytes a person, community, post or ride, never a row.

mod accounts;
mod calls;
mod carpool;
mod communities;
mod decisions;
mod events;
mod federations;
mod feed;
mod kinds;
mod later;
mod life;
mod looks;
mod media;
mod people;
mod proposals;
mod reading;
#[cfg(test)]
pub(crate) mod tests;
mod threads;

use crate::{Context, db::Snapshot, error::Result, media::Keeping};
use domain::id::{CommunityId, EventId, JourneyId, MediaId, PersonId, PostId};
use std::collections::{BTreeMap, HashMap, HashSet};
use surrealdb::types::{RecordId, SurrealValue, ToSql, Value};

/// What was looked at, and what is wrong with it: one sentence each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub counted: Vec<String>,
    pub wrong: Vec<String>,
}

/// Sentences a report holds; the others are counted.
const MOST: usize = 1000;

/// Verifies every invariant of the store and that each picture's files are in their folder.
pub async fn run(ctx: &Context) -> Result<Report> {
    let (_keeping, snapshot) = Keeping::from(ctx.db().snapshot()).await;
    let snapshot = snapshot?;
    let mut round = Round::new(ctx, &snapshot);
    let walked = round.walk().await;
    let report = round.report();
    snapshot.end().await?;
    walked.map(|()| report)
}

/// One walk through the house, and what it remembers.
struct Round<'a> {
    ctx: &'a Context,
    snapshot: &'a Snapshot,
    tables: BTreeMap<String, u64>,
    people: HashMap<PersonId, people::Person>,
    communities: HashMap<CommunityId, communities::Community>,
    ends: federations::AllEnds,
    media: HashMap<MediaId, media::Picture>,
    /// Posts that say that they are shared: where to, and where they stand.
    shared: HashMap<PostId, HashSet<CommunityId>>,
    homes: HashMap<PostId, CommunityId>,
    posts: HashMap<PostId, feed::Post>,
    branches: threads::Branches,
    events: HashMap<EventId, events::Event>,
    rides: HashMap<JourneyId, carpool::Ride>,
    wrong: Vec<String>,
    more: usize,
}

impl<'a> Round<'a> {
    fn new(ctx: &'a Context, snapshot: &'a Snapshot) -> Self {
        Round {
            ctx,
            snapshot,
            tables: BTreeMap::new(),
            people: HashMap::new(),
            communities: HashMap::new(),
            ends: HashMap::new(),
            media: HashMap::new(),
            shared: HashMap::new(),
            homes: HashMap::new(),
            posts: HashMap::new(),
            branches: threads::Branches::default(),
            events: HashMap::new(),
            rides: HashMap::new(),
            wrong: Vec::new(),
            more: 0,
        }
    }

    async fn walk(&mut self) -> Result<()> {
        self.tables = self.snapshot.tables().await?;
        people::check(self).await?;
        accounts::check(self).await?;
        communities::check(self).await?;
        federations::check(self).await?;
        life::check(self).await?;
        decisions::check(self).await?;
        proposals::check(self).await?;
        media::check(self).await?;
        feed::check(self).await?;
        federations::check_shares(self).await?;
        later::check(self).await?;
        media::check_uses(self);
        events::check(self).await?;
        carpool::check(self).await?;
        reading::check(self).await?;
        communities::check_counts(self);
        Ok(())
    }

    /// Every row of a table in turn; one that cannot be read is wrong.
    async fn each<T: SurrealValue>(
        &mut self,
        table: &str,
        columns: &str,
        mut look: impl FnMut(&mut Self, T),
    ) -> Result<()> {
        let mut rows =
            self.snapshot.stream::<Value>(&format!("SELECT {columns} FROM {table} ORDER BY id"))?;
        while let Some(row) = rows.next().await? {
            let id = match &row {
                Value::Object(fields) => fields.get("id").map(ToSql::to_sql).unwrap_or_default(),
                _ => String::new(),
            };
            match T::from_value(row) {
                Ok(row) => look(self, row),
                Err(error) => self.wrong(format!("{id} cannot be read: {}", error.message())),
            }
        }
        Ok(())
    }

    fn wrong(&mut self, sentence: String) {
        if self.wrong.len() < MOST { self.wrong.push(sentence) } else { self.more += 1 }
    }

    /// Says `sentence` unless `right`.
    fn hold(&mut self, right: bool, sentence: impl FnOnce() -> String) {
        if !right {
            self.wrong(sentence());
        }
    }

    /// Whether there is such a person; `what` speaks of them.
    fn person(&mut self, id: PersonId, what: impl FnOnce() -> String) {
        let known = self.people.contains_key(&id);
        self.hold(known, || format!("{} is nobody's: there is no person {id}", what()));
    }

    /// The same of a community.
    fn community(&mut self, id: CommunityId, what: impl FnOnce() -> String) {
        let known = self.communities.contains_key(&id);
        self.hold(known, || format!("{} stands nowhere: there is no community {id}", what()));
    }

    fn report(&mut self) -> Report {
        let counted = self.tables.iter().map(|(table, rows)| format!("{table}: {rows}")).collect();
        let mut wrong = std::mem::take(&mut self.wrong);
        if self.more > 0 {
            wrong.push(format!("and {} more", self.more));
        }
        Report { counted, wrong }
    }
}

/// The record of a key made of several values.
fn joined(table: &str, parts: Vec<Value>) -> RecordId {
    RecordId::new(table, surrealdb::types::Array::from(parts))
}

/// A record as it is written.
fn shown(id: &RecordId) -> String {
    id.to_sql()
}

//! Keeping the index as the store is: after each write, and once at the start.

use super::{
    Search,
    doc::{Doc, Subject},
    read,
};
use crate::{
    Context, bind, communities,
    db::{At, Id},
    error::{Error, Result},
};
use domain::id::{CommentId, EventId, PostId};
use std::{
    collections::HashSet,
    sync::{Arc, PoisonError, atomic::Ordering},
    time::{Duration, Instant},
};
use surrealdb::types::SurrealValue;
use ulid::Ulid;

/// How long what was written waits to be found.
const PAUSE: Duration = Duration::from_millis(500);
/// After so many pauses without a change the writer is closed.
const RESTS_AFTER: u32 = 60;
/// Between two comparisons with the store: for what was written by ways that touch nothing.
const COMPARED_EVERY: Duration = Duration::from_secs(6 * 3600);
/// Rows of the store looked at together.
const SCANNED: usize = 250;
/// Between two steps of a comparison, as many times what a step took: those who ask come first.
const GIVES_WAY: u32 = 3;
/// Documents that wait before they are brought to the disk during a comparison.
const UNCOMMITTED: usize = 20_000;

/// Follows the store for as long as the process lives.
pub(super) async fn follow(ctx: Context, search: Arc<Search>) {
    loop {
        match compare(&ctx, &search, Pace::GivingWay).await {
            Ok(changed) => {
                search.ready.store(true, Ordering::Relaxed);
                tracing::info!(changed, "the search knows what the store holds");
            }
            Err(error) => tracing::warn!(%error, "the search was not compared with the store"),
        }
        rest(&search).await;
        let until = tokio::time::Instant::now() + COMPARED_EVERY;
        let mut quiet = 0;
        while tokio::time::Instant::now() < until {
            tokio::time::sleep(PAUSE).await;
            match catch_up(&ctx, &search).await {
                Ok(0) => quiet += 1,
                Ok(_) => quiet = 0,
                Err(error) => tracing::warn!(%error, "the search did not follow the store"),
            }
            if quiet == RESTS_AFTER {
                rest(&search).await;
            }
        }
    }
}

/// Lets go of what writing takes.
async fn rest(search: &Arc<Search>) {
    if let Err(error) = blocking(search, |search| Ok(search.index.rest()?)).await {
        tracing::warn!(%error, "the search holds on to what it wrote with");
    }
}

/// Takes up what was touched; gives how many documents changed.
pub(super) async fn catch_up(ctx: &Context, search: &Arc<Search>) -> Result<usize> {
    communities_again(ctx, search).await?;
    let touched: Vec<_> = ctx.caches().touched.take().into_iter().collect();
    if touched.is_empty() {
        return Ok(0);
    }
    match take_up(ctx, search, &touched).await {
        Ok(0) => Ok(0),
        Ok(changed) => {
            blocking(search, |search| Ok(search.index.commit()?)).await?;
            Ok(changed)
        }
        Err(error) => {
            for subject in touched {
                ctx.caches().touched.touch(subject);
            }
            Err(error)
        }
    }
}

/// Touches every community when one opened, closed, or changed its name.
async fn communities_again(ctx: &Context, search: &Search) -> Result<()> {
    let all = communities::all(ctx).await?;
    let mut known = search.communities.lock().unwrap_or_else(PoisonError::into_inner);
    if !known.as_ref().is_some_and(|known| Arc::ptr_eq(known, &all)) {
        for community in all.iter() {
            ctx.caches().touched.touch(Subject::Community(*community));
        }
        *known = Some(all);
    }
    Ok(())
}

/// Reads `subjects` again and hands them to the index.
async fn take_up(ctx: &Context, search: &Arc<Search>, subjects: &[Subject]) -> Result<usize> {
    let known = known(search, subjects).await?;
    let unchanged = unchanged(ctx, search, &known).await?;
    let subjects: Vec<_> = subjects.iter().copied().filter(|subject| !unchanged.contains(subject)).collect();
    let docs = read::docs(ctx, &subjects).await?;
    let there: HashSet<_> = docs.iter().map(|doc| doc.subject).collect();
    let gone: Vec<_> =
        subjects.iter().filter(|subject| !there.contains(subject)).map(|subject| subject.key()).collect();
    blocking(search, move |search| {
        let mut changed = Vec::with_capacity(docs.len());
        for doc in docs {
            if search.index.version(doc.subject.key())? != Some(doc.version) {
                changed.push(doc.indexed());
            }
        }
        search.index.change(&changed, &gone)?;
        Ok(changed.len() + gone.len())
    })
    .await
}

/// Those among `subjects` that the index has.
async fn known(search: &Arc<Search>, subjects: &[Subject]) -> Result<Vec<Subject>> {
    let mut subjects = subjects.to_vec();
    blocking(search, move |search| {
        let mut unread = None;
        subjects.retain(|subject| match search.index.version(subject.key()) {
            Ok(version) => version.is_some(),
            Err(error) => {
                unread = Some(error);
                false
            }
        });
        unread.map_or(Ok(subjects), |error| Err(error.into()))
    })
    .await
}

#[derive(SurrealValue)]
struct Revised {
    id: Id<PostId>,
    edition: i64,
}

/// The posts among `subjects` whose words are as the index has them: most that is written to a post
/// is reactions.
async fn unchanged(ctx: &Context, search: &Arc<Search>, subjects: &[Subject]) -> Result<Vec<Subject>> {
    let post = |subject: &Subject| if let Subject::Post(post) = subject { Some(Id(*post)) } else { None };
    let posts: Vec<_> = subjects.iter().filter_map(post).collect();
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    let surql = format!("SELECT id, {} AS edition FROM $posts", read::EDITION);
    let rows = ctx.db().rows::<Revised>(&surql, bind! { posts }).await?;
    blocking(search, move |search| {
        let mut same = Vec::new();
        for row in rows {
            let subject = Subject::Post(row.id.0);
            if search.index.version(subject.key())? == Some(read::revision(row.edition)) {
                same.push(subject);
            }
        }
        Ok(same)
    })
    .await
}

/// How much of the processor a comparison takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// All there is: nobody else is here.
    Alone,
    /// A quarter of a core: the house is open.
    GivingWay,
}

/// Looks at everything there is in the store and puts right what the index has otherwise; gives how
/// many documents that were.
pub(super) async fn compare(ctx: &Context, search: &Arc<Search>, pace: Pace) -> Result<usize> {
    let known = blocking(search, |search| Ok(search.index.versions()?)).await?;
    let mut round =
        Round { ctx, search, pace, seen: vec![false; known.len()], known, waiting: Vec::new(), changed: 0 };
    for community in communities::all(ctx).await?.iter() {
        let subject = Subject::Community(*community);
        let version = read::docs(ctx, &[subject]).await?.first().map(|doc| doc.version);
        round.look(subject, version.unwrap_or_default()).await?;
    }
    round.table("post", read::EDITION, |id| Subject::Post(PostId::new(id))).await?;
    round.table("event", "sequence", |id| Subject::Event(EventId::new(id))).await?;
    round.comments().await?;
    round.end().await
}

struct Round<'a> {
    ctx: &'a Context,
    search: &'a Arc<Search>,
    pace: Pace,
    /// Keys and versions of the index, in the order of the keys.
    known: Vec<(u64, u64)>,
    seen: Vec<bool>,
    waiting: Vec<Subject>,
    changed: usize,
}

impl Round<'_> {
    /// The store has `subject` in this version.
    async fn look(&mut self, subject: Subject, version: u64) -> Result<()> {
        let key = subject.key();
        let place = self.known.binary_search_by_key(&key, |(known, _)| *known).ok();
        if let Some(seen) = place.and_then(|place| self.seen.get_mut(place)) {
            *seen = true;
        }
        if place.and_then(|place| self.known.get(place)).is_none_or(|(_, known)| *known != version) {
            self.waiting.push(subject);
        }
        if self.waiting.len() >= SCANNED { self.put().await } else { Ok(()) }
    }

    async fn put(&mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        let docs: Vec<_> = read::docs(self.ctx, &waiting).await?.iter().map(Doc::indexed).collect();
        let before = self.changed;
        self.changed += docs.len();
        let commits = before / UNCOMMITTED != self.changed / UNCOMMITTED;
        blocking(self.search, move |search| {
            search.index.change(&docs, &[])?;
            if commits {
                search.index.commit()?;
            }
            Ok(())
        })
        .await?;
        // What is written meanwhile does not wait for the end.
        catch_up(self.ctx, self.search).await.map(drop)
    }

    /// All of a table whose keys are ULIDs.
    async fn table(&mut self, table: &str, version: &str, subject: impl Fn(Ulid) -> Subject) -> Result<()> {
        let mut after = Ulid(0);
        loop {
            let started = Instant::now();
            let rows = self.ctx.db().rows::<Versioned>(&scan(table, version, after), bind! {}).await?;
            for row in &rows {
                after = row.id.parse().map_err(Error::broken)?;
                self.look(subject(after), read::revision(row.version)).await?;
            }
            if rows.len() < SCANNED {
                return Ok(());
            }
            self.give_way(started).await;
        }
    }

    /// After a step that began then.
    async fn give_way(&self, started: Instant) {
        if self.pace == Pace::GivingWay {
            tokio::time::sleep(started.elapsed() * GIVES_WAY).await;
        }
    }

    async fn comments(&mut self) -> Result<()> {
        let (mut post, mut comment) = (PostId::new(Ulid(0)), String::new());
        loop {
            let started = Instant::now();
            let variables =
                bind! { post: Id(post), comment: comment.clone(), last: Id(PostId::new(Ulid(u128::MAX))) };
            let rows = self.ctx.db().rows::<Edited>(&comments(), variables).await?;
            for row in &rows {
                (post, comment) = (row.post.0, row.id.0.to_string());
                self.look(Subject::Comment(row.post.0, row.id.0), read::edition(row.edited)).await?;
            }
            if rows.len() < SCANNED {
                return Ok(());
            }
            self.give_way(started).await;
        }
    }

    /// Takes away what the store does not have.
    async fn end(mut self) -> Result<usize> {
        if !self.waiting.is_empty() {
            self.put().await?;
        }
        let gone = |((key, _), seen): (&(u64, u64), &bool)| (!seen).then_some(*key);
        let gone: Vec<_> = self.known.iter().zip(&self.seen).filter_map(gone).collect();
        let changed = self.changed + gone.len();
        blocking(self.search, move |search| {
            search.index.change(&[], &gone)?;
            Ok(search.index.commit()?)
        })
        .await?;
        Ok(changed)
    }
}

#[derive(SurrealValue)]
struct Versioned {
    id: String,
    version: i64,
}

#[derive(SurrealValue)]
struct Edited {
    id: Id<CommentId>,
    post: Id<PostId>,
    edited: Option<At>,
}

/// A closed range of keys, by way of a function: one left open, or written as a literal, is read to its
/// end, whatever the limit.
pub(super) fn scan(table: &str, version: &str, after: Ulid) -> String {
    let last = Ulid(u128::MAX);
    format!(
        "SELECT record::id(id) AS id, {version} AS version FROM type::record('{table}', '{after}'>..='{last}') LIMIT {SCANNED}"
    )
}

pub(super) fn comments() -> String {
    format!(
        "SELECT record::id(id)[1] AS id, post, edited FROM type::record('comment', [$post, $comment]>..=[$last, '~']) LIMIT {SCANNED}"
    )
}

/// Runs `work` where it may block.
pub(super) async fn blocking<T: Send + 'static>(
    search: &Arc<Search>,
    work: impl FnOnce(&Search) -> Result<T> + Send + 'static,
) -> Result<T> {
    let search = search.clone();
    tokio::task::spawn_blocking(move || work(&search)).await.map_err(Error::broken)?
}

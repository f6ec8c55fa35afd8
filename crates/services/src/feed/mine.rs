//! A reader's own reactions, remembered for the stretches of their feed they read lately.

use super::stamps::Stamps;
use crate::{
    Context, bind,
    db::{Id, Word},
    error::Result,
};
use domain::{
    feed::Reaction,
    id::{PersonId, PostId},
};
use quick_cache::sync::Cache;
use std::sync::Arc;
use surrealdb::types::{Array, RecordId, SurrealValue, Value};
use ulid::Ulid;

/// Readers remembered.
const READERS: usize = 10_000;
/// Stretches remembered of each: the first page, and those where they wander.
const STRETCHES: usize = 4;

pub(super) struct Mine {
    kept: Cache<PersonId, Arc<Vec<Stretch>>>,
    stamps: Stamps,
}

/// All of one person's reactions to posts between two, both included.
#[derive(Clone)]
struct Stretch {
    oldest: PostId,
    newest: PostId,
    given: Given,
}

/// In the order of the posts.
pub(super) type Given = Arc<[(PostId, Reaction)]>;

impl Default for Mine {
    fn default() -> Self {
        Mine { kept: Cache::new(READERS), stamps: Stamps::default() }
    }
}

#[derive(SurrealValue)]
struct Row {
    post: Id<PostId>,
    kind: Word<Reaction>,
}

/// A person's reactions between two posts: the records' keys are in the order of the posts.
pub(super) const BETWEEN: &str = "SELECT post, kind FROM reaction:[$person, $oldest]..=[$person, $newest]";
const SOME: &str = "SELECT post, kind FROM $reactions";

impl Mine {
    /// The reactions of `person` to posts from `oldest` to `newest`; from memory if they are there.
    ///
    /// For feeds of all one's communities, where a stretch holds few other posts than the page does.
    pub(super) async fn between(
        &self,
        ctx: &Context,
        person: PersonId,
        oldest: PostId,
        newest: PostId,
        first_page: bool,
    ) -> Result<Given> {
        let known = self.kept.get(&person);
        let covers = |stretch: &&Stretch| stretch.oldest <= oldest && newest <= stretch.newest;
        if let Some(stretch) = known.iter().flat_map(|stretches| stretches.iter()).find(covers) {
            return Ok(stretch.given.clone());
        }
        // The first page's stretch reaches into the future: posts to come have no reaction yet.
        let newest = if first_page { PostId::new(Ulid(u128::MAX)) } else { newest };
        let stamp = self.stamps.of(person);
        let variables = bind! { person: Id(person), oldest: Id(oldest), newest: Id(newest) };
        let rows = ctx.db().rows::<Row>(BETWEEN, variables).await?;
        let given: Given = rows.into_iter().map(|row| (row.post.0, row.kind.0)).collect();
        let read = Stretch { oldest, newest, given: given.clone() };
        let others = known.iter().flat_map(|stretches| stretches.iter());
        let others = others.filter(|other| !(read.oldest <= other.oldest && other.newest <= read.newest));
        let stretches = std::iter::once(read.clone()).chain(others.cloned()).take(STRETCHES).collect();
        self.stamps.unless_changed(person, stamp, || self.kept.insert(person, Arc::new(stretches)));
        Ok(given)
    }

    /// To be told after every reaction of `person`, whatever came of it.
    pub(super) fn forget(&self, person: PersonId) {
        self.stamps.change(person, || {
            self.kept.remove(&person);
        });
    }

    pub(super) fn clear(&self) {
        self.stamps.change_all(|| self.kept.clear());
    }
}

/// The reactions of `person` to `posts`, one by one: between two posts of a quiet community there
/// may be a year of reactions elsewhere.
pub(super) async fn given_to(ctx: &Context, person: PersonId, posts: &[PostId]) -> Result<Given> {
    if posts.is_empty() {
        return Ok(Arc::from([]));
    }
    let key = |post: &PostId| {
        let key = vec![Value::RecordId(Id(person).record()), Value::RecordId(Id(*post).record())];
        RecordId::new("reaction", Array::from(key))
    };
    let reactions: Vec<_> = posts.iter().map(key).collect();
    let rows = ctx.db().rows::<Row>(SOME, bind! { reactions }).await?;
    let mut given: Vec<_> = rows.into_iter().map(|row| (row.post.0, row.kind.0)).collect();
    given.sort_unstable_by_key(|(post, _)| *post);
    Ok(given.into())
}

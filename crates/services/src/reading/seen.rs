//! The last post a person saw in each community.

use crate::{Context, bind, db::At, error::Result};
use domain::{
    Actor,
    id::{CommunityId, PersonId, PostId},
    reading::AWAY_DAYS,
};
use jiff::{Timestamp, ToSpan};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};
use surrealdb::types::{Object, SurrealValue, Value};
use tracing::Instrument;

/// How far somebody has read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(super) posts: HashMap<CommunityId, PostId>,
    /// When they last read, to within a day.
    pub(super) at: Option<Timestamp>,
    /// Before an absence that they have not caught up with: how far they had read, and when.
    pub(super) before: Option<(HashMap<CommunityId, PostId>, Timestamp)>,
}

#[derive(SurrealValue)]
struct Row {
    posts: Object,
    at: At,
    before: Option<Object>,
    away: Option<At>,
}

const SEEN: &str = "SELECT posts, at, before, away FROM type::record('seen', $person)";

fn marks(object: Object) -> HashMap<CommunityId, PostId> {
    let mark = |(community, post): (String, Value)| {
        let Value::String(post) = post else { return None };
        Some((community.parse().ok()?, post.parse().ok()?))
    };
    object.into_inner().into_iter().filter_map(mark).collect()
}

fn object(posts: &HashMap<CommunityId, PostId>) -> BTreeMap<String, String> {
    posts.iter().map(|(community, post)| (community.to_string(), post.to_string())).collect()
}

/// How far `person` has read; from memory when it is there.
pub(super) async fn seen(ctx: &Context, person: PersonId) -> Result<Arc<Seen>> {
    let cache = &ctx.caches().seen;
    if let Some(seen) = cache.get(&person) {
        return Ok(seen);
    }
    let era = cache.era();
    let row = ctx.db().row::<Row>(SEEN, bind! { person: person.to_string() }).await?;
    let seen = Arc::new(row.map_or_else(Seen::default, |row| Seen {
        posts: marks(row.posts),
        at: Some(row.at.0),
        before: row.before.map(marks).zip(row.away.map(|at| at.0)),
    }));
    cache.keep(person, seen.clone(), era);
    Ok(seen)
}

/// The actor is shown what stands there in these communities, a post or the moment one was shared: remembered
/// once the page is answered, when it says anything new.
pub(crate) fn saw(ctx: &Context, actor: &Actor, stands: impl IntoIterator<Item = (CommunityId, PostId)>) {
    let mut newest: HashMap<CommunityId, PostId> = HashMap::new();
    for (community, stand) in stands {
        let mark = newest.entry(community).or_insert(stand);
        *mark = stand.max(*mark);
    }
    let (ctx, person) = (ctx.clone(), actor.person);
    let marking = async move {
        if let Err(error) = mark(&ctx, person, &newest, false).await {
            tracing::warn!(%error, "how far somebody has read was not kept");
        }
    };
    tokio::spawn(marking.in_current_span());
}

const MARK: &str = "
UPSERT type::record('seen', $person) SET posts = $posts, at = $at, before = $before, away = $away RETURN NONE;
";

/// Moves the marks of `person` forward, never back. `all_caught_up` ends an absence.
pub(super) async fn mark(
    ctx: &Context,
    person: PersonId,
    newest: &HashMap<CommunityId, PostId>,
    all_caught_up: bool,
) -> Result<()> {
    // One at a time of each person: what is read here is what is written over.
    let _turn = ctx.caches().seen_turns.of(person).lock().await;
    let was = seen(ctx, person).await?;
    let now = ctx.now();
    let moved = newest.iter().filter(|(community, post)| was.posts.get(community) < Some(post));
    let moved: Vec<_> = moved.map(|(community, post)| (*community, *post)).collect();
    let days = was.at.map_or(0, |at| now.duration_since(at).as_hours() / 24);
    let ends = all_caught_up && was.before.is_some();
    if moved.is_empty() && days < 1 && was.at.is_some() && !ends {
        return Ok(());
    }
    let mut is = was.as_ref().clone();
    if all_caught_up {
        is.before = None;
    } else if days >= AWAY_DAYS && is.before.is_none() {
        is.before = was.at.map(|at| (was.posts.clone(), at));
    } else if is.before.as_ref().is_some_and(|(_, away)| is_old(*away, now)) {
        // Nobody catches up with a quarter.
        is.before = None;
    }
    is.posts.extend(moved);
    is.at = Some(now);
    let variables = bind! {
        person: person.to_string(), posts: object(&is.posts), at: At(now),
        before: is.before.as_ref().map(|(posts, _)| object(posts)),
        away: is.before.as_ref().map(|(_, away)| At(*away))
    };
    let written = ctx.write(MARK, variables).await;
    ctx.caches().seen.forget(&person);
    written.map(drop)
}

/// For the demo company: somebody who read everything of `communities` on their `last` day here, and
/// nothing since.
pub async fn seed_absence(
    ctx: &Context,
    person: PersonId,
    communities: &[CommunityId],
    last: Timestamp,
) -> Result<()> {
    let posts = communities.iter().map(|community| (*community, post_at(last))).collect();
    let variables = bind! {
        person: person.to_string(), posts: object(&posts), at: At(last),
        before: None::<BTreeMap<String, String>>, away: None::<At>
    };
    let written = ctx.write(MARK, variables).await;
    ctx.caches().seen.forget(&person);
    written.map(drop)
}

fn is_old(away: Timestamp, now: Timestamp) -> bool {
    away.checked_add((24 * 90).hours()).is_ok_and(|old| old < now)
}

/// A key no post made before `at` is above.
pub(super) fn post_at(at: Timestamp) -> PostId {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or_default();
    PostId::new(ulid::Ulid::from_parts(millis, 0))
}

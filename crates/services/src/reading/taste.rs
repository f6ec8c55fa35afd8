//! What a reader keeps, hides and prefers: one record a person, in memory once it was asked for.

use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
    feed, people,
};
use domain::{
    Actor, Reason,
    feed::FeedError,
    id::{CommunityId, PersonId, PostId},
    policy::{Action, allow, judge},
    reading::{MUTED_MOST, Muted, Order, SAVED_MOST, Taste},
};
use std::sync::Arc;
use surrealdb::types::{RecordId, SurrealValue, ToSql, Value, Variables};

#[derive(SurrealValue)]
struct Row {
    saved: Vec<Saved>,
    muted: Vec<Hidden>,
    feed_order: Option<String>,
}

#[derive(SurrealValue)]
struct Saved {
    post: Id<PostId>,
    at: At,
}

#[derive(SurrealValue)]
struct Hidden {
    of: RecordId,
    at: At,
}

pub(super) const TASTE: &str = "SELECT saved, muted, feed_order FROM type::record('reader', $person)";

/// What `person` chose; from memory when it is there.
pub(crate) async fn taste(ctx: &Context, person: PersonId) -> Result<Arc<Taste>> {
    let cache = &ctx.caches().tastes;
    if let Some(taste) = cache.get(&person) {
        return Ok(taste);
    }
    let era = cache.era();
    let row = ctx.db().row::<Row>(TASTE, bind! { person: person.to_string() }).await?;
    let taste = Arc::new(row.map_or_else(Taste::default, Row::taste));
    cache.keep(person, taste.clone(), era);
    Ok(taste)
}

/// After a write to their record, whatever came of it.
pub(crate) fn forget_taste(ctx: &Context, person: PersonId) {
    ctx.caches().tastes.forget(&person);
}

impl Row {
    fn taste(self) -> Taste {
        let saved = self.saved.into_iter().map(|saved| (saved.post.0, saved.at.0)).collect();
        let muted =
            self.muted.into_iter().filter_map(|hidden| Some((what(hidden.of)?, hidden.at.0))).collect();
        let order = self.feed_order.as_deref().and_then(Order::from_word).unwrap_or_default();
        Taste::new(saved, muted, order)
    }
}

/// What a link names.
fn what(of: RecordId) -> Option<Muted> {
    let table = of.table.to_sql();
    let key = Value::RecordId(of);
    Some(match table.as_str() {
        "post" => Muted::Thread(Id::<PostId>::from_value(key).ok()?.0),
        "person" => Muted::Person(Id::<PersonId>::from_value(key).ok()?.0),
        "community" => Muted::Community(Id::<CommunityId>::from_value(key).ok()?.0),
        _ => return None,
    })
}

fn record(what: Muted) -> RecordId {
    match what {
        Muted::Thread(post) => Id(post).record(),
        Muted::Person(person) => Id(person).record(),
        Muted::Community(community) => Id(community).record(),
    }
}

const SAVE: &str = include_str!("save.surql");
const MUTE: &str = include_str!("mute.surql");
const PREFER: &str = "UPSERT type::record('reader', $person) SET feed_order = $order RETURN NONE;";

/// Keeps `post` for later, or keeps it no longer. Repeating it changes nothing: not even its place.
pub async fn save(ctx: &Context, actor: &Actor, post: PostId, wanted: bool) -> Result<()> {
    if wanted {
        feed::readable(ctx, actor, post).await?;
    }
    let variables = bind! {
        person: actor.person.to_string(), post: Id(post), wanted, at: At(ctx.now()),
        most: i64::try_from(SAVED_MOST).unwrap_or_default()
    };
    write(ctx, actor, SAVE, variables, FeedError::SavedFull).await
}

/// Has the actor hear no more of `what`, or hear of it again. Nobody is told, least of all whom it is
/// about. Repeating it changes nothing.
pub async fn mute(ctx: &Context, actor: &Actor, what: Muted, wanted: bool) -> Result<()> {
    // Taking it back is always possible, whatever became of it.
    if wanted {
        may_mute(ctx, actor, what).await?;
    }
    let variables = bind! {
        person: actor.person.to_string(), of: Value::RecordId(record(what)), wanted, at: At(ctx.now()),
        most: i64::try_from(MUTED_MOST).unwrap_or_default()
    };
    write(ctx, actor, MUTE, variables, FeedError::MutedFull).await
}

/// What one does not see cannot be muted: the answer would tell that it is there.
async fn may_mute(ctx: &Context, actor: &Actor, what: Muted) -> Result<()> {
    match what {
        Muted::Thread(post) => feed::readable(ctx, actor, post).await,
        Muted::Person(person) if person == actor.person => Err(Reason::Forbidden.into()),
        Muted::Person(person) => people::person(ctx, actor, person).await.map(drop),
        Muted::Community(community) => {
            let found = crate::communities::found(ctx, community).await?;
            Ok(allow(judge(actor, Action::Look, &found.place))?)
        }
    }
}

/// Has the actor's home feed stand in `order` from now on.
pub async fn prefer(ctx: &Context, actor: &Actor, order: Order) -> Result<()> {
    let variables = bind! { person: actor.person.to_string(), order: order.word().to_owned() };
    write(ctx, actor, PREFER, variables, FeedError::Gone).await
}

/// In which order the actor's home feed stands.
pub async fn order(ctx: &Context, actor: &Actor) -> Result<Order> {
    Ok(taste(ctx, actor.person).await?.order)
}

async fn write(
    ctx: &Context,
    actor: &Actor,
    surql: &'static str,
    variables: Variables,
    full: FeedError,
) -> Result<()> {
    let (ctx, person) = (ctx.clone(), actor.person);
    feed::to_the_end(async move {
        let written = ctx.write(surql, variables).await;
        forget_taste(&ctx, person);
        written.map(drop).map_err(|error| match thrown(&error) {
            Some("full") => Error::from(full),
            _ => error,
        })
    })
    .await
}

/// The communities whose news the actor wants to hear: theirs, less those they muted.
pub async fn heard(ctx: &Context, actor: &Actor) -> Result<Vec<CommunityId>> {
    let taste = taste(ctx, actor.person).await?;
    Ok(actor.communities().filter(|community| !taste.mutes(Muted::Community(*community))).collect())
}

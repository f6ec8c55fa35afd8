//! What the stage of a community asks of its team, and what archiving it would mean.

use crate::{
    Context, bind,
    communities::{Found, found_by_slug},
    db::{At, Id},
    error::{Error, Result},
};
use domain::{
    Actor,
    community::life::{Ask, Facts, LAUNCHED_POSTS, Move, asks, may_move},
    event::soonest_first,
    id::{CommunityId, EventId, PostId},
    policy::{Action, allow, judge},
};
use surrealdb::types::SurrealValue;
use ulid::Ulid;

const STANDING: &str = "SELECT members, animators, spoken ?? created AS spoken, awake FROM ONLY $community;";

/// As many posts as it takes to be launched, if there are.
pub(super) const WRITTEN: &str = "SELECT VALUE id FROM post WITH INDEX post_feed \
     WHERE community = $community AND rank > '' ORDER BY rank LIMIT $enough;";

/// Events of a community that have not begun, and were not called off.
pub(super) const COMING: &str = "SELECT VALUE id FROM event WHERE community = $community AND soon > $soon \
     AND soon < ':' AND status != 'CANCELLED' ORDER BY soon LIMIT $limit";

/// Those who wait for an answer: see `sort` in the migration.
pub(super) const ASKING: &str = "SELECT VALUE person FROM membership \
     WHERE community = $community AND sort > '9' AND sort < ':' ORDER BY sort LIMIT $limit";

#[derive(SurrealValue)]
struct Row {
    members: i64,
    animators: i64,
    spoken: At,
    awake: Option<At>,
}

/// The key before that of every event that begins after now.
pub(super) fn from_now(ctx: &Context) -> String {
    soonest_first(ctx.now(), EventId::new(Ulid(u128::MAX)))
}

/// What is asked of those who steer `found`; nothing of anybody else.
pub async fn asked(ctx: &Context, actor: &Actor, found: &Found) -> Result<Vec<Ask>> {
    if !judge(actor, Action::Govern, &found.place).is_allowed() {
        return Ok(Vec::new());
    }
    let surql = format!("{STANDING}{WRITTEN}{COMING}");
    let variables = bind! {
        community: Id(found.id), soon: from_now(ctx), limit: 1_i64,
        enough: i64::try_from(LAUNCHED_POSTS).unwrap_or(i64::MAX)
    };
    let mut rows = ctx.db().query(&surql, variables).await?;
    let row: Option<Row> = rows.one(0)?;
    let row = row.ok_or_else(|| Error::broken("a community that is known and is not"))?;
    let count = |number: i64| u64::try_from(number).unwrap_or_default();
    let facts = Facts {
        stage: found.place.stage,
        posts: u64::try_from(rows.take::<Id<PostId>>(1)?.len()).unwrap_or_default(),
        members: count(row.members),
        animators: count(row.animators),
        event: !rows.take::<Id<EventId>>(2)?.is_empty(),
        spoken: row.spoken.0,
        awake: row.awake.map(|at| at.0),
    };
    Ok(asks(&facts, ctx.now()))
}

/// What archiving ends: both are counted up to twenty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consequences {
    /// Requests to come in that are declined.
    pub requests: usize,
    /// Events to come that are called off.
    pub events: usize,
}

/// More are not counted.
const COUNTED: i64 = 20;

/// What archiving the community would end, for those who may.
pub async fn consequences(ctx: &Context, actor: &Actor, slug: &str) -> Result<(CommunityId, Consequences)> {
    let found = found_by_slug(ctx, slug).await?;
    allow(may_move(actor, &found.place, found.everyone, Move::Archive))?;
    let surql = format!("{ASKING};{COMING}");
    let variables = bind! { community: Id(found.id), soon: from_now(ctx), limit: COUNTED };
    let mut rows = ctx.db().query(&surql, variables).await?;
    let requests = rows.take::<Id<domain::id::PersonId>>(0)?.len();
    let events = rows.take::<Id<EventId>>(1)?.len();
    Ok((found.id, Consequences { requests, events }))
}

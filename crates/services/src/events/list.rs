//! Lists of events: one range of an index a community, merged here.
//!
//! A condition on many communities at once would not use the index beyond 32 of them, and would
//! sort what it finds.

use super::row::cards;
use crate::{
    Context, communities,
    db::{At, Id},
    error::Result,
};
use domain::{
    Actor,
    event::{DAYS_MAX, EventCard, PAGE, latest_first, soonest_first},
    id::{CommunityId, EventId},
    page::Page,
    policy::{Action, allow, judge},
};
use jiff::ToSpan;
use surrealdb::types::{SurrealValue, Variables};
use ulid::Ulid;

/// Events still to come or under way in the actor's communities, the soonest first.
pub async fn upcoming(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<EventCard>> {
    let communities: Vec<_> = actor.communities().collect();
    list(ctx, actor, &communities, Order::Soonest, cursor).await
}

/// Events that are over in the actor's communities, the latest first.
pub async fn past(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<EventCard>> {
    let communities: Vec<_> = actor.communities().collect();
    list(ctx, actor, &communities, Order::Latest, cursor).await
}

/// Events of `community` still to come or under way, the soonest first.
pub async fn community_events(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    cursor: Option<&str>,
) -> Result<Page<EventCard>> {
    readable(ctx, actor, community).await?;
    list(ctx, actor, &[community], Order::Soonest, cursor).await
}

/// Events of `community` that are over, the latest first.
pub async fn community_past(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    cursor: Option<&str>,
) -> Result<Page<EventCard>> {
    readable(ctx, actor, community).await?;
    list(ctx, actor, &[community], Order::Latest, cursor).await
}

async fn readable(ctx: &Context, actor: &Actor, community: CommunityId) -> Result<()> {
    let found = communities::found(ctx, community).await?;
    Ok(allow(judge(actor, Action::Read, &found.place))?)
}

#[derive(Clone, Copy)]
pub(super) enum Order {
    Soonest,
    Latest,
}

impl Order {
    /// The range of one community; `$c0`, `$c1`… name them.
    pub fn query(self, index: usize) -> String {
        match self {
            Order::Soonest => format!(
                "SELECT id, soon AS key FROM event WHERE community = $c{index} AND soon > $after \
                 AND dtend > $now ORDER BY soon LIMIT $limit;"
            ),
            Order::Latest => format!(
                "SELECT id, late AS key FROM event WHERE community = $c{index} AND late > $after \
                 AND dtend <= $now ORDER BY late LIMIT $limit;"
            ),
        }
    }

    /// Where the list begins: what is under way began at most the longest event ago, and what is
    /// over began before now. A cursor never leads out of it.
    fn first(self, ctx: &Context) -> String {
        let now = ctx.now();
        match self {
            Order::Soonest => {
                let floor = now.checked_sub((24 * i64::from(DAYS_MAX + 1)).hours()).unwrap_or(now);
                soonest_first(floor, EventId::new(Ulid(0)))
            }
            Order::Latest => latest_first(now, EventId::new(Ulid(u128::MAX))),
        }
    }
}

#[derive(Clone, SurrealValue)]
struct Key {
    id: Id<EventId>,
    key: String,
}

/// One page over `communities`, all of which `actor` may read.
async fn list(
    ctx: &Context,
    actor: &Actor,
    communities: &[CommunityId],
    order: Order,
    cursor: Option<&str>,
) -> Result<Page<EventCard>> {
    let first = order.first(ctx);
    let after = cursor.filter(|cursor| **cursor > *first).unwrap_or(&first).to_owned();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut variables: Variables = crate::bind! { after, limit, now: At(ctx.now()) };
    let mut surql = String::new();
    for (index, community) in communities.iter().enumerate() {
        variables.insert(format!("c{index}"), Id(*community).into_value());
        surql.push_str(&order.query(index));
    }
    if surql.is_empty() {
        return Ok(Page::empty());
    }
    let mut answer = ctx.db().query(&surql, variables).await?;
    let mut keys = Vec::new();
    for index in 0..communities.len() {
        keys.extend(answer.take::<Key>(index)?);
    }
    keys.sort_by(|a, b| a.key.cmp(&b.key));
    let page = Page::cut(keys, PAGE, |row| row.key.clone());
    let ids: Vec<_> = page.items.iter().map(|row| row.id.0).collect();
    Ok(Page { items: cards(ctx, actor, &ids).await?, next: page.next })
}

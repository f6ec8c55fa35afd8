//! The posts pinned on top of a community's feed: three at most, each with its end.

use super::{post::load, stamps::Stamps, to_the_end};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor,
    feed::{FeedError, PINS_MAX, pin_end},
    form::Reader,
    id::{CommunityId, PostId},
    live::Signal,
    policy::{Action, allow, judge},
};
use jiff::{Timestamp, ToSpan, civil::Date};
use quick_cache::sync::Cache;
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// Communities remembered: most have nothing pinned, which costs next to nothing.
const BOARDS: usize = 10_000;

/// What is pinned where, in memory.
pub(super) struct Pins {
    kept: Cache<CommunityId, Arc<[Pin]>>,
    stamps: Stamps,
}

/// A post, and the moment it is no longer pinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pin {
    pub(super) post: PostId,
    pub(super) until: Timestamp,
}

impl Default for Pins {
    fn default() -> Self {
        Pins { kept: Cache::new(BOARDS), stamps: Stamps::default() }
    }
}

#[derive(SurrealValue)]
struct Row {
    post: Id<PostId>,
    until: At,
}

#[derive(SurrealValue)]
struct Board {
    pins: Vec<Row>,
}

pub(super) const BOARD: &str = "SELECT pins FROM type::record('pinboard', record::id($community))";

impl Pins {
    /// What is pinned in `community` now, the latest pinned first.
    pub(super) async fn of(&self, ctx: &Context, community: CommunityId) -> Result<Vec<Pin>> {
        let now = ctx.now();
        let running = |pins: &[Pin]| pins.iter().rev().filter(|pin| pin.until > now).copied().collect();
        if let Some(pins) = self.kept.get(&community) {
            return Ok(running(&pins));
        }
        let stamp = self.stamps.of(community);
        let board = ctx.db().row::<Board>(BOARD, bind! { community: Id(community) }).await?;
        let pins: Arc<[Pin]> = board
            .into_iter()
            .flat_map(|board| board.pins)
            .map(|row| Pin { post: row.post.0, until: row.until.0 })
            .collect();
        self.stamps.unless_changed(community, stamp, || self.kept.insert(community, pins.clone()));
        Ok(running(&pins))
    }

    /// To be told after every write to a board, whatever came of it.
    pub(super) fn forget(&self, community: CommunityId) {
        self.stamps.change(community, || {
            self.kept.remove(&community);
        });
    }

    pub(super) fn clear(&self) {
        self.stamps.change_all(|| self.kept.clear());
    }
}

/// The last day of a pin, where the organisation is.
pub(super) fn last_day(ctx: &Context, until: Timestamp) -> Date {
    let last = until.checked_sub(1.second()).unwrap_or(until);
    ctx.zone().to_datetime(last).date()
}

const PIN: &str = include_str!("pin.surql");

/// Pins `post` on top of its community's feed through the day `until`, typed as 2026-11-24; fourteen
/// days when it is empty. Pinned already, it gets the new end. For those who moderate.
pub async fn pin(ctx: &Context, actor: &Actor, post: PostId, until: &str) -> Result<()> {
    let (_, found) = load(ctx, actor, post).await?;
    allow(judge(actor, Action::Moderate, &found.place))?;
    let mut form = Reader::default();
    let last = pin_end(&mut form, until, ctx.today());
    form.done()?;
    let after = last.tomorrow().map_err(Error::broken)?;
    let until = after.to_zoned(ctx.zone().clone()).map_err(Error::broken)?.timestamp();
    write(ctx, actor, found.id, post, Some(At(until))).await
}

/// Takes `post` off the board; no fault when it is not on it.
pub async fn unpin(ctx: &Context, actor: &Actor, post: PostId) -> Result<()> {
    let (_, found) = load(ctx, actor, post).await?;
    allow(judge(actor, Action::Moderate, &found.place))?;
    write(ctx, actor, found.id, post, None).await
}

async fn write(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    post: PostId,
    until: Option<At>,
) -> Result<()> {
    let variables = bind! {
        post: Id(post), community: Id(community), person: Id(actor.person), at: At(ctx.now()), until,
        most: i64::try_from(PINS_MAX).unwrap_or_default()
    };
    let ctx = ctx.clone();
    to_the_end(async move {
        let written = ctx.write(PIN, variables).await;
        ctx.caches().feeds.pins.forget(community);
        written.map_err(|error| match thrown(&error) {
            Some("gone") => Error::from(FeedError::Gone),
            Some("full") => FeedError::PinsFull.into(),
            _ => error,
        })?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(())
    })
    .await
}

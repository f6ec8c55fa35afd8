//! What is told to who proposed a community, beside every page: that they were answered.

use super::{find::Row, list::of_mine};
use crate::{Context, bind, db::Id, error::Result};
use domain::{
    Actor,
    community::proposal::{ProposalCard, State},
    id::PersonId,
};
use jiff::SignedDuration;
use std::sync::Arc;

/// How long a final answer is told; changes asked for are told until they are made.
const SHOWN: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Proposals looked at: an answer older than so many newer proposals is on their own page.
const LATEST: i64 = 8;

/// The proposal of the actor that was answered last, while that is news to them.
pub async fn told(ctx: &Context, actor: &Actor) -> Result<Option<ProposalCard>> {
    if actor.is_partner() {
        return Ok(None);
    }
    let cache = &ctx.caches().proposals;
    let latest = match cache.get(&actor.person) {
        Some(latest) => latest,
        None => {
            let era = cache.era();
            let latest = latest(ctx, actor.person).await?;
            cache.keep(actor.person, latest.clone(), era);
            latest
        }
    };
    let now = ctx.now();
    let news = |card: &&ProposalCard| match card.state {
        State::ChangesAsked => true,
        State::Approved | State::Declined => now.duration_since(card.moved) < SHOWN,
        State::Draft | State::Sent => false,
    };
    Ok(latest.iter().filter(news).max_by_key(|card| card.moved).cloned())
}

async fn latest(ctx: &Context, person: PersonId) -> Result<Arc<[ProposalCard]>> {
    let variables = bind! { by: Id(person), after: String::new(), limit: LATEST };
    let rows: Vec<Row> = ctx.db().rows(&of_mine(), variables).await?;
    Ok(rows.iter().map(Row::card).collect())
}

/// After a write to a proposal of `person`.
pub(super) fn forget(ctx: &Context, person: PersonId) {
    ctx.caches().proposals.forget(&person);
}

//! Who has just arrived, so that somebody says hello.

use super::names::name;
use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{Actor, id::PersonId, person::PersonName};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// For how long one is new.
const NEW: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How old what is kept may be: who came in two weeks ago leaves the list that much late.
const KEPT: SignedDuration = SignedDuration::from_hours(1);

pub(super) const LATELY: &str = "SELECT VALUE id FROM person WHERE active = true \
     AND joined > $since AND joined <= $now AND role != 'partner' ORDER BY joined LIMIT 200";

/// Those who came in lately, and when the store was asked.
pub(crate) type Newcomers = (Timestamp, Arc<[PersonId]>);

/// One person who came in during the last two weeks, another each day and for each reader, so that
/// everybody is greeted by somebody. Partners greet in their communities.
pub async fn newcomer(ctx: &Context, actor: &Actor) -> Result<Option<PersonName>> {
    if actor.is_partner() {
        return Ok(None);
    }
    let lately = lately(ctx).await?;
    let others: Vec<_> = lately.iter().filter(|person| **person != actor.person).collect();
    match others.get(ctx.turn(actor, others.len())) {
        Some(person) => Ok(Some(name(ctx, **person).await?)),
        None => Ok(None),
    }
}

async fn lately(ctx: &Context) -> Result<Arc<[PersonId]>> {
    let cache = &ctx.caches().newcomers;
    let now = ctx.now();
    if let Some((asked, lately)) = cache.get(&())
        && now.duration_since(asked) < KEPT
    {
        return Ok(lately);
    }
    let era = cache.era();
    let variables = bind! { since: At(now - NEW), now: At(now) };
    let rows: Vec<Id<PersonId>> = ctx.db().rows(LATELY, variables).await?;
    let lately: Arc<[PersonId]> = rows.into_iter().map(|id| id.0).collect();
    cache.keep((), (now, lately.clone()), era);
    Ok(lately)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Yard, plan};

    #[tokio::test]
    async fn who_has_just_come_in_is_greeted_by_others_for_two_weeks() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        assert_eq!(newcomer(&yard.ctx, &zoe).await.unwrap(), None, "nobody greets themselves");
        let noe = yard.employee("Noé").await;
        yard.ctx.caches().newcomers.forget(&());
        let greeted = newcomer(&yard.ctx, &zoe).await.unwrap().unwrap();
        assert_eq!(greeted.id, noe.person);
        yard.wait(15 * 24 * 3600);
        assert_eq!(newcomer(&yard.ctx, &zoe).await.unwrap(), None);
    }

    #[tokio::test]
    async fn newcomers_are_a_range_of_an_index() {
        let yard = Yard::open().await;
        let now = yard.ctx.now();
        let plan = plan(&yard.ctx, LATELY, bind! { since: At(now - NEW), now: At(now) }).await;
        assert!(plan.contains("person_joined"), "{plan}");
    }
}

//! Who a person is to the rules: their role, and their communities.

use crate::{
    Context, bind, communities,
    db::{Id, Word},
    error::Result,
};
use domain::{
    Actor, Lang, Reason,
    actor::{OrgRole, Role},
    id::{CommunityId, PersonId},
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

pub(crate) const WHO: &str = "SELECT name, role, lang, active, leaves FROM $person";
/// A partner whose last day in a community has passed is in it no more, from midnight on.
pub(crate) const WHERE: &str = "SELECT community, role FROM membership:[$person, NONE]..=[$person, ..] \
     WHERE until = NONE OR until >= $today";
pub(crate) const CALLED: &str = "SELECT VALUE community FROM guest:[$person, NONE]..=[$person, ..]";

/// Who `person` is; [`Reason::NotFound`] for nobody, and for somebody who has left.
pub async fn actor(ctx: &Context, person: PersonId) -> Result<Arc<Actor>> {
    let cache = &ctx.caches().actors;
    let today = ctx.today();
    // What ends at midnight is read again after it.
    if let Some((_, actor)) = cache.get(&person).filter(|(day, _)| *day == today) {
        return Ok(actor);
    }
    let era = cache.era();
    let variables = bind! { person: Id(person), today: today.to_string() };
    let mut rows = ctx.db().query(&format!("{WHO}; {WHERE}; {CALLED};"), variables).await?;
    let who = rows.take::<PersonRow>(0)?.into_iter().next().filter(|who| who.is_here(ctx));
    let who = who.ok_or(Reason::NotFound)?;
    let memberships = rows.take::<MembershipRow>(1)?;
    let invited = rows.take::<Id<CommunityId>>(2)?;
    let memberships: Vec<_> = memberships.into_iter().map(|row| (row.community.0, row.role.0)).collect();
    let within = memberships.iter().filter(|(_, role)| *role != Role::Requested);
    let within: Vec<_> = within.map(|(community, _)| *community).collect();
    let at_home = match who.role.0 {
        OrgRole::Partner => Vec::new(),
        _ => communities::federation::at_home(ctx, &within).await?,
    };
    let actor = Arc::new(Actor {
        person,
        name: who.name,
        role: who.role.0,
        lang: who.lang.0,
        memberships,
        invited: invited.into_iter().map(|community| community.0).collect(),
        at_home,
    });
    cache.keep(person, (today, actor.clone()), era);
    Ok(actor)
}

/// The same as the store has it at this moment, for what nobody asks for by a request.
pub(crate) async fn fresh_actor(ctx: &Context, person: PersonId) -> Result<Arc<Actor>> {
    ctx.caches().actors.forget(&person);
    actor(ctx, person).await
}

/// Makes the next request of `person` read again who they are: call it after any write to their
/// role, name, language or memberships.
pub fn forget_actor(ctx: &Context, person: PersonId) {
    ctx.caches().forget(person);
}

#[derive(SurrealValue)]
struct PersonRow {
    name: String,
    role: Word<OrgRole>,
    lang: Word<Lang>,
    active: bool,
    leaves: Option<String>,
}

impl PersonRow {
    fn is_here(&self, ctx: &Context) -> bool {
        self.active && !has_left(ctx, self.leaves.as_deref())
    }
}

/// Whether the last day, an ISO 8601 date, has passed.
pub(crate) fn has_left(ctx: &Context, leaves: Option<&str>) -> bool {
    leaves.is_some_and(|last| last < ctx.today().to_string().as_str())
}

#[derive(SurrealValue)]
struct MembershipRow {
    community: Id<CommunityId>,
    role: Word<Role>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Yard, plan};

    #[tokio::test]
    async fn memberships_are_read_again_once_forgotten() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let choir = yard.community("chorale", &[&zoe]).await;
        let run = yard.community("course", &[]).await;
        assert_eq!(zoe.memberships, []);
        assert_eq!(yard.fresh(&zoe).await.memberships, [(choir, Role::Animator)]);
        yard.join(&zoe, run).await;
        let zoe = actor(&yard.ctx, zoe.person).await.unwrap();
        assert_eq!(zoe.memberships, [(choir, Role::Animator), (run, Role::Member)]);
    }

    #[tokio::test]
    async fn nobody_is_found_after_their_last_day() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let leave = "UPDATE $person SET leaves = '2026-11-23'";
        yard.ctx.db().query(leave, bind! { person: Id(zoe.person) }).await.unwrap();
        forget_actor(&yard.ctx, zoe.person);
        assert!(actor(&yard.ctx, zoe.person).await.is_ok());
        forget_actor(&yard.ctx, zoe.person);
        yard.wait(24 * 3600);
        assert!(actor(&yard.ctx, zoe.person).await.is_err());
    }

    #[tokio::test]
    async fn an_actor_is_read_by_keys() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        for query in [WHO, WHERE, CALLED] {
            let variables = bind! { person: Id(zoe.person), today: "2026-11-23".to_owned() };
            let plan = plan(&yard.ctx, query, variables).await;
            assert!(plan.contains("RecordIdScan"), "{plan}");
        }
    }
}

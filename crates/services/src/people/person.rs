//! A person's page.

use super::card::{COLUMNS, CardRow};
use crate::{
    Context, bind, communities,
    db::{Id, Word},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    actor::Role,
    id::{CommunityId, PersonId},
    person::{CommunityRef, PersonView, sees},
    policy::{Action, Verdict, judge},
};
use surrealdb::types::SurrealValue;

const MORE: &str = "SELECT craft, bio FROM $person";
const MEMBERSHIPS: &str = "SELECT community, role FROM membership:[$person, NONE]..=[$person, ..] \
     WHERE until = NONE OR until >= $today";

/// What `actor` may see of a person. Of their communities, those the actor may read; a partner sees
/// only those they share one with. NotFound for the others, and for who has left.
pub async fn person(ctx: &Context, actor: &Actor, id: PersonId) -> Result<PersonView> {
    let surql = format!("SELECT {COLUMNS} FROM $person; {MORE}; {MEMBERSHIPS};");
    let mut rows = ctx.db().query(&surql, bind! { person: Id(id), today: ctx.today().to_string() }).await?;
    let card =
        rows.take::<CardRow>(0)?.into_iter().next().filter(|row| row.active).ok_or(Reason::NotFound)?;
    let more = rows.take::<More>(1)?.into_iter().next().ok_or(Reason::NotFound)?;
    let theirs = rows.take::<Membership>(2)?;
    let is_in = |row: &&Membership| row.role.0 != Role::Requested;
    let shared = theirs.iter().filter(is_in).any(|row| actor.role_in(row.community.0).is_some());
    let mine = id == actor.person;
    if !sees(actor, id, shared) {
        return Err(Reason::NotFound.into());
    }
    let mut seen = Vec::new();
    for row in theirs.iter().filter(is_in) {
        let found = match communities::found(ctx, row.community.0).await {
            Ok(found) => found,
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => continue,
            Err(error) => return Err(error),
        };
        if judge(actor, Action::Read, &found.place) == Verdict::Allowed {
            seen.push(CommunityRef {
                id: found.id,
                slug: found.slug.clone(),
                name: found.name.clone(),
                role: row.role.0,
            });
        }
    }
    seen.sort_by_key(|community| domain::fold::fold(&community.name));
    Ok(PersonView { card: card.card(), craft: more.craft, bio: more.bio, communities: seen, mine })
}

#[derive(SurrealValue)]
struct More {
    craft: String,
    bio: String,
}

#[derive(SurrealValue)]
struct Membership {
    community: Id<CommunityId>,
    role: Word<Role>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Sketch, Yard};
    use domain::policy::Admission;

    async fn seen(yard: &Yard, by: &Actor, person: &Actor) -> Option<Vec<String>> {
        let view = super::person(&yard.ctx, by, person.person).await.ok()?;
        Some(view.communities.into_iter().map(|community| community.slug).collect())
    }

    #[tokio::test]
    async fn one_sees_of_others_what_one_may_read() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        let (guest, manager) = (yard.partner("Ana").await, yard.manager("Noé").await);
        let closed = Sketch { listed: false, admission: Admission::ByInvitation, ..Sketch::default() };
        yard.community("chorale", &[&zoe]).await;
        let secret = yard.community_as("secrete", &[&zoe], closed).await;
        assert_eq!(seen(&yard, &luc, &zoe).await.unwrap(), ["chorale"]);
        assert_eq!(seen(&yard, &manager, &zoe).await.unwrap(), ["chorale", "secrete"]);
        assert_eq!(seen(&yard, &guest, &zoe).await, None);
        assert_eq!(seen(&yard, &guest, &guest).await.unwrap(), Vec::<String>::new());
        yard.join(&guest, secret).await;
        assert_eq!(seen(&yard, &yard.fresh(&guest).await, &zoe).await.unwrap(), ["secrete"]);
    }

    #[tokio::test]
    async fn who_has_left_has_no_page() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        yard.ctx.db().query("UPDATE $p SET active = false", bind! { p: Id(zoe.person) }).await.unwrap();
        assert_eq!(seen(&yard, &luc, &zoe).await, None);
    }
}

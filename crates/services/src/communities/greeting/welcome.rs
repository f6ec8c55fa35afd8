//! What a newcomer sees on top of the community's page.

use super::{hello::HELLO, newcomers::rank_of};
use crate::{
    Context, bind,
    communities::Found,
    db::{At, Id},
    error::Result,
    events, people,
};
use domain::{
    Actor,
    actor::Role,
    community::{
        PersonRef, Stage,
        welcome::{WelcomeView, hello_for, is_new},
    },
    id::PersonId,
};
use surrealdb::types::{SurrealValue, Value};

pub(super) const MINE: &str = "SELECT accepted, since, greeted_by, settled \
     FROM ONLY type::record('membership', [$person, $community])";

#[derive(SurrealValue)]
struct Row {
    accepted: i64,
    since: At,
    greeted_by: Option<Id<PersonId>>,
    settled: Option<At>,
}

/// What they wrote there since they came in.
pub(super) const POSTED: &str =
    "SELECT VALUE id FROM post WHERE author = $person AND rank < $rank AND community = $community LIMIT 1";
pub(super) const COMMENTED: &str = "SELECT VALUE id FROM comment WHERE author = $person AND created > $since \
     AND post.community = $community LIMIT 1";

/// The welcome of a member who came in lately and has not put it away; none for others. Those who are
/// in because everybody is are not newcomers.
pub async fn welcome(ctx: &Context, actor: &Actor, found: &Found) -> Result<Option<WelcomeView>> {
    let member = actor.role_in(found.id) == Some(Role::Member);
    if !member || found.everyone || found.place.stage == Stage::Archived {
        return Ok(None);
    }
    let variables = bind! { person: Id(actor.person), community: Id(found.id) };
    let row: Option<Row> = ctx.db().query(MINE, variables).await?.one(0)?;
    let Some(row) = row.filter(|row| row.settled.is_none() && is_new(row.since.0, ctx.now())) else {
        return Ok(None);
    };
    let surql = format!("{HELLO};{POSTED};{COMMENTED}");
    let variables = bind! {
        person: Id(actor.person), community: Id(found.id), since: row.since, rank: rank_of(row.since.0)
    };
    let mut rows = ctx.db().query(&surql, variables).await?;
    let hello: Option<String> = rows.one(0)?;
    let said_hello = !rows.take::<Value>(1)?.is_empty() || !rows.take::<Value>(2)?.is_empty();
    let coming = events::community_events(ctx, actor, found.id, None).await?;
    let event = coming.items.into_iter().find(|card| card.status == domain::event::Status::Confirmed);
    let greeted_by = match row.greeted_by {
        Some(Id(person)) => {
            let name = people::name(ctx, person).await?;
            Some(PersonRef { id: person, name: name.name, title: String::new(), picture: None })
        }
        None => None,
    };
    Ok(Some(WelcomeView {
        hello: hello_for(&hello.unwrap_or_default(), &actor.name),
        greeted_by,
        said_hello,
        read_charter: u32::try_from(row.accepted).is_ok_and(|accepted| accepted >= found.charter),
        takes_part: event.as_ref().is_some_and(|card| card.seats.mine),
        event: event.map(|card| (format!("/events/{}", card.id), card.summary)),
    }))
}

//! Who comes.

use super::row::load;
use crate::{Context, bind, db::Id, error::Result, people};
use domain::{
    Actor, Reason,
    event::{PEOPLE_PAGE, sees_who_comes},
    id::{EventId, PersonId},
    page::Page,
    person::PersonName,
    policy::Action,
};
use surrealdb::types::SurrealValue;

pub(super) const LIST: &str =
    "SELECT person, rank FROM registration WHERE event = $event AND rank > $after ORDER BY rank LIMIT $limit";

#[derive(Clone, SurrealValue)]
struct Row {
    person: Id<PersonId>,
    rank: String,
}

/// Those who come to `event`, first come first, for members of its community.
pub async fn registrations(
    ctx: &Context,
    actor: &Actor,
    event: EventId,
    cursor: Option<&str>,
) -> Result<Page<PersonName>> {
    let (_, found) = load(ctx, actor, event, Action::Read).await?;
    if !sees_who_comes(actor, &found.place) {
        return Err(Reason::Forbidden.into());
    }
    let limit = i64::try_from(PEOPLE_PAGE + 1).unwrap_or(i64::MAX);
    let variables = bind! { event: Id(event), after: cursor.unwrap_or_default().to_owned(), limit };
    let rows: Vec<Row> = ctx.db().rows(LIST, variables).await?;
    let page = Page::cut(rows, PEOPLE_PAGE, |row| row.rank.clone());
    let people: Vec<PersonId> = page.items.iter().map(|row| row.person.0).collect();
    let names = people::names(ctx, &people).await?;
    Ok(page.map(|row| names.of(row.person.0)))
}

//! Who accepted which version, for those who animate.

use crate::{
    Context, bind,
    communities::{
        found_by_slug,
        members::{REQUESTS, TEAM},
    },
    db::Id,
    error::Result,
};
use domain::{
    Actor,
    community::{PAGE, PersonRef, amendment::ReaderRow},
    id::{MediaId, PersonId},
    page::Page,
    policy::{Action, allow, judge},
};
use surrealdb::types::SurrealValue;

/// Rows read at once while looking for those who have not accepted yet.
const BATCH: usize = 200;

pub(super) const ROWS: &str = "SELECT person, person.name AS name, person.title AS title, \
     person.picture AS picture, accepted, sort FROM membership \
     WHERE community = $community AND sort > $after AND sort < $end ORDER BY sort LIMIT $limit";

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    name: String,
    title: String,
    picture: Option<Id<MediaId>>,
    accepted: i64,
    sort: String,
}

impl Row {
    fn accepted(&self) -> u32 {
        u32::try_from(self.accepted).unwrap_or_default()
    }
}

/// A page of the members with the version each accepted, those who animate first; with `waiting`,
/// of those who have not accepted the one in force.
pub async fn readers(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    waiting: bool,
    cursor: Option<&str>,
) -> Result<Page<ReaderRow>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    let mut after = cursor.unwrap_or(TEAM).to_owned();
    let mut kept = Vec::new();
    while kept.len() <= PAGE {
        let variables = bind! {
            community: Id(found.id), after: after.clone(), end: REQUESTS.to_owned(),
            limit: i64::try_from(BATCH).unwrap_or(i64::MAX)
        };
        let rows: Vec<Row> = ctx.db().rows(ROWS, variables).await?;
        let last = rows.len() < BATCH;
        if let Some(row) = rows.last() {
            after.clone_from(&row.sort);
        }
        kept.extend(rows.into_iter().filter(|row| !waiting || row.accepted() < found.charter));
        if last {
            break;
        }
    }
    let page = Page::cut(kept, PAGE, |row| row.sort.clone());
    Ok(page.map(|row| ReaderRow {
        accepted: row.accepted(),
        person: PersonRef {
            id: row.person.0,
            name: row.name,
            title: row.title,
            picture: row.picture.map(|picture| picture.0),
        },
    }))
}

//! What happened to a community.

use crate::{
    Context, bind,
    communities::found_by_slug,
    db::{At, Id, Word},
    error::Result,
    people,
};
use domain::{
    Actor,
    community::{
        amendment::may_follow,
        life::{LIFE_PAGE, LifeLine, Turn},
    },
    id::{CommunityId, PersonId},
    page::Page,
    policy::allow,
};
use surrealdb::types::SurrealValue;

pub(super) const LINES: &str = "SELECT record::id(id)[1] AS rank, turn, by, about, said, at
    FROM type::record('life', [$community, $after]..=[$community, '~']) LIMIT $limit";

#[derive(SurrealValue)]
struct Row {
    rank: String,
    turn: Word<Turn>,
    by: Id<PersonId>,
    about: Option<Id<PersonId>>,
    said: String,
    at: At,
}

/// A page of the history, the newest first, for those within.
pub async fn history(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<Page<LifeLine>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(may_follow(actor, &found.place))?;
    lines(ctx, found.id, cursor, LIFE_PAGE).await
}

pub(super) async fn lines(
    ctx: &Context,
    community: CommunityId,
    cursor: Option<&str>,
    size: usize,
) -> Result<Page<LifeLine>> {
    // Right after the key of the cursor, in the order of texts.
    let after = cursor.map(|cursor| format!("{cursor}!")).unwrap_or_default();
    let limit = i64::try_from(size + 1).unwrap_or(i64::MAX);
    let rows: Vec<Row> = ctx.db().rows(LINES, bind! { community: Id(community), after, limit }).await?;
    let page = Page::cut(rows, size, |row| row.rank.clone());
    let people: Vec<_> =
        page.items.iter().flat_map(|row| [Some(row.by.0), row.about.map(|id| id.0)]).flatten().collect();
    let names = people::names(ctx, &people).await?;
    Ok(page.map(|row| LifeLine {
        turn: row.turn.0,
        by: names.of(row.by.0),
        about: row.about.map(|person| names.of(person.0)),
        said: row.said,
        at: row.at.0,
    }))
}

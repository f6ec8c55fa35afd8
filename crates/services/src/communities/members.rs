//! Who belongs to a community, and who asks to.

use super::found_by_slug;
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor,
    actor::Role,
    community::{MemberRow, PAGE, PersonRef},
    id::{CommunityId, MediaId, PersonId},
    page::Page,
    policy::{Action, allow, judge},
};
use surrealdb::types::SurrealValue;

/// Rows of a community whose place in the list is after `$after` and before `$end`; partners whose
/// last day has passed are out of it.
pub(super) const ROWS: &str = "SELECT person, person.name AS name, person.title AS title, \
     person.picture AS picture, role, since, sort, answer, until FROM membership \
     WHERE community = $community AND sort > $after AND sort < $end \
     AND (until = NONE OR until >= $today) ORDER BY sort LIMIT $limit";

/// Where parts of the list begin (see `sort` in the migration): those who animate and sponsor,
/// members, and apart those who ask; then nothing.
pub(super) const TEAM: &str = "0";
pub(super) const MEMBERS: &str = "2";
pub(super) const REQUESTS: &str = "9";
const NOTHING: &str = ":";

#[derive(SurrealValue)]
pub(super) struct Row {
    person: Id<PersonId>,
    name: String,
    title: String,
    picture: Option<Id<MediaId>>,
    pub(super) role: Word<Role>,
    since: At,
    sort: String,
    answer: Option<String>,
    until: Option<String>,
}

impl From<Row> for MemberRow {
    fn from(row: Row) -> Self {
        let person = PersonRef {
            id: row.person.0,
            name: row.name,
            title: row.title,
            picture: row.picture.map(|picture| picture.0),
        };
        let answer = row.answer.unwrap_or_default();
        MemberRow { person, role: row.role.0, since: row.since.0, answer, until: row.until }
    }
}

/// A page of the members by name, those who animate and sponsor first.
pub async fn members(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<Page<MemberRow>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Read, &found.place))?;
    page(ctx, found.id, cursor.unwrap_or(TEAM), REQUESTS).await
}

/// A page of those who ask to come in, for those who answer them.
pub async fn requests(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<Page<MemberRow>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    page(ctx, found.id, cursor.unwrap_or(REQUESTS), NOTHING).await
}

async fn page(ctx: &Context, community: CommunityId, after: &str, end: &str) -> Result<Page<MemberRow>> {
    let rows = rows(ctx, community, after, end, PAGE + 1).await?;
    Ok(Page::cut(rows, PAGE, |row| row.sort.clone()).map(MemberRow::from))
}

pub(super) async fn rows(
    ctx: &Context,
    community: CommunityId,
    after: &str,
    end: &str,
    limit: usize,
) -> Result<Vec<Row>> {
    let variables = bind! {
        community: Id(community), after: after.to_owned(), end: end.to_owned(),
        today: ctx.today().to_string(),
        limit: i64::try_from(limit).unwrap_or(i64::MAX)
    };
    ctx.db().rows(ROWS, variables).await
}

//! The charter as it stood: every version can be read, with what it changed.

use super::diff::changes;
use crate::{
    Context, bind,
    communities::{charter::charter_text, found_by_slug},
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor, Reason,
    community::{
        Charter, PAGE,
        amendment::{SectionChange, VersionLine, VersionView},
    },
    id::{CommunityId, PersonId},
    page::Page,
    policy::{Action, allow, judge},
};
use surrealdb::types::SurrealValue;

/// Versions are keys one after the other: those of a page are named one by one.
pub(super) const SOME: &str = "SELECT version, by, by.name AS name, text, created \
     FROM array::map($versions, |$version| type::record('charter', [$community, $version])) WHERE version != NONE";

#[derive(SurrealValue)]
struct Row {
    version: i64,
    by: Id<PersonId>,
    name: Option<String>,
    text: Word<Charter>,
    created: At,
}

impl Row {
    fn line(&self) -> VersionLine {
        VersionLine {
            version: u32::try_from(self.version).unwrap_or_default(),
            by: self.by.0,
            name: self.name.clone().unwrap_or_default(),
            at: self.created.0,
        }
    }
}

async fn some(ctx: &Context, community: CommunityId, versions: Vec<i64>) -> Result<Vec<Row>> {
    ctx.db().rows(SOME, bind! { community: Id(community), versions }).await
}

/// A page of the versions, the newest first.
pub async fn versions(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<Page<VersionLine>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Study, &found.place))?;
    let newest = cursor.and_then(|cursor| cursor.parse::<u32>().ok()).map(|after| after.saturating_sub(1));
    let newest = newest.unwrap_or(found.charter).min(found.charter);
    let wanted = (1..=newest).rev().take(PAGE + 1).map(i64::from).collect();
    let mut rows = some(ctx, found.id, wanted).await?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.version));
    Ok(Page::cut(rows, PAGE, |row| row.version.to_string()).map(|row| row.line()))
}

/// Version `number` of the charter; NotFound when there is none.
pub async fn version(ctx: &Context, actor: &Actor, slug: &str, number: u32) -> Result<VersionView> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Study, &found.place))?;
    let row = some(ctx, found.id, vec![i64::from(number)]).await?.into_iter().next();
    let row = row.ok_or(Reason::NotFound)?;
    let changes = match number {
        0 | 1 => Vec::new(),
        number => changes(&charter_text(ctx, found.id, number - 1).await?, &row.text.0),
    };
    Ok(VersionView { line: row.line(), text: row.text.0, changes })
}

/// What changed between version `from` and the charter in force.
pub async fn changes_since(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    from: u32,
) -> Result<Vec<SectionChange>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Study, &found.place))?;
    let (old, new) =
        (charter_text(ctx, found.id, from).await?, charter_text(ctx, found.id, found.charter).await?);
    Ok(changes(&old, &new))
}

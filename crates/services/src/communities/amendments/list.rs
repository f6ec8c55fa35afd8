//! What was proposed for the charter of a community.

use super::show::{COLUMNS, Row};
use crate::{Context, bind, communities::found_by_slug, db::Id, error::Result};
use domain::{
    Actor,
    community::{
        PAGE,
        amendment::{AmendmentCard, may_follow},
    },
    id::CommunityId,
    page::Page,
    policy::allow,
};

pub(super) fn of_community() -> String {
    format!(
        "SELECT {COLUMNS} FROM amendment WHERE community = $community AND rank > $after \
         ORDER BY rank LIMIT $limit"
    )
}

/// A page of the changes proposed, the newest first, settled ones among them.
pub async fn amendments(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<Page<AmendmentCard>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(may_follow(actor, &found.place))?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let after = cursor.unwrap_or_default().to_owned();
    let variables = bind! { community: Id(found.id), after, limit };
    let rows: Vec<Row> = ctx.db().rows(&of_community(), variables).await?;
    Ok(Page::cut(rows, PAGE, |row| row.rank.clone()).map(|row| row.card()))
}

/// How many are counted; a page says "and more" beyond.
const COUNTED: i64 = 20;

pub(super) const OPEN: &str = "SELECT VALUE rank FROM amendment \
     WHERE community = $community AND state = 'open' ORDER BY rank LIMIT $limit";

/// How many wait for an answer, up to twenty.
pub async fn open_amendments(ctx: &Context, community: CommunityId) -> Result<usize> {
    let rows: Vec<String> = ctx.db().rows(OPEN, bind! { community: Id(community), limit: COUNTED }).await?;
    Ok(rows.len())
}

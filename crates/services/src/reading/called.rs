//! Where one was called by name: what is new of it in catching up, and all of it on a page of its own.

use super::catch_up::brief;
use crate::{Context, error::Result, feed};
use domain::{
    Actor,
    feed::PAGE,
    page::Page,
    reading::{CALLED_SHOWN, Called},
};
use jiff::Timestamp;

/// A page of the texts that call the actor, the latest first; what they may no longer read is left out.
pub async fn called(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<Called>> {
    let after = cursor.unwrap_or_default();
    let rows = feed::callings(ctx, actor, after, Timestamp::UNIX_EPOCH, PAGE + 1).await?;
    let page = Page::cut(rows, PAGE, |(rank, _)| rank.clone());
    Ok(Page {
        items: page.items.into_iter().filter_map(|(_, calling)| shown(calling)).collect(),
        next: page.next,
    })
}

/// The latest since a moment.
pub(super) async fn called_since(ctx: &Context, actor: &Actor, since: Timestamp) -> Result<Vec<Called>> {
    let rows = feed::callings(ctx, actor, "", since, CALLED_SHOWN * 2).await?;
    Ok(rows.into_iter().filter_map(|(_, calling)| shown(calling)).take(CALLED_SHOWN).collect())
}

fn shown(calling: Option<feed::Calling>) -> Option<Called> {
    let calling = calling?;
    Some(Called { post: brief(&calling.post), comment: calling.comment, by: calling.by })
}

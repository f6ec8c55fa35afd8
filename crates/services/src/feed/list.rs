//! Feeds, newest first: of all one's communities, or of one.

use super::{
    pins, public, row,
    view::{Among, views},
};
use crate::{Context, communities, error::Result, reading};
use domain::{
    Actor,
    feed::{PAGE, PostView},
    id::{CommunityId, PostId},
    page::Page,
    policy::{Action, allow, judge},
};

/// What was written lately in the communities `actor` is in.
pub async fn home(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<PostView>> {
    let communities: Vec<_> = actor.communities().collect();
    let page = feed(ctx, actor, &communities, cursor, Among::Home { first: cursor.is_none() }).await?;
    if cursor.is_none() {
        reading::saw(ctx, actor, &page.items);
    }
    Ok(page)
}

/// What was written lately in `community`; on the first page, what is pinned there comes before. Those
/// outside get what is public, where the community lets it.
pub async fn community_feed(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    cursor: Option<&str>,
) -> Result<Page<PostView>> {
    let found = communities::found(ctx, community).await?;
    if !judge(actor, Action::Read, &found.place).is_allowed() {
        allow(judge(actor, Action::Peek, &found.place))?;
        return public::public(ctx, actor, community, cursor).await;
    }
    let mut page = feed(ctx, actor, &[community], cursor, Among::Others).await?;
    if cursor.is_none() && actor.role_in(community).is_some() {
        reading::saw(ctx, actor, &page.items);
    }
    let pins = ctx.caches().feeds.pins.of(ctx, community).await?;
    if pins.is_empty() {
        return Ok(page);
    }
    // They stand on top, and nowhere else.
    page.items.retain(|view| !pins.iter().any(|pin| pin.post == view.post.id));
    if cursor.is_none() {
        let ids: Vec<_> = pins.iter().map(|pin| pin.post).collect();
        let mut top = views(ctx, actor, row::posts(ctx, &ids).await?, Among::Others).await?;
        for view in &mut top {
            let pin = pins.iter().find(|pin| pin.post == view.post.id);
            view.pinned = pin.map(|pin| pins::last_day(ctx, pin.until));
        }
        page.items.splice(0..0, top);
    }
    Ok(page)
}

/// A page of what follows `cursor`; one that cannot be read is the beginning.
async fn feed(
    ctx: &Context,
    actor: &Actor,
    communities: &[CommunityId],
    cursor: Option<&str>,
    among: Among,
) -> Result<Page<PostView>> {
    let before: Option<PostId> = cursor.and_then(|cursor| cursor.parse().ok());
    let ids = ctx.caches().feeds.shelves.newest(ctx, communities, before, PAGE + 1).await?;
    let page = Page::cut(ids, PAGE, |post| post.to_string());
    // A post deleted since its id was read is left out: the page is one shorter, the next one right.
    let posts = row::posts(ctx, &page.items).await?;
    Ok(Page { items: views(ctx, actor, posts, among).await?, next: page.next })
}

/// The newest posts of `community` after `than`, at most `most`, newest first; from memory.
pub(crate) async fn newer(
    ctx: &Context,
    community: CommunityId,
    than: PostId,
    most: usize,
) -> Result<Vec<PostId>> {
    let mut posts = ctx.caches().feeds.shelves.newest(ctx, &[community], None, most).await?;
    posts.retain(|post| *post > than);
    Ok(posts)
}

/// The newest post of `community`; from memory.
pub(crate) async fn newest_of(ctx: &Context, community: CommunityId) -> Result<Option<PostId>> {
    Ok(ctx.caches().feeds.shelves.newest(ctx, &[community], None, 1).await?.into_iter().next())
}

/// Those of `ids` that exist and that `actor` may read.
pub(crate) async fn some(ctx: &Context, actor: &Actor, ids: &[PostId]) -> Result<Vec<PostView>> {
    let posts = row::posts(ctx, ids).await?;
    views(ctx, actor, posts, Among::Unanswered).await
}

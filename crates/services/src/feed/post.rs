//! One post: to read, and to change.

use super::{
    pins, rights,
    row::{self, PictureRow},
    shown::Shown,
    view,
};
use crate::{
    Context, bind, communities,
    communities::Found,
    db::{Id, Word},
    error::Result,
};
use domain::{
    Actor, Reason,
    feed::{Draft, PostKind, PostSource, PostView},
    id::{CommunityId, PersonId, PostId},
    policy::{Action, allow, judge},
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// A post, if `actor` may read it.
pub async fn post(ctx: &Context, actor: &Actor, post: PostId) -> Result<PostView> {
    let (shown, found) = load(ctx, actor, post).await?;
    let view = view::views(ctx, actor, vec![shown], view::Among::Others).await?.into_iter().next();
    let mut view = view.ok_or(Reason::NotFound)?;
    let pins = ctx.caches().feeds.pins.of(ctx, found.id).await?;
    let pin = pins.iter().find(|pin| pin.post == post);
    view.pinned = pin.map(|pin| pins::last_day(ctx, pin.until));
    Ok(view)
}

/// A post and where it stands, if `actor` may read it.
pub(super) async fn load(ctx: &Context, actor: &Actor, post: PostId) -> Result<(Arc<Shown>, Arc<Found>)> {
    let shown = row::posts(ctx, &[post]).await?.into_iter().next().ok_or(Reason::NotFound)?;
    let found = communities::found(ctx, shown.body.community).await?;
    allow(judge(actor, Action::Read, &found.place))?;
    Ok((shown, found))
}

/// `Ok` if `actor` may read `post`; otherwise it is not there.
pub(crate) async fn readable(ctx: &Context, actor: &Actor, post: PostId) -> Result<()> {
    load(ctx, actor, post).await.map(drop)
}

#[derive(SurrealValue)]
pub(super) struct SourceRow {
    pub(super) community: Id<CommunityId>,
    pub(super) author: Id<PersonId>,
    pub(super) kind: Word<PostKind>,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) pictures: Vec<PictureRow>,
    pub(super) revision: i64,
}

const SOURCE: &str = "SELECT community, author, kind, title, body, pictures, revision FROM $post";

/// A post as it was typed and where it stands, if `actor` may change it.
pub(super) async fn editable(ctx: &Context, actor: &Actor, post: PostId) -> Result<(SourceRow, Arc<Found>)> {
    let row = ctx.db().row::<SourceRow>(SOURCE, bind! { post: Id(post) }).await?.ok_or(Reason::NotFound)?;
    let found = communities::found(ctx, row.community.0).await?;
    allow(judge(actor, Action::Read, &found.place))?;
    rights::insist(rights::edits(actor, &found.place, row.author.0), &found.place)?;
    Ok((row, found))
}

/// A post as it was typed, if `actor` may change it.
pub async fn source(ctx: &Context, actor: &Actor, post: PostId) -> Result<PostSource> {
    let (row, found) = editable(ctx, actor, post).await?;
    Ok(PostSource {
        id: post,
        origin: view::origin(&found),
        draft: Draft { kind: row.kind.0, title: row.title, body: row.body },
        pictures: row.pictures.into_iter().map(PictureRow::picture).collect(),
        revision: row.revision,
    })
}

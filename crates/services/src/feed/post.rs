//! One post: to read, and to change.

use super::{
    facts::LinkRow,
    mentions, pins, rights,
    row::{self, OtherRow, PictureRow},
    share,
    shown::Shown,
    view,
};
use crate::{
    Context, bind, communities,
    communities::Found,
    db::{Id, Word},
    error::{Error, Result},
    media::DocumentRow,
};
use domain::{
    Actor, Lang, Reason,
    feed::{Draft, PostKind, PostSource, PostView},
    id::{CommunityId, PersonId, PostId},
    policy::{Action, allow, judge, may_read_post},
};
use std::{collections::HashSet, sync::Arc};
use surrealdb::types::SurrealValue;

/// A post, if `actor` may read it.
pub async fn post(ctx: &Context, actor: &Actor, post: PostId) -> Result<PostView> {
    post_in(ctx, actor, post, actor.lang).await
}

/// The same in the language `lang`, if it has two.
pub async fn post_in(ctx: &Context, actor: &Actor, post: PostId, lang: Lang) -> Result<PostView> {
    let (shown, found) = seen(ctx, actor, post).await?;
    let reader = Actor { lang, ..actor.clone() };
    let view = view::views(ctx, &reader, vec![shown], view::Among::Others).await?.into_iter().next();
    let mut view = view.ok_or(Reason::NotFound)?;
    let pins = ctx.caches().feeds.pins.of(ctx, found.id).await?;
    let pin = pins.iter().find(|pin| pin.post == post);
    view.pinned = pin.map(|pin| pins::last_day(ctx, pin.until));
    Ok(view)
}

/// A post and where it stands, if `actor` may read it: as a member does, because it is public, or because
/// it was shared.
pub(super) async fn seen(ctx: &Context, actor: &Actor, post: PostId) -> Result<(Arc<Shown>, Arc<Found>)> {
    let shown = row::posts(ctx, &[post]).await?.into_iter().next().ok_or(Reason::NotFound)?;
    let found = communities::found(ctx, shown.body.community).await?;
    let ways = share::ways(ctx, &found, &shown.shared).await?;
    allow(may_read_post(actor, shown.body.public, &found.place, &ways))?;
    Ok((shown, found))
}

/// A post and where it stands, if `actor` reads the community: what was said about it, who has read
/// it and what it was stay inside, public, shared or not.
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

/// Those of `posts` under which `actor` reads what is said: it stays among those who read the community,
/// whoever reads the post.
pub(crate) async fn threads(ctx: &Context, actor: &Actor, posts: &[PostId]) -> Result<HashSet<PostId>> {
    let mut within = HashSet::new();
    for shown in row::posts(ctx, posts).await? {
        match communities::found(ctx, shown.body.community).await {
            Ok(found) if judge(actor, Action::Read, &found.place).is_allowed() => {
                within.insert(shown.body.id);
            }
            Ok(_) => {}
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(within)
}

#[derive(SurrealValue)]
pub(super) struct SourceRow {
    pub(super) community: Id<CommunityId>,
    pub(super) author: Id<PersonId>,
    pub(super) kind: Word<PostKind>,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) pictures: Vec<PictureRow>,
    pub(super) files: Option<Vec<DocumentRow>>,
    pub(super) link: Option<LinkRow>,
    pub(super) revision: i64,
    pub(super) lang: Option<Word<Lang>>,
    pub(super) other: Option<OtherRow>,
    /// Of a poll.
    pub(super) options: Option<Vec<String>>,
}

const SOURCE: &str = "SELECT community, author, kind, title, body, pictures, files, link, revision, lang, other, \
     poll.options AS options FROM $post";

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
    let body = mentions::typed(ctx, &found, &row.body).await?;
    Ok(PostSource {
        id: post,
        origin: view::origin(&found),
        draft: Draft { kind: row.kind.0, title: row.title, body },
        pictures: row.pictures.into_iter().map(PictureRow::picture).collect(),
        files: row.files.into_iter().flatten().filter_map(row::file).collect(),
        url: row.link.map(|link| link.url),
        revision: row.revision,
    })
}

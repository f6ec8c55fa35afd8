//! Posts marked public: read from outside, where the community lets it.

use super::{
    post::load,
    row, to_the_end,
    view::{Among, views},
};
use crate::{
    Context, bind,
    db::{Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor,
    feed::{FeedError, PAGE, PostView},
    id::{CommunityId, PostId, newest_first},
    live::Signal,
    page::Page,
    policy::{allow, may_mark},
};

const MARK: &str = "
IF $post.community = NONE { THROW 'gone' };
UPDATE $post SET public = $public RETURN NONE;
LET $files = $post.files.id ?? [];
FOR $media IN array::concat($post.pictures.id, $files) { UPDATE $media SET public = $public RETURN NONE };
LET $seen = $post.link.picture.id;
IF $seen != NONE { UPDATE $seen SET public = $public RETURN NONE };
UPDATE tagged SET public = $public, rank = $post.rank WHERE post = $post RETURN NONE;
";

/// Marks a post public, or no longer; done already, it changes nothing. For its author and for those
/// who moderate.
pub async fn mark_public(ctx: &Context, actor: &Actor, post: PostId, public: bool) -> Result<()> {
    let (shown, found) = load(ctx, actor, post).await?;
    allow(may_mark(actor, shown.body.author, &found.place))?;
    let community = found.id;
    let ctx = ctx.clone();
    to_the_end(async move {
        let written =
            ctx.write(MARK, bind! { post: Id(post), public: Some(public).filter(|yes| *yes) }).await;
        ctx.caches().feeds.shown.forget(post);
        written.map_err(|error| match thrown(&error) {
            Some("gone") => Error::from(FeedError::Gone),
            _ => error,
        })?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(())
    })
    .await
}

pub(super) const PUBLIC: &str = "SELECT VALUE id FROM post WITH INDEX post_public \
     WHERE community = $community AND public = true AND rank > $after AND rank < '~' ORDER BY rank LIMIT $limit";

/// A page of the public posts of `community`, newest first, for who reads it from outside.
pub(super) async fn public(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    cursor: Option<&str>,
) -> Result<Page<PostView>> {
    let before: Option<PostId> = cursor.and_then(|cursor| cursor.parse().ok());
    let variables = bind! {
        community: Id(community),
        after: before.map(|post| newest_first(post.ulid()).to_string()).unwrap_or_default(),
        limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX)
    };
    let ids: Vec<Id<PostId>> = ctx.db().rows(PUBLIC, variables).await?;
    let page = Page::cut(ids.into_iter().map(|id| id.0).collect(), PAGE, |post: &PostId| post.to_string());
    let posts = row::posts(ctx, &page.items).await?;
    Ok(Page { items: views(ctx, actor, posts, Among::Others).await?, next: page.next })
}

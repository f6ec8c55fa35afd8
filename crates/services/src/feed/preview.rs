//! What a page that a post links to says of itself: looked at after the post is there, and never in
//! its way.

use super::{facts::LinkRow, row::PictureRow};
use crate::{
    Context, bind,
    db::{Id, Word, thrown},
    error::Result,
    links::Found,
    media,
};
use domain::{
    Actor,
    feed::{LinkView, Preview},
    id::{CommunityId, MediaId, PostId},
    live::Signal,
};
use jiff::{SignedDuration, Timestamp};

/// A preview that has not come by then was lost, with the process that was to bring it.
const PATIENCE: SignedDuration = SignedDuration::from_secs(60);

/// What readers are told of a link at a moment.
pub(super) fn as_of(now: Timestamp, posted: Timestamp, link: &LinkView) -> LinkView {
    let lost = link.preview == Preview::Coming && now.duration_since(posted) > PATIENCE;
    LinkView { preview: if lost { Preview::None } else { link.preview }, ..link.clone() }
}

/// Looks at the page in a while of its own.
pub(super) fn look_later(ctx: &Context, author: Actor, community: CommunityId, post: PostId, link: LinkRow) {
    let Some(links) = ctx.links().cloned().filter(|_| link.preview.0 == Preview::Coming) else { return };
    let ctx = ctx.clone();
    tokio::spawn(async move {
        let found = links.look(&link.url).await;
        if let Err(error) = tell(&ctx, &author, community, post, link, found).await {
            tracing::warn!(%error, "what a page says of itself was not kept");
        }
    });
}

const TELL: &str = "
IF $post.link.url != $link.url OR $post.link.preview != 'coming' { THROW 'gone' };
FOR $media IN $new_pictures {
    IF $media.attached != false { THROW 'gone' };
    UPDATE $media SET attached = true, community = $community, public = $post.public,
        shared = $post.shared RETURN NONE;
};
UPDATE $post SET link = $link RETURN NONE;
";

/// Writes what was found beside the post, if it is still there.
async fn tell(
    ctx: &Context,
    author: &Actor,
    community: CommunityId,
    post: PostId,
    link: LinkRow,
    found: Option<Found>,
) -> Result<()> {
    let mut link = LinkRow { preview: Word(Preview::None), ..link };
    if let Some(found) = found {
        link.preview = Word(Preview::Shown);
        link.title = found.said.title;
        link.description = found.said.description;
        link.site = found.said.site;
        link.picture = match found.picture {
            Some(bytes) => picture(ctx, author, bytes).await,
            None => None,
        };
    }
    let new_pictures: Vec<Id<MediaId>> = link.picture.iter().map(|picture| picture.id).collect();
    let variables = bind! { post: Id(post), community: Id(community), link, new_pictures };
    let written = ctx.write(TELL, variables).await;
    ctx.caches().feeds.shown.forget(post);
    match written {
        // Deleted meanwhile: its picture is swept with what nobody posted.
        Err(error) if thrown(&error) == Some("gone") => Ok(()),
        Err(error) => Err(error),
        Ok(_) => {
            ctx.live().ring(Signal::Post { community, post });
            Ok(())
        }
    }
}

/// The picture as ours; one that cannot be read is left out.
async fn picture(ctx: &Context, author: &Actor, bytes: bytes::Bytes) -> Option<PictureRow> {
    let media = media::store(ctx, author, bytes).await.ok()?;
    let sizes = media::sent_by(ctx, author.person, &[media]).await.ok()?;
    let size = sizes.first()?;
    Some(PictureRow { id: Id(media), alt: String::new(), width: size.width, height: size.height })
}

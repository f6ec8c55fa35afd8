//! What a page that a post links to says of itself: looked at after the post is there, and never in
//! its way; and again, a few times, where it did not answer.
//!
//! A record of `look` stands for each page that has not been seen: who looks at it holds it for a while,
//! so that two do not, and what they were stopped in is done again by the next round of [`keep_looking`].

use super::{facts::LinkRow, row::PictureRow};
use crate::{
    Context, accounts, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
    links::{Found, Links, Missed},
    media,
};
use domain::{
    Actor,
    feed::{LinkView, Preview, pause_after},
    id::{CommunityId, MediaId, PersonId, PostId},
    live::Signal,
};
use futures::future::join_all;
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use surrealdb::types::SurrealValue;

/// Readers are told no longer than this that a preview is on its way.
const PATIENCE: SignedDuration = SignedDuration::from_secs(60);
/// How long who looks at a page has it for themselves: longer than its turn and its answer take.
const HELD: SignedDuration = SignedDuration::from_secs(120);

/// What is told of a link at a moment, to its author or to others.
pub(super) fn as_of(now: Timestamp, posted: Timestamp, link: &LinkView, author: bool) -> LinkView {
    let preview = match link.preview {
        Preview::Coming if now.duration_since(posted) > PATIENCE => Preview::None,
        Preview::Again if !author => Preview::None,
        told => told,
    };
    LinkView { preview, ..link.clone() }
}

/// Until when a page that is looked at now is nobody else's to look at.
pub(super) fn held(now: Timestamp) -> At {
    At(now.checked_add(HELD).unwrap_or(now))
}

/// A page, about to be looked at.
struct Look {
    post: PostId,
    community: CommunityId,
    link: LinkRow,
    /// Looks that were begun, this one among them.
    tries: i64,
}

/// Looks at the page of a new link in a while of its own.
pub(super) fn look_later(ctx: &Context, author: Actor, community: CommunityId, post: PostId, link: LinkRow) {
    let Some(links) = ctx.links().cloned().filter(|_| link.preview.0 == Preview::Coming) else { return };
    let ctx = ctx.clone();
    let look = Look { post, community, link, tries: 1 };
    tokio::spawn(async move {
        if let Err(error) = look.now(&ctx, &links, &author).await {
            tracing::warn!(%error, "what a page says of itself was not kept");
        }
    });
}

const TELL: &str = "
IF $post.link.url != $link.url OR $post.link.preview NOT IN ['coming', 'again'] { THROW 'gone' };
FOR $media IN $new_pictures {
    IF $media.attached != false { THROW 'gone' };
    UPDATE $media SET attached = true, community = $community, public = $post.public,
        shared = $post.shared RETURN NONE;
};
UPDATE $post SET link = $link RETURN NONE;
LET $look = type::record('look', record::id($post));
IF $again = NONE { DELETE $look } ELSE { UPDATE $look SET at = $again RETURN NONE };
";

impl Look {
    /// Looks, and writes what came of it.
    async fn now(&self, ctx: &Context, links: &Links, author: &Actor) -> Result<()> {
        match links.look(&self.link.url).await {
            Ok(found) => self.tell(ctx, shown(ctx, author, &self.link, found).await, None).await,
            Err(Missed::NotAtAll) => self.give_up(ctx).await,
            Err(Missed::NotNow) => {
                let pause = usize::try_from(self.tries).ok().and_then(pause_after);
                match pause.and_then(|pause| ctx.now().checked_add(pause).ok()) {
                    Some(again) => self.tell(ctx, self.unseen(Preview::Again), Some(again)).await,
                    None => self.give_up(ctx).await,
                }
            }
        }
    }

    async fn give_up(&self, ctx: &Context) -> Result<()> {
        self.tell(ctx, self.unseen(Preview::None), None).await
    }

    /// Of which there is nothing to show.
    fn unseen(&self, preview: Preview) -> LinkRow {
        LinkRow::fresh(self.link.url.clone(), preview)
    }

    /// Writes what is said of the page beside the post, if it is still there, and when it is looked at again.
    async fn tell(&self, ctx: &Context, link: LinkRow, again: Option<Timestamp>) -> Result<()> {
        let (post, community) = (self.post, self.community);
        let new_pictures: Vec<Id<MediaId>> = link.picture.iter().map(|picture| picture.id).collect();
        let variables = bind! {
            post: Id(post), community: Id(community), link, new_pictures, again: again.map(At)
        };
        let written = ctx.write(TELL, variables).await;
        ctx.caches().feeds.shown.forget(post);
        match written {
            // Deleted meanwhile, or it leads elsewhere: its picture is swept with what nobody posted.
            Err(error) if thrown(&error) == Some("gone") => Ok(()),
            Err(error) => Err(error),
            Ok(_) => {
                ctx.live().ring(Signal::Post { community, post });
                Ok(())
            }
        }
    }
}

/// The link with what its page says of itself.
async fn shown(ctx: &Context, author: &Actor, link: &LinkRow, found: Found) -> LinkRow {
    LinkRow {
        url: link.url.clone(),
        preview: Word(Preview::Shown),
        title: found.said.title,
        description: found.said.description,
        site: found.said.site,
        picture: match found.picture {
            Some(bytes) => picture(ctx, author, bytes).await,
            None => None,
        },
    }
}

/// The picture as ours; one that cannot be read is left out.
async fn picture(ctx: &Context, author: &Actor, bytes: bytes::Bytes) -> Option<PictureRow> {
    let media = media::store(ctx, author, bytes).await.ok()?;
    let sizes = media::sent_by(ctx, author.person, &[media]).await.ok()?;
    let size = sizes.first()?;
    Some(PictureRow { id: Id(media), alt: String::new(), width: size.width, height: size.height })
}

/// Pages whose time has come, a few at once.
pub(super) const DUE: &str = "SELECT post, tries, at FROM look WITH INDEX look_due WHERE state = 'waiting' AND at <= $now ORDER BY at LIMIT 4";

#[derive(SurrealValue)]
struct Due {
    post: Id<PostId>,
    tries: i64,
}

const LINKED: &str = "SELECT author, community, link FROM $post";

#[derive(SurrealValue)]
struct Linked {
    author: Id<PersonId>,
    community: Id<CommunityId>,
    link: Option<LinkRow>,
}

const HOLD: &str = "
LET $look = type::record('look', record::id($post));
IF $look.tries != $tries OR $look.at > $now { THROW 'taken' };
UPDATE $look SET tries += 1, at = $held RETURN NONE;
";

const DROP: &str = "DELETE type::record('look', record::id($post));";

/// Looks at the pages whose time has come; gives how many. Safe to run anywhere at any time: who holds a
/// page has it alone.
pub async fn look_again(ctx: &Context) -> Result<usize> {
    let Some(links) = ctx.links() else { return Ok(0) };
    let due = ctx.db().rows::<Due>(DUE, bind! { now: At(ctx.now()) }).await?;
    let mut looks = Vec::with_capacity(due.len());
    for due in &due {
        looks.push(one(ctx, links, due));
    }
    let mut looked = 0;
    for outcome in join_all(looks).await {
        match outcome {
            Ok(true) => looked += 1,
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "a page was not looked at again"),
        }
    }
    Ok(looked)
}

/// Whether the page was looked at.
async fn one(ctx: &Context, links: &Links, due: &Due) -> Result<bool> {
    let row = ctx.db().row::<Linked>(LINKED, bind! { post: due.post }).await?;
    let Some((row, link)) = row.and_then(|mut row| row.link.take().map(|link| (row, link))) else {
        ctx.write(DROP, bind! { post: due.post }).await?;
        return Ok(false);
    };
    let look = Look { post: due.post.0, community: row.community.0, link, tries: due.tries + 1 };
    let last = usize::try_from(due.tries).ok().and_then(pause_after).is_none();
    let author = accounts::fresh_actor(ctx, row.author.0).await;
    let author = match author {
        // Who was looking the last time was stopped, or nobody is there for whom to look.
        Ok(_) if last => None,
        Ok(author) => Some(author),
        Err(Error::Refused(_)) => None,
        Err(error) => return Err(error),
    };
    let Some(author) = author else {
        look.give_up(ctx).await?;
        ctx.write(DROP, bind! { post: due.post }).await?;
        return Ok(false);
    };
    let (now, until) = (ctx.now(), held(ctx.now()));
    let holding = bind! { post: due.post, tries: due.tries, now: At(now), held: until };
    match ctx.write(HOLD, holding).await {
        Ok(_) => look.now(ctx, links, &author).await.map(|()| true),
        Err(error) if thrown(&error) == Some("taken") => Ok(false),
        Err(error) => Err(error),
    }
}

/// Between two looks at what is due.
const PAUSE: Duration = Duration::from_secs(30);

/// Looks at pages again for as long as the process lives; those whose time came while none did, at once.
pub async fn keep_looking(ctx: Context) {
    let mut ticks = tokio::time::interval(PAUSE);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = look_again(&ctx).await {
            tracing::warn!(%error, "pages to be looked at again were not");
        }
    }
}

//! Posts shared upward, to a federation of their community: by whom, how it is taken back, and what
//! that opens. There is one post and one thread, where they always were; a share is a way to it.

use super::{
    post::seen,
    shown::Shown,
    to_the_end,
    upward::{Above, Share},
};
use crate::{
    Context, bind,
    communities::{self, Found, federation as ties},
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{CommunityError, Kind, federation::Sharing},
    feed::FeedError,
    id::{CommunityId, PostId, newest_first},
    live::Signal,
    policy::{Action, Glimpse, Place, allow, judge, may_read_post, may_share, may_take_back, reads_above},
    reading::{Muted, Taste},
};
use std::{collections::HashMap, sync::Arc};

pub(crate) const SHARE: &str = include_str!("share.surql");

/// The federations among `shared` that a post of the community `found` is open through: those it is still
/// a member of, whatever was written on the post. None where there is none, at no cost.
pub(crate) async fn ways(ctx: &Context, found: &Found, shared: &[CommunityId]) -> Result<Vec<Place>> {
    let mut places = Vec::new();
    for federation in shared.iter().filter(|federation| found.federations.contains(federation)) {
        match communities::place(ctx, *federation).await {
            Ok(place) => places.push(place),
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(places)
}

/// The community, unless it is gone.
async fn there(ctx: &Context, community: CommunityId) -> Result<Option<Arc<Found>>> {
    match communities::found(ctx, community).await {
        Ok(found) => Ok(Some(found)),
        Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Those of `posts` that `actor` may read, in their order.
pub(super) async fn readable(
    ctx: &Context,
    actor: &Actor,
    posts: Vec<Arc<Shown>>,
) -> Result<Vec<Arc<Shown>>> {
    let mut kept = Vec::with_capacity(posts.len());
    for shown in posts {
        let Some(found) = there(ctx, shown.body.community).await? else { continue };
        let ways = ways(ctx, &found, &shown.shared).await?;
        if may_read_post(actor, shown.body.public, &found.place, &ways).is_allowed() {
            kept.push(shown);
        }
    }
    Ok(kept)
}

/// Shares `post` to `federation`, of which its community is a member. For its author and those who
/// moderate its community; repeating it changes nothing. A federation the actor may not know of is not
/// there.
pub async fn share(ctx: &Context, actor: &Actor, post: PostId, federation: CommunityId) -> Result<()> {
    let (shown, found) = seen(ctx, actor, post).await?;
    allow(may_share(actor, shown.body.author, &found.place))?;
    let above = communities::found(ctx, federation).await?;
    allow(judge(actor, Action::Look, &above.place))?;
    if !found.federations.contains(&federation) {
        return Err(CommunityError::NotTied.into());
    }
    if !above.place.stage.is_public() {
        return Err(CommunityError::Archived.into());
    }
    let variables = bind! {
        post: Id(post), federation: Id(federation), person: Id(actor.person), at: At(ctx.now()),
        rank: newest_first(ctx.ulid()).to_string()
    };
    write(ctx, SHARE, variables, found.id, post, federation).await?;
    ctx.live().ring(Signal::Feed { community: federation });
    Ok(())
}

/// Takes `post` back from `federation`; no fault when it is not there. For who may share it, for its author,
/// and for those who moderate the federation.
pub async fn take_back(ctx: &Context, actor: &Actor, post: PostId, federation: CommunityId) -> Result<()> {
    let (shown, found) = seen(ctx, actor, post).await?;
    let above = communities::found(ctx, federation).await?;
    allow(judge(actor, Action::Look, &above.place))?;
    allow(may_take_back(actor, shown.body.author, &found.place, &above.place))?;
    let variables = bind! { posts: vec![Id(post)], federation: Id(federation) };
    write(ctx, ties::TAKE_BACK, variables, found.id, post, federation).await
}

async fn write(
    ctx: &Context,
    surql: &'static str,
    variables: surrealdb::types::Variables,
    community: CommunityId,
    post: PostId,
    federation: CommunityId,
) -> Result<()> {
    let ctx = ctx.clone();
    to_the_end(async move {
        let written = ctx.write(surql, variables).await;
        unshared(&ctx, federation, Some(&[post]));
        written.map_err(|error| match thrown(&error) {
            Some("gone") => Error::from(FeedError::Gone),
            Some("archived") => CommunityError::Archived.into(),
            Some("apart") => CommunityError::NotTied.into(),
            _ => error,
        })?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(())
    })
    .await
}

pub(crate) const SHARED_FROM: &str = "SELECT VALUE post FROM share WITH INDEX share_tie \
     WHERE community = $community AND federation = $federation";

/// The posts that `found` shared: the search is to hear of them when all are taken back.
pub(crate) async fn shared_from(ctx: &Context, found: &Found) -> Result<Vec<PostId>> {
    let mut posts = Vec::new();
    for federation in &found.federations {
        let variables = bind! { community: Id(found.id), federation: Id(*federation) };
        let rows: Vec<Id<PostId>> = ctx.db().rows(SHARED_FROM, variables).await?;
        posts.extend(rows.into_iter().map(|post| post.0));
    }
    Ok(posts)
}

/// To be told after a write to what is shared in `federation`: of these posts, or of nobody knows which.
pub(crate) fn unshared(ctx: &Context, federation: CommunityId, posts: Option<&[PostId]>) {
    let feeds = &ctx.caches().feeds;
    match posts {
        Some(posts) => posts.iter().for_each(|post| feeds.shown.forget(*post)),
        None => feeds.shown.clear(),
    }
    feeds.above.forget(federation);
}

/// What may be done with `post` and the federations of its community, for those who may do something.
pub async fn sharings(ctx: &Context, actor: &Actor, post: PostId) -> Result<Vec<Sharing>> {
    let (shown, found) = seen(ctx, actor, post).await?;
    let share = may_share(actor, shown.body.author, &found.place).is_allowed();
    let mut sharings = Vec::new();
    for named in ties::known(ctx, actor, &found.federations).await? {
        let above = communities::found(ctx, named.id).await?;
        let shared = shown.shared.contains(&named.id);
        let take_back = may_take_back(actor, shown.body.author, &found.place, &above.place).is_allowed();
        sharings.push(Sharing {
            federation: named,
            shared,
            open: above.place.listed && above.place.glimpse == Glimpse::Posts,
            may_share: share,
            may_take_back: take_back,
        });
    }
    if !share && !sharings.iter().any(|sharing| sharing.shared && sharing.may_take_back) {
        return Err(Reason::Forbidden.into());
    }
    Ok(sharings)
}

/// What was shared to those of `federations` that a reader hears of, for their feeds: nothing for partners.
pub(super) async fn above(
    ctx: &Context,
    actor: &Actor,
    federations: impl Iterator<Item = CommunityId>,
) -> Result<Vec<Arc<Above>>> {
    let mut all = Vec::new();
    if !actor.is_partner() {
        for federation in federations {
            let above = ctx.caches().feeds.above.of(ctx, federation).await?;
            if !above.is_empty() {
                all.push(above);
            }
        }
    }
    Ok(all)
}

/// Whether `actor` hears in a federation of what was shared there: what stands in a community one is in is
/// read at its own place.
pub(super) fn hears(actor: &Actor, taste: &Taste, share: &Share) -> bool {
    actor.role_in(share.community).is_none() && !taste.mutes(Muted::Community(share.community))
}

/// Shares looked at in one federation by who has not read there for long.
const BROUGHT: usize = 500;

/// What was shared to each of the federations among `asked` after a moment there, the last first and at most
/// `most`: what `actor` hears of and may read, in the first of them alone. From memory.
pub(crate) async fn brought(
    ctx: &Context,
    actor: &Actor,
    taste: &Taste,
    asked: &[(CommunityId, PostId)],
    most: usize,
) -> Result<HashMap<CommunityId, Vec<PostId>>> {
    let mut brought = HashMap::new();
    if actor.is_partner() {
        return Ok(brought);
    }
    let mut earlier: Vec<Arc<Above>> = Vec::new();
    for (federation, than) in asked {
        let there = there(ctx, *federation).await?;
        if there.is_none_or(|found| found.kind != Kind::Federation) {
            continue;
        }
        let above = ctx.caches().feeds.above.of(ctx, *federation).await?;
        let heard: Vec<_> = above.after(*than, &earlier).take(BROUGHT).copied().collect();
        let mut posts = Vec::new();
        for share in heard.iter().filter(|share| hears(actor, taste, share)) {
            if posts.len() >= most {
                break;
            }
            if opens(ctx, actor, *federation, share).await? {
                posts.push(share.post);
            }
        }
        earlier.push(above);
        if !posts.is_empty() {
            brought.insert(*federation, posts);
        }
    }
    Ok(brought)
}

/// Whether `share` opens something to `actor`, as the communities stand now.
async fn opens(ctx: &Context, actor: &Actor, federation: CommunityId, share: &Share) -> Result<bool> {
    let Some(found) = there(ctx, share.community).await? else { return Ok(false) };
    let ways = ways(ctx, &found, &[federation]).await?;
    Ok(ways.iter().any(|way| reads_above(actor, &found.place, way)))
}

//! Posts as one reader sees them: with names, with their own reaction, with what they may do.

use super::{
    extra::extra,
    facts,
    mine::{Given, given_to},
    rights, share,
    shown::Shown,
};
use crate::{
    Context, communities,
    communities::Found,
    error::{Error, Result},
    people, reading,
};
use domain::{
    Actor, Reason,
    feed::{Origin, PostBody, PostView, Reaction, Stance, Tally, Upward},
    id::{CommunityId, PostId},
    policy::{
        Action, Glimpse, Place, Verdict, judge, may_mark, may_read_post, may_share, may_take_back,
        reads_above,
    },
    reading::Muted,
};
use std::sync::Arc;

/// How a reader comes to see some posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Among {
    /// In the feed of all their communities; on its first page?
    Home { first: bool },
    /// One by one, or in a single community.
    Others,
    /// Where their own reactions are not shown.
    Unanswered,
}

/// What `actor` sees of `posts`; those they may not read are left out.
pub(super) async fn views(
    ctx: &Context,
    actor: &Actor,
    posts: Vec<Arc<Shown>>,
    among: Among,
) -> Result<Vec<PostView>> {
    let places = places(ctx, &posts).await?;
    let mine = mine(ctx, actor, &posts, among).await?;
    let taste = reading::taste(ctx, actor.person).await?;
    let done = facts::own(ctx, actor.person, &posts).await?;
    let named = |shown: &Arc<Shown>| [&[shown.body.author], shown.facts.people()].concat();
    let authors: Vec<_> = posts.iter().flat_map(named).collect();
    let names = people::names(ctx, &authors).await?;
    let mut views = Vec::with_capacity(posts.len());
    for shown in posts {
        let post = &shown.body;
        let Some((_, found)) = places.iter().find(|(community, _)| *community == post.community) else {
            continue;
        };
        let ways = share::ways(ctx, found, &shown.shared).await?;
        if may_read_post(actor, post.public, &found.place, &ways) != Verdict::Allowed {
            continue;
        }
        let (said, version) = shown.version(actor.lang);
        let (upward, veil) = upward(ctx, actor, found, &shown, &ways).await?;
        let said = match &veil {
            Some(veil) => Arc::new(PostBody { community: veil.id, ..said.as_ref().clone() }),
            None => said.clone(),
        };
        views.push(PostView {
            origin: veil.unwrap_or_else(|| origin(found)),
            author: names.of(post.author),
            comments: shown.comments,
            tally: Tally { counts: shown.counts, mine: own(&mine, post.id) },
            extra: extra(ctx, actor, &found.place, &shown, &done, &names),
            writes: judge(actor, Action::Answer, &found.place) == Verdict::Allowed,
            edits: rights::edits(actor, &found.place, post.author),
            deletes: rights::deletes(actor, &found.place, post.author),
            pins: judge(actor, Action::Moderate, &found.place) == Verdict::Allowed,
            marks: may_mark(actor, post.author, &found.place) == Verdict::Allowed,
            open: post.public && found.place.glimpse == Glimpse::Marked,
            pinned: None,
            stance: Stance {
                saved: taste.keeps(post.id),
                muted: taste.mutes(Muted::Thread(post.id)),
                folded: taste.folds(post.author, post.kind),
                ..Stance::default()
            },
            version,
            upward,
            post: said,
        });
    }
    Ok(views)
}

/// The communities of `posts`, each once; one that is gone is left out.
async fn places(ctx: &Context, posts: &[Arc<Shown>]) -> Result<Vec<(CommunityId, Arc<Found>)>> {
    let mut places: Vec<(CommunityId, Arc<Found>)> = Vec::new();
    for shown in posts {
        let community = shown.body.community;
        if places.iter().any(|(known, _)| *known == community) {
            continue;
        }
        match communities::found(ctx, community).await {
            Ok(found) => places.push((community, found)),
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(places)
}

/// What is told of the federations of a post, and the one that stands for its community where that is
/// not the reader's to know: they read it through one that they may know of.
async fn upward(
    ctx: &Context,
    actor: &Actor,
    found: &Found,
    shown: &Shown,
    ways: &[Place],
) -> Result<(Upward, Option<Origin>)> {
    let author = shown.body.author;
    let share = !found.federations.is_empty() && may_share(actor, author, &found.place).is_allowed();
    let mut upward = Upward { may: share, ..Upward::default() };
    if ways.is_empty() {
        return Ok((upward, None));
    }
    let mut read_through = None;
    for way in ways {
        if !judge(actor, Action::Look, way).is_allowed() {
            continue;
        }
        let above = communities::found(ctx, way.community).await?;
        let above = origin(&above);
        if read_through.is_none() && judge(actor, Action::Read, way).is_allowed() {
            read_through = Some(above.clone());
        }
        upward.may |= may_take_back(actor, author, &found.place, way).is_allowed();
        upward.to.push(above);
    }
    upward.veiled = !judge(actor, Action::Look, &found.place).is_allowed();
    let veil = if upward.veiled { read_through } else { None };
    Ok((upward, veil))
}

/// Where a post of `found` stands for `actor`, as its feed says: in its community, or in the federation
/// they read it through where that is not theirs to know. None when it is not theirs to read.
pub(crate) async fn standing(
    ctx: &Context,
    actor: &Actor,
    found: &Found,
    public: bool,
    shared: &[CommunityId],
) -> Result<Option<Origin>> {
    let ways = share::ways(ctx, found, shared).await?;
    if !may_read_post(actor, public, &found.place, &ways).is_allowed() {
        return Ok(None);
    }
    if judge(actor, Action::Look, &found.place).is_allowed() {
        return Ok(Some(origin(found)));
    }
    match ways.iter().find(|way| reads_above(actor, &found.place, way)) {
        Some(way) => {
            let above = communities::found(ctx, way.community).await?;
            Ok(Some(origin(&above)))
        }
        None => Ok(None),
    }
}

pub(super) fn origin(found: &Found) -> Origin {
    Origin { id: found.id, slug: found.slug.clone(), name: found.name.clone(), hue: found.hue }
}

/// The actor's own reactions to `posts`. Nobody's is asked for where there is none at all.
async fn mine(ctx: &Context, actor: &Actor, posts: &[Arc<Shown>], among: Among) -> Result<Given> {
    let answered = posts.iter().filter(|shown| shown.counts.iter().any(|count| *count > 0));
    let answered: Vec<_> = answered.map(|shown| shown.body.id).collect();
    let (Some(oldest), Some(newest)) = (answered.iter().min(), answered.iter().max()) else {
        return Ok(Arc::from([]));
    };
    match among {
        Among::Home { first } => {
            ctx.caches().feeds.mine.between(ctx, actor.person, *oldest, *newest, first).await
        }
        Among::Others => given_to(ctx, actor.person, &answered).await,
        Among::Unanswered => Ok(Arc::from([])),
    }
}

fn own(given: &Given, post: PostId) -> Option<Reaction> {
    let place = given.binary_search_by_key(&post, |(on, _)| *on).ok()?;
    given.get(place).map(|(_, reaction)| *reaction)
}

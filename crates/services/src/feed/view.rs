//! Posts as one reader sees them: with names, with their own reaction, with what they may do.

use super::{rights, shown::Shown};
use crate::{
    Context, bind, communities,
    communities::Found,
    db::{Id, Word},
    error::{Error, Result},
    people,
};
use domain::{
    Actor, Reason,
    feed::{Origin, PostView, Reaction, Tally},
    id::{CommunityId, PostId},
    policy::{Action, Verdict, judge},
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// What `actor` sees of `posts`; those they may not read are left out.
pub(super) async fn views(ctx: &Context, actor: &Actor, posts: Vec<Arc<Shown>>) -> Result<Vec<PostView>> {
    let places = places(ctx, &posts).await?;
    let mine = mine(ctx, actor, &posts).await?;
    let authors: Vec<_> = posts.iter().map(|shown| shown.body.author).collect();
    let names = people::names(ctx, &authors).await?;
    let mut views = Vec::with_capacity(posts.len());
    for shown in posts {
        let post = &shown.body;
        let Some((_, found)) = places.iter().find(|(community, _)| *community == post.community) else { continue };
        if judge(actor, Action::Read, &found.place) != Verdict::Allowed {
            continue;
        }
        views.push(PostView {
            origin: origin(found),
            author: names.of(post.author),
            comments: shown.comments,
            tally: Tally {
                counts: shown.counts,
                mine: mine.iter().find(|(on, _)| *on == post.id).map(|(_, reaction)| *reaction),
            },
            writes: judge(actor, Action::Write, &found.place) == Verdict::Allowed,
            edits: rights::edits(actor, &found.place, post.author),
            deletes: rights::deletes(actor, &found.place, post.author),
            post: post.clone(),
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

pub(super) fn origin(found: &Found) -> Origin {
    Origin { id: found.id, slug: found.slug.clone(), name: found.name.clone(), hue: found.hue }
}

#[derive(SurrealValue)]
struct MineRow {
    post: Id<PostId>,
    kind: Word<Reaction>,
}

/// A person's reactions between two posts: the records' keys are in the order of the posts.
pub(super) const MINE: &str =
    "SELECT post, kind FROM reaction:[$person, $oldest]..=[$person, $newest]";

/// The actor's own reactions to `posts`.
async fn mine(ctx: &Context, actor: &Actor, posts: &[Arc<Shown>]) -> Result<Vec<(PostId, Reaction)>> {
    let answered = posts.iter().filter(|shown| shown.counts.iter().any(|count| *count > 0));
    let answered = answered.map(|shown| shown.body.id);
    let (Some(oldest), Some(newest)) = (answered.clone().min(), answered.max()) else { return Ok(Vec::new()) };
    let variables = bind! { person: Id(actor.person), oldest: Id(oldest), newest: Id(newest) };
    let rows = ctx.db().rows::<MineRow>(MINE, variables).await?;
    Ok(rows.into_iter().map(|row| (row.post.0, row.kind.0)).collect())
}

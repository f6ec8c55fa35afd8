//! A post taken away, with all that hangs on it.

use super::{post::load, rights, to_the_end};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::Result,
    media,
};
use domain::{
    Actor, Reason,
    id::{CommunityId, PersonId, PostId},
    live::Signal,
};
use ulid::Ulid;

const DELETE: &str = include_str!("delete.surql");
const REMOVED: &str = "SELECT VALUE by FROM type::record('removal', [$post])";

/// Deletes a post, its comments, reactions, pictures and files, and leaves a `removal`: who, when, not what.
///
/// Repeating it by the same person is no fault. Gives the community, to go back to.
pub async fn delete(ctx: &Context, actor: &Actor, post: PostId) -> Result<Option<CommunityId>> {
    let (shown, found) = match load(ctx, actor, post).await {
        Err(error) if error.failure().reason == Reason::NotFound && removed_by(ctx, actor, post).await? => {
            return Ok(None);
        }
        answer => answer?,
    };
    rights::insist(rights::deletes(actor, &found.place, shown.body.author), &found.place)?;
    let community = found.id;
    let pictures = shown.body.pictures.iter().map(|picture| picture.id);
    let files = shown.body.files.iter().map(|file| file.id);
    let attached: Vec<_> = pictures.chain(files).chain(shown.facts.picture()).collect();
    let files = media::files_of(ctx, &attached).await?;
    let variables = bind! {
        post: Id(post), person: Id(actor.person), at: At(ctx.now()),
        first: Id(PersonId::new(Ulid::nil())), last: Id(PersonId::new(Ulid(u128::MAX)))
    };
    let (ctx, shared) = (ctx.clone(), shown.shared.clone());
    to_the_end(async move {
        let written = ctx.write(DELETE, variables).await;
        let feeds = &ctx.caches().feeds;
        feeds.shown.forget(post);
        feeds.pins.forget(community);
        feeds.weights.forget(community);
        shared.iter().for_each(|federation| feeds.above.forget(*federation));
        match written {
            Ok(_) => feeds.shelves.went(community, post),
            // Somebody was quicker: it is gone, which is what was asked.
            Err(error) if thrown(&error) == Some("gone") => feeds.shelves.went(community, post),
            Err(error) => {
                feeds.shelves.doubt(community);
                return Err(error);
            }
        }
        media::discard(&ctx, files).await?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(Some(community))
    })
    .await
}

async fn removed_by(ctx: &Context, actor: &Actor, post: PostId) -> Result<bool> {
    let by = ctx.db().row::<Id<PersonId>>(REMOVED, bind! { post: Id(post) }).await?;
    Ok(by == Some(Id(actor.person)))
}

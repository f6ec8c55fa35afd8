//! One of the two parts, or takes back what it proposed.

use super::{TAKE_BACK, retied, sides, told_why};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
    feed,
};
use domain::{
    Actor,
    community::federation::{Side, TieState, WORD_MAX},
    form::Reader,
    id::{CommunityId, PostId},
};

/// Parts a community and a federation, for `side`, with a word; what the community shared there is its
/// own again, in the same transaction. What was proposed and not answered is taken back. Repeating it
/// changes nothing.
pub async fn part(
    ctx: &Context,
    actor: &Actor,
    federation: CommunityId,
    community: CommunityId,
    side: Side,
    word: &str,
) -> Result<()> {
    sides(ctx, actor, federation, community, side).await?;
    let mut form = Reader::default();
    let word = form.text("word", word, 0, WORD_MAX);
    form.done()?;
    let (own, theirs) = match side {
        Side::Federation => (TieState::Called, TieState::Asked),
        Side::Community => (TieState::Asked, TieState::Called),
    };
    let variables = bind! {
        federation: Id(federation), community: Id(community), own: Word(own), theirs: Word(theirs), word,
        person: Id(actor.person), at: At(ctx.now())
    };
    let surql = include_str!("part.surql").replace("$take_back;", TAKE_BACK);
    let ctx = ctx.clone();
    feed::to_the_end(async move {
        let written = ctx.write(&surql, variables).await;
        retied(&ctx, federation, community);
        let taken = match written {
            Ok(mut rows) => rows.take::<Id<PostId>>(1)?,
            Err(error) => return Err(told_why(error)),
        };
        let taken: Vec<_> = taken.into_iter().map(|post| post.0).collect();
        feed::unshared(&ctx, federation, Some(&taken));
        Ok(())
    })
    .await
}

//! The comment that answers a question: accepted, exchanged for another, or not accepted any more.

use super::{post::load, rights, to_the_end};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    feed::{FeedError, PostKind},
    id::{CommentId, PostId},
    live::Signal,
};

const ACCEPT: &str = "
IF $post.community = NONE OR $post.kind != 'question' { THROW 'gone' };
IF $answer != NONE AND type::record('comment', [$post, $answer]).author = NONE { THROW 'no_comment' };
IF $post.answer != $answer {
    UPDATE $post SET answer = $answer, accepted = IF $answer = NONE { NONE } ELSE { $at } RETURN NONE;
};
";

/// Accepts `comment` as the answer to the question `post`, instead of any other; `None` accepts none.
///
/// For who asked and for those who moderate. Repeating it changes nothing.
pub async fn accept_answer(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    comment: Option<CommentId>,
) -> Result<()> {
    let (shown, found) = load(ctx, actor, post).await?;
    if shown.body.kind != PostKind::Question {
        return Err(Reason::NotFound.into());
    }
    rights::insist(rights::looks_after(actor, &found.place, shown.body.author), &found.place)?;
    let variables =
        bind! { post: Id(post), answer: comment.map(|comment| comment.to_string()), at: At(ctx.now()) };
    let (ctx, community) = (ctx.clone(), found.id);
    to_the_end(async move {
        let written = ctx.write(ACCEPT, variables).await;
        ctx.caches().feeds.shown.forget(post);
        written.map_err(|error| match thrown(&error) {
            Some("gone") => Error::from(FeedError::Gone),
            Some("no_comment") => Reason::NotFound.into(),
            _ => error,
        })?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(())
    })
    .await
}

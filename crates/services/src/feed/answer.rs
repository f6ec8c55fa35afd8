//! The comment that answers a question: accepted, exchanged for another, or not accepted any more.

use super::{mark::mark, post::load, rights};
use crate::{Context, bind, db::Id, error::Result};
use domain::{
    Actor, Reason,
    feed::PostKind,
    id::{CommentId, PostId},
};

const ACCEPT: &str = "
IF $post.community = NONE OR $post.kind != 'question' { THROW 'gone' };
IF $answer != NONE AND type::record('comment', [$post, $answer]).author = NONE { THROW 'no_comment' };
UPDATE $post SET answer = $answer RETURN NONE;
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
    let variables = bind! { post: Id(post), answer: comment.map(|comment| comment.to_string()) };
    mark(ctx, found.id, post, ACCEPT, variables).await
}

//! Comments: written, changed, taken away.

use super::{comments::one, mentions, post::load, rights, stir::Stir, to_the_end};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
    search::Subject,
};
use domain::{
    Actor, Reason,
    community::CommunityError,
    feed::{self, FeedError},
    form::Reader,
    id::{CommentId, PersonId, PostId},
    live::Signal,
};

const COMMENT: &str = "
LET $community = $post.community;
IF $community = NONE { THROW 'gone' };
IF $community.stage = 'archived' { THROW 'archived' };
-- An answer to an answer joins the same level, and says whom it is for.
LET $target = IF $to = NONE { NONE } ELSE { type::record('comment', [$post, $to]) };
IF $to != NONE AND ($target.author = NONE OR $target.gone) { THROW 'no_comment' };
LET $thread = IF $to = NONE { '' } ELSE IF $target.thread = '' { $to } ELSE { $target.thread };
CREATE type::record('comment', [$post, $comment]) SET
    post = $post, author = $person, body = $body, created = $at, thread = $thread, rank = $comment,
    to = IF $thread != '' AND $thread != $to { $target.author } ELSE { NONE } RETURN NONE;
IF $thread != '' { UPDATE type::record('comment', [$post, $thread]) SET answers += 1 RETURN NONE };
UPDATE $post SET comments += 1, stir = IF stir > $stir { $stir } ELSE { stir } RETURN NONE;
-- A day is near enough to tell a silence of months, and comments do not meet on the community's record.
IF $community.spoken = NONE OR $community.spoken < $at - 1d { UPDATE $community SET spoken = $at RETURN NONE };
";

/// What follows when it calls somebody.
const CALLING: &str = concat!("LET $text = $comment;\n", include_str!("file.surql"));

/// Adds a comment to a post's thread. `key` is the form's: sent twice, it gives the same comment.
pub async fn comment(ctx: &Context, actor: &Actor, post: PostId, body: &str, key: &str) -> Result<CommentId> {
    answer_comment(ctx, actor, post, None, body, key).await
}

/// The same, answering the comment `to`, which may be an answer itself.
pub async fn answer_comment(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    to: Option<CommentId>,
    body: &str,
    key: &str,
) -> Result<CommentId> {
    let mut form = Reader::default();
    let body = feed::comment(&mut form, body);
    form.done()?;
    let (_, found) = load(ctx, actor, post).await?;
    rights::answers(actor, &found.place)?;
    let kept = mentions::read(ctx, actor, &found, "", &body).await?;
    let surql = if kept.called.is_empty() { COMMENT.to_owned() } else { format!("{COMMENT}{CALLING}") };
    let comment = CommentId::new(ctx.ulid());
    let now = ctx.now();
    let variables = bind! {
        post: Id(post), comment: comment.to_string(), person: Id(actor.person), body: kept.body,
        at: At(now), to: to.map(|to| to.to_string()), stir: Stir::at(post, now).rank(),
        called: kept.called, mark: mentions::mark(ctx)
    };
    let (ctx, community) = (ctx.clone(), found.id);
    let (person, key) = (actor.person, key.to_owned());
    to_the_end(async move {
        let written = ctx.write_once(person, &key, comment, &surql, variables).await;
        ctx.caches().feeds.shown.forget(post);
        ctx.caches().touched.touch(Subject::Comment(post, comment));
        match &written {
            Ok(outcome) if outcome.first => ctx.caches().feeds.shelves.stirred(community, post, now),
            Ok(_) | Err(Error::Refused(_)) => {}
            Err(error) if thrown(error).is_some() => {}
            // Where it stands is for the store to say.
            Err(_) => ctx.caches().feeds.shelves.doubt(community),
        }
        let outcome = written.map_err(|error| match thrown(&error) {
            Some("gone") => Error::from(FeedError::Gone),
            Some("archived") => CommunityError::Archived.into(),
            Some("no_comment") => FeedError::CommentGone.into(),
            _ => error,
        })?;
        if outcome.first {
            ctx.live().ring(Signal::Post { community, post });
        }
        outcome.id.parse().map_err(Error::broken)
    })
    .await
}

const EDIT: &str = concat!(
    "
LET $id = type::record('comment', [$post, $comment]);
IF $id.author = NONE OR $id.gone { THROW 'gone' };
UPDATE $id SET body = $body, edited = $at RETURN NONE;
LET $text = $comment;
",
    include_str!("file.surql"),
);

/// Changes a comment; its author alone may.
pub async fn edit_comment(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    comment: CommentId,
    body: &str,
) -> Result<()> {
    let (row, found) = one(ctx, actor, post, comment).await?;
    rights::insist(rights::rewords(actor, &found.place, row.author.0), &found.place)?;
    let mut form = Reader::default();
    let body = feed::comment(&mut form, body);
    form.done()?;
    let kept = mentions::read(ctx, actor, &found, "", &body).await?;
    if kept.body == row.body {
        return Ok(());
    }
    let variables = bind! {
        post: Id(post), comment: comment.to_string(), body: kept.body, at: At(ctx.now()),
        person: Id(actor.person), called: kept.called, mark: mentions::mark(ctx)
    };
    let (ctx, community) = (ctx.clone(), found.id);
    to_the_end(async move {
        let written = ctx.write(EDIT, variables).await;
        // Its words may stand under the question it answers.
        ctx.caches().feeds.shown.forget(post);
        ctx.caches().touched.touch(Subject::Comment(post, comment));
        written.map_err(|error| match thrown(&error) {
            Some("gone") => Error::from(Reason::NotFound),
            _ => error,
        })?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(())
    })
    .await
}

const DELETE: &str = "
LET $id = type::record('comment', [$post, $comment]);
IF $id.author = NONE OR $id.gone { THROW 'gone' };
CREATE type::record('removal', [$post, $comment]) SET
    what = 'comment', community = $post.community, author = $id.author, by = $person, at = $at RETURN NONE;
LET $thread = $id.thread;
-- What was answered stays, under an empty place; the last answer that goes takes that with it.
IF $id.answers > 0 { UPDATE $id SET gone = true, body = '', edited = NONE RETURN NONE } ELSE { DELETE $id };
IF $thread != '' {
    LET $root = UPDATE ONLY type::record('comment', [$post, $thread]) SET answers -= 1 RETURN AFTER;
    IF $root.gone AND $root.answers = 0 { DELETE $root.id };
};
DELETE mention WHERE post = $post AND comment = $comment;
UPDATE $post SET comments -= 1, answer = IF answer = $comment { NONE } ELSE { answer } RETURN NONE;
";

const REMOVED: &str = "SELECT VALUE by FROM type::record('removal', [$post, $comment])";

/// Deletes a comment, its author's or by a moderator, and leaves a `removal`. Repeating it by the
/// same person is no fault.
pub async fn delete_comment(ctx: &Context, actor: &Actor, post: PostId, comment: CommentId) -> Result<()> {
    let (row, found) = match one(ctx, actor, post, comment).await {
        Err(error) if error.failure().reason == Reason::NotFound => {
            let variables = bind! { post: Id(post), comment: comment.to_string() };
            let by = ctx.db().row::<Id<PersonId>>(REMOVED, variables).await?;
            return if by == Some(Id(actor.person)) { Ok(()) } else { Err(error) };
        }
        answer => answer?,
    };
    rights::insist(rights::deletes(actor, &found.place, row.author.0), &found.place)?;
    let variables = bind! {
        post: Id(post), comment: comment.to_string(), person: Id(actor.person), at: At(ctx.now())
    };
    let (ctx, community) = (ctx.clone(), found.id);
    to_the_end(async move {
        let written = ctx.write(DELETE, variables).await;
        ctx.caches().feeds.shown.forget(post);
        ctx.caches().touched.touch(Subject::Comment(post, comment));
        match written {
            Err(error) if thrown(&error) != Some("gone") => return Err(error),
            _ => ctx.live().ring(Signal::Post { community, post }),
        }
        Ok(())
    })
    .await
}

//! Ideas: supported, and judged.

use super::{mark::mark, post::load, rights};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor, Reason,
    feed::{Judgement, PostKind, judgement},
    form::Reader,
    id::PostId,
    policy::{Action, allow, judge},
};

const SUPPORT: &str = include_str!("support.surql");

/// Has the actor support the idea `post`, or support it no longer. Repeating it changes nothing: the
/// counter moves only when the record does, in the same transaction.
pub async fn support(ctx: &Context, actor: &Actor, post: PostId, wanted: bool) -> Result<()> {
    let (shown, found) = load(ctx, actor, post).await?;
    if shown.body.kind != PostKind::Idea {
        return Err(Reason::NotFound.into());
    }
    rights::answers(actor, &found.place)?;
    let variables = bind! {
        post: Id(post), person: Id(actor.person), wanted, at: At(ctx.now()),
        step: if wanted { 1_i64 } else { -1 }
    };
    mark(ctx, found.id, post, SUPPORT, variables).await
}

const JUDGE: &str = "
IF $post.community = NONE OR $post.kind != 'idea' { THROW 'gone' };
UPDATE $post SET verdict = $verdict RETURN NONE;
";

const SAY: &str = "
IF $post.community = NONE OR $post.kind != 'idea' { THROW 'gone' };
UPDATE $post SET verdict = { state: $state, note: $note, by: $person, at: $at } RETURN NONE;
";

/// Says where the idea `post` stands and why, for those who moderate; no state takes it back.
pub async fn judge_idea(ctx: &Context, actor: &Actor, post: PostId, state: &str, note: &str) -> Result<()> {
    let (shown, found) = load(ctx, actor, post).await?;
    if shown.body.kind != PostKind::Idea {
        return Err(Reason::NotFound.into());
    }
    allow(judge(actor, Action::Moderate, &found.place))?;
    let mut form = Reader::default();
    let read = judgement(&mut form, state, note);
    form.done()?;
    match read {
        None => {
            let none: Option<String> = None;
            mark(ctx, found.id, post, JUDGE, bind! { post: Id(post), verdict: none }).await
        }
        Some(Judgement { state, note }) => {
            let variables = bind! {
                post: Id(post), state: Word(state), note, person: Id(actor.person), at: At(ctx.now())
            };
            mark(ctx, found.id, post, SAY, variables).await
        }
    }
}

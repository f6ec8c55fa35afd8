//! One person's answer to a post: set, changed or withdrawn.

use super::{post::load, reacted, rights, to_the_end};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor,
    feed::{FeedError, Reaction, Tally},
    id::PostId,
    live::Signal,
};

const REACT: &str = include_str!("react.surql");
/// Where the counters stand among the transaction's statements.
const COUNTS: usize = 5;

/// Leaves `reaction` as the actor's only one on `post`; `None` withdraws it.
///
/// Repeating it changes nothing: the record's id is the pair, and the post's counters move only when
/// the record does, in the same transaction.
pub async fn react(ctx: &Context, actor: &Actor, post: PostId, reaction: Option<Reaction>) -> Result<Tally> {
    let (_, found) = load(ctx, actor, post).await?;
    rights::answers(actor, &found.place)?;
    let words: Vec<_> = Reaction::ALL.iter().map(|reaction| reaction.word().to_owned()).collect();
    let variables = bind! {
        post: Id(post), person: Id(actor.person), kind: reaction.map(|kind| kind.word().to_owned()), words,
        at: At(ctx.now()), rank: reacted::rank(ctx.now(), actor.person)
    };
    let (ctx, community, person) = (ctx.clone(), found.id, actor.person);
    to_the_end(async move {
        let written = ctx.write(REACT, variables).await;
        ctx.caches().feeds.shown.forget(post);
        ctx.caches().feeds.mine.forget(person);
        let mut rows = written.map_err(|error| match thrown(&error) {
            Some("gone") => Error::from(FeedError::Gone),
            _ => error,
        })?;
        let mut counts = [0; 6];
        for (count, stored) in counts.iter_mut().zip(rows.take::<i64>(COUNTS)?) {
            *count = u64::try_from(stored).unwrap_or_default();
        }
        ctx.live().ring(Signal::Post { community, post });
        Ok(Tally { counts, mine: reaction })
    })
    .await
}

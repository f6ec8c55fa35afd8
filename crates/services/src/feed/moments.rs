//! What happened to posts that people wait for: a poll's end, a verdict on an idea, an answer accepted.

use super::{facts::Facts, row};
use crate::{Context, error::Result};
use domain::id::{CommentId, PersonId, PostId};
use jiff::Timestamp;
use std::collections::HashMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A poll ends, or ended.
    Ends(Timestamp),
    /// Those who run the community said where an idea stands.
    Judged(Timestamp),
    /// A comment answers the question, and whose it is.
    Accepted { comment: CommentId, by: PersonId, at: Timestamp },
}

/// Of those of `posts` that have one; from memory where they are.
pub(crate) async fn moments(ctx: &Context, posts: &[PostId]) -> Result<HashMap<PostId, Moment>> {
    let shown = row::posts(ctx, posts).await?;
    let moment = |facts: &Facts| match facts {
        Facts::Poll(poll) => Some(Moment::Ends(poll.ends)),
        Facts::Idea { judged, .. } => judged.map(Moment::Judged),
        Facts::Question(Some(answered)) => {
            answered.at.map(|at| Moment::Accepted { comment: answered.comment, by: answered.author, at })
        }
        _ => None,
    };
    Ok(shown.iter().filter_map(|shown| Some((shown.body.id, moment(&shown.facts)?))).collect())
}

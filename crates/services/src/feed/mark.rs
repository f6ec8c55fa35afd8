//! Writing something about a post that is one record's worth: support, a verdict, an answer, a reading.

use super::to_the_end;
use crate::{
    Context,
    db::thrown,
    error::{Error, Result},
};
use domain::{
    Reason,
    community::CommunityError,
    feed::FeedError,
    id::{CommunityId, PostId},
    live::Signal,
};
use surrealdb::types::Variables;

/// Runs `surql` about `post`, to its end whoever hangs up; the post is read again and its pages hear
/// of it. It throws `gone`, `archived` or `no_comment`.
pub(super) async fn mark(
    ctx: &Context,
    community: CommunityId,
    post: PostId,
    surql: &'static str,
    variables: Variables,
) -> Result<()> {
    let ctx = ctx.clone();
    to_the_end(async move {
        let written = ctx.write(surql, variables).await;
        ctx.caches().feeds.shown.forget(post);
        written.map_err(|error| match thrown(&error) {
            Some("gone") => Error::from(FeedError::Gone),
            Some("archived") => CommunityError::Archived.into(),
            Some("no_comment") => Reason::NotFound.into(),
            _ => error,
        })?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(())
    })
    .await
}

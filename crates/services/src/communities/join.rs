//! Coming in, with the charter in force.

use super::{found, moved};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Failure, Reason,
    actor::Role,
    community::{ANSWER_MAX, CommunityError, Stage},
    form::{Fault, Reader},
    id::CommunityId,
    policy::{Action, allow, judge},
};

/// Accepts version `charter` of the community's charter and joins it: as a member where it is open,
/// as one who asks where somebody answers, unless they were invited. Gives what the actor is there now.
///
/// Repeating it changes nothing. A member who does it accepts the version anew. When the charter
/// changed since it was read, nothing happens but [`CommunityError::CharterChanged`].
///
/// Where the community asks a question, a request is made with [`join_answering`]; this one refuses
/// it with [`CommunityError::QuestionFirst`].
pub async fn join(ctx: &Context, actor: &Actor, community: CommunityId, charter: u32) -> Result<Role> {
    come_in(ctx, actor, community, charter, None).await
}

/// The same, with the answer to the community's question. It is kept with the request, as long as
/// that waits; where nothing is asked, or one comes in at once, it is not kept at all.
pub async fn join_answering(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    charter: u32,
    answer: &str,
) -> Result<Role> {
    come_in(ctx, actor, community, charter, Some(answer)).await
}

async fn come_in(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    charter: u32,
    answer: Option<&str>,
) -> Result<Role> {
    let found = found(ctx, community).await?;
    let action = if actor.role_in(community).is_some() { Action::Read } else { Action::Join };
    match allow(judge(actor, action, &found.place)) {
        Err(Reason::Forbidden) if found.place.stage == Stage::Archived => Err(CommunityError::Archived)?,
        verdict => verdict?,
    }
    let mut form = Reader::default();
    let said = match found.question.as_str() {
        "" => String::new(),
        _ => form.text("answer", answer.unwrap_or_default(), 0, ANSWER_MAX),
    };
    form.done()?;
    let variables = bind! {
        person: Id(actor.person), community: Id(community), version: i64::from(charter), at: At(ctx.now()),
        answer: Some(said).filter(|said| !said.is_empty())
    };
    let joined = ctx.write(include_str!("join.surql"), variables).await;
    let mut rows = joined.map_err(|error| match thrown(&error) {
        Some("archived") => CommunityError::Archived.into(),
        Some("charter") => CommunityError::CharterChanged.into(),
        Some("invitation") => Reason::Forbidden.into(),
        Some("answer") if answer.is_none() => CommunityError::QuestionFirst.into(),
        Some("answer") => {
            Failure { fields: vec![("answer".into(), Fault::Required)], ..Reason::Form.into() }.into()
        }
        _ => error,
    })?;
    moved(ctx, community, actor.person);
    let role: Option<Word<Role>> = rows.one(1)?;
    role.map(|role| role.0).ok_or_else(|| Error::broken("a membership that was written and is not"))
}

//! Who sees a community and how one comes in: read, and changed by those who steer.

use super::{found, found_by_slug};
use crate::{
    Context, bind,
    db::{Id, Word, thrown},
    error::{Error, Result},
    search::Subject,
};
use domain::{
    Actor, Reason,
    community::{CommunityError, Perimeter, PerimeterForm},
    form::Reader,
    id::CommunityId,
    policy::{Action, allow, judge},
};

/// The perimeter of a community, for those who govern it.
pub async fn perimeter(ctx: &Context, actor: &Actor, slug: &str) -> Result<Perimeter> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    Ok(of(&found))
}

/// Whether the actor governs the community at `slug`: NotFound when they may not know of it.
pub async fn may_steer(ctx: &Context, actor: &Actor, slug: &str) -> Result<()> {
    let found = found_by_slug(ctx, slug).await?;
    // An archived one is looked at from outside like any other.
    let steers = actor.is_manager() || actor.role_in(found.id) >= Some(domain::actor::Role::Animator);
    match judge(actor, Action::Look, &found.place) {
        domain::policy::Verdict::Allowed if !steers => Err(Reason::Forbidden.into()),
        verdict => Ok(allow(verdict)?),
    }
}

fn of(found: &super::Found) -> Perimeter {
    Perimeter {
        admission: found.place.admission,
        listed: found.place.listed,
        glimpse: found.place.glimpse,
        question: found.question.clone(),
    }
}

/// Gives the community the perimeter of `form`. `from` is the [`Perimeter::mark`] of the one whose
/// changes were said: when it is another by now, nothing happens but
/// [`CommunityError::PerimeterChanged`]. Done already, it changes nothing.
///
/// What is for everyone stays open and in the directory.
pub async fn set_perimeter(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    form: &PerimeterForm,
    from: &str,
) -> Result<()> {
    let known = found(ctx, community).await?;
    allow(judge(actor, Action::Govern, &known.place))?;
    let mut reader = Reader::default();
    let wanted = form.read(&mut reader);
    reader.done()?;
    let was = of(&known);
    if was == wanted {
        return Ok(());
    }
    if known.everyone {
        return Err(CommunityError::ForEveryone.into());
    }
    if was.mark() != from {
        return Err(CommunityError::PerimeterChanged.into());
    }
    let variables = bind! {
        community: Id(community), admission: Word(wanted.admission), listed: wanted.listed,
        glimpse: Word(wanted.glimpse), question: wanted.question.clone(),
        was_admission: Word(was.admission), was_listed: was.listed, was_glimpse: Word(was.glimpse),
        was_question: was.question.clone()
    };
    ctx.write(include_str!("perimeter.surql"), variables).await.map_err(|error| -> Error {
        match thrown(&error) {
            Some("absent") => Reason::NotFound.into(),
            Some("archived") => CommunityError::Archived.into(),
            Some("changed") => CommunityError::PerimeterChanged.into(),
            _ => error,
        }
    })?;
    // What is listed, and what may be joined, is kept for all at once.
    ctx.caches().communities.forget_all();
    ctx.caches().touched.touch(Subject::Community(community));
    Ok(())
}

//! A community opens, with its charter and those who answer for it.

use super::named::named;
use crate::{
    Context, accounts, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Failure, Reason,
    community::{NewCommunity, Opening, slug},
    fold::fold,
    form::{Fault, Reader},
    id::CommunityId,
    policy::{allow, may_open},
};

/// Opens the community that `form` describes; `key` is the form's, and sending it again gives the
/// same community. Community managers and administrators only.
pub async fn open(ctx: &Context, actor: &Actor, form: NewCommunity, key: &str) -> Result<CommunityId> {
    allow(may_open(actor))?;
    let people = named(ctx, form.named()).await?;
    let mut reader = Reader::default();
    let opening = form.read(&mut reader, ctx.today(), |text| people.get(text).copied());
    reader.done()?;
    let opening = opening.ok_or_else(|| Error::broken("a form without a fault that cannot be read"))?;

    let id = CommunityId::new(ctx.ulid());
    let slug = free_slug(ctx, &opening.name).await?;
    let animators: Vec<_> = opening.animators.iter().copied().map(Id).collect();
    let variables = bind! {
        id: Id(id), slug, name: opening.name.clone(), sort: fold(&opening.name),
        summary: opening.summary.clone(), words: fold(&opening.summary), kind: Word(opening.kind),
        hue: Word(opening.hue), admission: Word(opening.admission), listed: opening.listed,
        everyone: opening.everyone, sponsor: Id(opening.sponsor), animators,
        text: Word(opening.charter.clone()), by: Id(actor.person), at: At(ctx.now())
    };
    let written = ctx.write_once(actor.person, key, id, include_str!("open.surql"), variables).await;
    let outcome = written.map_err(|error| match thrown(&error) {
        Some("taken") => taken(),
        _ => error,
    })?;
    if outcome.first {
        ctx.caches().communities.forget_all();
        forget(ctx, &opening);
    }
    outcome.id.parse().map_err(Error::broken)
}

/// The communities of these people changed.
fn forget(ctx: &Context, opening: &Opening) {
    if opening.everyone {
        return ctx.caches().actors.forget_all();
    }
    for person in opening.animators.iter().chain([&opening.sponsor]) {
        accounts::forget_actor(ctx, *person);
    }
}

fn taken() -> Error {
    Failure { fields: vec![("name".into(), Fault::Taken)], ..Reason::Form.into() }.into()
}

pub(super) const BY_SLUG: &str = "SELECT VALUE sort FROM community WHERE slug = $slug LIMIT 1";

/// The address for `name`. Names that differ only after the sixtieth letter, or in a script that
/// addresses do not have, are numbered; the same name twice is refused when it is written.
async fn free_slug(ctx: &Context, name: &str) -> Result<String> {
    let wanted = slug(name);
    let mut candidate = wanted.clone();
    for number in 2..100 {
        let holder: Option<String> = ctx.db().row(BY_SLUG, bind! { slug: candidate.clone() }).await?;
        match holder {
            None => return Ok(candidate),
            // Taken, unless this very form took it: the transaction knows.
            Some(sort) if sort == fold(name) => return Ok(candidate),
            Some(_) => candidate = format!("{wanted}-{number}"),
        }
    }
    Err(taken())
}

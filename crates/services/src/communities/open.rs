//! A community opens, with its charter and those who answer for it.

use super::named::named;
use crate::{
    Context, accounts, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Failure, Reason,
    community::{NewCommunity, Opening, Stage, slug},
    fold::fold,
    form::{Fault, Reader},
    id::{CommunityId, PersonId},
    policy::{allow, may_open},
};
use jiff::civil::Date;
use surrealdb::types::Variables;

/// Opens the community that `form` describes; `key` is the form's, and sending it again gives the
/// same community. Community managers and administrators only.
pub async fn open(ctx: &Context, actor: &Actor, form: NewCommunity, key: &str) -> Result<CommunityId> {
    allow(may_open(actor))?;
    let opening = read(ctx, &form, |form, reader, today, who| form.read(reader, today, who)).await?;
    let founding = Founding { by: actor.person, stage: Stage::Active, also: None };
    found_community(ctx, actor, opening, founding, key).await
}

/// How a form is read: as one that opens, or as one that was proposed.
type Reading = fn(&NewCommunity, &mut Reader, Date, &dyn Fn(&str) -> Option<PersonId>) -> Option<Opening>;

/// Reads `form`, or tells every fault of it.
pub(super) async fn read(ctx: &Context, form: &NewCommunity, reading: Reading) -> Result<Opening> {
    let people = named(ctx, form.named()).await?;
    let mut reader = Reader::default();
    let opening = reading(form, &mut reader, ctx.today(), &|text| people.get(text).copied());
    reader.done()?;
    opening.ok_or_else(|| Error::broken("a form without a fault that cannot be read"))
}

/// What a community that opens does not say of itself.
pub(super) struct Founding {
    /// Who wrote the charter.
    pub by: PersonId,
    pub stage: Stage,
    /// What is written with it, in the same transaction and before it; the community is `$id` there.
    pub also: Option<(&'static str, Variables)>,
}

/// The community is written, with its charter and its people, unless `key` did it before. The one
/// way communities come to be; what a query of `also` throws comes back as it is.
pub(super) async fn found_community(
    ctx: &Context,
    actor: &Actor,
    opening: Opening,
    founding: Founding,
    key: &str,
) -> Result<CommunityId> {
    let id = CommunityId::new(ctx.ulid());
    let slug = free_slug(ctx, &opening.name).await?;
    let animators: Vec<_> = opening.animators.iter().copied().map(Id).collect();
    let mut variables = bind! {
        id: Id(id), slug, name: opening.name.clone(), sort: fold(&opening.name),
        summary: opening.summary.clone(), words: fold(&opening.summary), kind: Word(opening.kind),
        tags: opening.tags.clone(),
        hue: Word(opening.hue), admission: Word(opening.admission), listed: opening.listed,
        everyone: opening.everyone, stage: Word(founding.stage), sponsor: Id(opening.sponsor), animators,
        text: Word(opening.charter.clone()), by: Id(founding.by), at: At(ctx.now())
    };
    let (before, more) = founding.also.unwrap_or_default();
    variables.extend(more);
    let surql = format!("{before}{}", include_str!("open.surql"));
    let written = ctx.write_once(actor.person, key, id, &surql, variables).await;
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

//! Those whom the animators invite by name: called, called off, and answering.
//!
//! To accept is to join, with the charter in force ([`super::join()`]).

use super::{found, found_by_slug, moved, named::named};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Failure, Reason,
    community::{CommunityError, GuestRow, PAGE, PersonRef},
    form::Fault,
    id::{CommunityId, MediaId, PersonId, newest_first},
    page::Page,
    policy::{Action, allow, judge},
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// Invitations of one community that wait for an answer, at most: what is sent further is not an
/// invitation by name any more.
const MOST: i64 = 500;

/// Invites the person whom `name`, an address or an exact name, stands for. Who asks to come in is let
/// in; who was invited stays so; a member is told beside the field.
pub async fn call_guest(ctx: &Context, actor: &Actor, community: CommunityId, name: &str) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    if !found.place.stage.is_public() {
        return Err(Reason::Forbidden.into());
    }
    let name = name.trim();
    if name.is_empty() {
        return Err(beside(Fault::Required));
    }
    let person = named(ctx, std::iter::once(name)).await?.get(name).copied();
    let person = person.ok_or_else(|| beside(Fault::Person))?;
    let variables = bind! {
        person: Id(person), community: Id(community), by: Id(actor.person), at: At(ctx.now()),
        rank: newest_first(ctx.ulid()).to_string(), most: MOST
    };
    ctx.write(include_str!("guest.surql"), variables).await.map_err(|error| -> Error {
        match thrown(&error) {
            Some("member") => beside(Fault::Taken),
            Some("many") => beside(Fault::TooMany { max: usize::try_from(MOST).unwrap_or(usize::MAX) }),
            Some("archived") => CommunityError::Archived.into(),
            _ => error,
        }
    })?;
    moved(ctx, community, person);
    Ok(())
}

fn beside(fault: Fault) -> Error {
    Failure { fields: vec![("guest".into(), fault)], ..Reason::Form.into() }.into()
}

const GONE: &str = "DELETE type::record('guest', [$person, $community]) RETURN NONE;";

/// Takes an invitation back; when there is none, nothing changes.
pub async fn call_off(ctx: &Context, actor: &Actor, community: CommunityId, person: PersonId) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    forget(ctx, community, person).await
}

/// Declines the invitation of the actor; the community is to them again what it is to others. When
/// there is none, nothing changes.
pub async fn decline_invitation(ctx: &Context, actor: &Actor, community: CommunityId) -> Result<()> {
    if !actor.is_invited(community) {
        // Sent twice: what they may not know of does not exist for them.
        let found = found(ctx, community).await?;
        return Ok(allow(judge(actor, Action::Look, &found.place))?);
    }
    forget(ctx, community, actor.person).await
}

async fn forget(ctx: &Context, community: CommunityId, person: PersonId) -> Result<()> {
    ctx.write(GONE, bind! { person: Id(person), community: Id(community) }).await?;
    crate::accounts::forget_actor(ctx, person);
    Ok(())
}

pub(super) const ROWS: &str = "SELECT person, person.name AS name, person.title AS title, \
     person.picture AS picture, created, rank FROM guest \
     WHERE community = $community AND rank > $after AND rank < '~' ORDER BY rank LIMIT $limit";

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    name: String,
    title: String,
    picture: Option<Id<MediaId>>,
    created: At,
    rank: String,
}

/// A page of those who were invited and have not answered, the latest first, for those who govern.
pub async fn guests(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<Page<GuestRow>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    let variables = bind! {
        community: Id(found.id), after: cursor.unwrap_or_default().to_owned(),
        limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX)
    };
    let rows: Vec<Row> = ctx.db().rows(ROWS, variables).await?;
    Ok(Page::cut(rows, PAGE, |row| row.rank.clone()).map(|row| GuestRow {
        person: PersonRef {
            id: row.person.0,
            name: row.name,
            title: row.title,
            picture: row.picture.map(|picture| picture.0),
        },
        since: row.created.0,
    }))
}

/// The communities the actor is invited to, by name; those that closed meanwhile are left out.
pub async fn invited_to(ctx: &Context, actor: &Actor) -> Result<Vec<Arc<super::Found>>> {
    let mut calling = Vec::new();
    for community in &actor.invited {
        match found(ctx, *community).await {
            Ok(found) if actor.role_in(found.id).is_none() => {
                if judge(actor, Action::Join, &found.place).is_allowed() {
                    calling.push(found);
                }
            }
            Ok(_) => {}
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    calling.sort_by(|a, b| a.sort.cmp(&b.sort).then(a.id.cmp(&b.id)));
    Ok(calling)
}

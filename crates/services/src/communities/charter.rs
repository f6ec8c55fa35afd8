//! The charter in force, as it is read before joining.

use super::{
    found_by_slug,
    members::{MEMBERS, TEAM, rows},
};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor, Reason,
    actor::Role,
    community::{Charter, CharterView, MemberRow, PersonRef},
    id::{CommunityId, MediaId, PersonId},
    policy::{Action, allow, judge},
};
use surrealdb::types::SurrealValue;

/// Those named under a charter; a larger team is on the page of members.
const TEAM_SHOWN: usize = 20;

pub(super) const IN_FORCE: &str = "SELECT charter AS version, \
     type::record('charter', [id, charter]).text AS text, \
     type::record('charter', [id, charter]).created AS created, \
     IF sponsor != NONE { sponsor.{id, name, title, picture} } ELSE { NONE } AS sponsor, \
     type::record('membership', [$person, id]).accepted AS accepted, \
     type::record('membership', [$person, id]).role AS role \
     FROM ONLY $community";

#[derive(SurrealValue)]
struct Row {
    version: i64,
    text: Option<Word<Charter>>,
    created: Option<At>,
    sponsor: Option<Named>,
    accepted: Option<i64>,
    role: Option<Word<Role>>,
}

#[derive(SurrealValue)]
struct Named {
    id: Id<PersonId>,
    name: String,
    title: String,
    picture: Option<Id<MediaId>>,
}

/// The charter of a community, for whoever may read it, joined or not.
pub async fn charter(ctx: &Context, actor: &Actor, slug: &str) -> Result<CharterView> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Study, &found.place))?;
    let variables = bind! { community: Id(found.id), person: Id(actor.person) };
    let row: Option<Row> = ctx.db().query(IN_FORCE, variables).await?.one(0)?;
    let row = row.ok_or(Reason::NotFound)?;
    let (Some(text), Some(created)) = (row.text, row.created) else {
        return Err(Reason::NotFound.into());
    };
    let team = rows(ctx, found.id, TEAM, MEMBERS, TEAM_SHOWN).await?;
    let animators = team.into_iter().filter(|row| row.role.0 == Role::Animator);
    Ok(CharterView {
        charter: text.0,
        version: u32::try_from(row.version).unwrap_or_default(),
        since: created.0,
        sponsor: row.sponsor.map(|person| PersonRef {
            id: person.id.0,
            name: person.name,
            title: person.title,
            picture: person.picture.map(|picture| picture.0),
        }),
        animators: animators.map(|row| MemberRow::from(row).person).collect(),
        accepted: match row.role {
            Some(Word(Role::Requested)) | None => None,
            Some(_) => row.accepted.and_then(|version| u32::try_from(version).ok()),
        },
    })
}

pub(super) const AT: &str = "SELECT VALUE text FROM ONLY type::record('charter', [$community, $version])";

/// The text of one version, whoever asks; NotFound when there is none.
pub(super) async fn charter_text(ctx: &Context, community: CommunityId, version: u32) -> Result<Charter> {
    let variables = bind! { community: Id(community), version: i64::from(version) };
    let text: Option<Word<Charter>> = ctx.db().query(AT, variables).await?.one(0)?;
    text.map(|text| text.0).ok_or_else(|| Reason::NotFound.into())
}

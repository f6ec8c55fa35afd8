//! What happened to communities, roles that are offered, and who was greeted.

use super::{Round, joined, shown};
use crate::{
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    community::{Stage, life::Turn},
    id::{CommunityId, PersonId},
};
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue, Value};

#[derive(SurrealValue)]
struct Line {
    id: RecordId,
    community: Id<CommunityId>,
    turn: Word<Turn>,
    by: Id<PersonId>,
    about: Option<Id<PersonId>>,
}

#[derive(SurrealValue)]
struct Offer {
    id: RecordId,
    community: Id<CommunityId>,
    giver: Id<PersonId>,
    taker: Id<PersonId>,
    created: At,
    expires: At,
    role: Option<String>,
}

#[derive(SurrealValue)]
struct Greeting {
    id: RecordId,
    greeted: Option<At>,
    greeted_by: Option<Id<PersonId>>,
}

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    round.each("life", "id, community, turn, by, about", line).await?;
    let offer_columns = "id, community, giver, taker, created, expires, \
         type::record('membership', [giver, community]).role AS role";
    round.each("handover", offer_columns, offer).await?;
    round.each("membership", "id, greeted, greeted_by", greeting).await
}

fn line(round: &mut Round<'_>, row: Line) {
    let id = shown(&row.id);
    round.community(row.community.0, || id.clone());
    round.person(row.by.0, || id.clone());
    if let Some(Id(about)) = row.about {
        round.person(about, || id.clone());
    }
    let within = match &row.id.key {
        RecordIdKey::Array(parts) => parts.first() == Some(&Value::RecordId(row.community.record())),
        _ => false,
    };
    round.hold(within, || format!("{id} is not in the history of its community"));
    let about = matches!(row.turn.0, Turn::HandedOver | Turn::Entrusted);
    round.hold(about == row.about.is_some(), || format!("{id} does not say whom it concerns"));
}

fn offer(round: &mut Round<'_>, row: Offer) {
    let id = shown(&row.id);
    let key = vec![Value::RecordId(row.community.record()), Value::RecordId(row.giver.record())];
    round.hold(row.id == joined("handover", key), || format!("{id} is not where it belongs"));
    round.community(row.community.0, || id.clone());
    for person in [row.giver, row.taker] {
        round.person(person.0, || id.clone());
    }
    round.hold(row.created < row.expires, || format!("{id} ends before it begins"));
    let animates = row.role.as_deref() == Some("animator");
    round.hold(animates, || format!("{id} offers a role its giver does not have"));
    let archived = round.communities.get(&row.community.0).is_some_and(|it| it.stage() == Stage::Archived);
    round.hold(!archived, || format!("{id} offers a role in an archived community"));
}

fn greeting(round: &mut Round<'_>, row: Greeting) {
    let id = shown(&row.id);
    round.hold(row.greeted.is_some() == row.greeted_by.is_some(), || format!("{id} is half greeted"));
    if let Some(Id(by)) = row.greeted_by {
        round.person(by, || format!("the greeting of {id}"));
    }
}

//! Offers as the two they concern see them.

use crate::{
    Context, bind,
    communities::found,
    db::{At, Id},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{PersonRef, handing::OfferView},
    id::{CommunityId, MediaId, PersonId},
};
use jiff::Timestamp;
use std::sync::Arc;
use surrealdb::types::SurrealValue;

const COLUMNS: &str = "community, giver.{ id, name, title, picture } AS giver, \
     taker.{ id, name, title, picture } AS taker, expires";

/// Offers made to one person: a handful.
pub(super) const TO: &str = "SELECT VALUE id FROM handover WHERE taker = $person ORDER BY created LIMIT 20";

#[derive(SurrealValue)]
struct Named {
    id: Id<PersonId>,
    name: String,
    title: String,
    picture: Option<Id<MediaId>>,
}

impl From<Named> for PersonRef {
    fn from(row: Named) -> Self {
        PersonRef {
            id: row.id.0,
            name: row.name,
            title: row.title,
            picture: row.picture.map(|picture| picture.0),
        }
    }
}

#[derive(SurrealValue)]
struct Row {
    community: Id<CommunityId>,
    giver: Named,
    taker: Named,
    expires: At,
}

impl From<Row> for OfferView {
    fn from(row: Row) -> Self {
        OfferView {
            community: row.community.0,
            from: row.giver.into(),
            to: row.taker.into(),
            expires: row.expires.0,
        }
    }
}

/// What stands in `community` for the actor: the offer they made, and those made to them.
pub async fn offers(ctx: &Context, actor: &Actor, community: CommunityId) -> Result<Vec<OfferView>> {
    let surql = format!(
        "SELECT {COLUMNS} FROM array::concat([type::record('handover', [$community, $person])], ({TO})) \
         WHERE community = $community AND expires > $at"
    );
    let variables = bind! { community: Id(community), person: Id(actor.person), at: At(ctx.now()) };
    let rows: Vec<Row> = ctx.db().rows(&surql, variables).await?;
    Ok(rows.into_iter().map(OfferView::from).collect())
}

/// That a role is offered to somebody, told beside every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferNews {
    pub slug: String,
    pub community: String,
    /// Who offers it.
    pub from: String,
}

/// An offer made to a person, as it is kept in memory.
pub(crate) type Offered = (CommunityId, String, Timestamp);

/// What was offered to the actor, expired or not; from memory when it is there.
async fn offered(ctx: &Context, actor: &Actor) -> Result<Arc<[Offered]>> {
    let cache = &ctx.caches().offers;
    if let Some(offered) = cache.get(&actor.person) {
        return Ok(offered);
    }
    let era = cache.era();
    let surql = format!("SELECT {COLUMNS} FROM ({TO})");
    let rows: Vec<Row> = ctx.db().rows(&surql, bind! { person: Id(actor.person) }).await?;
    let offered: Arc<[Offered]> =
        rows.into_iter().map(|row| (row.community.0, row.giver.name, row.expires.0)).collect();
    cache.keep(actor.person, offered.clone(), era);
    Ok(offered)
}

/// Whether somebody offered the actor their role in `community`.
pub(in crate::communities) async fn is_offered(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
) -> Result<bool> {
    Ok(offered(ctx, actor).await?.iter().any(|(of, ..)| *of == community))
}

/// The first role that is offered to the actor, while it is.
pub async fn told(ctx: &Context, actor: &Actor) -> Result<Option<OfferNews>> {
    for (community, from, expires) in offered(ctx, actor).await?.iter() {
        if *expires <= ctx.now() || actor.role_in(*community).is_none() {
            continue;
        }
        match found(ctx, *community).await {
            Ok(found) => {
                let (slug, community) = (found.slug.clone(), found.name.clone());
                return Ok(Some(OfferNews { slug, community, from: from.clone() }));
            }
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

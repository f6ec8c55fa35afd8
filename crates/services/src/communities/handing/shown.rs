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

/// The first role that is offered to the actor, while it is.
pub async fn told(ctx: &Context, actor: &Actor) -> Result<Option<OfferNews>> {
    let cache = &ctx.caches().offers;
    let offered = match cache.get(&actor.person) {
        Some(offered) => offered,
        None => {
            let era = cache.era();
            let surql = format!("SELECT {COLUMNS} FROM ({TO})");
            let rows: Vec<Row> = ctx.db().rows(&surql, bind! { person: Id(actor.person) }).await?;
            let offered: Arc<[Offered]> =
                rows.into_iter().map(|row| (row.community.0, row.giver.name, row.expires.0)).collect();
            cache.keep(actor.person, offered.clone(), era);
            offered
        }
    };
    for (community, from, expires) in offered.iter() {
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

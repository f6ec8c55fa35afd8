//! Communities the actor has not joined, for the side of the home page.

use super::found::{Found, found};
use crate::{
    Context, bind,
    db::Id,
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    id::CommunityId,
    policy::{Action, judge},
};
use std::sync::Arc;

/// How many are suggested at once.
const SHOWN: usize = 3;

pub(super) const JOINABLE: &str = "SELECT VALUE id FROM community WHERE sort > '' AND sort < $end \
     AND listed = true AND stage IN ['launching', 'active'] \
     AND admission IN ['open', 'on_request'] ORDER BY sort LIMIT 1000";

/// Three communities the actor may join and is not in. Each gets its turn, whatever its size: the
/// list is entered at another place every day, and elsewhere for each person.
pub async fn suggested(ctx: &Context, actor: &Actor) -> Result<Vec<Arc<Found>>> {
    if actor.is_partner() {
        return Ok(Vec::new());
    }
    let joinable = ctx.caches().communities.joinable.get_or_insert_async(&(), joinable(ctx)).await?;
    let mut suggested = Vec::new();
    let start = ctx.turn(actor, joinable.len());
    for id in joinable.iter().cycle().skip(start).take(joinable.len()) {
        if actor.memberships.iter().any(|(mine, _)| mine == id) {
            continue;
        }
        match found(ctx, *id).await {
            Ok(found) if !found.everyone && judge(actor, Action::Join, &found.place).is_allowed() => {
                suggested.push(found);
            }
            Ok(_) => {}
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => {}
            Err(error) => return Err(error),
        }
        if suggested.len() == SHOWN {
            break;
        }
    }
    Ok(suggested)
}

async fn joinable(ctx: &Context) -> Result<Arc<[CommunityId]>> {
    let rows: Vec<Id<CommunityId>> =
        ctx.db().rows(JOINABLE, bind! { end: super::list::END.to_owned() }).await?;
    Ok(rows.into_iter().map(|id| id.0).collect())
}

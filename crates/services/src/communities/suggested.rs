//! Communities the actor has not joined, for the side of the home page.

use super::found::{Found, found};
use crate::{
    Context, bind,
    db::Id,
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{COLLEAGUES_MIN, Why},
    id::{CommunityId, WorkplaceId},
    policy::{Action, judge},
};
use jiff::civil::Date;
use std::{collections::HashMap, sync::Arc};
use surrealdb::types::SurrealValue;

/// How many are suggested at once.
const SHOWN: usize = 3;

pub(super) const JOINABLE: &str = "SELECT VALUE id FROM community WHERE sort > '' AND sort < $end \
     AND listed = true AND stage IN ['launching', 'active'] \
     AND admission IN ['open', 'on_request'] ORDER BY sort LIMIT 1000";

/// Communities with more members are not looked through for colleagues: everybody knows somebody there.
const COUNTED: i64 = 2_000;

/// A community one could join, and why it is suggested.
#[derive(Clone, Debug)]
pub struct Suggestion {
    pub found: Arc<Found>,
    pub why: Why,
}

/// What is kept of a person's suggestions of one day.
pub(crate) type Suggestions = (Date, Arc<[(CommunityId, Why)]>);

/// Three communities the actor may join, is not in and did not dismiss. Those meant for them come
/// first; of the others each gets its turn, whatever its size: the list is entered at another place
/// every day, and elsewhere for each person.
pub async fn suggested(ctx: &Context, actor: &Actor) -> Result<Vec<Suggestion>> {
    if actor.is_partner() {
        return Ok(Vec::new());
    }
    let (kept, today) = (&ctx.caches().suggestions, ctx.today());
    let chosen = match kept.get(&actor.person).filter(|(day, _)| *day == today) {
        Some((_, chosen)) => chosen,
        None => {
            let era = kept.era();
            let chosen: Arc<[_]> = choose(ctx, actor).await?.into();
            kept.keep(actor.person, (today, chosen.clone()), era);
            chosen
        }
    };
    let mut suggested = Vec::new();
    for (id, why) in chosen.iter() {
        // What changed since it was chosen is left out until tomorrow.
        if let Some(found) = fitting(ctx, actor, *id).await? {
            suggested.push(Suggestion { found, why: why.clone() });
        }
        if suggested.len() == SHOWN {
            break;
        }
    }
    Ok(suggested)
}

/// The community, when the actor may join it and has nothing to do with it yet.
async fn fitting(ctx: &Context, actor: &Actor, id: CommunityId) -> Result<Option<Arc<Found>>> {
    if actor.memberships.iter().any(|(mine, _)| *mine == id) || actor.is_invited(id) {
        return Ok(None);
    }
    match found(ctx, id).await {
        Ok(found) if !found.everyone && judge(actor, Action::Join, &found.place).is_allowed() => {
            Ok(Some(found))
        }
        Ok(_) => Ok(None),
        Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

pub(super) const OWN: &str = "SELECT craft, workplace, workplace.name AS place FROM $person";
pub(super) const DISMISSED: &str = "SELECT VALUE community FROM dismissal:[$person, NONE]..=[$person, ..]";

#[derive(SurrealValue)]
struct Own {
    craft: String,
    workplace: Option<Id<WorkplaceId>>,
    place: Option<String>,
}

/// A few more than are shown: joined meanwhile, the next one moves up.
async fn choose(ctx: &Context, actor: &Actor) -> Result<Vec<(CommunityId, Why)>> {
    let mut rows =
        ctx.db().query(&format!("{OWN}; {DISMISSED};"), bind! { person: Id(actor.person) }).await?;
    let Some(own) = rows.take::<Own>(0)?.into_iter().next() else { return Ok(Vec::new()) };
    let dismissed = rows.take::<Id<CommunityId>>(1)?;
    let workplace = own.workplace.map(|workplace| workplace.0);
    let joinable = ctx.caches().communities.joinable.get_or_insert_async(&(), joinable(ctx)).await?;
    let (mut meant, mut others) = (Vec::new(), Vec::new());
    let start = ctx.turn(actor, joinable.len());
    for id in joinable.iter().cycle().skip(start).take(joinable.len()) {
        if dismissed.iter().any(|no| no.0 == *id) {
            continue;
        }
        let Some(found) = fitting(ctx, actor, *id).await? else { continue };
        if found.rule.matches(workplace, &own.craft) {
            let place = own.place.clone().filter(|_| found.rule.place.is_some());
            meant.push((*id, place.map_or_else(|| Why::Craft(own.craft.clone()), Why::Place)));
        } else if others.len() < 2 * SHOWN {
            others.push((*id, Why::Turn));
        }
        if meant.len() == 2 * SHOWN {
            break;
        }
    }
    if let Some(workplace) = workplace {
        for (id, why) in others.iter_mut().take(SHOWN) {
            let colleagues = colleagues(ctx, *id, workplace).await?;
            if colleagues >= COLLEAGUES_MIN {
                *why = Why::Colleagues(colleagues);
            }
        }
    }
    meant.extend(others);
    meant.truncate(2 * SHOWN);
    Ok(meant)
}

pub(super) const WORKPLACES: &str = "SELECT VALUE person.workplace FROM membership \
     WHERE community = $community AND sort > '' AND sort < '9' ORDER BY sort LIMIT $limit";

/// How many members work at `workplace`; counted once a day.
async fn colleagues(ctx: &Context, community: CommunityId, workplace: WorkplaceId) -> Result<u64> {
    let (kept, today) = (&ctx.caches().colleagues, ctx.today());
    let counted = match kept.get(&community).filter(|(day, _)| *day == today) {
        Some((_, counted)) => counted,
        None => {
            let era = kept.era();
            let variables = bind! { community: Id(community), limit: COUNTED + 1 };
            let rows: Vec<Option<Id<WorkplaceId>>> = ctx.db().rows(WORKPLACES, variables).await?;
            let mut counted: HashMap<WorkplaceId, u64> = HashMap::new();
            if i64::try_from(rows.len()).is_ok_and(|rows| rows <= COUNTED) {
                for place in rows.into_iter().flatten() {
                    *counted.entry(place.0).or_default() += 1;
                }
            }
            let counted = Arc::new(counted);
            kept.keep(community, (today, counted.clone()), era);
            counted
        }
    };
    Ok(counted.get(&workplace).copied().unwrap_or_default())
}

async fn joinable(ctx: &Context) -> Result<Arc<[CommunityId]>> {
    let rows: Vec<Id<CommunityId>> =
        ctx.db().rows(JOINABLE, bind! { end: super::list::END.to_owned() }).await?;
    Ok(rows.into_iter().map(|id| id.0).collect())
}

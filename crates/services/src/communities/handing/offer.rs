//! Who animates offers their role to a member, and takes it back; the member declines.

use super::forget;
use crate::{
    Context, bind,
    communities::{found, life::told_why},
    db::{At, Id},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{
        CommunityError, Stage,
        handing::{OFFER_DAYS, may_offer},
    },
    id::{CommunityId, PersonId},
    policy::{Action, allow, judge},
};
use jiff::SignedDuration;

const OFFER: &str = "
LET $mine = SELECT VALUE role FROM ONLY type::record('membership', [$person, $community]);
LET $theirs = SELECT VALUE role FROM ONLY type::record('membership', [$to, $community]);
IF $community.stage = 'archived' { THROW 'archived' };
IF $mine != 'animator' { THROW 'gone' };
IF $theirs != 'member' OR $to.role = 'partner' OR $to.active != true { THROW 'misplaced' };
LET $id = type::record('handover', [$community, $person]);
LET $before = SELECT VALUE taker FROM ONLY $id;
UPSERT $id SET community = $community, giver = $person, taker = $to, created = $at, expires = $expires RETURN NONE;
$before;
";

/// Offers the actor's role to the member `to`, for two weeks. An offer made before gives way to it.
pub async fn offer_role(ctx: &Context, actor: &Actor, community: CommunityId, to: PersonId) -> Result<()> {
    let found = found(ctx, community).await?;
    match allow(may_offer(actor, &found.place)) {
        Err(Reason::Forbidden) if found.place.stage == Stage::Archived => Err(CommunityError::Archived)?,
        verdict => verdict?,
    }
    let now = ctx.now();
    let expires = now.checked_add(SignedDuration::from_hours(24 * OFFER_DAYS)).map_err(Error::broken)?;
    let variables = bind! {
        person: Id(actor.person), community: Id(community), to: Id(to), at: At(now), expires: At(expires)
    };
    let mut rows = ctx.write(OFFER, variables).await.map_err(told_why)?;
    let before: Option<Id<PersonId>> = rows.one(9)?;
    for person in before.map(|id| id.0).into_iter().chain([to]) {
        forget(ctx, person);
    }
    Ok(())
}

const END: &str = "
LET $id = type::record('handover', [$community, $from]);
LET $to = SELECT VALUE taker FROM ONLY $id;
IF $person = $from OR $person = $to OR $steers { DELETE $id RETURN NONE };
$to;
";

/// Ends the offer of `from`: taken back by them, declined by who it was made to, or ended by who looks
/// after all communities. It changes nothing when there is none (any more), nor for others.
pub async fn end_offer(ctx: &Context, actor: &Actor, community: CommunityId, from: PersonId) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Read, &found.place))?;
    let variables = bind! {
        person: Id(actor.person), community: Id(community), from: Id(from), steers: actor.is_manager()
    };
    let mut rows = ctx.write(END, variables).await?;
    if let Some(Id(to)) = rows.one::<Id<PersonId>>(4)? {
        forget(ctx, to);
    }
    Ok(())
}

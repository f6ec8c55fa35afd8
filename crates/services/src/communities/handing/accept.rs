//! A member takes over.

use super::forget;
use crate::{
    Context,
    communities::{
        found,
        life::{HAPPENED, happening, told_why},
        moved,
    },
    error::Result,
};
use domain::{
    Actor,
    community::life::Turn,
    id::{CommunityId, PersonId},
    policy::{Action, allow, judge},
};

const ACCEPT: &str = "
LET $id = type::record('handover', [$community, $about]);
LET $offer = SELECT taker, expires FROM ONLY $id;
IF $offer = NONE OR $offer.taker != $person OR $offer.expires <= $at { THROW 'gone' };
LET $theirs = type::record('membership', [$about, $community]);
LET $mine = type::record('membership', [$person, $community]);
IF $theirs.role != 'animator' { THROW 'gone' };
IF $mine.role != 'member' OR $person.role = 'partner' { THROW 'misplaced' };
-- Whoever leaves, or archives, at this very moment writes one of these three records too.
UPDATE $theirs SET role = 'member' RETURN NONE;
UPDATE $mine SET role = 'animator' RETURN NONE;
DELETE $id RETURN NONE;
";

/// Takes the role that `from` offers: they are a member again, the actor animates. Repeating the same
/// form changes nothing.
pub async fn accept_role(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    from: PersonId,
    key: &str,
) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Read, &found.place))?;
    let variables = happening(ctx, community, actor.person, Turn::HandedOver, Some(from), "");
    let written =
        ctx.write_once(actor.person, key, community, &format!("{ACCEPT}{HAPPENED}"), variables).await;
    forget(ctx, actor.person);
    written.map_err(told_why)?;
    moved(ctx, community, from);
    moved(ctx, community, actor.person);
    Ok(())
}

//! One gesture: hello. And another: I have seen it.

use crate::{
    Context, bind,
    communities::{found, life::told_why},
    db::{At, Id},
    error::Result,
};
use domain::{
    Actor, Reason,
    community::{CommunityError, Stage},
    id::{CommunityId, PersonId},
    policy::{Action, allow, judge},
};

const GREET: &str = "
LET $id = type::record('membership', [$to, $community]);
LET $was = SELECT role, greeted FROM ONLY $id;
IF $was = NONE OR $was.role = 'requested' { THROW 'absent' };
IF $community.stage = 'archived' { THROW 'archived' };
IF $was.greeted = NONE { UPDATE $id SET greeted = $at, greeted_by = $person RETURN NONE };
";

/// Greets the member `to` in the name of the team: they see by whom. Of two who greet, the first is
/// told; repeating it changes nothing.
pub async fn greet(ctx: &Context, actor: &Actor, community: CommunityId, to: PersonId) -> Result<()> {
    let found = found(ctx, community).await?;
    match allow(judge(actor, Action::Govern, &found.place)) {
        Err(Reason::Forbidden) if found.place.stage == Stage::Archived => Err(CommunityError::Archived)?,
        verdict => verdict?,
    }
    let variables =
        bind! { to: Id(to), community: Id(community), person: Id(actor.person), at: At(ctx.now()) };
    ctx.write(GREET, variables).await.map_err(told_why)?;
    Ok(())
}

const SETTLE: &str = "UPDATE type::record('membership', [$person, $community]) SET settled = $at \
     WHERE settled = NONE RETURN NONE;";

/// Puts the actor's welcome away.
pub async fn settle(ctx: &Context, actor: &Actor, community: CommunityId) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Read, &found.place))?;
    let variables = bind! { person: Id(actor.person), community: Id(community), at: At(ctx.now()) };
    ctx.write(SETTLE, variables).await?;
    Ok(())
}

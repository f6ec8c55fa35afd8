//! What a community brings to the goals in common.

use super::{sides, told_why};
use crate::{Context, bind, db::Id, error::Result};
use domain::{
    Actor,
    community::federation::{BRINGS_MAX, Side},
    form::Reader,
    id::CommunityId,
};

const SAY: &str = "
LET $id = type::record('tie', [$federation, $community]);
IF $id.state != 'member' { THROW 'apart' };
UPDATE $id SET brings = $brings RETURN NONE;
";

/// Says in a line what the community does for the goals of the federation; empty, it says nothing. For
/// those who speak for the community.
pub async fn say_brings(
    ctx: &Context,
    actor: &Actor,
    federation: CommunityId,
    community: CommunityId,
    brings: &str,
) -> Result<()> {
    sides(ctx, actor, federation, community, Side::Community).await?;
    let mut form = Reader::default();
    let brings = form.text("brings", brings, 0, BRINGS_MAX);
    form.done()?;
    let variables = bind! { federation: Id(federation), community: Id(community), brings };
    ctx.write(SAY, variables).await.map(drop).map_err(told_why)
}

//! Who has left the house animates no more: their communities go to those who stay, or to those who
//! look after all communities.

use crate::{
    Context, bind,
    communities::{
        all,
        life::{HAPPENED, happening},
        moved,
    },
    db::Id,
    error::Result,
};
use domain::{
    community::life::Turn,
    id::{CommunityId, PersonId},
};

/// Those who animate are one range of the list of members: see `sort` in the migration.
pub(super) const GONE: &str = "SELECT VALUE person FROM membership \
     WHERE community = $community AND sort > '0' AND sort < '1' \
     AND (person.active != true OR (person.leaves != NONE AND person.leaves < $today)) ORDER BY sort LIMIT 100";

const STEP_DOWN: &str = "
LET $id = type::record('membership', [$person, $community]);
LET $was = SELECT VALUE role FROM ONLY $id;
IF $was = 'animator' {
    UPDATE $id SET role = 'member' RETURN NONE;
    DELETE type::record('handover', [$community, $person]) RETURN NONE;
    LET $left = UPDATE ONLY $community SET animators -= 1;
    IF $left.animators = 0 AND $left.stage != 'archived' {
";

/// Makes members of those who animate a community and have left the house; gives how many there were.
pub(crate) async fn depart(ctx: &Context) -> Result<usize> {
    let mut gone = 0;
    for community in all(ctx).await?.iter() {
        for person in gone_from(ctx, *community).await? {
            let variables = happening(ctx, *community, person, Turn::LeftAlone, None, "");
            ctx.write(&format!("{STEP_DOWN}{HAPPENED}}}; }};"), variables).await?;
            moved(ctx, *community, person);
            gone += 1;
        }
    }
    if gone > 0 {
        ctx.caches().offers.forget_all();
    }
    Ok(gone)
}

async fn gone_from(ctx: &Context, community: CommunityId) -> Result<Vec<PersonId>> {
    let variables = bind! { community: Id(community), today: ctx.today().to_string() };
    let rows: Vec<Id<PersonId>> = ctx.db().rows(GONE, variables).await?;
    Ok(rows.into_iter().map(|id| id.0).collect())
}

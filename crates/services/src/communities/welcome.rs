//! What is for everyone takes in those who arrive.

use super::moved;
use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::id::{CommunityId, PersonId};

/// People written in one transaction.
const CHUNK: usize = 100;

pub(super) const FOR_EVERYONE: &str =
    "SELECT VALUE id FROM community WHERE everyone = true AND stage != 'archived'";

/// Makes these people members of every community that is for everyone; partners and people who
/// left are passed over, and who is a member already stays what they are.
pub async fn welcome(ctx: &Context, people: &[PersonId]) -> Result<()> {
    let communities: Vec<Id<CommunityId>> = ctx.db().rows(FOR_EVERYONE, bind! {}).await?;
    for Id(community) in communities {
        for chunk in people.chunks(CHUNK) {
            let arriving: Vec<_> = chunk.iter().copied().map(Id).collect();
            let variables = bind! { community: Id(community), people: arriving, at: At(ctx.now()) };
            ctx.write(include_str!("welcome.surql"), variables).await?;
            for person in chunk {
                moved(ctx, community, *person);
            }
        }
    }
    Ok(())
}

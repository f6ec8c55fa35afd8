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

/// The same for the people `$arriving` as part of another write: nobody is back in the house and not
/// in what is for everyone. `$for_everyone` is what [`for_everyone`] gave; call [`welcomed`] after.
pub(crate) const WELCOME: &str =
    concat!("FOR $community IN $for_everyone {\n", include_str!("welcome.surql"), "};\n");

/// The communities that are for everyone.
pub(crate) async fn for_everyone(ctx: &Context) -> Result<Vec<Id<CommunityId>>> {
    ctx.db().rows(FOR_EVERYONE, bind! {}).await
}

/// After a write with [`WELCOME`] in it.
pub(crate) fn welcomed(ctx: &Context, communities: &[Id<CommunityId>], people: &[Id<PersonId>]) {
    for Id(community) in communities {
        for Id(person) in people {
            moved(ctx, *community, *person);
        }
    }
}

/// Makes these people members of every community that is for everyone; partners and people who
/// left are passed over, and who is a member already stays what they are.
pub async fn welcome(ctx: &Context, people: &[PersonId]) -> Result<()> {
    for Id(community) in for_everyone(ctx).await? {
        for chunk in people.chunks(CHUNK) {
            let arriving: Vec<_> = chunk.iter().copied().map(Id).collect();
            let variables = bind! { community: Id(community), arriving, at: At(ctx.now()) };
            ctx.write(include_str!("welcome.surql"), variables).await?;
            for person in chunk {
                moved(ctx, community, *person);
            }
        }
    }
    Ok(())
}

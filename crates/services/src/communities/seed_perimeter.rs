//! What communities say to be found by, what they ask, and the last days of partners, as they are: for
//! the demonstration. No policy is asked and nobody is told.

use crate::{Context, bind, db::Id, error::Result};
use domain::id::{CommunityId, PersonId, WorkplaceId};
use jiff::civil::Date;
use surrealdb::types::SurrealValue;

/// By what a community is found, and what it asks of those who ask to come in.
#[derive(Clone, Debug)]
pub struct SeedFinding {
    pub community: CommunityId,
    pub tags: Vec<String>,
    pub place: Option<WorkplaceId>,
    pub question: String,
}

/// A question is kept where there are requests only.
const FINDING: &str = "UPDATE $community SET tags = $tags, place = $place,
    question = IF admission = 'on_request' { $question } ELSE { '' } RETURN NONE;";

pub async fn seed_finding(ctx: &Context, seed: SeedFinding) -> Result<()> {
    let variables = bind! {
        community: Id(seed.community), tags: seed.tags, place: seed.place.map(Id), question: seed.question
    };
    ctx.write(FINDING, variables).await?;
    ctx.caches().communities.forget_all();
    Ok(())
}

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    community: Id<CommunityId>,
    until: String,
}

const STAYS: &str = "FOR $row IN $rows {
    UPDATE type::record('membership', [$row.person, $row.community]) SET until = $row.until
        WHERE person.role = 'partner' RETURN NONE;
};";

/// Gives memberships of partners their last day; others, and those that are not there, are left.
pub async fn seed_stays(ctx: &Context, stays: &[(PersonId, CommunityId, Date)]) -> Result<()> {
    let row = |(person, community, until): &(PersonId, CommunityId, Date)| Row {
        person: Id(*person),
        community: Id(*community),
        until: until.to_string(),
    };
    let rows: Vec<Row> = stays.iter().map(row).collect();
    ctx.write(STAYS, bind! { rows }).await?;
    ctx.caches().actors.forget_all();
    Ok(())
}

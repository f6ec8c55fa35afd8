//! Communities and members as they are, with their dates: for the demonstration and for imports.
//!
//! No policy is asked and nobody is told; counters are kept as everywhere.

use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    actor::Role,
    community::{Charter, Hue, Kind, Stage},
    fold::fold,
    id::{CommunityId, PersonId},
    policy::Admission,
};
use jiff::Timestamp;
use surrealdb::types::SurrealValue;

/// Memberships written in one transaction.
const CHUNK: usize = 500;

/// A community and its charter, without its members.
#[derive(Clone, Debug)]
pub struct SeedCommunity {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub summary: String,
    pub kind: Kind,
    pub hue: Hue,
    pub stage: Stage,
    pub admission: Admission,
    pub listed: bool,
    pub everyone: bool,
    pub charter: Charter,
    pub sponsor: Option<PersonId>,
    /// Who wrote the charter.
    pub by: PersonId,
    pub created: Timestamp,
}

/// One person in one community.
#[derive(Clone, Copy, Debug)]
pub struct SeedMembership {
    pub person: PersonId,
    pub community: CommunityId,
    pub role: Role,
    pub since: Timestamp,
}

/// Writes a community with version 1 of its charter. An id or slug that exists is an error.
pub async fn seed_community(ctx: &Context, seed: SeedCommunity) -> Result<()> {
    let variables = bind! {
        id: Id(seed.id), slug: seed.slug, sort: fold(&seed.name), name: seed.name,
        words: fold(&seed.summary), summary: seed.summary, kind: Word(seed.kind), hue: Word(seed.hue),
        stage: Word(seed.stage), admission: Word(seed.admission), listed: seed.listed,
        everyone: seed.everyone, sponsor: seed.sponsor.map(Id), text: Word(seed.charter),
        by: Id(seed.by), at: At(seed.created)
    };
    ctx.write(include_str!("seed_community.surql"), variables).await?;
    ctx.caches().communities.forget_all();
    Ok(())
}

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    community: Id<CommunityId>,
    role: Word<Role>,
    since: At,
}

/// Writes memberships, a chunk a transaction, in the order given; a pair that exists is left as it
/// is, so that a load that was cut may be started again.
pub async fn seed_memberships(ctx: &Context, seeds: &[SeedMembership]) -> Result<()> {
    for chunk in seeds.chunks(CHUNK) {
        let row = |seed: &SeedMembership| Row {
            person: Id(seed.person),
            community: Id(seed.community),
            role: Word(seed.role),
            since: At(seed.since),
        };
        let rows: Vec<Row> = chunk.iter().map(row).collect();
        ctx.write(include_str!("seed_memberships.surql"), bind! { rows }).await?;
    }
    ctx.caches().communities.forget_all();
    ctx.caches().actors.forget_all();
    Ok(())
}

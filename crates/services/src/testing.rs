//! The test kit: a yard with people and communities in it, three lines from any test.
//!
//! Each yard has a store of its own, in memory; with `PREAU_TEST_STORE=disk` on SurrealKV in a
//! temporary folder. Its clock stands at Monday 23 November 2026, 8:30 in Paris, until moved.

use crate::{
    Context, accounts,
    clock::Clock,
    communities::{
        SeedCommunity, SeedMembership,
        federation::{SeedAlly, SeedFederation, seed_federation},
        seed_community, seed_memberships,
    },
    db::{Db, Place, StoreSettings},
    people::{NewPerson, enrol},
};
use domain::{
    Actor,
    actor::{OrgRole, Role},
    community::{Charter, Hue, Kind, Stage, slug},
    id::{CommunityId, PersonId},
    person::FullName,
    policy::Admission,
};
use jiff::{Timestamp, tz::TimeZone};
use surrealdb::types::{Value, Variables};

/// A fresh house: migrated, empty.
pub struct Yard {
    pub ctx: Context,
    folder: tempfile::TempDir,
}

/// How a community of the yard stands; open, listed and active unless said.
#[derive(Clone, Debug)]
pub struct Sketch {
    pub listed: bool,
    pub admission: Admission,
    pub stage: Stage,
    pub everyone: bool,
    pub kind: Kind,
}

impl Default for Sketch {
    fn default() -> Self {
        Sketch {
            listed: true,
            admission: Admission::Open,
            stage: Stage::Active,
            everyone: false,
            kind: Kind::OffWork,
        }
    }
}

/// Where the clock of a yard stands at first.
pub const MONDAY: &str = "2026-11-23T07:30:00Z";

// A failed step ends the test with its cause: that is what a test kit is for.
#[allow(clippy::unwrap_used, clippy::expect_used)]
impl Yard {
    pub async fn open() -> Yard {
        let folder = tempfile::tempdir().unwrap();
        let place = match std::env::var("PREAU_TEST_STORE").as_deref() {
            Ok("disk") => Place::Disk(folder.path().join("store")),
            _ => Place::Memory,
        };
        let mut settings = StoreSettings::at(place);
        settings.block_cache = 8 << 20;
        settings.memtable = 8 << 20;
        let db = Db::open(&settings).await.unwrap();
        let clock = Clock::fixed(MONDAY.parse().unwrap());
        db.migrate(clock.now()).await.unwrap();
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let ctx = Context::new(db, clock, zone, folder.path().join("files"));
        Yard { ctx, folder }
    }

    /// A folder that lasts as long as the yard.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub fn now(&self) -> Timestamp {
        self.ctx.now()
    }

    /// Moves the clock on.
    pub fn wait(&self, seconds: i64) {
        self.ctx.clock().advance(seconds);
    }

    pub async fn employee(&self, name: &str) -> Actor {
        self.person(name, OrgRole::Employee).await
    }

    pub async fn manager(&self, name: &str) -> Actor {
        self.person(name, OrgRole::CommunityManager).await
    }

    pub async fn administrator(&self, name: &str) -> Actor {
        self.person(name, OrgRole::Administrator).await
    }

    pub async fn partner(&self, name: &str) -> Actor {
        self.person(name, OrgRole::Partner).await
    }

    /// Somebody whose address is their name at `exemple.fr` (see [`email`]).
    pub async fn person(&self, name: &str, role: OrgRole) -> Actor {
        let id = self.enrol(&[(name.to_owned(), role)]).await;
        accounts::actor(&self.ctx, *id.first().unwrap()).await.unwrap().as_ref().clone()
    }

    /// `count` employees at once, for races.
    pub async fn crowd(&self, count: usize) -> Vec<Actor> {
        let people: Vec<_> = (0..count).map(|n| (format!("Personne {n:03}"), OrgRole::Employee)).collect();
        let mut actors = Vec::new();
        for id in self.enrol(&people).await {
            actors.push(accounts::actor(&self.ctx, id).await.unwrap().as_ref().clone());
        }
        actors
    }

    async fn enrol(&self, people: &[(String, OrgRole)]) -> Vec<PersonId> {
        let new = |(name, role): &(String, OrgRole)| NewPerson {
            role: *role,
            joined: Some(self.now()),
            ..NewPerson::new(PersonId::new(self.ctx.ulid()), &email(name), FullName::whole(name), self.now())
        };
        let people: Vec<_> = people.iter().map(new).collect();
        let ids = people.iter().map(|person| person.id).collect();
        enrol(&self.ctx, people).await.expect("two people of one name in one yard?");
        ids
    }

    /// An active community that everybody sees and may join, run by `animators`.
    pub async fn community(&self, slug: &str, animators: &[&Actor]) -> CommunityId {
        self.community_as(slug, animators, Sketch::default()).await
    }

    /// The same, closed, unlisted, archived…
    pub async fn community_as(&self, name: &str, animators: &[&Actor], sketch: Sketch) -> CommunityId {
        let id = CommunityId::new(self.ctx.ulid());
        let seed = SeedCommunity {
            id,
            slug: slug(name),
            name: name.to_owned(),
            summary: String::new(),
            kind: sketch.kind,
            hue: Hue::default(),
            stage: sketch.stage,
            admission: sketch.admission,
            listed: sketch.listed,
            everyone: sketch.everyone,
            charter: Charter::default(),
            sponsor: None,
            by: animators.first().map_or_else(|| PersonId::new(self.ctx.ulid()), |animator| animator.person),
            created: self.now(),
        };
        seed_community(&self.ctx, seed).await.unwrap();
        for animator in animators {
            self.admit(animator, id, Role::Animator).await;
        }
        id
    }

    /// An active federation that is read by its members and those of `allies`, run by `animators`.
    pub async fn federation(&self, name: &str, animators: &[&Actor], allies: &[CommunityId]) -> CommunityId {
        let sketch = Sketch { kind: Kind::Federation, admission: Admission::OnRequest, ..Sketch::default() };
        let federation = self.community_as(name, animators, sketch).await;
        let by = animators.first().map_or_else(|| PersonId::new(self.ctx.ulid()), |animator| animator.person);
        let ally = |community: &CommunityId| SeedAlly {
            community: *community,
            by,
            at: self.now(),
            brings: String::new(),
            called: false,
        };
        let allies = allies.iter().map(ally).collect();
        let seed = SeedFederation { federation, allies, goals: Vec::new(), shares: Vec::new() };
        seed_federation(&self.ctx, seed).await.unwrap();
        federation
    }

    /// Makes `actor` a member; read them again with [`Yard::fresh`].
    pub async fn join(&self, actor: &Actor, community: CommunityId) {
        self.admit(actor, community, Role::Member).await;
    }

    /// Gives `actor` a role in a community, whatever its rules.
    pub async fn admit(&self, actor: &Actor, community: CommunityId, role: Role) {
        let seed = SeedMembership { person: actor.person, community, role, since: self.now() };
        seed_memberships(&self.ctx, &[seed]).await.unwrap();
    }

    /// The actor as the next request would see them.
    pub async fn fresh(&self, actor: &Actor) -> Actor {
        accounts::forget_actor(&self.ctx, actor.person);
        accounts::actor(&self.ctx, actor.person).await.unwrap().as_ref().clone()
    }

    /// The one number that `surql` gives: `RETURN count(SELECT …)`.
    pub async fn number(&self, surql: &str, variables: Variables) -> i64 {
        self.ctx.db().query(surql, variables).await.unwrap().one(0).unwrap().unwrap_or_default()
    }
}

/// The address of a yard's person: `Zoé Martin` is `zoe-martin@exemple.fr`.
pub fn email(name: &str) -> String {
    format!("{}@exemple.fr", slug(name))
}

/// How the store would answer `surql`: operators and the indexes they use, a line each.
///
/// Look for `IndexScan` and the index's name, for `RecordIdScan`, or for the `DynamicScan` of a range of keys
/// that ends at its limit; a `TableScan` reads all rows.
#[allow(clippy::unwrap_used)]
pub async fn plan(ctx: &Context, surql: &str, variables: Variables) -> String {
    let plan = ctx.db().query(&format!("EXPLAIN {surql}"), variables).await.unwrap().one::<Value>(0).unwrap();
    match plan {
        Some(Value::String(text)) => text,
        other => format!("{other:?}"),
    }
}

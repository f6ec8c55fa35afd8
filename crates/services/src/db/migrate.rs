//! The shape of the store, brought from any earlier state to the one this program knows.
//!
//! A migration runs in one transaction with the row that says it ran, so a kill halfway leaves
//! either both or neither.

use super::{At, Db};
use crate::{bind, error::Result};
use sha2::{Digest, Sha256};
use surrealdb::types::SurrealValue;

/// One step, embedded in the program. Never edited once released: its checksum is stored.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    pub number: u32,
    pub name: &'static str,
    pub surql: &'static str,
}

macro_rules! migrations {
    ($($number:literal $name:literal),* $(,)?) => {
        &[$(Migration {
            number: $number,
            name: $name,
            surql: include_str!(concat!("migrations/", $name, ".surql")),
        }),*]
    };
}

const MIGRATIONS: &[Migration] = migrations! {
    1 "0001_people",
    2 "0002_communities",
    3 "0003_feed",
    4 "0004_events",
    5 "0005_carpool",
    6 "0006_proposals",
    7 "0007_post_kinds",
    8 "0008_reading",
    9 "0009_amendments",
    10 "0010_threads_versions",
    11 "0011_readers",
    12 "0012_newcomers",
    13 "0013_ways_back",
    14 "0014_life",
    15 "0015_decisions",
    16 "0016_perimeter",
    17 "0017_finding",
    18 "0018_voices",
    19 "0019_mentions_tags",
    20 "0020_later_languages",
    21 "0021_attached",
    22 "0022_links",
    23 "0023_told",
    24 "0024_federations",
    25 "0025_bounds",
    26 "0026_uncounted",
    27 "0027_again_and_both",
    28 "0028_shared_posts",
};

/// The number of the newest migration this program knows.
pub fn latest() -> u32 {
    MIGRATIONS.last().map_or(0, |migration| migration.number)
}

#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    #[error(
        "this data was written by a newer Préau (its migration {found}, while this program knows \
         {known}): start the newer program, or restore a backup made before the upgrade"
    )]
    Newer { found: u32, known: u32 },
    #[error(
        "migration {number} ({name}) was applied with another text: this program and this data do \
         not belong together"
    )]
    Altered { number: u32, name: String },
    #[error(transparent)]
    Store(#[from] crate::Error),
}

#[derive(SurrealValue)]
struct Applied {
    number: u32,
    name: String,
    checksum: String,
}

impl Migration {
    fn checksum(&self) -> String {
        Sha256::digest(self.surql.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Db {
    /// Brings the store to [`latest`]; gives the names of what was applied now.
    pub async fn migrate(&self, now: jiff::Timestamp) -> Result<Vec<&'static str>, MigrationError> {
        self.migrate_to(latest(), now).await
    }

    /// Brings the store to the shape it had at `number`: rows of that time fit into it.
    pub(crate) async fn migrate_to(
        &self,
        number: u32,
        now: jiff::Timestamp,
    ) -> Result<Vec<&'static str>, MigrationError> {
        let applied = self.applied().await?;
        check_history(&applied)?;
        let mut done = Vec::new();
        let wanted = MIGRATIONS.iter().filter(|migration| migration.number <= number);
        for migration in wanted.filter(|m| applied.iter().all(|a| a.number != m.number)) {
            tracing::info!(migration = migration.name, "migrating");
            let mark = "CREATE type::record('migration', $number) \
                        SET number = $number, name = $name, checksum = $checksum, at = $at;";
            let surql = format!("{}\n{mark}", migration.surql);
            let variables = bind! {
                number: i64::from(migration.number), name: migration.name.to_owned(),
                checksum: migration.checksum(), at: At(now)
            };
            self.write(&surql, variables).await?;
            done.push(migration.name);
        }
        Ok(done)
    }

    /// Whether every migration has been applied.
    pub async fn is_migrated(&self) -> Result<bool, MigrationError> {
        let applied = self.applied().await?;
        check_history(&applied)?;
        Ok(applied.len() == MIGRATIONS.len())
    }

    async fn applied(&self) -> Result<Vec<Applied>> {
        self.query("DEFINE TABLE IF NOT EXISTS migration;", bind! {}).await?;
        self.rows("SELECT number, name, checksum FROM migration ORDER BY number", bind! {}).await
    }
}

fn check_history(applied: &[Applied]) -> Result<(), MigrationError> {
    for row in applied {
        match MIGRATIONS.iter().find(|migration| migration.number == row.number) {
            None => return Err(MigrationError::Newer { found: row.number, known: latest() }),
            Some(known) if known.checksum() != row.checksum => {
                return Err(MigrationError::Altered { number: row.number, name: row.name.clone() });
            }
            Some(_) => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::{Place, StoreSettings};

    async fn store() -> Db {
        Db::open(&StoreSettings::at(Place::Memory)).await.unwrap()
    }

    #[tokio::test]
    async fn migrating_twice_applies_each_once() {
        let db = store().await;
        let now = jiff::Timestamp::UNIX_EPOCH;
        assert_eq!(db.migrate(now).await.unwrap().len(), MIGRATIONS.len());
        assert!(db.migrate(now).await.unwrap().is_empty());
        assert!(db.is_migrated().await.unwrap());
    }

    #[tokio::test]
    async fn data_of_a_newer_program_is_refused() {
        let db = store().await;
        db.migrate(jiff::Timestamp::UNIX_EPOCH).await.unwrap();
        db.query("CREATE migration:99 SET number = 99, name = 'x', checksum = ''", bind! {}).await.unwrap();
        let refusal = db.migrate(jiff::Timestamp::UNIX_EPOCH).await.unwrap_err();
        assert!(matches!(refusal, MigrationError::Newer { found: 99, .. }), "{refusal}");
    }

    #[tokio::test]
    async fn an_altered_migration_is_refused() {
        let db = store().await;
        db.migrate(jiff::Timestamp::UNIX_EPOCH).await.unwrap();
        db.query("UPDATE migration:1 SET checksum = 'other'", bind! {}).await.unwrap();
        let refusal = db.migrate(jiff::Timestamp::UNIX_EPOCH).await.unwrap_err();
        assert!(matches!(refusal, MigrationError::Altered { number: 1, .. }), "{refusal}");
    }
}

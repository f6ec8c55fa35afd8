//! Two records of one key, two rows of one unique value: never, however many try at once, on disk.
//!
//! Earlier engines let concurrent duplicates slip through UNIQUE on SurrealKV.

use super::{Db, Place, StoreSettings};
use crate::bind;
use std::sync::Arc;

const HANDS: usize = 32;
const ROUNDS: usize = 40;

async fn on_disk(folder: &std::path::Path) -> Arc<Db> {
    let mut settings = StoreSettings::at(Place::Disk(folder.to_owned()));
    settings.memtable = 8 << 20;
    settings.block_cache = 8 << 20;
    let db = Db::open(&settings).await.unwrap();
    let define = "DEFINE TABLE named SCHEMAFULL; DEFINE FIELD email ON named TYPE string; \
                  DEFINE INDEX named_email ON named FIELDS email UNIQUE; DEFINE TABLE keyed;";
    db.query(define, bind! {}).await.unwrap();
    Arc::new(db)
}

/// How many of [`HANDS`] that write `surql` at the same time succeed.
async fn winners(db: &Arc<Db>, surql: &'static str, round: usize) -> usize {
    let tries: Vec<_> = (0..HANDS)
        .map(|hand| {
            let db = db.clone();
            let variables = bind! {
                round: i64::try_from(round).unwrap(), hand: i64::try_from(hand).unwrap(),
                email: format!("personne-{round}@exemple.fr")
            };
            tokio::spawn(async move { db.write(surql, variables).await.is_ok() })
        })
        .collect();
    let mut won = 0;
    for answer in tries {
        won += usize::from(answer.await.unwrap());
    }
    won
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_write_the_same_exactly_one_does() {
    let folder = tempfile::tempdir().unwrap();
    let db = on_disk(folder.path()).await;
    for round in 0..ROUNDS {
        for surql in [
            "CREATE named SET email = $email;",
            "INSERT INTO named { email: $email + '.fr' };",
            "CREATE type::record('keyed', [$round, 'a']) SET by = $hand;",
            "IF record::exists(type::record('keyed', [$round, 'b'])) { THROW 'done' };
             CREATE type::record('keyed', [$round, 'b']) SET by = $hand;",
        ] {
            assert_eq!(winners(&db, surql, round).await, 1, "round {round}: {surql}");
        }
    }
    let expected = i64::try_from(2 * ROUNDS).unwrap();
    for table in ["named", "keyed"] {
        let count = format!("RETURN count(SELECT id FROM {table})");
        assert_eq!(db.query(&count, bind! {}).await.unwrap().one::<i64>(0).unwrap(), Some(expected));
    }
    let by_index = "SELECT VALUE email FROM named WHERE email = 'personne-7@exemple.fr'";
    assert_eq!(db.rows::<String>(by_index, bind! {}).await.unwrap().len(), 1);
}

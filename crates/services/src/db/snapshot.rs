//! The store as it stood at one moment, read while others go on writing.
//!
//! A snapshot is one transaction that only reads. On disk the engine keeps old versions for as long
//! as a transaction that began at the same commit is open, but it keeps that list as a set: of two
//! that began at the same commit, the first to end takes the protection of the other with it, and a
//! compaction may then drop what the other has yet to read (`two_that_begin_at_one_commit_lose`). So
//! a snapshot has a commit to itself: while nobody else asks anything, a commit is made for it to
//! begin at, and another, begun before, moves everybody after it past that place.

use super::{Db, Engine, Rows, lease::LEASE_TABLE, read_answer, variables_object};
use crate::{
    bind,
    error::{Error, Result},
};
use futures::StreamExt;
use std::{collections::BTreeMap, marker::PhantomData, time::Duration};
use surrealdb::{
    engine::{any::Any, local::Db as Local},
    method::{ItemStream, StreamItem, Transaction},
    types::{SurrealValue, Value, Variables},
};

/// Written to move the order of commits on; they say nothing and are in no backup.
const PULSE: &str = "UPSERT pulse:before SET at = rand::ulid() RETURN NONE";
const NEXT_PULSE: &str = "UPSERT pulse:after SET at = rand::ulid() RETURN NONE";
/// Their table.
pub const PULSE_TABLE: &str = "pulse";
/// A snapshot waits this long at a time for a moment without questions, holding new ones back; then
/// it lets them pass and waits again.
const HOLD: Duration = Duration::from_millis(250);
const HOLDS: u32 = 120;

/// One moment of the store. End it with [`Snapshot::end`]; the engine keeps old versions until then.
pub struct Snapshot {
    open: Option<Open>,
}

enum Open {
    Local(Transaction<Local>),
    Remote(Transaction<Any>),
}

impl Db {
    /// The store as it stands now.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        self.query("DEFINE TABLE IF NOT EXISTS pulse", bind! {}).await?;
        let mut alone = None;
        for _ in 0..HOLDS {
            match tokio::time::timeout(HOLD, self.gate.write()).await {
                Ok(held) => {
                    alone = Some(held);
                    break;
                }
                Err(_) => tokio::time::sleep(HOLD).await,
            }
        }
        let _alone = alone.ok_or_else(|| Error::broken("the store is too busy for a snapshot; try again"))?;
        let next = self.begin().await?;
        next.query(NEXT_PULSE, bind! {}).await?;
        self.ask(PULSE, bind! {}).await?;
        let snapshot = self.begin().await?;
        next.commit().await?;
        Ok(snapshot)
    }

    async fn begin(&self) -> Result<Snapshot> {
        let open = match &self.engine {
            Engine::Local(db) => Open::Local(db.clone().begin().await?),
            Engine::Remote(db) => Open::Remote(db.clone().begin().await?),
        };
        Ok(Snapshot { open: Some(open) })
    }
}

impl Db {
    /// Whether nothing was ever defined in the store.
    pub(crate) async fn is_empty(&self) -> Result<bool> {
        Ok(tables(self.query("INFO FOR DB", bind! {}).await?)?.is_empty())
    }

    pub(crate) async fn has_table(&self, name: &str) -> Result<bool> {
        Ok(tables(self.query("INFO FOR DB", bind! {}).await?)?.iter().any(|table| table == name))
    }
}

/// The names of tables in what `INFO FOR DB` gives.
fn tables(mut answer: Rows) -> Result<Vec<String>> {
    let unknown = || Error::broken("a store that does not tell its tables");
    let Some(Value::Object(mut info)) = answer.one::<Value>(0)? else { return Err(unknown()) };
    let Some(Value::Object(tables)) = info.remove("tables") else { return Err(unknown()) };
    Ok(tables.into_inner().into_keys().filter(|name| name != PULSE_TABLE && name != LEASE_TABLE).collect())
}

impl Snapshot {
    fn open(&self) -> Result<&Open> {
        self.open.as_ref().ok_or_else(|| Error::broken("a snapshot that has ended"))
    }

    /// Runs statements that only read.
    pub async fn query(&self, surql: &str, variables: Variables) -> Result<Rows> {
        let variables = Value::Object(variables_object(variables));
        let results = match self.open()? {
            Open::Local(transaction) => transaction.query(surql).bind(variables).await,
            Open::Remote(transaction) => transaction.query(surql).bind(variables).await,
        };
        read_answer(results?)
    }

    /// The rows of the one statement in `surql`, as they are read: few are held at once, however
    /// many there are. (A remote store sends them all at once.)
    pub fn stream<T: SurrealValue>(&self, surql: &str) -> Result<RowStream<T>> {
        let items = match self.open()? {
            Open::Local(transaction) => transaction.query(surql.to_owned()).stream_items()?,
            Open::Remote(transaction) => transaction.query(surql.to_owned()).stream_items()?,
        };
        Ok(RowStream { items, ended: false, row: PhantomData })
    }

    /// Every table there was, by name, and how many rows it held.
    pub async fn tables(&self) -> Result<BTreeMap<String, u64>> {
        let mut counted = BTreeMap::new();
        for name in tables(self.query("INFO FOR DB", bind! {}).await?)? {
            let count = self.query(&format!("SELECT count() FROM `{name}` GROUP ALL"), bind! {}).await;
            let count = count?.one::<Counted>(0)?.map_or(0, |row| row.count);
            counted.insert(name, u64::try_from(count).unwrap_or_default());
        }
        Ok(counted)
    }

    async fn commit(mut self) -> Result<()> {
        match self.open.take() {
            Some(Open::Local(transaction)) => transaction.commit().await.map(drop)?,
            Some(Open::Remote(transaction)) => transaction.commit().await.map(drop)?,
            None => {}
        }
        Ok(())
    }

    /// Lets the moment go.
    pub async fn end(mut self) -> Result<()> {
        match self.open.take() {
            Some(open) => open.cancel().await,
            None => Ok(()),
        }
    }
}

#[derive(SurrealValue)]
struct Counted {
    count: i64,
}

impl Open {
    async fn cancel(self) -> Result<()> {
        match self {
            Open::Local(transaction) => transaction.cancel().await.map(drop)?,
            Open::Remote(transaction) => transaction.cancel().await.map(drop)?,
        }
        Ok(())
    }
}

impl Drop for Snapshot {
    /// What went wrong halfway leaves no transaction open.
    fn drop(&mut self) {
        if let (Some(open), Ok(runtime)) = (self.open.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(open.cancel());
        }
    }
}

/// Rows on their way.
pub struct RowStream<T> {
    items: ItemStream,
    ended: bool,
    row: PhantomData<fn() -> T>,
}

impl<T: SurrealValue> RowStream<T> {
    /// The next row; `None` after the last. A row that cannot be read is an error, and the next
    /// call goes on after it.
    pub async fn next(&mut self) -> Result<Option<T>> {
        match self.items.next().await {
            Some(Ok(StreamItem::Row { value, .. })) => Ok(Some(T::from_value(value)?)),
            Some(Ok(StreamItem::StatementEnd { result, .. })) => {
                self.ended = true;
                result?;
                Ok(None)
            }
            Some(Err(error)) => Err(error.into()),
            None if self.ended => Ok(None),
            None => Err(Error::broken("the store stopped in the middle of an answer")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::{Place, StoreSettings};

    async fn on_disk(folder: &std::path::Path) -> Db {
        let mut settings = StoreSettings::at(Place::Disk(folder.to_owned()));
        // Small, so that a few thousand rows are flushed and compacted many times.
        settings.memtable = 1 << 20;
        settings.block_cache = 1 << 20;
        let db = Db::open(&settings).await.unwrap();
        db.query("DEFINE TABLE thing", bind! {}).await.unwrap();
        db
    }

    const ROWS: i64 = 2000;

    /// Every row anew, a few megabytes in all.
    async fn rewrite(db: &Db, round: i64) {
        let filler = "x".repeat(1000);
        for from in (0..ROWS).step_by(200) {
            let surql = "FOR $n IN $from..($from + 200) { UPSERT type::record('thing', $n) SET round = $round, \
                         filler = $filler RETURN NONE }";
            db.query(surql, bind! { from, round, filler: filler.clone() }).await.unwrap();
        }
    }

    #[derive(SurrealValue)]
    struct Thing {
        round: i64,
    }

    async fn rounds(snapshot: &Snapshot) -> Vec<i64> {
        let mut rows = snapshot.stream::<Thing>("SELECT round FROM thing ORDER BY id").unwrap();
        let mut rounds = Vec::new();
        while let Some(row) = rows.next().await.unwrap() {
            rounds.push(row.round);
        }
        rounds
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_snapshot_stays_as_it_was_while_everything_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let db = on_disk(folder.path()).await;
        rewrite(&db, 0).await;
        let snapshot = db.snapshot().await.unwrap();
        for round in 1..=12 {
            db.query("RETURN count(SELECT id FROM thing)", bind! {}).await.unwrap();
            rewrite(&db, round).await;
        }
        let found = rounds(&snapshot).await;
        assert_eq!((found.len(), found.iter().sum::<i64>()), (2000, 0));
        snapshot.end().await.unwrap();
        let now = db.snapshot().await.unwrap();
        assert_eq!(rounds(&now).await.iter().sum::<i64>(), 12 * ROWS);
        now.end().await.unwrap();
    }

    /// Why a snapshot has a commit to itself. When this test fails, the engine was mended, and the
    /// gate and the pulses may go.
    #[tokio::test(flavor = "multi_thread")]
    async fn two_that_begin_at_one_commit_lose() {
        let folder = tempfile::tempdir().unwrap();
        let db = on_disk(folder.path()).await;
        rewrite(&db, 0).await;
        let (long, short) = (db.begin().await.unwrap(), db.begin().await.unwrap());
        short.end().await.unwrap();
        for round in 1..=12 {
            rewrite(&db, round).await;
        }
        let found = rounds(&long).await;
        assert_ne!((found.len(), found.iter().sum::<i64>()), (2000, 0));
        long.end().await.unwrap();
    }
}

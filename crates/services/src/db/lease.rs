//! One process serves a store: it holds a lease there, and says every few seconds that it still does
//! (decision 22).
//!
//! The store's own clock is the only one that counts. Like the pulse of snapshots the lease is about
//! this moment: it is in no migration and in no backup.

use super::{Db, thrown};
use crate::{bind, error::Result};
use std::time::Duration;
use surrealdb::types::SurrealValue;

/// Its table.
pub(super) const LEASE_TABLE: &str = "lease";
/// A lease that nobody renews ends after this long.
pub const LASTS: Duration = Duration::from_secs(30);

const DEFINE: &str = "DEFINE TABLE IF NOT EXISTS lease;";

const TAKE: &str = "
LET $held = (SELECT holder, until FROM lease:house)[0];
IF $held != NONE AND $held.holder != $holder AND ($held.until > time::now() OR $renews) { THROW 'held' };
UPSERT lease:house SET holder = $holder, label = $label, until = time::now() + <duration>$lasts;
";

const WHO: &str = "SELECT label, until > time::now() AS live, <string>until AS until FROM lease:house";

const RELEASE: &str = "DELETE lease:house WHERE holder = $holder RETURN NONE";

/// The lease, while it is held.
#[derive(Clone)]
pub struct Lease {
    db: Db,
    holder: String,
    label: String,
    lasts: Duration,
}

/// Who holds the lease.
#[derive(Clone, Debug, PartialEq, Eq, SurrealValue)]
pub struct Holder {
    /// Where it runs, for people.
    pub label: String,
    /// It said so not long ago.
    pub live: bool,
    /// As the store writes it: another after each renewal.
    pub until: String,
}

impl Db {
    /// Takes the lease for the process that people know as `label`; `None` when another holds it.
    pub async fn take_lease(&self, label: &str, lasts: Duration) -> Result<Option<Lease>> {
        self.write(DEFINE, bind! {}).await?;
        let holder = ulid::Ulid::new().to_string();
        let lease = Lease { db: self.clone(), holder, label: label.to_owned(), lasts };
        Ok(lease.write(false).await?.then_some(lease))
    }

    /// Who holds the lease, or held it last and never gave it back.
    pub async fn lease_holder(&self) -> Result<Option<Holder>> {
        self.write(DEFINE, bind! {}).await?;
        self.row(WHO, bind! {}).await
    }
}

impl Lease {
    /// Says that it is held on; `false` when it is another's now.
    pub async fn renew(&self) -> Result<bool> {
        self.write(true).await
    }

    /// Gives it back: the next one need not wait.
    pub async fn release(self) -> Result<()> {
        self.db.write(RELEASE, bind! { holder: self.holder }).await?;
        Ok(())
    }

    async fn write(&self, renews: bool) -> Result<bool> {
        let variables = bind! {
            holder: self.holder.clone(), label: self.label.clone(), renews,
            lasts: format!("{}ms", self.lasts.as_millis())
        };
        match self.db.write(TAKE, variables).await {
            Ok(_) => Ok(true),
            Err(error) if thrown(&error) == Some("held") => Ok(false),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::{Place, StoreSettings};

    const LONG: Duration = Duration::from_secs(3600);

    async fn store() -> Db {
        Db::open(&StoreSettings::at(Place::Memory)).await.unwrap()
    }

    #[tokio::test]
    async fn one_holds_it_until_they_give_it_back() {
        let db = store().await;
        assert_eq!(db.lease_holder().await.unwrap(), None);
        let first = db.take_lease("here", LONG).await.unwrap().unwrap();
        assert!(db.take_lease("there", LONG).await.unwrap().is_none());
        let holder = db.lease_holder().await.unwrap().unwrap();
        assert_eq!((holder.label.as_str(), holder.live), ("here", true));
        assert!(first.renew().await.unwrap());
        assert_ne!(db.lease_holder().await.unwrap().unwrap().until, holder.until, "renewed, it says so");
        first.release().await.unwrap();
        assert!(db.take_lease("there", LONG).await.unwrap().is_some());
    }

    #[tokio::test]
    async fn who_fell_silent_loses_it_and_hears_so() {
        let db = store().await;
        let silent = db.take_lease("here", Duration::ZERO).await.unwrap().unwrap();
        assert!(!db.lease_holder().await.unwrap().unwrap().live);
        assert!(silent.renew().await.unwrap(), "nobody took it meanwhile");
        let next = db.take_lease("there", Duration::ZERO).await.unwrap().unwrap();
        assert!(!silent.renew().await.unwrap());
        silent.release().await.unwrap();
        assert!(next.renew().await.unwrap(), "what is another's is not given back");
    }

    #[tokio::test]
    async fn of_many_who_come_at_once_one_holds_it() {
        let db = store().await;
        let all = (0..16).map(|_| {
            let db = db.clone();
            tokio::spawn(async move { db.take_lease("one", LONG).await.unwrap().is_some() })
        });
        let mut held = 0;
        for taken in all.collect::<Vec<_>>() {
            held += usize::from(taken.await.unwrap());
        }
        assert_eq!(held, 1);
    }

    #[tokio::test]
    async fn it_is_in_no_backup() {
        let db = store().await;
        db.take_lease("here", LONG).await.unwrap();
        let snapshot = db.snapshot().await.unwrap();
        assert!(!snapshot.tables().await.unwrap().contains_key(LEASE_TABLE));
        snapshot.end().await.unwrap();
        assert!(db.is_empty().await.unwrap());
    }
}

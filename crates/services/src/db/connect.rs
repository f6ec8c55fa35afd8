//! Opening the store: in memory, on disk, or on a server.

use super::{Db, Engine};
use crate::error::{Error, Result};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};
use surrealdb::{Surreal, engine::any, opt::auth::Root};
use surrealdb_cnf::ConfigMap;
use surrealdb_engine_local::Datastore;
use surrealdb_kvs::config::SyncMode;
use surrealdb_kvs_surrealkv::SurrealKvConfig;

/// Where the store is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Forgotten when the process ends; for tests.
    Memory,
    /// A folder on this machine.
    Disk(PathBuf),
    /// `ws://` or `wss://`, with a root user's name and password.
    Remote { url: String, user: String, password: String },
}

/// How much memory the store may use, in bytes.
#[derive(Clone, Debug)]
pub struct StoreSettings {
    pub place: Place,
    pub block_cache: u64,
    pub memtable: u64,
}

impl StoreSettings {
    pub fn at(place: Place) -> Self {
        StoreSettings { place, block_cache: 128 << 20, memtable: 64 << 20 }
    }
}

const NAMESPACE: &str = "preau";
const DATABASE: &str = "preau";

impl Db {
    /// Opens the store; it is empty or as it was left. Migrations are [`Db::migrate`]'s.
    pub async fn open(settings: &StoreSettings) -> Result<Db> {
        let engine = match &settings.place {
            Place::Memory => Engine::Local(local("memory", settings).await?),
            Place::Disk(folder) => {
                std::fs::create_dir_all(folder).map_err(|error| Error::Io("data folder", error))?;
                let path = format!("surrealkv://{}", folder.display());
                Engine::Local(local(&path, settings).await?)
            }
            Place::Remote { url, user, password } => {
                let db = any::connect(url.as_str()).await?;
                db.signin(Root { username: user.clone(), password: password.clone() }).await?;
                db.use_ns(NAMESPACE).use_db(DATABASE).await?;
                Engine::Remote(db)
            }
        };
        Ok(Db { engine, gate: Arc::default() })
    }

    /// Lets go of an embedded store in `folder` and waits until the engine has: its files may be
    /// moved then. `false` when others still hold it after ten seconds.
    pub async fn close(self, folder: &Path) -> bool {
        drop(self);
        for _ in 0..200 {
            if is_free(folder) {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        false
    }

    pub fn is_remote(&self) -> bool {
        matches!(self.engine, Engine::Remote(_))
    }
}

/// The embedded engines of this process.
static OPENED: Mutex<Vec<Weak<Datastore>>> = Mutex::new(Vec::new());

fn remember(datastore: &Arc<Datastore>) {
    let mut opened = OPENED.lock().unwrap_or_else(PoisonError::into_inner);
    opened.retain(|datastore| datastore.strong_count() > 0);
    opened.push(Arc::downgrade(datastore));
}

/// Waits until every embedded engine that was let go of has shut down, its tasks included: a runtime
/// that ends before cuts them, and the engine says so. `false` when one is still held after five
/// seconds.
pub async fn all_closed() -> bool {
    for _ in 0..500 {
        let open = |datastore: &Weak<Datastore>| datastore.strong_count() > 0;
        if !OPENED.lock().unwrap_or_else(PoisonError::into_inner).iter().any(open) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    false
}

/// Whether no process holds the engine's lock.
fn is_free(folder: &Path) -> bool {
    match std::fs::File::open(folder.join("LOCK")) {
        Ok(lock) => lock.try_lock().is_ok(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

/// The embedded engine with its memory bounded and every commit on disk before it is acknowledged.
///
/// The SDK's own `connect` takes no block cache nor memtable size, hence this hidden API of it,
/// kept to this one function.
async fn local(path: &str, settings: &StoreSettings) -> Result<Surreal<surrealdb::engine::local::Db>> {
    let config = ConfigMap::empty()
        .with_key_value("datastore_sync", SYNC)
        .with_key_value("surrealkv_block_cache_capacity", settings.block_cache.to_string())
        .with_key_value("surrealkv_max_memtable_size", settings.memtable.to_string());
    assert_settings(&config, settings)?;
    let datastore = Datastore::builder()
        .with_config(config)
        .without_maintenance_tasks()
        .build_with_path(path)
        .await
        .map_err(Error::broken)?;
    datastore.check_version().await.map_err(Error::broken)?;
    datastore.bootstrap().await.map_err(Error::broken)?;
    datastore.start_maintenance_tasks();
    remember(&datastore);
    let db = Surreal::unstable_from_datastore(datastore, None).await?;
    db.use_ns(NAMESPACE).use_db(DATABASE).await?;
    Ok(db)
}

/// `every`: a commit is on disk (one fsync for the commits of a moment) before it is acknowledged.
const SYNC: &str = "every";

/// Refuses to start when the engine would read our settings as anything else.
fn assert_settings(config: &ConfigMap, settings: &StoreSettings) -> Result<()> {
    let read: SurrealKvConfig = config.load();
    let bounded = read.block_cache_capacity == settings.block_cache
        && u64::try_from(read.max_memtable_size) == Ok(settings.memtable);
    match read.sync_mode {
        SyncMode::Every if bounded => Ok(()),
        SyncMode::Every => Err(Error::broken("the engine ignores its memory limits")),
        _ => Err(Error::broken("the engine would acknowledge writes before they are on disk")),
    }
}

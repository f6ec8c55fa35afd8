//! The demo company in a data folder, and that folder's store opened while nobody serves it.

use crate::process::{printed, run};
use serde::Deserialize;
use services::{
    Context,
    clock::Clock,
    db::{Db, Place, StoreSettings},
};
use std::path::{Path, PathBuf};

#[derive(Debug, Deserialize)]
pub struct Account {
    pub role: String,
    pub email: String,
}

/// A small company on disk.
pub struct Company {
    folder: tempfile::TempDir,
    pub password: String,
    pub accounts: Vec<Account>,
}

#[derive(Deserialize)]
struct Loaded {
    password: String,
    accounts: Vec<Account>,
}

impl Company {
    pub fn load() -> Company {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("assets")).unwrap();
        let scale = ["demo", "--people", "24", "--communities", "6", "--posts", "60", "--json"];
        let output = run(&folder.path().join("data"), &scale);
        assert!(output.status.success(), "{}", printed(&output));
        let told = String::from_utf8(output.stdout).unwrap();
        let loaded: Loaded = serde_json::from_str(told.lines().last().unwrap()).unwrap();
        Company { folder, password: loaded.password, accounts: loaded.accounts }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn data(&self) -> PathBuf {
        self.folder().join("data")
    }

    /// An empty one: pages do without.
    pub fn assets(&self) -> PathBuf {
        self.folder().join("assets")
    }

    /// The services over the store of the folder; nobody may serve it meanwhile.
    pub async fn open(&self) -> Context {
        open(&self.data()).await
    }

    /// Lets go of it.
    pub async fn close(&self, ctx: Context) {
        let db = ctx.db().clone();
        drop(ctx);
        assert!(db.close(&self.data().join("store")).await);
    }
}

pub async fn open(data: &Path) -> Context {
    let settings = StoreSettings::at(Place::Disk(data.join("store")));
    let db = Db::open(&settings).await.expect("the store opens");
    db.migrate(jiff::Timestamp::now()).await.unwrap();
    Context::new(db, Clock::default(), jiff::tz::TimeZone::get("Europe/Paris").unwrap(), data.join("files"))
}

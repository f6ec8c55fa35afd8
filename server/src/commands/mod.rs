//! What `preau` does, one command a file.

pub(crate) mod backup;
pub(crate) mod check;
mod demo;
pub(crate) mod import;
mod lease;
pub(crate) mod reindex;
pub(crate) mod reset_password;
mod serve;

use crate::{
    config::{Asked, Command, Import, Settings, Store},
    control::{self, Desk},
};
use services::{
    Context,
    clock::Clock,
    db::{Db, Place, StoreSettings},
};
use std::process::ExitCode;

/// What the command came to, or what to tell the person who ran it.
pub type Outcome = Result<ExitCode, String>;

pub async fn run(asked: Asked) -> Outcome {
    let settings = asked.settings;
    match asked.command {
        Command::Serve(serve) => serve::run(&settings, serve).await,
        Command::Migrate => migrate(&settings).await,
        Command::Demo(demo) => demo::run(&settings, demo).await,
        Command::Import(Import::People(asked)) => import::people(&settings, asked).await,
        Command::Invitations { file } => import::invitations(&settings, file.as_deref()).await,
        Command::ResetPassword { email } => reset_password::run(&settings, email).await,
        Command::Check => check::run(&settings).await,
        Command::Reindex => reindex::run(&settings).await,
        Command::Backup { file } => backup::backup(&settings, &file).await,
        Command::Restore { file } => backup::restore(&settings, &file).await,
    }
}

async fn migrate(settings: &Settings) -> Outcome {
    let db = store(settings).await?;
    lease::nobody_serves(settings, &db).await?;
    let applied = db.migrate(jiff::Timestamp::now()).await.map_err(|error| error.to_string())?;
    match applied.len() {
        0 => println!("The store has the shape this program knows."),
        n => println!("{n} migrations applied: {}.", applied.join(", ")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the store is and how much memory it may have.
fn store_settings(settings: &Settings) -> StoreSettings {
    let place = match &settings.store {
        Store::Memory => Place::Memory,
        Store::Disk => Place::Disk(settings.data.join("store")),
        Store::Remote(url) => Place::Remote {
            url: url.clone(),
            user: settings.store_user.clone(),
            password: settings.store_password.clone(),
        },
    };
    let mut opened = StoreSettings::at(place);
    opened.block_cache = settings.block_cache_mib << 20;
    opened.memtable = settings.memtable_mib << 20;
    opened
}

/// Opens the store where the settings say, in a folder made for it.
async fn store(settings: &Settings) -> Result<Db, String> {
    private_folder(&settings.data).map_err(|error| format!("{}: {error}", settings.data.display()))?;
    open_store(settings).await
}

async fn open_store(settings: &Settings) -> Result<Db, String> {
    if services::backup::is_unfinished(&settings.data) {
        return Err(format!(
            "a restore into {} was cut: run it again, or empty the folder",
            settings.data.display()
        ));
    }
    Db::open(&store_settings(settings)).await.map_err(|error| match settings.store {
        Store::Disk => format!(
            "the store in {} does not open: {error}. Is another preau using it?",
            settings.data.display()
        ),
        _ => format!("the store does not answer: {error}"),
    })
}

/// A folder its owner alone may enter, when it is made now.
fn private_folder(folder: &std::path::Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// The services over a store that was there before: looking at one does not make it.
async fn existing(settings: &Settings) -> Result<Context, String> {
    if settings.store == Store::Disk && !settings.data.join("store").is_dir() {
        return Err(format!("there is no store in {}", settings.data.display()));
    }
    context(settings).await
}

/// The services over the store as it stands, for who looks and makes nothing: no folder, no store, no
/// migration. Where there is no store yet, an empty one in memory stands for it.
async fn untouched(settings: &Settings) -> Result<Context, String> {
    let none = settings.store == Store::Disk && !settings.data.join("store").is_dir();
    let looked_at =
        Settings { store: if none { Store::Memory } else { settings.store.clone() }, ..settings.clone() };
    let db = open_store(&looked_at).await?;
    if looked_at.store == Store::Memory {
        db.migrate(jiff::Timestamp::now()).await.map_err(|error| error.to_string())?;
    } else if !db.is_migrated().await.map_err(|error| error.to_string())? {
        return Err("the store has the shape of an older program: run `preau migrate` first".into());
    }
    Ok(Context::new(db, Clock::default(), settings.zone.clone(), settings.data.join("files")))
}

/// Has `question` done where the house is open, or else here, over the store that `open` opens; gives
/// the exit code.
async fn done_there_or_here(
    settings: &Settings,
    question: control::Asked,
    open: impl AsyncFnOnce() -> Result<Context, String>,
    say: &mut (dyn FnMut(String) + Send),
) -> Result<u8, String> {
    match control::ask(&settings.data, &question, say).await {
        Some(answer) => answer,
        None => control::act(&desk(open().await?, settings)?, question, say).await,
    }
}

/// What a command needs of a house that nobody serves.
fn desk(ctx: Context, settings: &Settings) -> Result<Desk, String> {
    let data = std::path::absolute(&settings.data)
        .map_err(|error| format!("{}: {error}", settings.data.display()))?;
    // Where it would be served, when nobody says.
    let url = settings.url.clone().unwrap_or_else(|| "http://127.0.0.1:3000".to_owned());
    Ok(Desk { ctx, data, url })
}

/// The services over a migrated store that nobody serves.
async fn context(settings: &Settings) -> Result<Context, String> {
    let db = store(settings).await?;
    lease::nobody_serves(settings, &db).await?;
    over(db, settings).await
}

/// The services over a store, brought to the shape this program knows.
async fn over(db: Db, settings: &Settings) -> Result<Context, String> {
    db.migrate(jiff::Timestamp::now()).await.map_err(|error| error.to_string())?;
    let files = settings.data.join("files");
    std::fs::create_dir_all(&files).map_err(|error| format!("{}: {error}", files.display()))?;
    Ok(Context::new(db, Clock::default(), settings.zone.clone(), files))
}

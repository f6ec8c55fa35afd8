//! The way back: into an empty data folder, verified, and visible only when it is whole.
//!
//! Everything is written into a folder inside the data folder; the store is moved to its place last,
//! by one rename. What was cut before that opens nowhere (see [`is_unfinished`]) and is begun anew by
//! the next restore.

use super::{
    BackupError, Result, Say, Summary, at,
    format::{Frame, Header, Picture, Source, TableDigest, TableEnd, decode, encode},
    hex,
    place::sync_folder,
    write::in_order,
};
use crate::{
    bind,
    db::{Db, Place, StoreSettings, latest},
};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{BufReader, Write},
    path::{Path, PathBuf},
};
use surrealdb::types::Value;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Where a restore works, inside the data folder.
const WORKSHOP: &str = "restoring";
/// Rows written in one transaction, and their bytes.
const BATCH: usize = 500;
const BATCH_BYTES: usize = 8 << 20;
const AHEAD: usize = 256;
const STRIDE: u64 = 50_000;

/// Whether a restore into `data` was cut and has to be run again.
pub fn is_unfinished(data: &Path) -> bool {
    data.join(WORKSHOP).exists() && !data.join("store").exists()
}

/// Reads the backup `file` into the data folder `data`, which must be empty, and verifies that what
/// is there then is what was backed up. `settings` bound the store's memory; a remote store in them
/// is filled instead of one on disk, and must be empty too.
pub async fn restore(file: &Path, data: &Path, settings: &StoreSettings, say: Say<'_>) -> Result<Summary> {
    clear(data)?;
    let said = file.to_owned();
    say(format!("reading {}", file.display()));
    let contents =
        tokio::task::spawn_blocking(move || survey(&said)).await.map_err(crate::Error::broken)??;
    say(format!("the backup of {} is whole", contents.header.made));
    let workshop = data.join(WORKSHOP);
    private_folder(&workshop)?;
    let on_disk = !matches!(settings.place, Place::Remote { .. });
    let store = workshop.join("store");
    let place = if on_disk { Place::Disk(store.clone()) } else { settings.place.clone() };
    let settings = StoreSettings { place, ..settings.clone() };

    let db = Db::open(&settings).await?;
    if !db.is_empty().await? {
        return Err(BackupError::NotEmpty("the remote store".into()));
    }
    db.migrate_to(contents.header.migration, contents.header.made).await?;
    fill(&db, file, &workshop.join("files"), &contents, say).await?;
    // Opened anew: what is verified is what the disk has.
    let db = reopened(db, &settings, &store, on_disk).await?;
    verify(&db, &contents, say).await?;
    let (read, files) = (file.to_owned(), workshop.join("files"));
    tokio::task::spawn_blocking(move || verify_files(&read, &files))
        .await
        .map_err(crate::Error::broken)??;
    say("every row and every picture is as it was".to_owned());
    if on_disk && !db.close(&store).await {
        return Err(crate::Error::broken("the store does not close").into());
    }
    move_in(data, on_disk)?;
    Ok(contents.summary)
}

/// Takes away what a restore that was cut left; refuses a folder that holds anything else.
fn clear(data: &Path) -> Result<()> {
    private_folder(data)?;
    let unfinished = is_unfinished(data);
    for entry in fs::read_dir(data).map_err(at(data))? {
        let entry = entry.map_err(at(data))?;
        let name = entry.file_name();
        let ours = unfinished && (name == WORKSHOP || name == "files");
        // What file systems put into every volume.
        if !ours && name != "lost+found" {
            return Err(BackupError::NotEmpty(data.to_owned()));
        }
    }
    // The workshop last: it says that what is beside it is unfinished.
    for name in ["files", WORKSHOP] {
        match fs::remove_dir_all(data.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(at(&data.join(name))(error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// A folder its owner alone may enter, when it is made now.
fn private_folder(folder: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(at(folder))
}

/// What a backup says it holds.
struct Contents {
    header: Header,
    tables: BTreeMap<String, TableEnd>,
    summary: Summary,
}

/// Reads all of the file without believing any of it. Blocks.
fn survey(file: &Path) -> Result<Contents> {
    let mut source = open(file)?;
    let header = source.header.clone();
    if header.migration > latest() {
        return Err(BackupError::Newer { found: header.migration, known: latest() });
    }
    let mut tables = BTreeMap::new();
    let mut summary = Summary::default();
    let mut digest = TableDigest::default();
    while let Some(frame) = source.next()? {
        match frame.letter {
            b'T' => digest = TableDigest::default(),
            b'R' => digest.take(&frame.payload),
            b'E' => {
                let end: TableEnd = frame.json()?;
                if std::mem::take(&mut digest).end(&end.table) != end {
                    return Err(BackupError::Damaged(format!("{} is not what it says", end.table)));
                }
                tables.insert(end.table.clone(), end);
            }
            b'P' => {
                inside(&frame.json::<Picture>()?.path)?;
                summary.pictures += 1;
            }
            b'D' => {}
            other => return Err(BackupError::Damaged(format!("a frame is a {other}"))),
        }
    }
    let counted = tables.iter().map(|(table, end)| (table.clone(), end.rows)).collect::<BTreeMap<_, _>>();
    if counted != header.tables || tables.keys().any(|table| !is_name(table)) {
        return Err(BackupError::Damaged("its tables are not those of its header".into()));
    }
    summary.rows = counted.values().sum();
    summary.bytes = source.bytes;
    Ok(Contents { header, tables, summary })
}

fn open(file: &Path) -> Result<Source<BufReader<File>>> {
    Source::begin(BufReader::with_capacity(1 << 20, File::open(file).map_err(at(file))?))
}

fn is_name(table: &str) -> bool {
    !table.is_empty() && table.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// A picture's path, if it leads nowhere else.
fn inside(path: &str) -> Result<&str> {
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.')
    };
    match path.split('/').collect::<Vec<_>>().as_slice() {
        [shelf, name] if plain(shelf) && plain(name) => Ok(path),
        _ => Err(BackupError::Damaged("a picture has no place in the folder".into())),
    }
}

/// Writes rows and pictures.
async fn fill(db: &Db, file: &Path, files: &Path, contents: &Contents, say: Say<'_>) -> Result<()> {
    // What the migrations wrote, the mark that they ran included: all rows are the backup's.
    for (table, _) in in_order(&contents.header) {
        if !db.has_table(table).await? {
            return Err(BackupError::Damaged(format!(
                "{table} is no table of migration {}",
                contents.header.migration
            )));
        }
        db.query(&format!("DELETE `{table}` RETURN NONE"), bind! {}).await?;
    }
    let (frames, coming) = channel(AHEAD);
    let (from, to) = (file.to_owned(), files.to_owned());
    let reader = tokio::task::spawn_blocking(move || unpack(&from, &to, &frames));
    let written = insert(db, coming, contents, say).await;
    let read = reader.await.map_err(crate::Error::broken)?;
    // When the inserting stopped, its reason was the first.
    written?;
    read
}

/// Sends the frames of tables; writes the pictures. Blocks.
fn unpack(file: &Path, files: &Path, frames: &Sender<Frame>) -> Result<()> {
    private_folder(files)?;
    let mut source = open(file)?;
    let mut picture: Option<Picture> = None;
    while let Some(frame) = source.next()? {
        match frame.letter {
            b'P' => picture = Some(frame.json()?),
            b'D' => {
                let Some(picture) = picture.take() else { continue };
                let path = files.join(inside(&picture.path)?);
                let shelf = path.parent().unwrap_or(files);
                private_folder(shelf)?;
                let mut to = File::create(&path).map_err(at(&path))?;
                to.write_all(&frame.payload).and_then(|()| to.sync_all()).map_err(at(&path))?;
            }
            _ => {
                if frames.blocking_send(frame).is_err() {
                    return Ok(());
                }
            }
        }
    }
    for shelf in fs::read_dir(files).map_err(at(files))? {
        let shelf = shelf.map_err(at(files))?.path();
        File::open(&shelf).and_then(|shelf| shelf.sync_all()).map_err(at(&shelf))?;
    }
    sync_folder(&files.join("any"))
}

async fn insert(db: &Db, mut coming: Receiver<Frame>, contents: &Contents, say: Say<'_>) -> Result<()> {
    let (mut table, mut rows, mut bytes, mut sent) = (String::new(), Vec::new(), 0, 0_u64);
    while let Some(frame) = coming.recv().await {
        match frame.letter {
            b'T' => {
                table = frame.text()?;
                sent = 0;
            }
            b'R' => {
                bytes += frame.payload.len();
                rows.push(decode(&frame.payload)?);
                sent += 1;
                if rows.len() >= BATCH || bytes >= BATCH_BYTES {
                    put(db, &table, std::mem::take(&mut rows)).await?;
                    bytes = 0;
                }
                if sent % STRIDE == 0 {
                    let all = contents.header.tables.get(&table).copied().unwrap_or_default();
                    say(format!("{table}: {sent} of {all} rows"));
                }
            }
            _ => {
                put(db, &table, std::mem::take(&mut rows)).await?;
                bytes = 0;
                say(format!("{table}: {sent} rows"));
            }
        }
    }
    Ok(())
}

/// Rows go in as they are: no default, no computed value, no check; only the indexes are kept.
async fn put(db: &Db, table: &str, rows: Vec<Value>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let surql = format!("OPTION IMPORT; BEGIN; INSERT INTO `{table}` $rows RETURN NONE; COMMIT;");
    db.query(&surql, bind! { rows }).await?;
    Ok(())
}

async fn reopened(db: Db, settings: &StoreSettings, store: &Path, on_disk: bool) -> Result<Db> {
    if !on_disk {
        return Ok(db);
    }
    if !db.close(store).await {
        return Err(crate::Error::broken("the store does not close").into());
    }
    Ok(Db::open(settings).await?)
}

/// Every table has the rows of the backup, and no other has any.
async fn verify(db: &Db, contents: &Contents, say: Say<'_>) -> Result<()> {
    say("verifying".to_owned());
    let snapshot = db.snapshot().await?;
    let compared = compare(&snapshot, contents).await;
    snapshot.end().await?;
    compared
}

async fn compare(snapshot: &crate::db::Snapshot, contents: &Contents) -> Result<()> {
    for (table, count) in snapshot.tables().await? {
        if count > 0 && !contents.tables.contains_key(&table) {
            return Err(BackupError::Differs(format!("{table} has rows")));
        }
    }
    for (table, expected) in &contents.tables {
        let mut digest = TableDigest::default();
        let mut rows = snapshot.stream::<Value>(&format!("SELECT * FROM `{table}` ORDER BY id"))?;
        while let Some(row) = rows.next().await? {
            digest.take(&encode(&row)?);
        }
        let found = digest.end(table);
        if found != *expected {
            return Err(BackupError::Differs(format!("{table}: {} rows of {}", found.rows, expected.rows)));
        }
    }
    Ok(())
}

/// Every picture is in the folder as it was. Blocks.
fn verify_files(file: &Path, files: &Path) -> Result<()> {
    let mut source = open(file)?;
    while let Some(frame) = source.next()? {
        if frame.letter == b'P' {
            let picture: Picture = frame.json()?;
            let path = files.join(inside(&picture.path)?);
            let bytes = fs::read(&path).map_err(at(&path))?;
            if hex(&Sha256::digest(&bytes)) != picture.sha256 {
                return Err(BackupError::Differs(picture.path));
            }
        }
    }
    Ok(())
}

/// The pictures, then the store: from that rename on, the house is whole.
fn move_in(data: &Path, on_disk: bool) -> Result<()> {
    let workshop = data.join(WORKSHOP);
    let mut moved: Vec<PathBuf> = vec![PathBuf::from("files")];
    if on_disk {
        moved.push(PathBuf::from("store"));
    }
    for name in moved {
        fs::rename(workshop.join(&name), data.join(&name)).map_err(at(&data.join(&name)))?;
        sync_folder(&data.join(&name))?;
    }
    fs::remove_dir_all(&workshop).map_err(at(&workshop))?;
    sync_folder(&workshop)
}

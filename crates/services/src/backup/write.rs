//! Writing a backup while the house may be open.

use super::{
    BackupError, Result, Say, Summary, at,
    format::{FORMAT, Header, Picture, Sink, TableDigest, encode},
    hex,
    place::reserve,
};
use crate::{
    Context,
    db::{Snapshot, latest},
    media::{self, Keeping},
};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{BufWriter, ErrorKind},
    path::{Path, PathBuf},
};
use surrealdb::types::{SurrealValue, Value};
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Rows and pictures on their way to the file.
const AHEAD: usize = 256;
/// Rows of a table between two lines of progress.
const STRIDE: u64 = 50_000;

/// Writes the store as it stands now, and its pictures, into `file`, which must not exist.
///
/// The rows come out of one snapshot; pictures stay in their folder until it is done. `file` appears
/// when it is whole and on the disk.
pub async fn write(ctx: &Context, file: &Path, say: Say<'_>) -> Result<Summary> {
    let (reserved, part) = reserve(file)?;
    let (_keeping, snapshot) = Keeping::from(ctx.db().snapshot()).await;
    let snapshot = snapshot?;
    let written = copy(ctx, &snapshot, part, file, say).await;
    snapshot.end().await?;
    let (part, summary) = written?;
    reserved.keep(part)?;
    Ok(summary)
}

enum Part {
    Table(String),
    Row(Value),
    TableEnd(String),
    /// A path under the pictures folder.
    Picture(String),
}

async fn copy(
    ctx: &Context,
    snapshot: &Snapshot,
    part: File,
    file: &Path,
    say: Say<'_>,
) -> Result<(File, Summary)> {
    let header = Header {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made: ctx.now(),
        migration: latest(),
        tables: snapshot.tables().await?,
    };
    let (parts, coming) = channel(AHEAD);
    let (named, folder) = (file.to_owned(), ctx.files().to_owned());
    let begun = header.clone();
    let writer = tokio::task::spawn_blocking(move || lay_down(&begun, coming, part, &named, &folder));
    let sent = send_all(snapshot, &header, parts, say).await;
    let (part, mut summary) = writer.await.map_err(crate::Error::broken)??;
    // When the writer stopped, its reason was the one to tell.
    sent?;
    summary.rows = header.tables.values().sum();
    Ok((part, summary))
}

async fn send_all(snapshot: &Snapshot, header: &Header, parts: Sender<Part>, say: Say<'_>) -> Result<()> {
    for (table, count) in in_order(header) {
        send(&parts, Part::Table(table.clone())).await?;
        let mut rows = snapshot.stream::<Value>(&format!("SELECT * FROM `{table}` ORDER BY id"))?;
        let mut sent = 0;
        while let Some(row) = rows.next().await? {
            send(&parts, Part::Row(row)).await?;
            sent += 1;
            if sent % STRIDE == 0 {
                say(format!("{table}: {sent} of {count} rows"));
            }
        }
        if sent != *count {
            return Err(BackupError::Unsteady(format!("{table} had {count} rows and gave {sent}")));
        }
        send(&parts, Part::TableEnd(table.clone())).await?;
        say(format!("{table}: {count} rows"));
    }
    let pictures = send_pictures(snapshot, &parts).await?;
    say(format!("pictures: {pictures} files"));
    Ok(())
}

/// Tables by name, the one that says the store is whole last.
pub(super) fn in_order(header: &Header) -> impl Iterator<Item = (&String, &u64)> {
    let last = |table: &str| table == "migration";
    let tables = header.tables.iter().filter(move |(table, _)| !last(table));
    tables.chain(header.tables.iter().filter(move |(table, _)| last(table)))
}

#[derive(SurrealValue)]
struct Kept {
    hash: String,
    mime: String,
    sizes: Vec<i64>,
}

/// Pictures that are equal share their files: by their hash they come together.
pub(super) const PICTURES: &str = "SELECT hash, mime, sizes FROM media WITH INDEX media_hash ORDER BY hash";

async fn send_pictures(snapshot: &Snapshot, parts: &Sender<Part>) -> Result<u64> {
    let mut rows = snapshot.stream::<Kept>(PICTURES)?;
    let (mut before, mut sent) = (String::new(), 0);
    while let Some(row) = rows.next().await? {
        if row.hash == before {
            continue;
        }
        for size in row.sizes.iter().filter_map(|size| u32::try_from(*size).ok()) {
            let path = media::path(Path::new(""), &row.hash, size, &row.mime);
            send(parts, Part::Picture(path.to_string_lossy().into_owned())).await?;
            sent += 1;
        }
        before = row.hash;
    }
    Ok(sent)
}

async fn send(parts: &Sender<Part>, part: Part) -> Result<()> {
    parts.send(part).await.map_err(|_| crate::Error::broken("the backup's writer stopped").into())
}

/// Writes what comes. Blocks.
fn lay_down(
    header: &Header,
    mut coming: Receiver<Part>,
    part: File,
    named: &Path,
    folder: &Path,
) -> Result<(File, Summary)> {
    let mut summary = Summary::default();
    let mut sink = Sink::begin(BufWriter::with_capacity(1 << 20, part), header).map_err(at(named))?;
    let mut digest = TableDigest::default();
    while let Some(part) = coming.blocking_recv() {
        let put = match part {
            Part::Table(table) => {
                digest = TableDigest::default();
                sink.frame(b'T', table.as_bytes())
            }
            Part::Row(row) => {
                let row = encode(&row)?;
                digest.take(&row);
                sink.frame(b'R', &row)
            }
            Part::TableEnd(table) => sink.json(b'E', &std::mem::take(&mut digest).end(&table)),
            Part::Picture(path) => {
                let from = folder.join(&path);
                match std::fs::read(&from) {
                    Ok(bytes) => {
                        summary.pictures += 1;
                        let picture = Picture { path, sha256: hex(&Sha256::digest(&bytes)) };
                        sink.json(b'P', &picture).and_then(|()| sink.frame(b'D', &bytes))
                    }
                    Err(error) if error.kind() == ErrorKind::NotFound => {
                        summary.missing.push(path);
                        Ok(())
                    }
                    Err(error) => return Err(at(&PathBuf::from(&from))(error)),
                }
            }
        };
        put.map_err(at(named))?;
    }
    let (writer, bytes) = sink.end().map_err(at(named))?;
    summary.bytes = bytes;
    let part = writer.into_inner().map_err(|error| at(named)(error.into_error()))?;
    Ok((part, summary))
}

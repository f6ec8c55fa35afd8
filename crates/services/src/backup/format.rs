//! The file: a line that says what it is, then frames, then the SHA-256 of all before it.
//!
//! A frame is one letter, the length of what follows (four bytes, the lowest first), and that:
//!
//! | letter | holds |
//! |---|---|
//! | `H` | [`Header`], once |
//! | `T` | the name of a table that begins |
//! | `R` | a row of it, in the store's own typed form (FlatBuffers of a SurrealDB value) |
//! | `E` | [`TableEnd`] |
//! | `P` | [`Picture`], the file in the next frame |
//! | `D` | its bytes |
//! | `Z` | the SHA-256 of every byte before this frame, once, at the end |
//!
//! Headers are JSON.

use super::{BackupError, Result, hex};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    io::{Read, Write},
};
use surrealdb::types::Value;

pub(super) const FIRST_LINE: &[u8] = b"Preau backup\n";
pub(super) const FORMAT: u32 = 1;
/// No frame is longer: a file is 200 MB at most (`--file-limit-mb`), a picture and a row less.
const LONGEST: u32 = 256 << 20;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    pub format: u32,
    /// Version of the program that wrote it.
    pub program: String,
    pub made: jiff::Timestamp,
    /// The newest migration of the store.
    pub migration: u32,
    /// Rows by table.
    pub tables: BTreeMap<String, u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TableEnd {
    pub table: String,
    pub rows: u64,
    /// Of the rows, see [`TableDigest`].
    pub sha256: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Picture {
    /// Under the folder of pictures and files: `ab/ab…-480.jpg`.
    pub path: String,
    pub sha256: String,
}

/// Rows of one table, in the order of their keys: each its length and its bytes.
#[derive(Clone, Default)]
pub(super) struct TableDigest {
    hash: Sha256,
    pub rows: u64,
}

impl TableDigest {
    pub fn take(&mut self, row: &[u8]) {
        self.hash.update(u64::try_from(row.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.hash.update(row);
        self.rows += 1;
    }

    pub fn end(self, table: &str) -> TableEnd {
        TableEnd { table: table.to_owned(), rows: self.rows, sha256: hex(&self.hash.finalize()) }
    }
}

/// A row as it is kept.
pub(super) fn encode(row: &Value) -> Result<Vec<u8>> {
    surrealdb::types::encode(row).map_err(|error| crate::Error::broken(error).into())
}

pub(super) fn decode(row: &[u8]) -> Result<Value> {
    surrealdb::types::decode(row).map_err(|error| BackupError::Damaged(error.to_string()))
}

/// Writes frames and hashes them.
pub(super) struct Sink<W> {
    to: W,
    hash: Sha256,
    pub bytes: u64,
}

impl<W: Write> Sink<W> {
    pub fn begin(to: W, header: &Header) -> std::io::Result<Self> {
        let mut sink = Sink { to, hash: Sha256::new(), bytes: 0 };
        sink.put(FIRST_LINE)?;
        sink.json(b'H', header)?;
        Ok(sink)
    }

    fn put(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.to.write_all(bytes)?;
        self.hash.update(bytes);
        self.bytes += u64::try_from(bytes.len()).unwrap_or_default();
        Ok(())
    }

    pub fn frame(&mut self, letter: u8, payload: &[u8]) -> std::io::Result<()> {
        let length = u32::try_from(payload.len()).ok().filter(|length| *length <= LONGEST);
        let length = length.ok_or_else(|| std::io::Error::other("longer than a frame may be"))?;
        self.put(&[letter])?;
        self.put(&length.to_le_bytes())?;
        self.put(payload)
    }

    pub fn json(&mut self, letter: u8, payload: &impl Serialize) -> std::io::Result<()> {
        self.frame(letter, &serde_json::to_vec(payload)?)
    }

    /// Writes the hash of it all; gives back what it was written to, and its length.
    pub fn end(mut self) -> std::io::Result<(W, u64)> {
        let hash = self.hash.clone().finalize();
        self.frame(b'Z', &hash)?;
        self.to.flush()?;
        Ok((self.to, self.bytes))
    }
}

/// A frame as it was read.
#[derive(Debug)]
pub(super) struct Frame {
    pub letter: u8,
    pub payload: Vec<u8>,
}

impl Frame {
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_slice(&self.payload).map_err(|error| BackupError::Damaged(error.to_string()))
    }

    pub fn text(&self) -> Result<String> {
        String::from_utf8(self.payload.clone()).map_err(|error| BackupError::Damaged(error.to_string()))
    }
}

/// Reads frames and hashes them.
pub(super) struct Source<R> {
    from: R,
    hash: Sha256,
    pub bytes: u64,
    pub header: Header,
}

impl<R: Read> Source<R> {
    pub fn begin(mut from: R) -> Result<Self> {
        let mut first = [0; FIRST_LINE.len()];
        match from.read_exact(&mut first) {
            Ok(()) if first == *FIRST_LINE => {}
            _ => return Err(BackupError::Foreign),
        }
        let mut hash = Sha256::new();
        hash.update(first);
        let bytes = u64::try_from(first.len()).unwrap_or_default();
        let header = Header {
            format: 0,
            program: String::new(),
            made: jiff::Timestamp::UNIX_EPOCH,
            migration: 0,
            tables: BTreeMap::new(),
        };
        let mut source = Source { from, hash, bytes, header };
        let frame = source.next()?.filter(|frame| frame.letter == b'H');
        source.header = frame.ok_or_else(|| BackupError::Damaged("it has no header".into()))?.json()?;
        if source.header.format != FORMAT {
            return Err(BackupError::Damaged(format!(
                "its format is {}, not {FORMAT}",
                source.header.format
            )));
        }
        Ok(source)
    }

    /// The next frame; `None` once all was read and its hash is right.
    pub fn next(&mut self) -> Result<Option<Frame>> {
        let before = self.hash.clone();
        let mut head = [0; 5];
        self.fill(&mut head)?;
        let [letter, length @ ..] = head;
        let length = u32::from_le_bytes(length);
        if length > LONGEST {
            return Err(BackupError::Damaged("a frame is longer than any is".into()));
        }
        // Room is made as bytes come: a length that lies does not cost memory.
        let mut payload = Vec::new();
        let read = self.from.by_ref().take(u64::from(length)).read_to_end(&mut payload);
        if !matches!(read, Ok(read) if u32::try_from(read) == Ok(length)) {
            return Err(cut());
        }
        self.hash.update(&payload);
        self.bytes += u64::from(length);
        if letter != b'Z' {
            return Ok(Some(Frame { letter, payload }));
        }
        if payload != before.finalize().as_slice() {
            return Err(BackupError::Damaged("its hash is not that of what it holds".into()));
        }
        match self.from.read(&mut [0]) {
            Ok(0) => Ok(None),
            _ => Err(BackupError::Damaged("something follows its end".into())),
        }
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        self.from.read_exact(bytes).map_err(|_| cut())?;
        self.hash.update(&bytes);
        self.bytes += u64::try_from(bytes.len()).unwrap_or_default();
        Ok(())
    }
}

fn cut() -> BackupError {
    BackupError::Damaged("it ends in the middle".into())
}

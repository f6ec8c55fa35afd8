//! The index: words to documents, in files under the data folder.
//!
//! It holds no text, only which words stand where, and what decides who may find it. It can always be
//! made again from what it was made of.

use crate::{
    Error, Result,
    collect::{Best, Place, Sought},
    cut::{AsTheyAre, Stemmed},
    doc::{Doc, digest},
    query,
};
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};
use tantivy::{
    DocSet, Index, IndexReader, IndexWriter, ReloadPolicy, TERMINATED, TantivyDocument, Term,
    directory::MmapDirectory,
    indexer::IndexWriterOptions,
    schema::{
        FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
        Value,
    },
};

/// Another shape of the index, another name: what was made by an older program is made anew.
const SHAPE: &str = "preau 3";
/// Memory for what is being written, in bytes: the least there can be.
const WRITING: usize = 15 << 20;
/// Threads that join the index's parts: one after the other they need the least.
const JOINING: usize = 1;
/// Blocks of names that are remembered, 16 KiB each: a page asks for twenty names.
const NAMES: usize = 8;
/// How words are cut: the names of [`AsTheyAre`] and [`Stemmed`].
const EXACT: &str = "exact";
const STEMS: &str = "stems";

/// The columns and the words of a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// [`Doc::key`]: a document is replaced under it.
    pub(crate) key: Field,
    pub(crate) version: Field,
    pub(crate) place: Field,
    pub(crate) author: Field,
    pub(crate) at: Field,
    pub(crate) sort: Field,
    /// The key of what it stands under.
    under: Field,
    name: Field,
    pub(crate) title: Words,
    pub(crate) body: Words,
}

/// A text: its words as they are, in their order, and their stems.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(crate) exact: Field,
    pub(crate) stems: Field,
}

/// An open index. What blocks says so.
pub struct Finder {
    pub(crate) fields: Fields,
    reader: IndexReader,
    writer: Mutex<Writer>,
}

/// Opened when there is something to write, and closed when there is not: it holds threads and memory.
struct Writer {
    index: Index,
    open: Option<IndexWriter>,
    /// What is on the disk says of which shape it is.
    marked: bool,
}

impl Writer {
    fn opened(&mut self) -> Result<&mut IndexWriter> {
        let writer = match self.open.take() {
            Some(writer) => writer,
            None => {
                let options = IndexWriterOptions::builder()
                    .num_worker_threads(1)
                    .memory_budget_per_thread(WRITING)
                    .num_merge_threads(JOINING)
                    .build();
                self.index.writer_with_options(options)?
            }
        };
        Ok(self.open.insert(writer))
    }
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let words = |cut, record, norms| {
        let indexing = TextFieldIndexing::default().set_tokenizer(cut).set_index_option(record);
        TextOptions::default().set_indexing_options(indexing.set_fieldnorms(norms))
    };
    let exact = words(EXACT, IndexRecordOption::WithFreqsAndPositions, false);
    let stems = words(STEMS, IndexRecordOption::WithFreqs, true);
    let fields = Fields {
        key: schema.add_u64_field("key", INDEXED | FAST),
        version: schema.add_u64_field("version", FAST),
        place: schema.add_u64_field("place", INDEXED | FAST),
        author: schema.add_u64_field("author", INDEXED),
        at: schema.add_u64_field("at", FAST),
        sort: schema.add_text_field("sort", STRING),
        under: schema.add_u64_field("under", INDEXED),
        name: schema.add_bytes_field("name", STORED),
        title: Words {
            exact: schema.add_text_field("title", exact.clone()),
            stems: schema.add_text_field("title_stems", stems.clone()),
        },
        body: Words {
            exact: schema.add_text_field("body", exact),
            stems: schema.add_text_field("body_stems", stems),
        },
    };
    (schema.build(), fields)
}

impl Finder {
    /// Opens the index in `folder`, or makes an empty one there when there is none that can be used;
    /// without a folder, in memory. Blocks.
    pub fn open(folder: Option<&Path>) -> Result<Finder> {
        let Some(folder) = folder else { return Self::over(Index::create_in_ram(schema().0)) };
        if let Some(index) = used(folder) {
            return Self::over(index);
        }
        Self::anew(folder)
    }

    /// Takes away what is in `folder` and begins anew. Blocks.
    pub fn anew(folder: &Path) -> Result<Finder> {
        match std::fs::remove_dir_all(folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::Io(error));
            }
            _ => {}
        }
        std::fs::create_dir_all(folder)?;
        let index = Index::create_in_dir(folder, schema().0)?;
        Self::over(index)
    }

    fn over(index: Index) -> Result<Finder> {
        let (_, fields) = schema();
        index.tokenizers().register(EXACT, AsTheyAre);
        index.tokenizers().register(STEMS, Stemmed::default());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual);
        let reader = reader.doc_store_cache_num_blocks(NAMES).try_into()?;
        let marked = index.load_metas()?.payload.as_deref() == Some(SHAPE);
        Ok(Finder { fields, reader, writer: Mutex::new(Writer { index, open: None, marked }) })
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts `docs` in the place of what stands under their names, and takes `gone` away; found, or not
    /// found any more, after [`Finder::commit`]. Blocks.
    pub fn change(&self, docs: &[Doc], gone: &[u64]) -> Result<()> {
        if docs.is_empty() && gone.is_empty() {
            return Ok(());
        }
        let mut writer = self.writer();
        let writer = writer.opened()?;
        for doc in docs {
            let key = doc.key();
            writer.delete_term(Term::from_field_u64(self.fields.key, key));
            writer.add_document(self.document(doc, key))?;
        }
        for key in gone {
            writer.delete_term(Term::from_field_u64(self.fields.key, *key));
            writer.delete_term(Term::from_field_u64(self.fields.under, *key));
        }
        Ok(())
    }

    /// Brings what was changed to the disk, and to who searches. Blocks.
    pub fn commit(&self) -> Result<()> {
        let mut writer = self.writer();
        if writer.open.is_some() || !writer.marked {
            let mut commit = writer.opened()?.prepare_commit()?;
            commit.set_payload(SHAPE);
            commit.commit()?;
            writer.marked = true;
        }
        Ok(self.reader.reload()?)
    }

    /// Lets go of the threads and the memory that writing takes; what was not committed is lost. Blocks
    /// until the parts that are being joined are.
    pub fn rest(&self) -> Result<()> {
        if let Some(writer) = self.writer().open.take() {
            writer.wait_merging_threads()?;
        }
        Ok(self.reader.reload()?)
    }

    fn document(&self, doc: &Doc, key: u64) -> TantivyDocument {
        let fields = &self.fields;
        let mut document = TantivyDocument::default();
        document.add_u64(fields.key, key);
        document.add_u64(fields.version, doc.version);
        for place in &doc.places {
            document.add_u64(fields.place, *place);
        }
        if let Some(author) = doc.author {
            document.add_u64(fields.author, author);
        }
        document.add_u64(fields.at, doc.at);
        if let Some(under) = &doc.under {
            document.add_u64(fields.under, digest(under));
        }
        for sort in &doc.sorts {
            document.add_text(fields.sort, sort);
        }
        document.add_bytes(fields.name, &doc.name);
        for (field, text) in [(fields.title, &doc.title), (fields.body, &doc.body)] {
            if !text.is_empty() {
                document.add_text(field.exact, text);
                document.add_text(field.stems, text);
            }
        }
        document
    }

    /// The best of what `sought` finds, the best first. Blocks.
    pub fn best(&self, sought: &Sought) -> Result<Vec<(Vec<u8>, Place)>> {
        let searcher = self.reader.searcher();
        let query = query::query(&self.fields, sought);
        let best = Best::new(sought);
        let found = searcher.search_with_statistics_provider(&query, &best, &query::Unmoved)?;
        let mut names = Vec::with_capacity(found.len());
        for (place, address) in found {
            let document: TantivyDocument = searcher.doc(address)?;
            if let Some(name) = document.get_first(self.fields.name).and_then(|value| value.as_bytes()) {
                names.push((name.to_vec(), place));
            }
        }
        Ok(names)
    }

    /// Key and version of every document there is, in the order of the keys. Blocks.
    pub fn versions(&self) -> Result<Vec<(u64, u64)>> {
        let searcher = self.reader.searcher();
        let mut versions = Vec::new();
        for segment in searcher.segment_readers() {
            let keys = segment.fast_fields().u64("key")?;
            let values = segment.fast_fields().u64("version")?;
            for doc in segment.doc_ids_alive() {
                if let (Some(key), Some(version)) = (keys.first(doc), values.first(doc)) {
                    versions.push((key, version));
                }
            }
        }
        versions.sort_unstable();
        Ok(versions)
    }

    /// Documents there are.
    pub fn count(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// The version of one document, if it is there. Blocks.
    pub fn version(&self, key: u64) -> Result<Option<u64>> {
        let term = Term::from_field_u64(self.fields.key, key);
        for segment in self.reader.searcher().segment_readers() {
            let words = segment.inverted_index(self.fields.key)?;
            let found = words.read_postings(&term, IndexRecordOption::Basic);
            let Some(mut found) = found? else { continue };
            let versions = segment.fast_fields().u64("version")?;
            while found.doc() != TERMINATED {
                if !segment.is_deleted(found.doc()) {
                    return Ok(versions.first(found.doc()));
                }
                found.advance();
            }
        }
        Ok(None)
    }
}

/// The index in `folder`, when there is one of this shape.
fn used(folder: &Path) -> Option<Index> {
    let directory = MmapDirectory::open(folder).ok()?;
    let index = Index::open(directory).ok()?;
    let payload = index.load_metas().ok()?.payload;
    (payload.as_deref() == Some(SHAPE) && index.schema() == schema().0).then_some(index)
}

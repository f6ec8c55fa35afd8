//! The index: words to documents, in files under the data folder.
//!
//! It holds no text, only which words stand where, and what decides who may find it. It can always be
//! made again from what it was made of.

use crate::{
    Error, Result,
    collect::{Best, Place, Sought},
    doc::{Doc, digest},
    query,
    terms::{Stems, plain},
};
use domain::fold::words;
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};
use tantivy::{
    DocSet, Index, IndexReader, IndexWriter, ReloadPolicy, TERMINATED, TantivyDocument, Term,
    directory::MmapDirectory,
    schema::{
        FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
        Value,
    },
    tokenizer::{PreTokenizedString, Token},
};

/// Another shape of the index, another name: what was made by an older program is made anew.
const SHAPE: &str = "preau 1";
/// Memory for what is being written, in bytes.
const WRITING: usize = 32 << 20;

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

struct Writer {
    tantivy: IndexWriter,
    stems: Stems,
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let words = |record, norms| {
        let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_index_option(record);
        TextOptions::default().set_indexing_options(indexing.set_fieldnorms(norms))
    };
    let exact = words(IndexRecordOption::WithFreqsAndPositions, false);
    let stems = words(IndexRecordOption::WithFreqs, true);
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
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let tantivy = index.writer_with_num_threads(1, WRITING)?;
        let writer = Mutex::new(Writer { tantivy, stems: Stems::default() });
        Ok(Finder { fields, reader, writer })
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts `docs` in the place of what stands under their names, and takes `gone` away; found, or not
    /// found any more, after [`Finder::commit`]. Blocks.
    pub fn change(&self, docs: &[Doc], gone: &[u64]) -> Result<()> {
        let mut writer = self.writer();
        for doc in docs {
            let key = doc.key();
            writer.tantivy.delete_term(Term::from_field_u64(self.fields.key, key));
            let document = self.document(doc, key, &mut writer.stems);
            writer.tantivy.add_document(document)?;
        }
        for key in gone {
            writer.tantivy.delete_term(Term::from_field_u64(self.fields.key, *key));
            writer.tantivy.delete_term(Term::from_field_u64(self.fields.under, *key));
        }
        Ok(())
    }

    /// Brings what was changed to the disk, and to who searches. Blocks.
    pub fn commit(&self) -> Result<()> {
        let mut writer = self.writer();
        let mut commit = writer.tantivy.prepare_commit()?;
        commit.set_payload(SHAPE);
        commit.commit()?;
        Ok(self.reader.reload()?)
    }

    fn document(&self, doc: &Doc, key: u64, stems: &mut Stems) -> TantivyDocument {
        let fields = &self.fields;
        let mut document = TantivyDocument::default();
        document.add_u64(fields.key, key);
        document.add_u64(fields.version, doc.version);
        document.add_u64(fields.place, doc.place);
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
        add(&mut document, fields.title, &doc.title, stems);
        add(&mut document, fields.body, &doc.body, stems);
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

fn add(document: &mut TantivyDocument, field: Words, text: &str, stems: &mut Stems) {
    let token = |position, text: String| Token { position, text, ..Token::default() };
    let (mut exact, mut cut) = (Vec::new(), Vec::new());
    for (position, (_, word)) in words(text).enumerate() {
        exact.push(token(position, plain(word)));
        cut.extend(stems.of(word).iter().map(|stem| token(position, stem.clone())));
    }
    // The text itself is not kept.
    let of = |tokens| PreTokenizedString { text: String::new(), tokens };
    if !exact.is_empty() {
        document.add_pre_tokenized_text(field.exact, of(exact));
        document.add_pre_tokenized_text(field.stems, of(cut));
    }
}

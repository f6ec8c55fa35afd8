//! The index: words to documents, in files under the data folder.
//!
//! It holds no text, only which words stand where, and what decides who may find it. It can always be
//! made again from the store. See docs/decisions: why it is not the store's own.

use super::{
    collect::{Best, Place, Sought},
    doc::{Doc, Subject},
    query,
    terms::{Stems, plain},
};
use crate::error::{Error, Result};
use domain::{fold::words, search::Thing};
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
pub(super) struct Fields {
    /// [`Subject::key`]: a document is replaced under it.
    pub(super) key: Field,
    pub(super) version: Field,
    pub(super) place: Field,
    pub(super) author: Field,
    pub(super) at: Field,
    /// Its thing and the kind of a post, by their words.
    pub(super) sort: Field,
    /// The key of the post a comment stands under.
    under: Field,
    subject: Field,
    pub(super) title: Words,
    pub(super) body: Words,
}

/// A text: its words as they are, in their order, and their stems.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    pub(super) exact: Field,
    pub(super) stems: Field,
}

pub(super) struct SearchIndex {
    pub(super) fields: Fields,
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
        subject: schema.add_bytes_field("subject", STORED),
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

impl SearchIndex {
    /// Opens the index in `folder`, or makes an empty one there when there is none that can be used;
    /// without a folder, in memory. Blocks.
    pub(super) fn open(folder: Option<&Path>) -> Result<SearchIndex> {
        let Some(folder) = folder else { return Self::over(Index::create_in_ram(schema().0)) };
        if let Some(index) = used(folder) {
            return Self::over(index);
        }
        Self::anew(folder)
    }

    /// Takes away what is in `folder` and begins anew. Blocks.
    pub(super) fn anew(folder: &Path) -> Result<SearchIndex> {
        match std::fs::remove_dir_all(folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::Io("the index of the search", error));
            }
            _ => {}
        }
        std::fs::create_dir_all(folder).map_err(|error| Error::Io("the index of the search", error))?;
        let index = Index::create_in_dir(folder, schema().0).map_err(Error::broken)?;
        Self::over(index)
    }

    fn over(index: Index) -> Result<SearchIndex> {
        let (_, fields) = schema();
        let reader =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(Error::broken)?;
        let tantivy = index.writer_with_num_threads(1, WRITING).map_err(Error::broken)?;
        let writer = Mutex::new(Writer { tantivy, stems: Stems::default() });
        Ok(SearchIndex { fields, reader, writer })
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts `docs` in the place of what stands under their names, and takes `gone` away; found, or not
    /// found any more, after [`SearchIndex::commit`]. Blocks.
    pub(super) fn change(&self, docs: &[Doc], gone: &[u64]) -> Result<()> {
        let mut writer = self.writer();
        for doc in docs {
            let key = doc.subject.key();
            writer.tantivy.delete_term(Term::from_field_u64(self.fields.key, key));
            let document = self.document(doc, key, &mut writer.stems);
            writer.tantivy.add_document(document).map_err(Error::broken)?;
        }
        for key in gone {
            writer.tantivy.delete_term(Term::from_field_u64(self.fields.key, *key));
            writer.tantivy.delete_term(Term::from_field_u64(self.fields.under, *key));
        }
        Ok(())
    }

    /// Brings what was changed to the disk, and to who searches. Blocks.
    pub(super) fn commit(&self) -> Result<()> {
        let mut writer = self.writer();
        let mut commit = writer.tantivy.prepare_commit().map_err(Error::broken)?;
        commit.set_payload(SHAPE);
        commit.commit().map_err(Error::broken)?;
        self.reader.reload().map_err(Error::broken)
    }

    fn document(&self, doc: &Doc, key: u64, stems: &mut Stems) -> TantivyDocument {
        let fields = &self.fields;
        let mut document = TantivyDocument::default();
        document.add_u64(fields.key, key);
        document.add_u64(fields.version, doc.version);
        document.add_u64(fields.place, doc.place());
        if let Some(author) = doc.author {
            document.add_u64(fields.author, super::doc::half(author.ulid()));
        }
        document.add_u64(fields.at, doc.at);
        if let Subject::Comment(post, _) = doc.subject {
            document.add_u64(fields.under, Subject::Post(post).key());
        }
        for sort in doc.sorts() {
            document.add_text(fields.sort, sort);
        }
        document.add_bytes(fields.subject, &doc.subject.bytes());
        if doc.subject.thing() != Thing::Comment {
            add(&mut document, fields.title, &doc.title, stems);
        }
        add(&mut document, fields.body, &doc.body, stems);
        document
    }

    /// The best of what `sought` finds, the best first. Blocks.
    pub(super) fn best(&self, sought: &Sought) -> Result<Vec<(Subject, Place)>> {
        let searcher = self.reader.searcher();
        let query = query::query(&self.fields, sought);
        let best = Best::new(sought);
        let found = searcher
            .search_with_statistics_provider(&query, &best, &query::Unmoved)
            .map_err(Error::broken)?;
        let mut subjects = Vec::with_capacity(found.len());
        for (place, address) in found {
            let document: TantivyDocument = searcher.doc(address).map_err(Error::broken)?;
            let subject = document.get_first(self.fields.subject).and_then(|value| value.as_bytes());
            if let Some(subject) = subject.and_then(Subject::from_bytes) {
                subjects.push((subject, place));
            }
        }
        Ok(subjects)
    }

    /// Key and version of every document there is, in the order of the keys. Blocks.
    pub(super) fn versions(&self) -> Result<Vec<(u64, u64)>> {
        let searcher = self.reader.searcher();
        let mut versions = Vec::new();
        for segment in searcher.segment_readers() {
            let keys = segment.fast_fields().u64("key").map_err(Error::broken)?;
            let values = segment.fast_fields().u64("version").map_err(Error::broken)?;
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
    pub(super) fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// The version of one document, if it is there. Blocks.
    pub(super) fn version(&self, key: u64) -> Result<Option<u64>> {
        let term = Term::from_field_u64(self.fields.key, key);
        for segment in self.reader.searcher().segment_readers() {
            let words = segment.inverted_index(self.fields.key).map_err(Error::broken)?;
            let found = words.read_postings(&term, IndexRecordOption::Basic);
            let Some(mut found) = found.map_err(Error::broken)? else { continue };
            let versions = segment.fast_fields().u64("version").map_err(Error::broken)?;
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

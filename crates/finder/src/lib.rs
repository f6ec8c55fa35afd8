//! Finding documents by their words: an index in files, and where in a text the words stand.
//!
//! Knows nothing of the store, of people and of what documents are: a document has a name, a text, and
//! a place, and who asks holds the keys of the places they may find something in.

mod collect;
mod cut;
mod doc;
mod index;
mod marks;
mod query;
mod terms;

pub use collect::{Place, Sought};
pub use doc::{Doc, digest};
pub use index::Finder;
pub use marks::Marker;

/// The files of the index cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the index of the search: {0}")]
    Io(#[from] std::io::Error),
    #[error("the index of the search: {0}")]
    Index(#[from] tantivy::TantivyError),
}

pub type Result<T> = std::result::Result<T, Error>;

//! Pictures and files: taken in, kept, given to those who may see them, swept away.
//!
//! Pictures that people send are never served: each is decoded and drawn again at a few sizes, so that
//! nothing it carried besides its pixels (where it was taken, by which device, a program) survives.
//!
//! Files are served as they came, never shown: a browser saves them.

mod attach;
mod document;
mod files;
mod format;
mod open;
mod picture;
mod store;
mod sweep;

#[cfg(test)]
pub(crate) mod tests;

pub use attach::make_portrait;
pub use open::{Document, MediaFile, Whole, open, open_document};
pub use picture::{MAX_BYTES, MAX_PIXELS, SQUARE, WIDTHS};
pub use store::{has_room, store, store_document};
pub use sweep::{Swept, sweep};

pub(crate) use attach::{DocumentRow, dimensions, discard, documents_by, files_of, sent_by};
pub(crate) use files::{Keeping, path};
pub(crate) use open::whole;

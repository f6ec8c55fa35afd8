//! Pictures: taken in, made small and anonymous, kept, shown to those who may see them, swept away.
//!
//! What people send is never served: each picture is decoded and drawn again at a few sizes, so that
//! nothing it carried besides its pixels (where it was taken, by which device, a program) survives.

mod attach;
mod files;
mod open;
mod picture;
mod store;
mod sweep;

#[cfg(test)]
pub(crate) mod tests;

pub use attach::make_portrait;
pub use open::{MediaFile, open};
pub use picture::{MAX_BYTES, MAX_PIXELS, SQUARE, WIDTHS};
pub use store::store;
pub use sweep::{Swept, sweep};

pub(crate) use attach::{dimensions, discard, files_of, sent_by};
pub(crate) use files::{Keeping, path};

//! A charter changes: what is proposed, what was, and who has accepted which version.

mod api;
mod banner;
mod diff;
mod list;
mod one;
mod readers;
mod reviews;
pub(super) mod texts;
mod versions;

pub use list::CharterChanges;
pub use one::CharterChange;
pub use readers::CharterReaders;
pub use versions::CharterVersions;

#[cfg(feature = "ssr")]
pub(super) use api::in_words;
pub(super) use api::reviews_to_do;
pub(super) use banner::{ReviewBanner, Waiting};
pub(super) use diff::Diff;
pub(super) use reviews::ReviewsPassed;

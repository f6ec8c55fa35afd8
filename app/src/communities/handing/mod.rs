//! Handing a community over.

mod api;
mod leave;
mod offer;
mod orphans;
mod texts;

pub use leave::LeaveCommunity;
pub use orphans::Orphans;

pub use api::OfferLine;
#[cfg(feature = "ssr")]
pub(super) use api::line;
pub(super) use offer::{Keepers, Offers};
pub(super) use texts as words;
pub use texts::{offered, orphans as title};

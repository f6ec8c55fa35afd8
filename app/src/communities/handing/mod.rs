//! Handing a community over.

mod api;
mod leave;
mod offer;
mod orphans;
pub(super) mod texts;

pub use leave::LeaveCommunity;
pub use orphans::Orphans;

pub use api::OfferLine;
#[cfg(feature = "ssr")]
pub(super) use api::line;
pub(super) use offer::{Keepers, Offers};
pub use texts::{offered, orphans as title};

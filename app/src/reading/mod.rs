//! Catching up after an absence; what one keeps for later, and what one does not want to hear of.

mod api;
mod mute;
mod page;
mod saved;
mod texts;

pub use mute::{MuteLink, MutePost, MutedPage};
pub use page::{CatchUpPage, Offer};
pub use saved::SavedPage;

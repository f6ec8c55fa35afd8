//! Catching up after an absence.

mod api;
mod mentions;
mod page;
mod texts;

pub use mentions::MentionsPage;
pub use page::{CatchUpPage, Offer};

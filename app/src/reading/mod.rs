//! Catching up after an absence.

mod api;
mod page;
mod texts;

pub use page::{CatchUpPage, Offer};

//! Whoever comes in is greeted.

mod api;
mod card;
mod page;
pub(super) mod texts;

pub use page::CommunityWelcome;

pub(super) use card::Welcome;

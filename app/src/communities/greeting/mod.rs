//! Whoever comes in is greeted.

mod api;
mod card;
mod page;
mod texts;

pub use page::CommunityWelcome;

pub(super) use card::Welcome;
pub(super) use texts as words;

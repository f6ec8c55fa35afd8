//! How far people have read: unread marks, and catching up after an absence; what they keep for later,
//! and what they do not want to hear of.
//!
//! One record a person says which post they saw last in each community. It is written after the page
//! is answered, and only when it moves. The marks themselves are worked out from memory.

mod called;
mod catch_up;
mod muted;
mod seen;
mod taste;
mod unread;

#[cfg(test)]
mod tests;

pub use called::called;
pub use catch_up::{away, catch_up, caught_up};
pub use muted::{is_muted, muted, to_mute};
pub use seen::seed_absence;
pub(crate) use seen::{Seen, saw};
pub(crate) use taste::{forget_taste, taste};
pub use taste::{heard, mute, order, prefer, save};
pub use unread::unread;

//! How far people have read: unread marks, and catching up after an absence.
//!
//! One record a person says which post they saw last in each community. It is written after the page
//! is answered, and only when it moves. The marks themselves are worked out from memory.

mod called;
mod catch_up;
mod seen;
mod unread;

#[cfg(test)]
mod tests;

pub use called::called;
pub use catch_up::{away, catch_up, caught_up};
pub(crate) use seen::{Seen, saw};
pub use unread::unread;

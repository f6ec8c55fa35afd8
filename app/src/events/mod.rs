//! events.
pub mod failure;

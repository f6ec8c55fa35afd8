//! feed.
pub mod failure;

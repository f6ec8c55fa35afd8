//! accounts.
pub mod failure;

//! carpool.
pub mod failure;

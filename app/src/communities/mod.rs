//! communities.
pub mod failure;

//! The life of a community: its stage, what that asks of its team, its history, its end.

mod api;
mod archive;
mod asks;
#[cfg(feature = "ssr")]
pub mod export;
mod page;
pub(super) mod texts;

pub use archive::ArchiveCommunity;
pub use page::CommunityLife;

pub(super) use api::{HomeSheet, community_home};
pub(super) use asks::Asked;

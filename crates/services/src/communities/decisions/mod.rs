//! Decisions: put to the members, voted under names until a day, counted once, kept with their
//! reasons.

mod conclude;
mod list;
mod propose;
mod seed;
mod show;
mod vote;

#[cfg(test)]
mod tests;

pub use conclude::{conclude, withdraw_decision};
pub(super) use list::export;
pub(crate) use list::waiting_among;
pub use list::{decisions, waiting};
pub use propose::propose;
pub use seed::{SeedDecision, seed_decision};
pub use show::{ExportDecision, decision, votes};
pub use vote::vote;

use crate::{db::thrown, error::Error};
use domain::{Reason, community::CommunityError};

/// How the words thrown by these queries are told.
fn told_why(error: Error) -> Error {
    match thrown(&error) {
        Some("absent") => Reason::NotFound.into(),
        Some("closed") => CommunityError::VoteOver.into(),
        Some("open") => CommunityError::VoteRunning.into(),
        Some("archived") => CommunityError::Archived.into(),
        Some("full") => CommunityError::VotesFull.into(),
        Some("not_member") => Reason::Forbidden.into(),
        _ => error,
    }
}

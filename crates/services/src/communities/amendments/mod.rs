//! Charters change: proposed by a member, settled by those who govern, accepted by each.

mod diff;
mod list;
mod propose;
mod readers;
mod reviews;
mod settle;
mod show;
mod versions;

#[cfg(test)]
mod tests;

pub use list::{amendments, open_amendments};
pub use propose::amend;
pub use readers::readers;
pub use reviews::reviews_passed;
pub use settle::{approve_amendment, decline_amendment, withdraw_amendment};
pub use show::amendment;
pub use versions::{changes_since, version, versions};

use crate::{db::thrown, error::Error};
use domain::{Reason, community::CommunityError};

/// How the words thrown by these queries are told.
fn told_why(error: Error) -> Error {
    match thrown(&error) {
        Some("absent") => Reason::NotFound.into(),
        Some("moved") => CommunityError::ProposalMoved.into(),
        Some("changed") => CommunityError::CharterChanged.into(),
        Some("archived") => CommunityError::Archived.into(),
        _ => error,
    }
}

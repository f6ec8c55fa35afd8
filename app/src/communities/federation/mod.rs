//! Federations: member communities, goals in common, and the federations a community is in.

mod api;
mod goals;
mod page;
pub(crate) mod texts;
mod ties;

pub use api::GoalLine;
#[cfg(feature = "ssr")]
pub(crate) use api::goal_lines;
pub use goals::GoalsInCommon;
pub use page::Federated;

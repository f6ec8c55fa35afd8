//! What a community decides: put to its members, voted, kept.

mod api;
mod banner;
mod list;
mod new;
mod one;
mod said;
pub(super) mod texts;

pub use list::Decisions;
pub use new::NewDecision;
pub use one::DecisionPage;

pub use api::DecisionLine;
#[cfg(feature = "ssr")]
pub(super) use api::line;
pub(super) use banner::Undecided;
#[cfg(feature = "ssr")]
pub(super) use said::{standing, things};

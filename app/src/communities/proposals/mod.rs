//! A community is proposed: five steps, a page that says where it stands, and the managers' answer.

mod answer;
mod api;
mod card;
mod examples;
mod fields;
mod mine;
mod news;
mod queue;
mod sheet;
mod step;
mod texts;

pub use mine::MyProposals;
pub use news::{News, told_of};
pub use queue::ProposalQueue;
pub use sheet::ProposalPage;
pub use step::ProposeCommunity;

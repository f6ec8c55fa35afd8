//! Communities that people propose: written in five steps, sent, answered.
//!
//! A draft is kept as it was typed; it is read by the same rules as any community that opens when it
//! is sent, and again when it is approved.

mod answer;
mod find;
mod list;
mod seed;
mod send;
mod show;
mod similar;
mod told;
mod write;

#[cfg(test)]
mod tests;

pub use answer::{Answer, answer, approve};
pub use list::{mine, queue};
pub use seed::{SeedProposal, seed_proposal};
pub(super) use send::spent;
pub use send::{discard, send, withdraw};
pub use show::{draft, show};
pub use told::told;
pub use write::{save, start};

use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::Error,
};
use domain::{
    Reason,
    community::{CommunityError, proposal::Turn},
    id::{PersonId, ProposalId, newest_first},
};
use surrealdb::types::Variables;

/// What the queries that move a proposal have in common: which one, when, by whom, and the line of
/// its history that says so.
fn moving(ctx: &Context, proposal: ProposalId, by: PersonId, turn: Turn, said: &str) -> Variables {
    bind! {
        proposal: Id(proposal), person: Id(by), turn: Word(turn), said: said.to_owned(), at: At(ctx.now()),
        turn_id: newest_first(ctx.ulid()).to_string()
    }
}

/// How the words thrown by these queries are told.
fn told_why(error: Error) -> Error {
    match thrown(&error) {
        Some("absent") => Reason::NotFound.into(),
        Some("moved") => CommunityError::ProposalMoved.into(),
        _ => error,
    }
}

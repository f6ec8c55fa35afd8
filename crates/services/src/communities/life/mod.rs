//! The life of a community: moved from stage to stage by those who steer, told in its history, taken
//! along as a file.

mod asks;
mod export;
mod history;
mod moves;

#[cfg(test)]
mod tests;

pub use asks::{Consequences, asked, consequences};
pub use export::{
    ExportDecision, ExportHead, ExportPost, ExportWords, export_decisions, export_head, export_media,
    export_posts,
};
pub use history::history;
pub use moves::steer;

use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::Error,
};
use domain::{
    Reason,
    community::{CommunityError, life::Turn},
    id::{CommunityId, PersonId, newest_first},
};
use surrealdb::types::Variables;

/// A line of the history, with what [`happening`] gives.
pub(super) const HAPPENED: &str = "
CREATE type::record('life', [$community, $turn_id]) SET
    community = $community, turn = $turn, by = $person, about = $about, said = $said, at = $at RETURN NONE;
";

/// What the queries that change a community's life have in common: which one, when, by whom, and the
/// line of its history that says so.
pub(super) fn happening(
    ctx: &Context,
    community: CommunityId,
    by: PersonId,
    turn: Turn,
    about: Option<PersonId>,
    said: &str,
) -> Variables {
    bind! {
        community: Id(community), person: Id(by), turn: Word(turn), about: about.map(Id),
        said: said.to_owned(), at: At(ctx.now()), turn_id: newest_first(ctx.ulid()).to_string()
    }
}

/// How the words thrown by these queries are told.
pub(super) fn told_why(error: Error) -> Error {
    match thrown(&error) {
        Some("absent") => Reason::NotFound.into(),
        Some("moved") => CommunityError::StageMoved.into(),
        Some("archived") => CommunityError::Archived.into(),
        Some("gone") => CommunityError::OfferGone.into(),
        Some("misplaced") => CommunityError::OfferMisplaced.into(),
        Some("partner" | "sponsor") => Reason::Forbidden.into(),
        Some("animators") => CommunityError::LastAnimators.into(),
        _ => error,
    }
}

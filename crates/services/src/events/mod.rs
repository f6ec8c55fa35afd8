//! Events: called together by those who organise, with places that are never oversold.

mod calling;
mod cancel;
mod create;
mod edit;
mod join;
mod leave;
mod list;
mod mine;
mod note;
mod register;
mod registrations;
mod row;
mod seed;
mod show;
#[cfg(test)]
mod tests;

pub use calling::calling;
pub use cancel::cancel;
pub use create::create;
pub use edit::{edit, editing};
pub use join::join_and_register;
pub use leave::leave;
pub use list::{community_events, community_past, past, upcoming};
pub(crate) use mine::{Attending, forget_attending};
pub use mine::{MyEvents, mine};
pub use note::note_change;
pub use register::register;
pub use registrations::registrations;
pub use seed::{SeedEvent, SeedRegistration, seed_events, seed_move, seed_registrations};
pub use show::event;

//! Accounts: invitations, passwords, sessions, and the first day of the house.

mod accept;
mod actor;
mod browsers;
mod change;
mod invitations;
mod invite;
mod link_file;
mod open_session;
mod organisation;
mod password;
mod renew;
mod reset;
mod session;
mod sessions;
mod set_up;
mod sign_in;
#[cfg(test)]
mod tests;
mod throttle;
mod token;

pub use accept::{accept, invitation};
pub use actor::{actor, forget_actor};
pub use browsers::remember_browser;
pub use change::change_password;
pub use invitations::{Pending, fresh_link, invitations, withdraw};
pub use invite::{InviteLink, invite};
pub use link_file::LinkFile;
pub use open_session::NewSession;
pub use organisation::{Organisation, found_organisation, organisation};
pub use password::{hash_password, set_password};
pub use renew::renew_invitations;
pub use reset::{
    Forgetful, ResetLink, ResetOffer, choose_password, forgetful, reset_link, reset_link_for, reset_offer,
};
pub use session::{Session, actor_by_token};
pub use sessions::{SessionRow, revoke, revoke_others, sessions, sign_out};
pub use set_up::{set_up, setup_is_open, setup_link};
pub use sign_in::sign_in;

pub(crate) use actor::{fresh_actor, has_left};
pub(crate) use browsers::Browsers;
pub(crate) use invite::{CALL, Call, call};
pub(crate) use password::Passwords;
pub(crate) use session::KnownSession;
pub(crate) use sessions::end_all;
pub(crate) use throttle::Throttle;

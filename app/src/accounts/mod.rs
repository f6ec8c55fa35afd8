//! Accounts: the front door, one's own page and sessions, and calling people in.

pub mod api;
pub mod failure;
mod forgotten;
mod fresh_link;
mod front_door;
mod invitations;
mod join;
mod languages;
mod me;
mod new_password;
mod pending;
mod reset;
mod sessions;
mod setup;
mod sign_in;
pub mod texts;
mod workplaces;

pub use forgotten::Forgotten;
pub use invitations::Invitations;
pub use join::Join;
pub use me::Me;
pub use reset::Reset;
pub use sessions::Sessions;
pub use setup::Setup;
pub use sign_in::SignIn;
pub use workplaces::Workplaces;

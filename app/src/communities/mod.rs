//! Communities: the directory, a community's pages, and the form that opens one.

mod api;
mod archived;
mod card;
pub mod changes;
mod charter;
mod charter_form;
mod community;
pub mod decisions;
mod directory;
mod events;
pub mod failure;
pub mod federation;
pub mod finding;
pub mod greeting;
pub mod handing;
mod head;
mod kinds;
pub mod life;
mod members;
mod new;
pub(crate) mod outside;
pub mod perimeter;
pub mod proposals;
mod texts;

pub use archived::Archived;
pub use card::Card;
pub use charter::CharterPage;
pub use community::Community;
pub use directory::Communities;
pub use events::CommunityEventsPage;
pub use kinds::icon;
pub use members::Members;
pub use new::NewCommunity;

//! Events: the agenda, an event's own page, and the forms that call, change and call off.

mod agenda;
mod api;
mod card;
mod changed;
mod community;
mod date_tile;
mod edit;
mod event_page;
pub mod failure;
mod fields;
mod location;
mod new;
mod places;
pub mod texts;
mod when;
mod who_comes;

pub use agenda::Events;
pub use card::EventCard;
pub use community::CommunityEvents;
pub use edit::EditEvent;
pub use event_page::EventPage;
pub use new::NewEvent;

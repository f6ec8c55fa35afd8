//! The carpool board: look for a ride, offer one, book and answer, see one's own.

mod api;
mod board;
mod book;
mod cancel;
mod card;
pub mod failure;
mod measure;
mod mine;
mod offer;
mod passengers;
mod places;
mod ride;
mod route;
mod search_form;
mod seat;
mod texts;
mod told;

pub use board::Board;
pub use card::RideCard;
pub use mine::Mine;
pub use offer::Offer;
pub use ride::Ride;

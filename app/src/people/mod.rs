//! People: the directory, their pages, and the field that names a commune.

pub mod api;
mod card;
mod commune_field;
mod commune_input;
mod directory;
mod person;
pub mod texts;

pub use card::Card as PersonCardView;
pub use commune_field::CommuneField;
pub use directory::People;
pub use person::Person;

//! The pages of the house, shared by the server that renders them and the browser that wakes the
//! islands in them.
#![recursion_limit = "512"]

#[macro_use]
pub mod i18n;
pub mod about;
pub mod accounts;
#[cfg(feature = "ssr")]
pub mod asking;
#[cfg(feature = "ssr")]
pub mod bare;
pub mod carpool;
pub mod communities;
pub mod events;
pub mod feed;
pub mod forms;
pub mod menu;
pub mod notice;
pub mod page;
pub mod people;
pub mod reading;
pub mod refusal;
pub mod search;
pub mod shell;
pub mod surroundings;
pub mod ui;
pub mod visit;
pub mod yard;

pub use notice::Notice;
pub use refusal::Refusal;

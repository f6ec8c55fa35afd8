//! What things are and which rules hold.
//!
//! Pure: no I/O, no clock, no Leptos, no SurrealDB; compiles to WASM. Time and identifiers come in
//! as arguments. Services ask these rules before acting, views before offering.

pub mod account;
pub mod actor;
pub mod carpool;
pub mod community;
pub mod event;
pub mod failure;
pub mod feed;
pub mod fold;
pub mod form;
pub mod id;
pub mod lang;
pub mod live;
pub mod page;
pub mod path;
pub mod person;
pub mod policy;
pub mod reading;
pub mod search;

pub use actor::Actor;
pub use failure::{Failure, Reason};
pub use lang::Lang;

//! Use cases over SurrealDB, one module a room: the only place where SurrealQL stands.
//!
//! Each asks `domain::policy` first, then the store, then does what follows. The pages, the
//! commands and the tests all enter here, so a rule stands once.

pub mod accounts;
pub mod backup;
pub mod caches;
pub mod carpool;
pub mod check;
pub mod clock;
pub mod communities;
pub mod context;
pub mod db;
pub mod error;
pub mod events;
pub mod feed;
pub mod links;
pub mod live;
pub mod media;
mod once;
pub mod people;
pub mod reading;
pub mod search;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod tidy;

pub use context::Context;
pub use error::{Error, Result};
pub use tidy::tidy;

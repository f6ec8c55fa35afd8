//! What things are and which rules hold.
//!
//! Pure: no I/O, no clock, no Leptos, no SurrealDB; compiles to WASM. Time and identifiers come in
//! as arguments. Services ask these rules before acting, views before offering.

pub mod id;
pub mod lang;

pub use lang::Lang;

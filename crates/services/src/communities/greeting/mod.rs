//! Whoever comes in is greeted: the team's hello, three things to begin with, and a look at those
//! nobody has answered yet.

mod greet;
mod hello;
mod newcomers;
mod welcome;

#[cfg(test)]
mod tests;

pub use greet::{greet, settle};
pub use hello::{set_hello, welcome_sheet};
pub use welcome::welcome;

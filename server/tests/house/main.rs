//! The site from outside, and the process that serves it: one test program, so that it is linked once.

// A failed step ends the test with its cause: that is what a test is for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::collapsible_if
)]

mod abuse;
mod browser;
mod carried;
mod closing;
mod commands;
mod company;
mod first_day;
mod forgery;
mod functions;
mod headers;
mod importing;
mod kill_nine;
mod nonsense;
mod pages;
mod passwords;
mod process;
mod proxy;
mod roles;
mod search;
mod uploads;
mod yard;

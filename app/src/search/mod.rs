//! Searching: one page, a form that is its own address, and what was found.

mod api;
mod hit;
mod page;
mod texts;

pub use page::SearchPage;

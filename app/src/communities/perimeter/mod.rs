//! The perimeter of a community: who sees it, who comes in, until when.

mod api;
mod doors;
mod found;
mod guests;
mod page;
mod stays;
pub(crate) mod texts;

pub use page::PerimeterPage;
pub(crate) use texts::calling;

//! A fictional company to live in: its people, its communities, what they say, and painted pictures.
//!
//! Pure: no I/O, no clock. The same scale and the same present give the same company, to the byte.
//! Everything that is read by people stands in `content/`; the code only places it in time
//! and hands it round.

mod company;
mod present;
mod scale;

pub use company::*;
pub use present::Present;
pub use scale::Scale;

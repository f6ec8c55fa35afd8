//! A fictional company to live in: its people, its communities, what they say, and painted pictures.
//!
//! Pure: no I/O, no clock. The same scale and the same present give the same company, to the byte.
//! Everything that is read by people stands in `content/`; the code only places it in time
//! and hands it round.

mod build;
mod chance;
mod company;
mod paint;
mod present;
mod scale;
mod typography;
mod written;

pub use build::{company, company_at};
pub use company::*;
pub use paint::{PORTRAIT_SIDE, Scene, picture, portrait};
pub use present::Present;
pub use scale::Scale;

//! Reads a list of people as HR tools export it: bytes in, rows and problems out.
//!
//! This crate knows nothing of files, clocks or databases. It accepts what spreadsheets and HR
//! tools really write (encodings, separators, French and English headers) and is strict on the
//! rest: every problem of the sheet is told at once, with its line and what to do about it.

mod cell;
mod columns;
mod date;
mod email;
mod encoding;
mod field;
mod file_problem;
mod fold;
mod lang;
mod name;
mod person;
mod problem;
mod records;
mod separator;
mod sheet;

pub use date::{Date, NotADate};
pub use encoding::Encoding;
pub use field::Field;
pub use file_problem::FileProblem;
pub use lang::Lang;
pub use person::PersonRow;
pub use problem::{Problem, ProblemKind};
pub use separator::Separator;
pub use sheet::{ReadColumn, Sheet, read};

/// The most people one sheet may hold.
pub const MAX_ROWS: usize = 20_000;

/// The largest file accepted, in bytes: 20,000 rows of 800 bytes.
pub const MAX_BYTES: usize = 16_000_000;

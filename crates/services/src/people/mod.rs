//! People: who they are, how they are found, what they say of themselves, and how they come in from
//! a list.

mod called;
mod card;
mod commune;
mod directory;
mod enrol;
mod import;
mod language;
mod names;
mod newcomers;
mod person;
mod placing;
mod profile;
mod workplace;

pub use commune::{read_commune, resolve_commune};
pub use directory::directory;
pub use enrol::{NewPerson, enrol};
pub use import::{ImportProblem, ImportReport, import};
pub use language::set_language;
pub use names::{Names, name, names};
pub use newcomers::newcomer;
pub use person::person;
pub use placing::{add_workplace, place_workplace};
pub use profile::{edit_profile, own_profile};
pub use workplace::{seed_workplaces, workplace, workplaces};

#[cfg(test)]
pub(crate) use called::CALLED;
pub(crate) use called::called;
pub(crate) use enrol::{ENROL, enrolment, sort_key, word_rows, words_of, workplace_names};
pub(crate) use newcomers::Newcomers;
pub(crate) use workplace::read_workplace;

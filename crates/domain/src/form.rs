//! Reading a form: every fault found at once, each beside its field.

use crate::failure::{Failure, Reason};
use serde::{Deserialize, Serialize};

mod tricks;

/// What is wrong with one field. Lengths are in characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    Required,
    TooShort {
        min: usize,
    },
    TooLong {
        max: usize,
    },
    OutOfRange {
        min: i64,
        max: i64,
    },
    /// Not an e-mail address.
    Email,
    /// Not the address of a page on the web.
    Address,
    /// Not one of the choices offered.
    Choice,
    /// Not a date or a time we read.
    Moment,
    /// The moment has passed.
    Past,
    /// The end is not after the start.
    EndBeforeStart,
    /// Too soon: at least so many minutes ahead.
    Soon {
        minutes: i64,
    },
    /// Too far ahead.
    TooFar,
    /// Somebody or something has it already.
    Taken,
    /// No such commune or workplace.
    Place,
    /// The same thing twice where two different ones are needed.
    Same,
    /// The two entries differ.
    Mismatch,
    /// A password that is among the first to be guessed.
    Guessable,
    /// Not the password of the account.
    Password,
    /// At least this many.
    TooFew {
        min: usize,
    },
    /// At most this many.
    TooMany {
        max: usize,
    },
    /// More different people are called by `@` than one text may call.
    Mentions {
        max: usize,
    },
    /// More different hashtags than one text may have.
    Tags {
        max: usize,
    },
    /// No person of that name or address here.
    Person,
    /// Somebody other than oneself.
    Oneself,
    /// Not a picture we read.
    Picture,
    /// A picture in a format that is not read here, by its name.
    Format {
        name: String,
    },
    /// A picture of more than this many million pixels.
    Wide {
        megapixels: u64,
    },
    /// A picture of more than this many bytes.
    Heavy {
        limit: u64,
    },
    /// A file of more than this many bytes.
    HeavyFile {
        limit: u64,
    },
    /// Not a kind of file that can be attached.
    FileKind,
    /// What is in the file is not what its name says.
    Disguised,
    /// A file with nothing in it.
    EmptyFile,
    /// A file that is not the sender's, or is used already.
    File,
}

/// Gathers faults while a form is read, so that all are told at once.
///
/// ```
/// use domain::form::{Fault, Reader};
/// let mut form = Reader::default();
/// let title = form.text("title", "  Course du midi ", 3, 120);
/// let place = form.text("place", "", 1, 120);
/// assert_eq!(title, "Course du midi");
/// assert_eq!(form.done().unwrap_err().fields, vec![("place".to_string(), Fault::Required)]);
/// ```
#[derive(Debug, Default)]
pub struct Reader {
    faults: Vec<(String, Fault)>,
}

impl Reader {
    pub fn fault(&mut self, field: &str, fault: Fault) {
        self.faults.push((field.to_owned(), fault));
    }

    /// A text between `min` and `max` characters once tidied; `min` 0 makes it optional.
    pub fn text(&mut self, field: &str, text: &str, min: usize, max: usize) -> String {
        let text = tidy(text);
        let length = text.chars().count();
        if length == 0 && min > 0 {
            self.fault(field, Fault::Required);
        } else if length < min {
            self.fault(field, Fault::TooShort { min });
        } else if length > max {
            self.fault(field, Fault::TooLong { max });
        }
        text
    }

    /// A whole number within `min..=max`.
    pub fn number(&mut self, field: &str, text: &str, min: i64, max: i64) -> i64 {
        match text.trim().parse::<i64>() {
            Ok(n) if (min..=max).contains(&n) => n,
            Err(_) if text.trim().is_empty() => {
                self.fault(field, Fault::Required);
                min
            }
            _ => {
                self.fault(field, Fault::OutOfRange { min, max });
                min
            }
        }
    }

    /// What `read` made of the field, or its fault and `instead`.
    pub fn take<T>(&mut self, field: &str, read: Result<T, Fault>, instead: T) -> T {
        read.unwrap_or_else(|fault| {
            self.fault(field, fault);
            instead
        })
    }

    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// `Ok` when nothing was wrong.
    pub fn done(self) -> Result<(), Failure> {
        if self.faults.is_empty() {
            return Ok(());
        }
        Err(Failure { reason: Reason::Form, fields: self.faults, request: String::new() })
    }
}

pub use tricks::tidy;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_invisible_characters_is_empty() {
        let mut form = Reader::default();
        form.text("body", "\u{200B}\u{202E} \u{FEFF}\n", 1, 10);
        assert_eq!(form.done().unwrap_err().fields, vec![("body".into(), Fault::Required)]);
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        let mut form = Reader::default();
        form.text("name", "éééé", 1, 4);
        assert!(form.is_clean());
    }
}

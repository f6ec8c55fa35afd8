//! One person of the sheet, and everything that can be wrong with their row.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{
    Date, Field, Lang, Problem, ProblemKind, cell, columns::Columns, date, email, name, records::Record,
};

/// The longest given or family name, in characters.
const NAME_LIMIT: usize = 100;

/// The longest job, place or team, in characters.
const TEXT_LIMIT: usize = 200;

/// A person, as the sheet has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// The line of the file where the record starts; the header is usually 1.
    pub line: u64,
    /// Work address, lower case; stands once in a sheet.
    pub email: String,
    /// As written.
    pub given_name: String,
    /// As written, but not all in capitals.
    pub family_name: String,
    /// What the person does.
    pub job_title: Option<String>,
    /// The craft the job belongs to.
    pub job_family: Option<String>,
    /// Where the person works.
    pub workplace: Option<String>,
    /// The team, or else the service or the department.
    pub team: Option<String>,
    /// Language of the interface.
    pub lang: Option<Lang>,
    /// First day.
    pub arrives: Option<Date>,
    /// Last day; not before the first.
    pub leaves: Option<Date>,
}

/// What reading the rows has gathered so far.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) rows: Vec<PersonRow>,
    pub(crate) problems: Vec<Problem>,
    lines_by_email: HashMap<String, u64>,
}

impl Gathered {
    /// Adds the person, or what keeps them from being read.
    pub(crate) fn add(&mut self, columns: &Columns, record: &Record) {
        let before = self.problems.len();
        let Some(row) = Reading { to: self, columns, record }.person() else {
            return;
        };
        if self.problems.len() == before {
            self.rows.push(row);
        }
    }
}

struct Reading<'a> {
    to: &'a mut Gathered,
    columns: &'a Columns,
    record: &'a Record,
}

impl Reading<'_> {
    /// `None` when the cells do not stand under their headers; any other problem is noted and
    /// the reading goes on.
    fn person(&mut self) -> Option<PersonRow> {
        if !self.fits_the_header() {
            return None;
        }
        let email = self.email();
        let given_name = self.required_name(Field::GivenName);
        let family_name = name::family_name(&self.required_name(Field::FamilyName));
        let (arrives, leaves) = self.dates();
        Some(PersonRow {
            line: self.record.line,
            email,
            given_name,
            family_name,
            job_title: self.text(Field::JobTitle),
            job_family: self.text(Field::JobFamily),
            workplace: self.text(Field::Workplace),
            team: self.text(Field::Team),
            lang: self.lang(),
            arrives,
            leaves,
        })
    }

    /// Spreadsheets pad rows with empty cells: those beyond the header are let through.
    fn fits_the_header(&mut self) -> bool {
        let (cells, expected) = (&self.record.cells, self.columns.width);
        let padded = cells.iter().skip(expected).all(|cell| cell.trim().is_empty());
        if cells.len() >= expected && padded {
            return true;
        }
        let kind = ProblemKind::WrongNumberOfFields { expected, found: cells.len() };
        let first = cells.iter().find(|cell| !cell.trim().is_empty());
        self.note(None, kind, first.unwrap_or_default());
        false
    }

    fn email(&mut self) -> String {
        let email = self.cell(Field::Email).to_lowercase();
        let line = self.record.line;
        let verdict = if email.is_empty() {
            Err(ProblemKind::MissingEmail)
        } else if let Err(kind) = cell::check(&email, email::LIMIT) {
            Err(kind)
        } else if !email::is_valid(&email) {
            Err(ProblemKind::InvalidEmail)
        } else if let Some(&first_line) = self.to.lines_by_email.get(&email) {
            Err(ProblemKind::DuplicateEmail { first_line })
        } else {
            self.to.lines_by_email.insert(email.clone(), line);
            Ok(())
        };
        if let Err(kind) = verdict {
            self.note(Some(Field::Email), kind, &email);
        }
        email
    }

    fn required_name(&mut self, field: Field) -> String {
        let name = self.cell(field);
        if name.is_empty() {
            self.note(Some(field), ProblemKind::MissingName, "");
        } else if let Err(kind) = cell::check(&name, NAME_LIMIT) {
            self.note(Some(field), kind, &name);
        }
        name
    }

    fn text(&mut self, field: Field) -> Option<String> {
        let text = self.filled(field)?;
        if let Err(kind) = cell::check(&text, TEXT_LIMIT) {
            self.note(Some(field), kind, &text);
        }
        Some(text)
    }

    fn lang(&mut self) -> Option<Lang> {
        let text = self.filled(Field::Lang)?;
        let lang = Lang::parse(&text);
        if lang.is_none() {
            self.note(Some(Field::Lang), ProblemKind::UnknownLanguage, &text);
        }
        lang
    }

    fn dates(&mut self) -> (Option<Date>, Option<Date>) {
        let arrives = self.date(Field::Arrives);
        let leaves = self.date(Field::Leaves);
        if let (Some(first), Some(last)) = (arrives, leaves)
            && last < first
        {
            let kind = ProblemKind::LeavesBeforeArrives { arrives: first };
            self.note(Some(Field::Leaves), kind, &self.cell(Field::Leaves));
        }
        (arrives, leaves)
    }

    fn date(&mut self, field: Field) -> Option<Date> {
        let text = self.filled(field)?;
        if field == Field::Leaves && date::is_never(&text) {
            return None;
        }
        let date = Date::parse(&text);
        if date.is_none() {
            self.note(Some(field), ProblemKind::InvalidDate, &text);
        }
        date
    }

    fn cell(&self, field: Field) -> String {
        self.columns.cell(&self.record.cells, field)
    }

    fn filled(&self, field: Field) -> Option<String> {
        Some(self.cell(field)).filter(|text| !text.is_empty())
    }

    fn note(&mut self, field: Option<Field>, kind: ProblemKind, value: &str) {
        self.to.problems.push(Problem {
            line: self.record.line,
            column: field.and_then(|field| self.columns.name(field)),
            kind,
            value: cell::excerpt(value),
        });
    }
}

//! Why a whole file cannot be read, and how to say it.

use serde::{Deserialize, Serialize};

use crate::{Field, Lang};

/// What stops the reading before or between the rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// Nothing but blanks and separators.
    Empty,
    /// A spreadsheet's own format, not an export.
    Spreadsheet,
    /// More bytes than are accepted.
    TooLarge {
        /// The most bytes accepted.
        limit: usize,
    },
    /// No cell of the first line is a header we know.
    NoHeader,
    /// Required columns are absent.
    MissingColumn {
        /// All of them.
        which: Vec<Field>,
    },
    /// Two columns claim the same field with equal right.
    DuplicateColumn {
        /// The field.
        which: Field,
        /// One header, as in the file.
        first: String,
        /// The other.
        second: String,
    },
    /// A header, and nobody under it.
    NoRows,
    /// More people than are accepted.
    TooManyRows {
        /// The most people accepted.
        limit: usize,
    },
    /// A quote is opened and never closed.
    UnclosedQuote {
        /// The line of the file where the record starts.
        line: u64,
    },
    /// The line cannot be split into cells.
    Unreadable {
        /// The line of the file where the record starts.
        line: u64,
    },
}

impl FileProblem {
    /// What is wrong and what to do.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.french(),
            Lang::En => self.english(),
        }
    }

    fn french(&self) -> String {
        match self {
            Self::Empty => "Ce fichier est vide. Exportez de nouveau la liste des personnes.".to_owned(),
            Self::Spreadsheet => {
                "Ce fichier est un classeur. Ouvrez-le dans votre tableur et enregistrez-le au format CSV."
                    .to_owned()
            }
            Self::TooLarge { limit } => format!(
                "Ce fichier dépasse {}\u{a0}Mo. Retirez les colonnes inutiles ou partagez-le en plusieurs fichiers.",
                limit / 1_000_000
            ),
            Self::NoHeader => format!(
                "La première ligne ne contient aucun titre de colonne connu. Ajoutez une ligne d’en-tête avec au moins {}.",
                names(&Field::REQUIRED, Lang::Fr)
            ),
            Self::MissingColumn { which } => format!(
                "Il manque à l’en-tête {}. Complétez l’export, ou renommez les colonnes concernées.",
                names(which, Lang::Fr)
            ),
            Self::DuplicateColumn { which, first, second } => format!(
                "Deux colonnes, «\u{a0}{first}\u{a0}» et «\u{a0}{second}\u{a0}», désignent la même information ({}). N’en gardez qu’une.",
                which.label(Lang::Fr)
            ),
            Self::NoRows => "Ce fichier ne contient que l’en-tête. Ajoutez au moins une personne.".to_owned(),
            Self::TooManyRows { limit } => format!(
                "Ce fichier contient plus de {} personnes. Partagez-le en plusieurs fichiers.",
                grouped(*limit, '\u{202f}')
            ),
            Self::UnclosedQuote { line } => format!(
                "Un guillemet ouvert à la ligne {line} n’est jamais refermé. Refermez-le ou retirez-le."
            ),
            Self::Unreadable { line } => format!(
                "La ligne {line} n’a pas pu être lue. Exportez de nouveau le fichier au format CSV, en UTF-8."
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Empty => "This file is empty. Export the list of people again.".to_owned(),
            Self::Spreadsheet => {
                "This file is a workbook. Open it in your spreadsheet and save it as CSV.".to_owned()
            }
            Self::TooLarge { limit } => format!(
                "This file is larger than {}\u{a0}MB. Remove the columns you do not need, or split it into several files.",
                limit / 1_000_000
            ),
            Self::NoHeader => format!(
                "The first line holds no column title we know. Add a header line with at least {}.",
                names(&Field::REQUIRED, Lang::En)
            ),
            Self::MissingColumn { which } => format!(
                "The header lacks {}. Complete the export, or rename the columns.",
                names(which, Lang::En)
            ),
            Self::DuplicateColumn { which, first, second } => format!(
                "Two columns, “{first}” and “{second}”, mean the same thing ({}). Keep only one.",
                which.label(Lang::En)
            ),
            Self::NoRows => "This file holds only the header. Add at least one person.".to_owned(),
            Self::TooManyRows { limit } => format!(
                "This file holds more than {} people. Split it into several files.",
                grouped(*limit, ',')
            ),
            Self::UnclosedQuote { line } => {
                format!("A quote opened on line {line} is never closed. Close it or remove it.")
            }
            Self::Unreadable { line } => {
                format!("Line {line} could not be read. Export the file again as CSV, in UTF-8.")
            }
        }
    }
}

fn names(fields: &[Field], lang: Lang) -> String {
    let quoted = |field: &Field| match lang {
        Lang::Fr => format!("«\u{a0}{}\u{a0}»", field.label(lang)),
        Lang::En => format!("“{}”", field.label(lang)),
    };
    fields.iter().map(quoted).collect::<Vec<_>>().join(", ")
}

fn grouped(number: usize, mark: char) -> String {
    if number < 1000 {
        return number.to_string();
    }
    format!("{}{mark}{:03}", grouped(number / 1000, mark), number % 1000)
}

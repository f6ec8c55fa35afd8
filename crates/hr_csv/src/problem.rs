//! What is wrong on one line, and how to say it.

use serde::{Deserialize, Serialize};

use crate::{Date, Lang};

/// Something to correct before the sheet can be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The line of the file where the record starts; the header is usually 1.
    pub line: u64,
    /// The header of the cell, as in the file; none when the whole line is concerned.
    pub column: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// The start of the cell, invisible characters replaced.
    pub value: String,
}

/// Everything that can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// The address is empty.
    MissingEmail,
    /// Mail cannot be sent there.
    InvalidEmail,
    /// The address already stands on an earlier line.
    DuplicateEmail {
        /// Where it stands first.
        first_line: u64,
    },
    /// The given or the family name is empty.
    MissingName,
    /// The cell is too long to be kept.
    TooLong {
        /// The most characters it may have.
        limit: usize,
    },
    /// The calendar has no such day, or it is written in another way.
    InvalidDate,
    /// Neither French nor English.
    UnknownLanguage,
    /// The last day comes before the first.
    LeavesBeforeArrives {
        /// The first day.
        arrives: Date,
    },
    /// The cells do not stand under their headers.
    WrongNumberOfFields {
        /// Cells of the header.
        expected: usize,
        /// Cells of the line.
        found: usize,
    },
    /// The cell hides characters nobody sees.
    ControlCharacter,
    /// The cell holds U+FFFD, the mark of a character lost in an earlier conversion.
    UnreadableCharacter,
}

impl Problem {
    /// Where it is, what is wrong and what to do, in one line.
    pub fn message(&self, lang: Lang) -> String {
        let (line, message) = (self.line, uncapitalised(&self.kind.message(lang)));
        match (lang, &self.column) {
            (Lang::Fr, None) => format!("Ligne {line}\u{a0}: {message}"),
            (Lang::En, None) => format!("Line {line}: {message}"),
            (Lang::Fr, Some(column)) => {
                format!("Ligne {line}, colonne «\u{a0}{column}\u{a0}»\u{a0}: {message}")
            }
            (Lang::En, Some(column)) => format!("Line {line}, column “{column}”: {message}"),
        }
    }
}

impl ProblemKind {
    /// What is wrong and what to do, as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.french(),
            Lang::En => self.english(),
        }
    }

    fn french(&self) -> String {
        match self {
            Self::MissingEmail => {
                "L’adresse e-mail manque. Indiquez l’adresse professionnelle de la personne, ou retirez la ligne."
                    .to_owned()
            }
            Self::InvalidEmail => {
                "Cette adresse e-mail n’est pas valide. Écrivez une seule adresse, comme prenom.nom@exemple.fr."
                    .to_owned()
            }
            Self::DuplicateEmail { first_line } => format!(
                "Cette adresse e-mail figure déjà à la ligne {first_line}. Corrigez-la, ou retirez l’une des deux lignes."
            ),
            Self::MissingName => "Le nom ou le prénom manque. Complétez la cellule.".to_owned(),
            Self::TooLong { limit } => {
                format!("Le texte est trop long. Raccourcissez-le à {limit} caractères au plus.")
            }
            Self::InvalidDate => {
                "Cette date n’est pas valide. Écrivez-la sous la forme jj/mm/aaaa, par exemple 01/09/2025.".to_owned()
            }
            Self::UnknownLanguage => {
                "Cette langue n’est pas proposée. Écrivez «\u{a0}fr\u{a0}» ou «\u{a0}en\u{a0}», ou laissez la cellule vide."
                    .to_owned()
            }
            Self::LeavesBeforeArrives { arrives } => format!(
                "La date de sortie précède la date d’entrée ({:02}/{:02}/{}). Corrigez l’une des deux.",
                arrives.day(),
                arrives.month(),
                arrives.year()
            ),
            Self::WrongNumberOfFields { expected, found } => format!(
                "Cellules trouvées\u{a0}: {found}, attendues d’après l’en-tête\u{a0}: {expected}. Vérifiez les séparateurs et les guillemets de la ligne."
            ),
            Self::ControlCharacter => {
                "Le texte contient un caractère invisible. Effacez la cellule et saisissez-la de nouveau.".to_owned()
            }
            Self::UnreadableCharacter => {
                "Le texte contient un caractère illisible (�). Saisissez-le de nouveau, ou exportez le fichier en UTF-8."
                    .to_owned()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::MissingEmail => {
                "The email address is missing. Enter the person’s work address, or remove the line."
                    .to_owned()
            }
            Self::InvalidEmail => {
                "This email address is not valid. Write a single address, such as first.last@example.com."
                    .to_owned()
            }
            Self::DuplicateEmail { first_line } => format!(
                "This email address is already on line {first_line}. Correct it, or remove one of the two lines."
            ),
            Self::MissingName => "The first or last name is missing. Fill in the cell.".to_owned(),
            Self::TooLong { limit } => {
                format!("The text is too long. Shorten it to {limit} characters at most.")
            }
            Self::InvalidDate => {
                "This date is not valid. Write it as dd/mm/yyyy or yyyy-mm-dd, for example 2025-09-01."
                    .to_owned()
            }
            Self::UnknownLanguage => {
                "This language is not available. Write “fr” or “en”, or leave the cell empty.".to_owned()
            }
            Self::LeavesBeforeArrives { arrives } => {
                format!("The end date is before the start date ({arrives}). Correct one of the two.")
            }
            Self::WrongNumberOfFields { expected, found } => format!(
                "Cells found: {found}, expected from the header: {expected}. Check the separators and quotes of the line."
            ),
            Self::ControlCharacter => {
                "The text holds an invisible character. Clear the cell and type it again.".to_owned()
            }
            Self::UnreadableCharacter => {
                "The text holds an unreadable character (�). Type it again, or export the file as UTF-8."
                    .to_owned()
            }
        }
    }
}

fn uncapitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

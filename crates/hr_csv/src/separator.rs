//! What stands between two cells, read off the header.

use serde::{Deserialize, Serialize};

use crate::{columns, records::Records};

/// The character between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// `;`, what French spreadsheets write.
    Semicolon,
    /// `,`
    Comma,
    /// A tabulation.
    Tab,
}

impl Separator {
    /// The separator as it stands in the file.
    pub fn char(self) -> char {
        char::from(self.byte())
    }

    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
        }
    }

    /// The separator under which the header says the most: known columns first, then cells.
    /// Quoted separators do not count, since the header is split as a record is.
    pub(crate) fn sniff(text: &str) -> Self {
        // The last of equals wins: a header of one cell is taken as separated by `;`.
        [Self::Tab, Self::Comma, Self::Semicolon]
            .into_iter()
            .max_by_key(|separator| columns::score(&mut Records::new(text, 1, *separator)))
            .unwrap_or(Self::Semicolon)
    }

    /// The `sep=;` line some spreadsheets put above the header: what it says, and what follows.
    pub(crate) fn announced(text: &str) -> Option<(Self, &str)> {
        let (start, rest) = text.split_at_checked(4)?;
        if !start.eq_ignore_ascii_case("sep=") {
            return None;
        }
        let mut chars = rest.chars();
        let separator = match chars.next()? {
            ';' => Self::Semicolon,
            ',' => Self::Comma,
            '\t' => Self::Tab,
            _ => return None,
        };
        let rest = chars.as_str();
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
        Some((separator, rest))
    }
}

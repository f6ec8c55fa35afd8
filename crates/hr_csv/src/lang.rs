//! The two languages of the platform, as a sheet may write them.

use serde::{Deserialize, Serialize};

use crate::fold::fold;

/// A language people read the platform in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Reads a code (`fr`, `en-GB`, `fra`) or a name (« français », “English”).
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let subtag = text.split(['-', '_']).next().unwrap_or_default();
        match fold(subtag).as_str() {
            "fr" | "fra" | "fre" | "francais" | "french" => Some(Self::Fr),
            "en" | "eng" | "anglais" | "english" => Some(Self::En),
            _ => None,
        }
    }

    pub(crate) fn pick<T>(self, french: T, english: T) -> T {
        match self {
            Self::Fr => french,
            Self::En => english,
        }
    }
}

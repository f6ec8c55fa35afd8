//! From bytes to text: which encoding the export was written in.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};

/// How the file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// With or without its byte order mark.
    Utf8,
    /// Announced by its byte order mark.
    Utf16Le,
    /// Announced by its byte order mark.
    Utf16Be,
    /// What French spreadsheets write by default; assumed when the bytes are not UTF-8.
    Windows1252,
}

impl Encoding {
    /// The name people know, the same in both languages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// The text without its byte order mark, and the encoding it was in. Never fails: what an
/// encoding cannot say becomes U+FFFD, which the cell checks report.
pub(crate) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return (UTF_16LE.decode_without_bom_handling(rest).0, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return (UTF_16BE.decode_without_bom_handling(rest).0, Encoding::Utf16Be);
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(rest).0, Encoding::Windows1252),
    }
}

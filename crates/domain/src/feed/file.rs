//! A file attached to a post: what kinds there are, and what it may be called.

use crate::id::MediaId;
use serde::{Deserialize, Serialize};

/// A file as its readers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachedFile {
    pub id: MediaId,
    pub name: String,
    pub kind: FileKind,
    pub bytes: u64,
}

/// What can be attached. Nothing that runs: no macros, no archives, no pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Odp,
    Csv,
    Txt,
}

impl FileKind {
    pub const ALL: [FileKind; 9] = [
        FileKind::Pdf,
        FileKind::Docx,
        FileKind::Xlsx,
        FileKind::Pptx,
        FileKind::Odt,
        FileKind::Ods,
        FileKind::Odp,
        FileKind::Csv,
        FileKind::Txt,
    ];

    /// The ending of its name, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            FileKind::Pdf => "pdf",
            FileKind::Docx => "docx",
            FileKind::Xlsx => "xlsx",
            FileKind::Pptx => "pptx",
            FileKind::Odt => "odt",
            FileKind::Ods => "ods",
            FileKind::Odp => "odp",
            FileKind::Csv => "csv",
            FileKind::Txt => "txt",
        }
    }

    /// As registered with IANA.
    pub fn mime(self) -> &'static str {
        match self {
            FileKind::Pdf => "application/pdf",
            FileKind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            FileKind::Odt => "application/vnd.oasis.opendocument.text",
            FileKind::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            FileKind::Odp => "application/vnd.oasis.opendocument.presentation",
            FileKind::Csv => "text/csv",
            FileKind::Txt => "text/plain",
        }
    }

    pub fn of_mime(mime: &str) -> Option<FileKind> {
        FileKind::ALL.into_iter().find(|kind| kind.mime() == mime)
    }

    /// The kind a name speaks of.
    pub fn of_name(name: &str) -> Option<FileKind> {
        let (_, ending) = name.rsplit_once('.')?;
        FileKind::ALL.into_iter().find(|kind| kind.ending().eq_ignore_ascii_case(ending))
    }
}

/// Longest name kept, in characters, its ending included.
const NAME_MAX: usize = 120;

/// The name a file is kept under: that of `raw` without its path, without what hides or reorders
/// letters, without what some systems read as a path, a device or a command.
pub fn file_name(raw: &str, kind: FileKind) -> String {
    let bare = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = bare.rsplit_once('.').map_or(bare, |(stem, _)| stem);
    let plain: String = stem
        .chars()
        .filter(|c| !is_hidden(*c))
        .map(|c| if c.is_whitespace() || "\"<>:|?*%;`$&".contains(c) { ' ' } else { c })
        .collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let ending = kind.ending();
    let room = NAME_MAX.saturating_sub(ending.len() + 1);
    let stem: String = words.trim_matches(['.', ' ', '-']).chars().take(room).collect();
    let stem = if stem.is_empty() { "document" } else { stem.trim_end() };
    format!("{stem}.{ending}")
}

/// Controls, and marks that change how a name reads: "\u{202E}fdp.exe" shows as "exe.pdf".
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_it_is_and_nothing_else() {
        for (raw, name) in [
            ("Compte rendu.pdf", "Compte rendu.pdf"),
            ("C:\\Users\\zoe\\Budget 2026.PDF", "Budget 2026.pdf"),
            ("../../etc/passwd.pdf", "passwd.pdf"),
            ("fiche\u{202E}fdp.exe.pdf", "fichefdp.exe.pdf"),
            ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
            (".pdf", "document.pdf"),
            ("", "document.pdf"),
            ("...pdf", "document.pdf"),
            ("été \u{200B}à  Vénissieux.pdf", "été à Vénissieux.pdf"),
            ("\"; rm -rf.pdf", "rm -rf.pdf"),
        ] {
            assert_eq!(file_name(raw, FileKind::Pdf), name, "{raw:?}");
        }
        let long = file_name(&format!("{}.docx", "é".repeat(400)), FileKind::Docx);
        assert_eq!(long.chars().count(), NAME_MAX);
        assert!(long.ends_with("é.docx"));
    }

    #[test]
    fn each_kind_is_known_by_its_ending_and_its_type() {
        for kind in FileKind::ALL {
            assert_eq!(FileKind::of_name(&format!("x.{}", kind.ending().to_uppercase())), Some(kind));
            assert_eq!(FileKind::of_mime(kind.mime()), Some(kind));
        }
        for other in ["x.exe", "x.docm", "x.pdf.html", "pdf", "x.svg", "x.zip"] {
            assert_eq!(FileKind::of_name(other), None, "{other}");
        }
    }
}

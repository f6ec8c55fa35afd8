//! What is in a file, found from its content: a name is only what its sender says.

use domain::{feed::FileKind, form::Fault};
use std::io::Cursor;

/// Entries of an office document that are looked at: the largest presentations have some thousands.
const ENTRIES_MAX: usize = 50_000;

/// The kind of a file, when its name and its content agree. Slow for large ones: not for the async
/// threads.
pub(super) fn sniff(name: &str, bytes: &[u8]) -> Result<FileKind, Fault> {
    if bytes.is_empty() {
        return Err(Fault::EmptyFile);
    }
    let said = FileKind::of_name(name).ok_or(Fault::FileKind)?;
    let is = match said {
        FileKind::Pdf => is_pdf(bytes),
        FileKind::Csv | FileKind::Txt => is_text(bytes),
        _ => office(bytes) == Some(said),
    };
    if is { Ok(said) } else { Err(Fault::Disguised) }
}

/// The header at the very start (ISO 32000-2, 7.5.2), and an end: readers take it within the first
/// kilobyte, which lets one file be two things.
fn is_pdf(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(2048)..).unwrap_or_default();
    bytes.starts_with(b"%PDF-") && tail.windows(5).any(|window| window == b"%%EOF")
}

/// Words and line ends, in UTF-8, UTF-16 with its mark, or a Windows code page: nothing that a text
/// does not have.
fn is_text(bytes: &[u8]) -> bool {
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if wide {
        return bytes.len().is_multiple_of(2);
    }
    bytes.iter().all(|byte| *byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C))
}

/// The kind of an office document: an archive from its first byte on, with the parts its kind has
/// (ECMA-376-2, 10; OpenDocument 1.3-2, 3.3), and nothing that runs.
fn office(bytes: &[u8]) -> Option<FileKind> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    if archive.len() > ENTRIES_MAX || archive.offset() != 0 {
        return None;
    }
    let has = |part: &str| archive.index_for_name(part).is_some();
    let runs = |name: &[u8]| {
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        name.ends_with("vbaproject.bin") || name.starts_with("basic/") || name.starts_with("scripts/")
    };
    if archive.file_names_raw().any(runs) {
        return None;
    }
    if has("[Content_Types].xml") {
        let parts = [
            ("word/document.xml", FileKind::Docx),
            ("xl/workbook.xml", FileKind::Xlsx),
            ("ppt/presentation.xml", FileKind::Pptx),
        ];
        return parts.into_iter().find(|(part, _)| has(part)).map(|(_, kind)| kind);
    }
    // The first entry of an OpenDocument is its type, plain: its name stands at byte 30, of 8 letters,
    // and its content after it.
    let rest = bytes.get(30..)?.strip_prefix(b"mimetype")?;
    let kinds = [FileKind::Odt, FileKind::Ods, FileKind::Odp];
    kinds.into_iter().find(|kind| {
        let after = rest.strip_prefix(kind.mime().as_bytes());
        // A template's type begins like that of its document.
        after.is_some_and(|after| after.first() != Some(&b'-')) && has("content.xml")
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |mut crc, byte| {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
            }
            crc
        })
    }

    /// An archive of plain entries.
    pub(crate) fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut bytes, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in entries {
            let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
            let size = u32::try_from(content.len()).unwrap().to_le_bytes();
            let named = u16::try_from(name.len()).unwrap().to_le_bytes();
            let common: Vec<u8> =
                [&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0][..], &crc(content).to_le_bytes(), &size, &size, &named]
                    .concat();
            bytes.extend([b"PK\x03\x04", &common[..], &[0, 0], name.as_bytes(), content].concat());
            directory.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 12], &at, name.as_bytes()].concat());
        }
        let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
        let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
        let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let end = [b"PK\x05\x06", &[0; 4][..], &count, &count, &size, &at, &[0, 0]].concat();
        [bytes, directory, end].concat()
    }

    fn open_xml(part: &str) -> Vec<u8> {
        archive(&[("[Content_Types].xml", b"<Types/>"), (part, b"<x/>")])
    }

    fn open_document(mime: &str) -> Vec<u8> {
        archive(&[("mimetype", mime.as_bytes()), ("content.xml", b"<x/>")])
    }

    #[test]
    fn what_agrees_with_its_name_is_taken() {
        for (name, bytes, kind) in [
            ("a.pdf", b"%PDF-1.7\n1 0 obj\n%%EOF\n".to_vec(), FileKind::Pdf),
            ("a.DOCX", open_xml("word/document.xml"), FileKind::Docx),
            ("a.xlsx", open_xml("xl/workbook.xml"), FileKind::Xlsx),
            ("a.pptx", open_xml("ppt/presentation.xml"), FileKind::Pptx),
            ("a.odt", open_document(FileKind::Odt.mime()), FileKind::Odt),
            ("a.ods", open_document(FileKind::Ods.mime()), FileKind::Ods),
            ("a.odp", open_document(FileKind::Odp.mime()), FileKind::Odp),
            ("a.csv", "nom;prénom\r\nMartin;Zoé\r\n".as_bytes().to_vec(), FileKind::Csv),
            ("a.txt", b"d\xE9j\xE0 vu".to_vec(), FileKind::Txt),
            ("a.txt", b"\xFF\xFEo\0k\0".to_vec(), FileKind::Txt),
        ] {
            assert_eq!(sniff(name, &bytes), Ok(kind), "{name}");
        }
    }

    #[test]
    fn what_lies_or_runs_is_refused() {
        let word = open_xml("word/document.xml");
        let macros = archive(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("word/document.xml", b"<x/>"),
            ("word/vbaProject.bin", b"x"),
        ]);
        let basic = archive(&[
            ("mimetype", FileKind::Odt.mime().as_bytes()),
            ("content.xml", b"<x/>"),
            ("Basic/Standard/Module1.xml", b"x"),
        ]);
        let template = open_document("application/vnd.oasis.opendocument.text-template");
        let hidden = [b"<script>alert(1)</script>".to_vec(), word.clone()].concat();
        let cut = word.get(..word.len() / 2).unwrap().to_vec();
        for (name, bytes, fault) in [
            ("a.exe", b"MZ".to_vec(), Fault::FileKind),
            ("a.html", b"<script>".to_vec(), Fault::FileKind),
            ("a.svg", b"<svg/>".to_vec(), Fault::FileKind),
            ("a.zip", word.clone(), Fault::FileKind),
            ("a.docm", macros.clone(), Fault::FileKind),
            ("a", b"x".to_vec(), Fault::FileKind),
            ("a.pdf", vec![], Fault::EmptyFile),
            ("a.pdf", word.clone(), Fault::Disguised),
            ("a.pdf", b"MZ%PDF-1.7 %%EOF".to_vec(), Fault::Disguised),
            ("a.pdf", b"%PDF-1.7 cut".to_vec(), Fault::Disguised),
            ("a.docx", open_xml("xl/workbook.xml"), Fault::Disguised),
            ("a.docx", macros, Fault::Disguised),
            ("a.docx", hidden, Fault::Disguised),
            ("a.docx", cut, Fault::Disguised),
            ("a.docx", archive(&[("word/document.xml", b"<x/>")]), Fault::Disguised),
            ("a.odt", basic, Fault::Disguised),
            ("a.odt", template, Fault::Disguised),
            ("a.txt", b"MZ\0\0".to_vec(), Fault::Disguised),
            ("a.csv", b"a;b\x1B]0;x".to_vec(), Fault::Disguised),
        ] {
            assert_eq!(sniff(name, &bytes), Err(fault), "{name}");
        }
    }

    /// Whatever a file holds, looking at it ends.
    #[test]
    fn damaged_files_end_well() {
        let good = open_xml("word/document.xml");
        for at in 0..good.len() {
            let mut bad = good.clone();
            *bad.get_mut(at).unwrap() ^= 0xFF;
            let _ = sniff("a.docx", &bad);
        }
    }
}

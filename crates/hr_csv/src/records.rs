//! Splits text into records, and knows on which line of the file each one starts.

use csv::{Reader, ReaderBuilder, StringRecord};

use crate::{FileProblem, separator::Separator};

/// A record that holds at least one character other than a blank.
pub(crate) struct Record {
    /// The physical line where it starts: quoted line breaks and blank lines count.
    pub(crate) line: u64,
    pub(crate) cells: StringRecord,
}

pub(crate) struct Records<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    separator: Separator,
    lines: Lines<'a>,
}

impl<'a> Records<'a> {
    /// `first_line` is the number of the line `text` starts on.
    pub(crate) fn new(text: &'a str, first_line: u64, separator: Separator) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(separator.byte())
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Self {
            text,
            reader,
            separator,
            lines: Lines { bytes: text.as_bytes(), at: 0, line: first_line, after_cr: false },
        }
    }

    /// The next record that is not blank, `None` at the end of the file.
    pub(crate) fn next(&mut self) -> Result<Option<Record>, FileProblem> {
        let mut cells = StringRecord::new();
        loop {
            self.lines.reach(self.byte());
            self.lines.skip_breaks();
            let (line, start) = (self.lines.line, self.lines.at);
            let found = self.reader.read_record(&mut cells).map_err(|_| FileProblem::Unreadable { line })?;
            if !found {
                return Ok(None);
            }
            // An open quote runs to the end of the file: only the last record can hold one.
            if self.byte() >= self.text.len() {
                let raw = self.text.as_bytes().get(start..).unwrap_or_default();
                if ends_in_quotes(raw, self.separator) {
                    return Err(FileProblem::UnclosedQuote { line });
                }
            }
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(Some(Record { line, cells }));
            }
        }
    }

    fn byte(&self) -> usize {
        usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }
}

/// Counts `\n`, `\r\n` and `\r` alike. The reader's own count is not used: it places a record
/// that follows blank lines on the first of them.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
    after_cr: bool,
}

impl Lines<'_> {
    fn reach(&mut self, end: usize) {
        while self.at < end && self.step(|_| true) {}
    }

    fn skip_breaks(&mut self) {
        while self.step(|byte| matches!(byte, b'\r' | b'\n')) {}
    }

    fn step(&mut self, pass: impl Fn(u8) -> bool) -> bool {
        let Some(&byte) = self.bytes.get(self.at).filter(|byte| pass(**byte)) else {
            return false;
        };
        if byte == b'\r' || (byte == b'\n' && !self.after_cr) {
            self.line += 1;
        }
        self.after_cr = byte == b'\r';
        self.at += 1;
        true
    }
}

/// Whether one record, read to its end, leaves a quote open. Quotes open a cell only at its start.
fn ends_in_quotes(record: &[u8], separator: Separator) -> bool {
    #[derive(Clone, Copy, PartialEq)]
    enum At {
        Start,
        Bare,
        Quoted,
        Quote,
    }
    let end = record.iter().fold(At::Start, |at, &byte| match (at, byte) {
        (At::Start | At::Quote, b'"') => At::Quoted,
        (At::Quoted, b'"') => At::Quote,
        (At::Quoted, _) => At::Quoted,
        (_, byte) if byte == separator.byte() => At::Start,
        _ => At::Bare,
    });
    end == At::Quoted
}

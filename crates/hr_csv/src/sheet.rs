//! A whole sheet: what was understood, who is in it, what has to be corrected.

use serde::{Deserialize, Serialize};

use crate::{
    Encoding, Field, FileProblem, MAX_BYTES, MAX_ROWS, PersonRow, Problem, Separator, columns::Columns,
    encoding::decode, person::Gathered, records::Records,
};

/// A sheet that could be read to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    rows: Vec<PersonRow>,
    /// Everything to correct, in the order of the file.
    pub problems: Vec<Problem>,
    /// What each column was read as, in the order of the file.
    pub columns: Vec<ReadColumn>,
    /// Headers that are unknown, or set aside for a more precise column.
    pub ignored_columns: Vec<String>,
    /// Headers that are known and on purpose never kept: staff numbers, home addresses, status.
    pub dropped_columns: Vec<String>,
    /// How the file was written.
    pub encoding: Encoding,
    /// What stood between two cells.
    pub separator: Separator,
}

/// A column and what it was read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadColumn {
    /// What it holds.
    pub field: Field,
    /// Its header, as in the file.
    pub name: String,
}

impl Sheet {
    /// The people to import: all of them, or, with any problem, none.
    pub fn into_rows(self) -> Result<Vec<PersonRow>, Vec<Problem>> {
        if self.problems.is_empty() { Ok(self.rows) } else { Err(self.problems) }
    }

    /// The rows without a problem, to be shown and never imported: `into_rows` decides that.
    pub fn preview(&self) -> &[PersonRow] {
        &self.rows
    }
}

/// Reads a sheet. Never panics, whatever the bytes; a file that is not a sheet says why.
pub fn read(bytes: &[u8]) -> Result<Sheet, FileProblem> {
    refuse_unread(bytes)?;
    let (text, encoding) = decode(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if text.chars().all(|letter| letter.is_whitespace() || matches!(letter, ';' | ',')) {
        return Err(FileProblem::Empty);
    }
    let (separator, mut records) = match Separator::announced(text) {
        Some((separator, rest)) => (separator, Records::new(rest, 2, separator)),
        None => {
            let separator = Separator::sniff(text);
            (separator, Records::new(text, 1, separator))
        }
    };
    let header = records.next()?.ok_or(FileProblem::Empty)?;
    let columns = Columns::of(&header.cells)?;
    let gathered = gather(&columns, &mut records)?;
    Ok(Sheet {
        rows: gathered.rows,
        problems: gathered.problems,
        ignored_columns: columns.ignored.clone(),
        dropped_columns: columns.dropped.clone(),
        columns: columns.into_read(),
        encoding,
        separator,
    })
}

/// Refuses on sight what is not worth decoding.
fn refuse_unread(bytes: &[u8]) -> Result<(), FileProblem> {
    /// A zip archive, as `.xlsx` and `.ods` are, and the older `.xls`.
    const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];
    if WORKBOOKS.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(FileProblem::Spreadsheet);
    }
    if bytes.len() > MAX_BYTES {
        return Err(FileProblem::TooLarge { limit: MAX_BYTES });
    }
    Ok(())
}

fn gather(columns: &Columns, records: &mut Records<'_>) -> Result<Gathered, FileProblem> {
    let mut gathered = Gathered::default();
    let mut count = 0;
    while let Some(record) = records.next()? {
        count += 1;
        if count > MAX_ROWS {
            return Err(FileProblem::TooManyRows { limit: MAX_ROWS });
        }
        gathered.add(columns, &record);
    }
    if count == 0 {
        return Err(FileProblem::NoRows);
    }
    Ok(gathered)
}

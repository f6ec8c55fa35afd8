//! The header: which column holds what.

use csv::StringRecord;

use crate::{
    FileProblem, cell,
    field::{Field, Meaning},
    records::Records,
    sheet::ReadColumn,
};

/// A header, understood.
#[derive(Debug)]
pub(crate) struct Columns {
    /// How many cells the header has.
    pub(crate) width: usize,
    /// One place a field.
    places: Vec<Place>,
    /// Names of known columns that are never kept, in the order of the file.
    pub(crate) dropped: Vec<String>,
    /// Names of the other columns, in the order of the file.
    pub(crate) ignored: Vec<String>,
}

#[derive(Debug)]
struct Place {
    field: Field,
    rank: usize,
    index: usize,
    name: String,
}

impl Columns {
    pub(crate) fn of(header: &StringRecord) -> Result<Self, FileProblem> {
        let mut columns =
            Self { width: header.len(), places: Vec::new(), dropped: Vec::new(), ignored: Vec::new() };
        let mut unread = Vec::new();
        for (index, raw) in header.iter().enumerate() {
            let name = cell::excerpt(raw);
            match Meaning::of(raw) {
                Meaning::Read(field, rank) => columns.places.push(Place { field, rank, index, name }),
                Meaning::Dropped => columns.dropped.push(name),
                Meaning::Ignored => unread.push((index, name)),
            }
        }
        if columns.places.is_empty() {
            return Err(FileProblem::NoHeader);
        }
        unread.extend(columns.keep_the_most_precise()?);
        unread.sort();
        columns.ignored = unread.into_iter().map(|(_, name)| name).filter(|name| !name.is_empty()).collect();
        columns.require()?;
        Ok(columns)
    }

    /// Leaves one place a field, and gives those it sets aside.
    fn keep_the_most_precise(&mut self) -> Result<Vec<(usize, String)>, FileProblem> {
        self.places.sort_by_key(|place| (place.field, place.rank, place.index));
        let mut kept: Vec<Place> = Vec::new();
        let mut aside = Vec::new();
        for place in self.places.drain(..) {
            match kept.last().filter(|best| best.field == place.field) {
                None => kept.push(place),
                Some(best) if best.rank == place.rank => {
                    return Err(FileProblem::DuplicateColumn {
                        which: place.field,
                        first: best.name.clone(),
                        second: place.name,
                    });
                }
                Some(_) => aside.push((place.index, place.name)),
            }
        }
        self.places = kept;
        Ok(aside)
    }

    fn require(&self) -> Result<(), FileProblem> {
        let missing: Vec<Field> =
            Field::REQUIRED.into_iter().filter(|field| self.place(*field).is_none()).collect();
        if missing.is_empty() { Ok(()) } else { Err(FileProblem::MissingColumn { which: missing }) }
    }

    fn place(&self, field: Field) -> Option<&Place> {
        self.places.iter().find(|place| place.field == field)
    }

    /// The tidied cell of a field; empty when the sheet has no such column.
    pub(crate) fn cell(&self, cells: &StringRecord, field: Field) -> String {
        let raw = self.place(field).and_then(|place| cells.get(place.index));
        cell::tidy(raw.unwrap_or_default())
    }

    /// The field's header, as in the file.
    pub(crate) fn name(&self, field: Field) -> Option<String> {
        self.place(field).map(|place| place.name.clone())
    }

    /// What was understood, in the order of the file.
    pub(crate) fn into_read(mut self) -> Vec<ReadColumn> {
        self.places.sort_by_key(|place| place.index);
        let read = |place: Place| ReadColumn { field: place.field, name: place.name };
        self.places.into_iter().map(read).collect()
    }
}

/// How much a header says: its known columns, then its cells.
pub(crate) fn score(records: &mut Records<'_>) -> (usize, usize) {
    let Ok(Some(header)) = records.next() else {
        return (0, 0);
    };
    let known = header.cells.iter().map(Meaning::of);
    let known = known.filter(|meaning| *meaning != Meaning::Ignored);
    (known.count(), header.cells.len())
}

//! A list of people as HR tools export it, brought into the house.
//!
//! The sheet is read whole first: with any problem in it, nothing is imported. Then people are
//! written in batches of one transaction each, matched by their address; an import that was cut is
//! finished by starting it again, and starting it once more changes nothing. The links of a batch go
//! into a file as soon as it is written: cut between the two, they are lost, and made anew by
//! [`crate::accounts::renew_invitations`].
//!
//! What the sheet says wins, with three exceptions: an empty cell erases nothing (but for the last
//! day, which can be taken back); language and workplace are the person's own once they have
//! joined; a role given here stays. A workplace nobody knows is created, and placed when its name is
//! that of one commune; the report names it, so that a slip of the pen is seen.

mod batch;
mod report;
mod target;
#[cfg(test)]
mod tests;

pub use report::{ImportProblem, ImportReport};

use super::{
    enrol::workplace_names,
    workplace::{WorkplaceRow, named},
};
use crate::{
    Context,
    accounts::LinkFile,
    bind,
    error::{Error, Result},
};
use domain::{fold::fold, id::WorkplaceId};
use hr_csv::{Field, PersonRow, Sheet};
use std::collections::HashMap;

/// Brings the people of a sheet in, or, for a `dry_run`, says what would be. Their links are in the
/// report, and go into `file` batch by batch.
pub async fn import(
    ctx: &Context,
    bytes: &[u8],
    dry_run: bool,
    mut file: Option<&mut LinkFile>,
) -> Result<ImportReport> {
    let mut report = ImportReport { dry_run, ..ImportReport::default() };
    let sheet = match hr_csv::read(bytes) {
        Ok(sheet) => sheet,
        Err(problem) => {
            report.problems.push(ImportProblem::File(problem));
            return Ok(report);
        }
    };
    report.ignored = sheet.ignored_columns.clone();
    report.dropped = sheet.dropped_columns.clone();
    let settings = Settings { clears_last_day: has_column(&sheet, Field::Leaves), dry_run };
    let rows = match sheet.into_rows() {
        Ok(rows) => rows,
        Err(problems) => {
            report.problems = problems.into_iter().map(ImportProblem::Line).collect();
            return Ok(report);
        }
    };
    let places = Places::of(ctx, &rows, &mut report).await?;
    for rows in rows.chunks(BATCH) {
        let known = report.links.len();
        batch::bring(ctx, rows, &places, settings, &mut report).await?;
        if let (Some(file), Some(made)) = (file.as_deref_mut(), report.links.get(known..)) {
            file.add(made).await.map_err(|error| Error::Io("file of links", error))?;
        }
    }
    Ok(report)
}

/// People written in one transaction; bounds what it writes.
const BATCH: usize = 250;

#[derive(Clone, Copy)]
struct Settings {
    /// The sheet has a column of last days: an empty cell means that there is none.
    clears_last_day: bool,
    dry_run: bool,
}

fn has_column(sheet: &Sheet, field: Field) -> bool {
    sheet.columns.iter().any(|column| column.field == field)
}

/// The workplaces of the house and of the sheet.
struct Places {
    by_sort: HashMap<String, WorkplaceId>,
    names: HashMap<WorkplaceId, String>,
}

impl Places {
    /// Creates those the sheet names first.
    async fn of(ctx: &Context, rows: &[PersonRow], report: &mut ImportReport) -> Result<Places> {
        let mut names = workplace_names(ctx).await?;
        let mut by_sort: HashMap<_, _> = names.iter().map(|(id, name)| (fold(name), *id)).collect();
        let mut new: Vec<WorkplaceRow> = Vec::new();
        for name in rows.iter().filter_map(|row| row.workplace.as_deref()) {
            if fold(name).is_empty() || by_sort.contains_key(&fold(name)) {
                continue;
            }
            let place = named(ctx, name);
            by_sort.insert(place.sort.clone(), place.id.0);
            names.insert(place.id.0, place.name.clone());
            report.workplaces.push((place.name.clone(), place.lon.is_some()));
            new.push(place);
        }
        if !report.dry_run && !new.is_empty() {
            ctx.write("INSERT INTO workplace $new RETURN NONE;", bind! { new }).await?;
        }
        Ok(Places { by_sort, names })
    }

    fn find(&self, name: Option<&str>) -> Option<WorkplaceId> {
        self.by_sort.get(&fold(name?)).copied()
    }

    fn name(&self, place: Option<WorkplaceId>) -> &str {
        place.and_then(|place| self.names.get(&place)).map_or("", String::as_str)
    }
}

//! What a person would ask for most days, so that they need not type it.

use super::enter;
use crate::{Context, bind, db::Id, error::Result};
use domain::{Actor, carpool::Usual, id::WorkplaceId};
use jiff::civil::{Date, Weekday};
use surrealdb::types::SurrealValue;

#[derive(SurrealValue)]
struct Row {
    commune: Option<String>,
    workplace: Option<Id<WorkplaceId>>,
}

pub(super) const USUAL: &str = "SELECT commune, workplace FROM $person";

/// The actor's own commune and workplace, where they gave them, and the next working day.
pub async fn usual(ctx: &Context, actor: &Actor) -> Result<Usual> {
    enter(actor)?;
    let row = ctx.db().row::<Row>(USUAL, bind! { person: Id(actor.person) }).await?;
    let (commune, workplace) = row.map_or((None, None), |row| (row.commune, row.workplace));
    let from = commune.as_deref().and_then(gazetteer::by_code).map(gazetteer::Commune::label);
    let date = next_working_day(ctx.today()).to_string();
    Ok(Usual { from, workplace: workplace.map(|id| id.0), date })
}

/// The next day from Monday to Friday; public holidays are not known here.
fn next_working_day(today: Date) -> Date {
    let next = |day: &Date| day.tomorrow().ok();
    let rest = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    std::iter::successors(next(&today), next).find(|day| !rest(day)).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn nobody_commutes_on_sunday() {
        for (today, next) in [(23, 24), (26, 27), (27, 30), (28, 30), (29, 30)] {
            assert_eq!(next_working_day(date(2026, 11, today)), date(2026, 11, next), "{today}");
        }
    }
}

//! Where people work.

use crate::{Context, bind, db::Id, error::Result};
use domain::{
    form::{Fault, Reader},
    id::WorkplaceId,
    person::Workplace,
};
use surrealdb::types::SurrealValue;

const ALL: &str = "SELECT id, name, sort, commune, lon, lat FROM workplace ORDER BY sort LIMIT 1000";

/// All workplaces, in the order of their names.
pub async fn workplaces(ctx: &Context) -> Result<Vec<Workplace>> {
    let rows = ctx.db().rows::<WorkplaceRow>(ALL, bind! {}).await?;
    Ok(rows.into_iter().map(WorkplaceRow::workplace).collect())
}

/// One workplace, if it exists.
pub async fn workplace(ctx: &Context, id: WorkplaceId) -> Result<Option<Workplace>> {
    let one = "SELECT id, name, sort, commune, lon, lat FROM $id";
    Ok(ctx.db().row::<WorkplaceRow>(one, bind! { id: Id(id) }).await?.map(WorkplaceRow::workplace))
}

/// A workplace chosen in a form by its id; nothing is none.
pub(crate) async fn read_workplace(
    ctx: &Context,
    form: &mut Reader,
    field: &str,
    text: &str,
) -> Result<Option<Workplace>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let found = match text.trim().parse() {
        Ok(id) => workplace(ctx, id).await?,
        Err(_) => None,
    };
    if found.is_none() {
        form.fault(field, Fault::Choice);
    }
    Ok(found)
}

#[derive(Clone, Debug, SurrealValue)]
pub(crate) struct WorkplaceRow {
    pub id: Id<WorkplaceId>,
    pub name: String,
    pub sort: String,
    pub commune: Option<String>,
    pub lon: Option<f64>,
    pub lat: Option<f64>,
}

impl WorkplaceRow {
    fn workplace(self) -> Workplace {
        Workplace { id: self.id.0, name: self.name, commune: self.commune, point: self.lon.zip(self.lat) }
    }
}

/// A new workplace called `name`; placed where the commune of that name is, when there is just one.
pub(crate) fn named(ctx: &Context, name: &str) -> WorkplaceRow {
    let commune = super::commune::exactly(name);
    let point = commune.and_then(|commune| commune.point);
    WorkplaceRow {
        id: Id(WorkplaceId::new(ctx.ulid())),
        name: name.to_owned(),
        sort: domain::fold::fold(name),
        commune: commune.map(|commune| commune.code.to_owned()),
        lon: point.map(|point| point.lon),
        lat: point.map(|point| point.lat),
    }
}

/// Writes workplaces as they are: for the demonstration.
pub async fn seed_workplaces(ctx: &Context, places: &[Workplace]) -> Result<()> {
    let row = |place: &Workplace| WorkplaceRow {
        id: Id(place.id),
        name: place.name.clone(),
        sort: domain::fold::fold(&place.name),
        commune: place.commune.clone(),
        lon: place.point.map(|(lon, _)| lon),
        lat: place.point.map(|(_, lat)| lat),
    };
    let rows: Vec<WorkplaceRow> = places.iter().map(row).collect();
    ctx.write("INSERT INTO workplace $rows RETURN NONE;", bind! { rows }).await?;
    Ok(())
}

//! The ends of a ride, from what a form says to where that is.

use crate::{Context, error::Result, people};
use domain::{
    carpool::{Point, Stop},
    form::{Fault, Reader},
    id::WorkplaceId,
    person::{CommuneForm, Workplace},
};
use gazetteer::Commune;

/// An end of a ride, and the workplace it is, if any.
pub(super) struct End {
    pub stop: Stop,
    pub workplace: Option<WorkplaceId>,
}

/// The commune typed into `field`; one that nobody knows where to find is a fault.
pub(super) fn commune(form: &mut Reader, field: &str, typed: &CommuneForm) -> Option<End> {
    let commune = people::read_commune(form, field, typed)?;
    let stop = stop(commune);
    if stop.is_none() {
        form.fault(field, Fault::Place);
    }
    stop.map(|stop| End { stop, workplace: None })
}

/// The workplace chosen in the field `workplace` or, when none is, the commune typed into `to`.
pub(super) async fn destination(
    ctx: &Context,
    form: &mut Reader,
    chosen: &str,
    typed: &CommuneForm,
) -> Result<Option<End>> {
    let chosen = chosen.trim();
    if chosen.is_empty() {
        return Ok(commune(form, "to", typed));
    }
    let found = match chosen.parse() {
        Ok(id) => people::workplace(ctx, id).await?,
        Err(_) => None,
    };
    let end = found.as_ref().and_then(workplace);
    if end.is_none() {
        form.fault("workplace", Fault::Place);
    }
    Ok(end)
}

/// A workplace as an end; none until somebody has placed it.
pub(super) fn workplace(place: &Workplace) -> Option<End> {
    let (lon, lat) = place.point?;
    let commune = place.commune.clone()?;
    let stop = Stop { name: place.name.clone(), commune, is_workplace: true, point: Point { lon, lat } };
    Some(End { stop, workplace: Some(place.id) })
}

/// The centre of a commune; none for the few that nobody has placed.
pub(super) fn stop(commune: &Commune) -> Option<Stop> {
    let at = commune.point?;
    let point = Point { lon: at.lon, lat: at.lat };
    Some(Stop { name: commune.name.to_owned(), commune: commune.code.to_owned(), is_workplace: false, point })
}

/// The same by its INSEE code.
pub(super) fn stop_of(code: &str) -> Option<Stop> {
    gazetteer::by_code(code.trim()).and_then(stop)
}

/// Name of the commune of an INSEE code; the code itself for one that is no more.
pub(super) fn name_of(code: &str) -> String {
    gazetteer::by_code(code).map_or_else(|| code.to_owned(), |commune| commune.name.to_owned())
}

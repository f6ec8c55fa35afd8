//! Adding workplaces, and saying where they are.

use super::{read_commune, workplace, workplace::WorkplaceRow};
use crate::{
    Context, bind,
    db::Id,
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    fold::fold,
    form::{Fault, Reader},
    id::WorkplaceId,
    person::{LINE_MAX, WorkplaceForm, may_place},
};

/// Adds a workplace; without a commune it waits to be placed. A name that is taken is told.
pub async fn add_workplace(ctx: &Context, actor: &Actor, raw: &WorkplaceForm) -> Result<WorkplaceId> {
    allow(actor)?;
    let mut form = Reader::default();
    let name = form.text("name", &raw.name, 1, LINE_MAX);
    let commune = read_commune(&mut form, "commune", &raw.commune);
    if !name.is_empty() && fold(&name).is_empty() {
        form.fault("name", Fault::Required);
    }
    form.done()?;
    let point = commune.and_then(|commune| commune.point);
    let row = WorkplaceRow {
        id: Id(WorkplaceId::new(ctx.ulid())),
        sort: fold(&name),
        name,
        commune: commune.map(|commune| commune.code.to_owned()),
        lon: point.map(|point| point.lon),
        lat: point.map(|point| point.lat),
    };
    let id = row.id.0;
    ctx.write("INSERT INTO workplace $new RETURN NONE;", bind! { new: vec![row] }).await.map_err(taken)?;
    Ok(id)
}

fn taken(error: Error) -> Error {
    match &error {
        Error::Store(cause) if cause.message().contains("workplace_sort") => {
            let mut form = Reader::default();
            form.fault("name", Fault::Taken);
            form.done().err().map_or(error, Error::from)
        }
        _ => error,
    }
}

const PLACE: &str = "UPDATE $workplace SET commune = $commune, lon = $lon, lat = $lat RETURN NONE;";

/// Says in which commune a workplace is. Repeating it changes nothing.
pub async fn place_workplace(
    ctx: &Context,
    actor: &Actor,
    id: WorkplaceId,
    raw: &WorkplaceForm,
) -> Result<()> {
    allow(actor)?;
    workplace(ctx, id).await?.ok_or(Reason::NotFound)?;
    let mut form = Reader::default();
    if raw.commune.text.trim().is_empty() {
        form.fault("commune", Fault::Required);
    }
    let commune = read_commune(&mut form, "commune", &raw.commune);
    form.done()?;
    let point = commune.and_then(|commune| commune.point);
    let variables = bind! {
        workplace: Id(id), commune: commune.map(|commune| commune.code.to_owned()),
        lon: point.map(|point| point.lon), lat: point.map(|point| point.lat)
    };
    ctx.write(PLACE, variables).await?;
    Ok(())
}

/// Who may not do this does not see that it is done here.
fn allow(actor: &Actor) -> Result<()> {
    if may_place(actor) { Ok(()) } else { Err(Reason::NotFound.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{people::workplaces, testing::Yard};
    use domain::person::CommuneForm;

    fn form(name: &str, commune: &str) -> WorkplaceForm {
        WorkplaceForm { name: name.into(), commune: CommuneForm::typed(commune) }
    }

    #[tokio::test]
    async fn a_workplace_is_added_once_and_placed_later() {
        let yard = Yard::open().await;
        let (zoe, noe) = (yard.employee("Zoé").await, yard.manager("Noé").await);
        assert!(add_workplace(&yard.ctx, &zoe, &form("Atelier", "")).await.is_err());
        let id = add_workplace(&yard.ctx, &noe, &form("Atelier nord", "")).await.unwrap();
        let again = add_workplace(&yard.ctx, &noe, &form("ATELIER NORD", "Lyon")).await.unwrap_err();
        assert_eq!(again.failure().fault("name"), Some(&Fault::Taken));
        assert_eq!(workplaces(&yard.ctx).await.unwrap()[0].point, None);
        place_workplace(&yard.ctx, &noe, id, &form("", "Villeurbanne")).await.unwrap();
        let place = workplace(&yard.ctx, id).await.unwrap().unwrap();
        assert_eq!(place.commune.as_deref(), Some("69266"));
        assert!(place.point.is_some());
        let bad = place_workplace(&yard.ctx, &noe, id, &form("", "zzzzzz")).await.unwrap_err();
        assert_eq!(bad.failure().fault("commune"), Some(&Fault::Place));
    }
}

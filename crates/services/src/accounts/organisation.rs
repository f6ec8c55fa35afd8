//! The organisation whose house this is.

use crate::{Context, bind, db::At, error::Result};
use jiff::Timestamp;
use surrealdb::types::SurrealValue;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub name: String,
    /// IANA name of its time zone.
    pub zone: String,
    pub created: Timestamp,
}

/// The organisation; none before the house is set up.
pub async fn organisation(ctx: &Context) -> Result<Option<Organisation>> {
    let row = ctx.db().row::<Row>("SELECT name, zone, created FROM organisation:house", bind! {}).await?;
    Ok(row.map(|row| Organisation { name: row.name, zone: row.zone, created: row.created.0 }))
}

/// Names the organisation `$organisation`, if it has no name yet.
pub(crate) const FOUND: &str = "
IF record::exists(organisation:house) { THROW 'set_up' };
CREATE organisation:house SET name = $organisation, zone = $zone, created = $at RETURN NONE;
";

/// Names the organisation without a first day: for the demonstration. `AlreadySetUp` when it has one.
pub async fn found_organisation(ctx: &Context, name: &str) -> Result<()> {
    let found = bind! { organisation: name.to_owned(), zone: zone(ctx), at: At(ctx.now()) };
    ctx.write(FOUND, found).await.map_err(already)?;
    Ok(())
}

/// The IANA name of the house's time zone.
pub(super) fn zone(ctx: &Context) -> String {
    ctx.zone().iana_name().unwrap_or("UTC").to_owned()
}

/// Reads the refusal of [`FOUND`].
pub(super) fn already(error: crate::Error) -> crate::Error {
    match crate::db::thrown(&error) {
        Some("set_up") => domain::account::AccountError::AlreadySetUp.into(),
        _ => error,
    }
}

#[derive(SurrealValue)]
struct Row {
    name: String,
    zone: String,
    created: At,
}

//! People as the directory shows them.

use crate::{Context, bind, db::Id, error::Result};
use domain::{
    id::{MediaId, PersonId},
    person::{PersonCard, picture_address},
};
use surrealdb::types::SurrealValue;

/// The columns of a [`CardRow`].
pub(super) const COLUMNS: &str =
    "id, name, sort, picture, title, team, company, active, words, workplace.name AS workplace";

#[derive(Clone, Debug, SurrealValue)]
pub(super) struct CardRow {
    pub(super) id: Id<PersonId>,
    name: String,
    pub(super) sort: String,
    picture: Option<Id<MediaId>>,
    title: String,
    team: String,
    company: String,
    pub(super) active: bool,
    pub(super) words: Vec<String>,
    workplace: Option<String>,
}

impl CardRow {
    pub(super) fn card(self) -> PersonCard {
        PersonCard {
            id: self.id.0,
            name: self.name,
            picture: self.picture.map(|picture| picture_address(picture.0)),
            title: self.title,
            team: self.team,
            workplace: self.workplace,
            company: self.company,
        }
    }
}

/// The people of these ids who are still here.
pub(super) async fn cards(ctx: &Context, people: &[PersonId]) -> Result<Vec<CardRow>> {
    let asked: Vec<_> = people.iter().copied().map(Id).collect();
    let surql = format!("SELECT {COLUMNS} FROM $people");
    let mut rows = ctx.db().rows::<CardRow>(&surql, bind! { people: asked }).await?;
    rows.retain(|row| row.active);
    Ok(rows)
}

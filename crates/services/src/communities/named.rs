//! People named in a form, by their address or by their name as it is written in the directory.

use crate::{
    Context, bind,
    db::{Id, Word},
    error::Result,
};
use domain::{actor::OrgRole, id::PersonId};
use std::collections::HashMap;
use surrealdb::types::SurrealValue;

pub(super) const BY_EMAIL: &str = "SELECT id, role, active FROM person WHERE email = $email LIMIT 1";
pub(super) const BY_NAME: &str = "SELECT id, role, active FROM person WHERE name = $name LIMIT 20";

#[derive(SurrealValue)]
struct Row {
    id: Id<PersonId>,
    role: Word<OrgRole>,
    active: bool,
}

/// The person each of `texts` stands for. A name that two people bear stands for neither; people
/// who have left and partners are not found: they do not answer for a community.
pub(crate) async fn named<'a>(
    ctx: &Context,
    texts: impl Iterator<Item = &'a str>,
) -> Result<HashMap<String, PersonId>> {
    let mut people = HashMap::new();
    for text in texts {
        if people.contains_key(text) {
            continue;
        }
        let rows: Vec<Row> = if text.contains('@') {
            ctx.db().rows(BY_EMAIL, bind! { email: text.trim().to_lowercase() }).await?
        } else {
            let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
            ctx.db().rows(BY_NAME, bind! { name }).await?
        };
        let mut fitting = rows.iter().filter(|row| row.active && row.role.0 != OrgRole::Partner);
        if let (Some(row), None) = (fitting.next(), fitting.next()) {
            people.insert(text.to_owned(), row.id.0);
        }
    }
    Ok(people)
}

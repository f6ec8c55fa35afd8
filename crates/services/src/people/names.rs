//! Who wrote that: the names every page asks for, kept in memory.

use crate::{Context, bind, db::Id, error::Result};
use domain::{
    id::{MediaId, PersonId},
    person::PersonName,
};
use std::{collections::HashMap, sync::Arc};
use surrealdb::types::SurrealValue;

/// The names of some people, to be looked up by id.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<PersonId, Arc<PersonName>>);

impl Names {
    /// The name of `person`; a blank one for somebody who was not asked for or is gone.
    pub fn of(&self, person: PersonId) -> PersonName {
        self.0.get(&person).map_or_else(|| PersonName::new(person, "…", None), |name| name.as_ref().clone())
    }

    /// The name of who was asked for, when it was one.
    pub fn first(&self) -> Option<&PersonName> {
        self.0.values().next().map(Arc::as_ref)
    }
}

/// The names and portraits of `people`, in whatever order, repeated or not. Those known already cost
/// nothing; the others are one query.
pub async fn names(ctx: &Context, people: &[PersonId]) -> Result<Names> {
    let cache = &ctx.caches().names;
    let mut known = HashMap::with_capacity(people.len());
    let mut asked = Vec::new();
    for person in people {
        if known.contains_key(person) || asked.contains(&Id(*person)) {
            continue;
        }
        match cache.get(person) {
            Some(name) => {
                known.insert(*person, name);
            }
            None => asked.push(Id(*person)),
        }
    }
    for batch in asked.chunks(BATCH) {
        let era = cache.era();
        for row in ctx.db().rows::<NameRow>(SOME, bind! { people: batch.to_vec() }).await? {
            let name = Arc::new(PersonName::new(row.id.0, row.name, row.picture.map(|picture| picture.0)));
            cache.keep(row.id.0, name.clone(), era);
            known.insert(row.id.0, name);
        }
    }
    Ok(Names(known))
}

/// One name.
pub async fn name(ctx: &Context, person: PersonId) -> Result<PersonName> {
    Ok(names(ctx, &[person]).await?.of(person))
}

const BATCH: usize = 200;
pub(crate) const SOME: &str = "SELECT id, name, picture FROM $people";

#[derive(SurrealValue)]
struct NameRow {
    id: Id<PersonId>,
    name: String,
    picture: Option<Id<MediaId>>,
}

//! Writes that are safe to repeat: a form's key, used once by one person.
//!
//! A double click, or a retry after a cut connection, sends the same key: the first one has its
//! effect, the next ones get the first one's answer.

use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::id::PersonId;
use surrealdb::types::Variables;

/// Whether this call had the effect, or an earlier one with the same key; `id` is what it made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub id: String,
    pub first: bool,
}

const ONCE: &str = "
IF record::exists(type::record('done', [$once_person, $once_key])) { THROW 'done' };
CREATE type::record('done', [$once_person, $once_key]) SET made = $once_made, at = $once_at;
";

impl Context {
    /// Runs `surql` in one transaction unless `person` already used `key`; `made` is the id of what
    /// it makes. An empty key (a form sent by a script) is always new.
    pub async fn write_once(
        &self,
        person: PersonId,
        key: &str,
        made: impl ToString,
        surql: &str,
        mut variables: Variables,
    ) -> Result<Outcome> {
        let key = if key.is_empty() { self.ulid().to_string() } else { key.chars().take(64).collect() };
        let made = made.to_string();
        let once = bind! {
            once_person: Id(person), once_key: key.clone(), once_made: made.clone(), once_at: At(self.now())
        };
        for (name, value) in once {
            variables.insert(name, value);
        }
        match self.write(&format!("{ONCE}{surql}"), variables).await {
            Ok(_) => Ok(Outcome { id: made, first: true }),
            Err(error) if thrown(&error) == Some("done") => {
                Ok(Outcome { id: self.made_once(person, &key).await?, first: false })
            }
            Err(error) => Err(error),
        }
    }

    /// What the form with `key`, used before, made.
    pub(crate) async fn made_once(&self, person: PersonId, key: &str) -> Result<String> {
        let key: String = key.chars().take(64).collect();
        let asked = "SELECT VALUE made FROM type::record('done', [$person, $key])";
        let made = self.db().row::<String>(asked, bind! { person: Id(person), key }).await?;
        made.ok_or_else(|| Error::broken("a key that is used and is not"))
    }
}

//! The store: opened, migrated, asked, and written to with retry.

mod connect;
#[cfg(test)]
mod duplicates;
mod lease;
mod migrate;
mod snapshot;
mod value;

pub use connect::{Place, StoreSettings, all_closed};
pub use lease::{Holder, LASTS, Lease};
pub use migrate::{Migration, MigrationError, latest};
pub use snapshot::{PULSE_TABLE, RowStream, Snapshot};
pub use value::{At, Id, Keyed, Word};

use crate::error::{Error, Result};
use std::{sync::Arc, time::Duration};
use surrealdb::{
    IndexedResults, Surreal,
    engine::{any::Any, local::Db as Local},
    opt::QueryResult,
    types::{SurrealValue, Value, Variables},
};
use tokio::sync::RwLock;

/// The store, embedded or remote. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    /// Held to read by every question, to write by a snapshot that begins.
    gate: Arc<RwLock<()>>,
}

#[derive(Clone)]
enum Engine {
    /// In this process: in memory or on disk.
    Local(Surreal<Local>),
    /// A SurrealDB server or cluster, over a WebSocket that reconnects.
    Remote(Surreal<Any>),
}

/// Names and values of a query: `bind! { post: Id(post), limit: 20 }`.
#[macro_export]
macro_rules! bind {
    ($($name:ident $(: $value:expr)?),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut variables = surrealdb::types::Variables::new();
        $($crate::bind!(@one variables, $name $(, $value)?);)*
        variables
    }};
    (@one $variables:ident, $name:ident, $value:expr) => {
        $variables.insert(
            stringify!($name).to_owned(),
            surrealdb::types::SurrealValue::into_value($value),
        );
    };
    (@one $variables:ident, $name:ident) => {
        $crate::bind!(@one $variables, $name, $name)
    };
}

/// Tries of a write that lost a race; with the pauses between them, about three seconds.
const TRIES: u32 = 40;

impl Db {
    /// Runs statements; the first error of any of them is the answer's.
    pub async fn query(&self, surql: &str, variables: Variables) -> Result<Rows> {
        let _pass = self.gate.read().await;
        self.ask(surql, variables).await
    }

    async fn ask(&self, surql: &str, variables: Variables) -> Result<Rows> {
        let results = match &self.engine {
            Engine::Local(db) => db.query(surql).bind(Value::Object(variables_object(variables))).await,
            Engine::Remote(db) => db.query(surql).bind(Value::Object(variables_object(variables))).await,
        };
        read_answer(results?)
    }

    /// Runs `surql` in one transaction, again when it lost a race against another.
    ///
    /// A `THROW 'word'` in it comes back as [`thrown`]. The statements between keep their places:
    /// `BEGIN` is the first, so theirs start at 1.
    pub async fn write(&self, surql: &str, variables: Variables) -> Result<Rows> {
        let surql = surql.trim_end();
        let end = if surql.ends_with(';') { "" } else { ";" };
        let surql = format!("BEGIN;\n{surql}{end}\nCOMMIT;");
        let mut tries = 0;
        loop {
            match self.query(&surql, variables.clone()).await {
                Err(Error::Store(error)) if lost_a_race(&error) && tries < TRIES => {
                    tries += 1;
                    let most = 2_u64 << tries.min(6);
                    tokio::time::sleep(Duration::from_millis(rand::random_range(1..=most))).await;
                }
                answer => return answer,
            }
        }
    }

    /// All rows of the one statement in `surql`.
    pub async fn rows<T: SurrealValue>(&self, surql: &str, variables: Variables) -> Result<Vec<T>>
    where
        usize: QueryResult<Vec<T>>,
    {
        self.query(surql, variables).await?.take(0)
    }

    /// The first row of the one statement in `surql`.
    pub async fn row<T: SurrealValue>(&self, surql: &str, variables: Variables) -> Result<Option<T>>
    where
        usize: QueryResult<Vec<T>>,
    {
        Ok(self.rows(surql, variables).await?.into_iter().next())
    }
}

fn read_answer(mut results: IndexedResults) -> Result<Rows> {
    let mut errors: Vec<_> = results.take_errors().into_iter().collect();
    errors.sort_by_key(|(index, _)| *index);
    // In a transaction that failed, every other statement says "not executed": the cause is
    // the one that says something else.
    let cause = errors.iter().position(|(_, e)| !e.message().contains("not executed")).unwrap_or(0);
    if errors.is_empty() {
        return Ok(Rows(results));
    }
    Err(errors.swap_remove(cause).1.into())
}

fn variables_object(variables: Variables) -> surrealdb::types::Object {
    variables.into_iter().collect()
}

/// The answers of a query, one a statement.
pub struct Rows(IndexedResults);

impl Rows {
    /// The rows of statement `index`, counted from 0.
    pub fn take<T: SurrealValue>(&mut self, index: usize) -> Result<Vec<T>>
    where
        usize: QueryResult<Vec<T>>,
    {
        Ok(self.0.take(index)?)
    }

    /// The one value of statement `index`.
    pub fn one<T: SurrealValue>(&mut self, index: usize) -> Result<Option<T>> {
        let value: Value = self.0.take(index)?;
        match value {
            Value::None | Value::Null => Ok(None),
            Value::Array(array) if !T::is_value(&Value::Array(array.clone())) => {
                array.into_iter().next().map(T::from_value).transpose().map_err(Error::from)
            }
            value => Ok(Some(T::from_value(value)?)),
        }
    }
}

/// Another transaction wrote what this one read to write: nothing was stored, so it may be tried
/// again. Local engines flatten the conflict to an internal error, so its message has to be read;
/// an outcome that is unknown is never tried again.
fn lost_a_race(error: &surrealdb::Error) -> bool {
    let message = error.message();
    (message.contains("Transaction conflict") || message.contains("can be retried"))
        && !message.contains("outcome is unknown")
}

/// The store does not answer: cut off, closing, or too slow.
pub(crate) fn is_out_of_reach(error: &surrealdb::Error) -> bool {
    error.is_connection() || lost_a_race(error)
}

/// The word of a `THROW 'word'` that ended a transaction.
pub fn thrown(error: &Error) -> Option<&str> {
    match error {
        Error::Store(error) => {
            error.message().rsplit("An error occurred: ").next().filter(|_| error.is_thrown())
        }
        _ => None,
    }
}

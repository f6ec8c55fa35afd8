//! Domain types as the store keeps them.

use domain::id;
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use std::{fmt::Display, str::FromStr};
use surrealdb::types::{Datetime, Error, Kind, RecordId, RecordIdKey, SurrealValue, Value};

/// An identifier and the table whose records it names.
pub trait Keyed: Copy + Display + FromStr {
    const TABLE: &'static str;
}

macro_rules! keyed {
    ($($id:ident in $table:literal),* $(,)?) => {$(
        impl Keyed for id::$id {
            const TABLE: &'static str = $table;
        }
    )*};
}

keyed! {
    PersonId in "person", CommunityId in "community", CharterId in "charter", PostId in "post",
    CommentId in "comment", EventId in "event", JourneyId in "journey", BookingId in "booking",
    MediaId in "media", InvitationId in "invitation", SessionId in "session",
    WorkplaceId in "workplace", ProposalId in "proposal", AmendmentId in "amendment",
    DecisionId in "decision",
}

fn unreadable(what: &str, value: &Value) -> Error {
    Error::validation(format!("not {what}: {:?}", value.kind()), None)
}

/// A link to a record: stored as `table:ulid`, read from that or from the key alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Id<T>(pub T);

impl<T: Keyed> Id<T> {
    pub fn record(self) -> RecordId {
        RecordId::new(T::TABLE, self.0.to_string())
    }
}

impl<T: Keyed> SurrealValue for Id<T> {
    fn kind_of() -> Kind {
        Kind::Any
    }
    fn into_value(self) -> Value {
        Value::RecordId(self.record())
    }
    fn from_value(value: Value) -> Result<Self, Error> {
        let key = match &value {
            Value::RecordId(RecordId { key: RecordIdKey::String(key), .. }) | Value::String(key) => key,
            _ => return Err(unreadable(T::TABLE, &value)),
        };
        T::from_str(key).map(Id).map_err(|_| unreadable(T::TABLE, &value))
    }
}

/// A moment, stored as a datetime in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At(pub Timestamp);

impl SurrealValue for At {
    fn kind_of() -> Kind {
        Kind::Datetime
    }
    fn into_value(self) -> Value {
        let nanos = u32::try_from(self.0.subsec_nanosecond().max(0)).unwrap_or_default();
        Datetime::from_timestamp(self.0.as_second(), nanos).map_or(Value::None, Value::Datetime)
    }
    fn from_value(value: Value) -> Result<Self, Error> {
        let Value::Datetime(datetime) = &value else {
            return Err(unreadable("a datetime", &value));
        };
        let datetime = datetime.into_inner();
        let nanos = i32::try_from(datetime.timestamp_subsec_nanos()).unwrap_or_default();
        Timestamp::new(datetime.timestamp(), nanos).map(At).map_err(|_| unreadable("a datetime", &value))
    }
}

/// Anything serde knows, stored as it would be in JSON: an enum by its word, a struct as an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<T>(pub T);

impl<T: Serialize + DeserializeOwned> SurrealValue for Word<T> {
    fn kind_of() -> Kind {
        Kind::Any
    }
    fn into_value(self) -> Value {
        serde_json::to_value(self.0).map_or(Value::None, SurrealValue::into_value)
    }
    fn from_value(value: Value) -> Result<Self, Error> {
        let json = serde_json::Value::from_value(value)?;
        serde_json::from_value(json).map(Word).map_err(|error| Error::validation(error.to_string(), None))
    }
}

//! A refusal that the person is told, or a cause that stays in the log.

use domain::{
    Failure, Reason, account::AccountError, carpool::CarpoolError, community::CommunityError,
    event::EventError, feed::FeedError,
};

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Said to the person.
    #[error("{0}")]
    Refused(Failure),
    /// Stays on the server.
    #[error("store: {0}")]
    Store(#[from] Box<surrealdb::Error>),
    #[error("{0}: {1}")]
    Io(&'static str, #[source] std::io::Error),
    /// A row that breaks its own schema, a hash that cannot be read…: our mistake.
    #[error("broken: {0}")]
    Broken(String),
}

impl Error {
    pub fn broken(what: impl std::fmt::Display) -> Self {
        Error::Broken(what.to_string())
    }

    /// What the person is told: their refusal, or that it is our fault.
    pub fn failure(&self) -> Failure {
        match self {
            Error::Refused(failure) => failure.clone(),
            Error::Store(error) if crate::db::is_out_of_reach(error) => Reason::Unavailable.into(),
            _ => Reason::Internal.into(),
        }
    }
}

impl From<finder::Error> for Error {
    fn from(error: finder::Error) -> Self {
        Error::broken(error)
    }
}

impl From<surrealdb::Error> for Error {
    fn from(error: surrealdb::Error) -> Self {
        Error::Store(Box::new(error))
    }
}

macro_rules! refusals {
    ($($refusal:ty),*) => {$(
        impl From<$refusal> for Error {
            fn from(refusal: $refusal) -> Self {
                Error::Refused(refusal.into())
            }
        }
    )*};
}

refusals!(Failure, Reason, AccountError, CommunityError, FeedError, EventError, CarpoolError);

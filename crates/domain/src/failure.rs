//! How a refusal travels: one serialisable type from the service to the page.
//!
//! A view translates it; causes stay on the server, in the log, beside the request id.

use crate::{account::AccountError, carpool::CarpoolError, community::CommunityError};
use crate::{event::EventError, feed::FeedError, form::Fault};
use serde::{Deserialize, Serialize};

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Some fields need another look; see [`Failure::fields`].
    Form,
    /// It does not exist, or not for this person.
    NotFound,
    /// Nobody is signed in, or the session has ended.
    SignIn,
    /// The person sees it but may not do this.
    Forbidden,
    /// The page was sent from elsewhere, or sat open across a sign-out.
    Origin,
    /// Too many tries; wait this many seconds.
    Throttled {
        seconds: u64,
    },
    /// The body is larger than this many bytes.
    TooLarge {
        limit: u64,
    },
    /// The body came too slowly, or the line was cut: what was read of it is kept.
    Cut,
    /// A picture that is not one, or not one we read.
    Picture,
    /// The store could not answer; nothing was written.
    Unavailable,
    /// The answer took too long and was given up; whether the thing was done is not known.
    Late,
    /// Nothing is wrong: the form asked to see what it would give, as safe HTML.
    Preview {
        html: String,
    },
    /// Our own mistake; the log has the cause.
    Internal,
    Account(AccountError),
    Community(CommunityError),
    Feed(FeedError),
    Event(EventError),
    Carpool(CarpoolError),
}

/// A refusal: why, which fields, and the id under which the log knows the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    pub reason: Reason,
    /// Form field name and what is wrong with it, in the order of the form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<(String, Fault)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub request: String,
}

impl Failure {
    /// The HTTP status that says the same.
    pub fn status(&self) -> u16 {
        match self.reason {
            Reason::Preview { .. } => 200,
            // Not 408: to some browsers that means to send all of it again.
            Reason::Cut => 400,
            Reason::NotFound => 404,
            Reason::SignIn => 401,
            Reason::Forbidden | Reason::Origin => 403,
            Reason::Throttled { .. } => 429,
            Reason::TooLarge { .. } => 413,
            Reason::Unavailable | Reason::Late => 503,
            Reason::Internal => 500,
            Reason::Form | Reason::Picture | Reason::Account(_) => 422,
            Reason::Community(_) | Reason::Feed(_) | Reason::Event(_) | Reason::Carpool(_) => 409,
        }
    }

    /// What is wrong with `field`, if anything.
    pub fn fault(&self, field: &str) -> Option<&Fault> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, fault)| fault)
    }
}

impl From<Reason> for Failure {
    fn from(reason: Reason) -> Self {
        Failure { reason, fields: Vec::new(), request: String::new() }
    }
}

macro_rules! reasons {
    ($($error:ident => $variant:ident),*) => {$(
        impl From<$error> for Reason {
            fn from(error: $error) -> Self {
                Reason::$variant(error)
            }
        }
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Reason::$variant(error).into()
            }
        }
    )*};
}

reasons! {
    AccountError => Account, CommunityError => Community, FeedError => Feed,
    EventError => Event, CarpoolError => Carpool
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.reason)
    }
}

impl std::error::Error for Failure {}

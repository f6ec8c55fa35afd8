//! A failure on the wire between a server function and who called it.

use domain::{Failure, Reason};
use serde::{Deserialize, Serialize};
use server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

/// [`Failure`], wrapped because `domain` knows nothing of server functions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Refusal(pub Failure);

impl FromServerFnError for Refusal {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let reason = match error {
            // A field that is missing or no identifier: only a hand-made form sends it.
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => Reason::Form,
            ServerFnErrorErr::Request(_) => Reason::Unavailable,
            _ => Reason::Internal,
        };
        Refusal(reason.into())
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Refusal {}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Refusal(failure)
    }
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Refusal(reason.into())
    }
}

#[cfg(feature = "ssr")]
impl From<services::Error> for Refusal {
    /// The person gets the refusal; the cause goes to the log under the request's id.
    fn from(error: services::Error) -> Self {
        let mut failure = error.failure();
        if matches!(failure.reason, Reason::Internal | Reason::Unavailable) {
            failure.request = crate::visit::visit().request;
            tracing::error!(request = failure.request, %error, "refused for our own fault");
        }
        Refusal(failure)
    }
}

//! What was asked for is done to its end, even when the browser that asked has hung up.
//!
//! A connection that closes drops what answers it. A write dropped between its commit and what
//! follows (the memory that forgets, the bell that rings) would leave the two apart.

use axum::{
    extract::Request,
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tracing::Instrument;

pub async fn to_the_end(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    match tokio::spawn(next.run(request).in_current_span()).await {
        Ok(response) => response,
        Err(error) => {
            tracing::error!(%error, "what was asked for broke off");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

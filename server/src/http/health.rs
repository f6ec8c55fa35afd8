//! Whether the process lives, and whether it can serve.

use super::House;
use axum::{extract::State, http::StatusCode};

pub async fn alive() -> &'static str {
    "alive\n"
}

/// Ready: the store answers and has the shape this program knows.
pub async fn ready(State(house): State<House>) -> (StatusCode, &'static str) {
    match house.ctx.db().is_migrated().await {
        Ok(true) => (StatusCode::OK, "ready\n"),
        Ok(false) => (StatusCode::SERVICE_UNAVAILABLE, "not migrated\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer\n")
        }
    }
}

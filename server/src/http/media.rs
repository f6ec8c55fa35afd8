//! Pictures, to those who may see them.

use super::{House, visitors};
use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::id::MediaId;

/// The small square print, for faces.
pub async fn portrait(State(house): State<House>, Path(id): Path<String>, request: Request) -> Response {
    send(&house, &id, services::media::SQUARE, request).await
}

/// The print that is best at a width, in pixels.
pub async fn picture(
    State(house): State<House>,
    Path((id, width)): Path<(String, u32)>,
    request: Request,
) -> Response {
    send(&house, &id, width, request).await
}

async fn send(house: &House, id: &str, width: u32, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let client = visitors::client(house, &parts);
    let visit = visitors::visit(house, &parts, &client).await;
    let (Some(actor), Ok(id)) = (visit.actor, id.parse::<MediaId>()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(file) = services::media::open(&house.ctx, &actor, id, width).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{}\"", file.etag);
    let known =
        parts.headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match tokio::fs::read(&file.path).await {
            Ok(bytes) => ([(header::CONTENT_TYPE, file.mime)], Body::from(bytes)).into_response(),
            Err(error) => {
                tracing::error!(%error, "a picture the store knows is not in its folder");
                return StatusCode::NOT_FOUND.into_response();
            }
        }
    };
    let headers = response.headers_mut();
    // What a media id names never changes; who may see it can, hence private.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=604800, immutable"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

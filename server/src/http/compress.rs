//! Pages, and what islands ask for, made small on their way out; why, how and which not:
//! docs/decisions/0020.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// What is shorter fits in one packet as it is.
const LEAST: usize = 1024;
/// Of nine: beyond it, each percent saved costs more than it brings.
const LEVEL: u32 = 2;
/// They show a secret that opens the house.
const SECRETS: [&str; 9] = [
    "/join/",
    "/setup/",
    "/reset/",
    "/people/",
    "/admin/invitations",
    "/api/join_page",
    "/api/reset_page",
    "/api/person_page",
    "/api/invitations_page",
];

pub async fn compress(request: Request, next: Next) -> Response {
    let wanted = accepts(request.headers(), "gzip") && may_be(&request);
    let response = next.run(request).await;
    if !wanted || !gains(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(whole) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    match Some(&whole).filter(|whole| whole.len() > LEAST).and_then(|whole| gzip(whole).ok()) {
        Some(small) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            Response::from_parts(parts, Body::from(small))
        }
        None => Response::from_parts(parts, Body::from(whole)),
    }
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::new(LEVEL));
    gzip.write_all(bytes)?;
    gzip.finish()
}

/// Whether who asks reads `encoding`.
pub fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|range| {
        let (name, weight) = range.split_once(';').unwrap_or((range, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0_f32));
        name.trim().eq_ignore_ascii_case(encoding) && !refused
    })
}

/// Not what another site asks for with a query of its own making: the size of the answer would tell
/// it, guess by guess, what else is on the page.
fn may_be(request: &Request) -> bool {
    let path = request.uri().path();
    if request.method() == Method::HEAD || SECRETS.iter().any(|secret| path.starts_with(secret)) {
        return false;
    }
    match request.headers().get("sec-fetch-site").map(HeaderValue::as_bytes) {
        Some(site) => matches!(site, b"same-origin" | b"none"),
        // An old browser, or none: forms were looked at by the guard.
        None => request.method() == Method::POST || request.uri().query().is_none(),
    }
}

/// Texts; pictures are small already, and a stream must not wait.
fn gains(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    !headers.contains_key(header::CONTENT_ENCODING)
        && ["text/html", "application/json"].iter().any(|text| kind.starts_with(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_accepted_unless_its_weight_is_nothing() {
        for (header, gzip) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=1.0, GZIP;q=0.2", true),
            ("gzip;q=0", false),
            ("gzip; q=0.000", false),
            ("x-gzip", false),
            ("br", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(header));
            assert_eq!(accepts(&headers, "gzip"), gzip, "{header}");
        }
        assert!(!accepts(&HeaderMap::new(), "gzip"));
    }
}

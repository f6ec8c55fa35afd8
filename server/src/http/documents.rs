//! Files attached to posts, to those who may read them: to be saved, never shown.

use super::{House, visitors};
use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use domain::id::MediaId;
use futures::stream;
use services::media::Document;
use tokio::{fs::File, io::AsyncReadExt};

/// Read and sent at a time.
const CHUNK: usize = 64 * 1024;

pub async fn hand_out(State(house): State<House>, Path(id): Path<String>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let client = visitors::client(&house, &parts);
    let visit = visitors::visit(&house, &parts, &client).await;
    let (Some(actor), Ok(id)) = (visit.actor, id.parse::<MediaId>()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(document) = services::media::open_document(&house.ctx, &actor, id).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match File::open(&document.path).await {
        Ok(file) => handed(&document, file),
        Err(error) => {
            tracing::error!(%error, "a file the store knows is not in its folder");
            StatusCode::NOT_FOUND.into_response()
        }
    }
}

/// The headers keep it from being taken for a page: the guard adds `nosniff`.
fn handed(document: &Document, file: File) -> Response {
    let pieces = stream::unfold(Some(file), |file| async move {
        let mut file = file?;
        let mut piece = vec![0; CHUNK];
        match file.read(&mut piece).await {
            Ok(0) => None,
            Ok(read) => {
                piece.truncate(read);
                Some((Ok(Bytes::from(piece)), Some(file)))
            }
            // Told once: what follows would not be the file.
            Err(error) => Some((Err(error), None)),
        }
    });
    let mut response = Body::from_stream(pieces).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(document.kind.mime()));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(document.bytes));
    let policy = "default-src 'none'; frame-ancestors 'none'; sandbox";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let saved = HeaderValue::from_str(&disposition(&document.name));
    let saved = saved.unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_DISPOSITION, saved);
    response
}

/// The name in letters every client reads, then as it is (RFC 6266, 4.3; RFC 8187, 3.2.1).
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || " .-_()".contains(c) { c } else { '_' })
        .collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        let bare = byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte);
        if bare { encoded.push(char::from(byte)) } else { encoded.push_str(&format!("%{byte:02X}")) }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_travels_whole_and_cannot_leave_its_header() {
        assert_eq!(
            disposition("Été.pdf"),
            "attachment; filename=\"_t_.pdf\"; filename*=UTF-8''%C3%89t%C3%A9.pdf"
        );
        let crafted = disposition("a\"; x=\"\r\n.pdf");
        assert!(!crafted.contains('\r') && !crafted.contains('\n'));
        assert_eq!(crafted.matches('"').count(), 2);
    }
}

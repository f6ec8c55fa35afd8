//! Forms, and what islands ask: both end in a server function.
//!
//! A form is sent to the page it stands on, with `?do=` naming the function. Done, the person is
//! sent on (303); refused, they get the same page with what they typed and what is wrong (422, or
//! the refusal's own status).

use super::{House, pages, said, visitors};
use app::{
    asking::{Client, NEXT, NOTICE},
    visit::{Refused, Visit},
};
use axum::{
    body::Body,
    extract::{FromRequest, Multipart, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use domain::{Failure, Reason, form::Fault};
use leptos::prelude::provide_context;
use std::{sync::Arc, time::Duration};

/// A form without files.
const FORM_MAX: usize = 512 * 1024;
/// One picture.
const PICTURE_MAX: usize = 12_000_000;
/// A form with its pictures.
const MULTIPART_MAX: usize = 6 * PICTURE_MAX + FORM_MAX;
/// A body that comes in slower is given up.
const BODY_TIME: Duration = Duration::from_secs(45);

/// Name and value, in the order of the form.
type Fields = Vec<(String, String)>;

/// A form sent to its page.
pub async fn send(house: House, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let client = visitors::client(&house, &parts);
    let visit = visitors::visit(&house, &parts, &client).await;
    let Some(action) = action(&parts) else {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    };
    let read = read(&house, &visit, Request::from_parts(parts.clone(), body)).await;
    let (fields, failure) = match read {
        Ok(fields) => match run(&house, &visit, &client, &parts, &action, &fields).await {
            Ok(done) => return go_on(&client, &parts, &fields, &done),
            Err(failure) => (fields, failure),
        },
        Err((fields, failure)) => (fields, failure),
    };
    refuse(house, visit, client, parts, Refused { action, values: fields, failure }).await
}

/// What an island asks: the function itself, with the status its refusal deserves.
pub async fn call(State(house): State<House>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let client = visitors::client(&house, &parts);
    let mut visit = visitors::visit(&house, &parts, &client).await;
    if let Some(page) = referring_page(&parts.headers) {
        visit.path = page;
    }
    let Ok(body) = whole(body, FORM_MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let response = ask(&house, &visit, &client, Request::from_parts(parts, Body::from(body))).await;
    let (mut parts, body) = response.into_parts();
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if !parts.status.is_client_error() && !parts.status.is_server_error() {
        return Response::from_parts(parts, body);
    }
    let Ok(body) = axum::body::to_bytes(body, FORM_MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Ok(failure) = serde_json::from_slice::<Failure>(&body) {
        parts.status = StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    }
    Response::from_parts(parts, Body::from(body))
}

/// The path of the page an island stands on.
fn referring_page(headers: &HeaderMap) -> Option<String> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let uri: http::Uri = referer.parse().ok()?;
    Some(uri.path().to_owned())
}

/// The function a form names; only plain names, so that the path cannot be steered.
fn action(parts: &Parts) -> Option<String> {
    let query = parts.uri.query()?;
    let named = query.split('&').find_map(|pair| pair.strip_prefix("do="))?;
    let plain = !named.is_empty() && named.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    plain.then(|| named.to_owned())
}

async fn whole(body: Body, limit: usize) -> Result<bytes::Bytes, Failure> {
    let limit_told = u64::try_from(limit).unwrap_or(u64::MAX);
    match tokio::time::timeout(BODY_TIME, axum::body::to_bytes(body, limit)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        _ => Err(Reason::TooLarge { limit: limit_told }.into()),
    }
}

/// The fields of a form. Pictures in it are stored first and become `pictures[0]`, `pictures[1]`…;
/// what was read before something went wrong is kept.
async fn read(house: &House, visit: &Visit, request: Request) -> Result<Fields, (Fields, Failure)> {
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        return match tokio::time::timeout(BODY_TIME, read_multipart(house, visit, request)).await {
            Ok(read) => read,
            Err(_) => Err((Vec::new(), Reason::TooLarge { limit: 72_000_000 }.into())),
        };
    }
    let body = whole(request.into_body(), FORM_MAX).await.map_err(|failure| (Vec::new(), failure))?;
    serde_urlencoded::from_bytes(&body).map_err(|_| (Vec::new(), Reason::Form.into()))
}

async fn read_multipart(house: &House, visit: &Visit, request: Request) -> Result<Fields, (Fields, Failure)> {
    let mut request = request;
    axum::extract::DefaultBodyLimit::apply(axum::extract::DefaultBodyLimit::max(MULTIPART_MAX), &mut request);
    let Ok(mut form) = Multipart::from_request(request, &()).await else {
        return Err((Vec::new(), Reason::Form.into()));
    };
    let mut fields = Fields::new();
    let mut fault: Option<Failure> = None;
    let mut stored = 0;
    loop {
        let part = match form.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(_) => {
                fault.get_or_insert_with(too_large_picture);
                break;
            }
        };
        let name = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_none() {
            match part.text().await {
                Ok(text) if text.len() <= FORM_MAX => fields.push((name, text)),
                _ => return Err((fields, Reason::TooLarge { limit: 512 * 1024 }.into())),
            }
            continue;
        }
        let bytes = match limited(part).await {
            Ok(bytes) => bytes,
            Err(failure) => {
                fault.get_or_insert(failure);
                continue;
            }
        };
        if bytes.is_empty() {
            continue; // No file chosen.
        }
        let Some(actor) = &visit.actor else { return Err((fields, Reason::SignIn.into())) };
        fields.push((said::FILE.to_owned(), said::digest(&bytes)));
        match services::media::store(&house.ctx, actor, bytes).await {
            Ok(media) => {
                fields.push((format!("pictures[{stored}]"), media.to_string()));
                stored += 1;
            }
            Err(error) => {
                fault.get_or_insert(error.failure());
            }
        }
    }
    match fault {
        None => Ok(fields),
        Some(failure) => Err((fields, failure)),
    }
}

/// One file, at most [`PICTURE_MAX`] bytes of it; the rest of a larger one is read and dropped.
async fn limited(mut part: axum::extract::multipart::Field<'_>) -> Result<bytes::Bytes, Failure> {
    let mut bytes = bytes::BytesMut::new();
    let mut over = false;
    while let Ok(Some(chunk)) = part.chunk().await {
        over |= bytes.len() + chunk.len() > PICTURE_MAX;
        if !over {
            bytes.extend_from_slice(&chunk);
        }
    }
    if over { Err(too_large_picture()) } else { Ok(bytes.freeze()) }
}

fn too_large_picture() -> Failure {
    Failure {
        reason: Reason::Form,
        fields: vec![("picture".to_owned(), Fault::Picture)],
        request: String::new(),
    }
}

/// Runs the function with the fields; its answer's headers, or why not.
async fn run(
    house: &House,
    visit: &Visit,
    client: &Client,
    parts: &Parts,
    action: &str,
    fields: &Fields,
) -> Result<HeaderMap, Failure> {
    let body = serde_urlencoded::to_string(said::keyed(fields)).map_err(|_| Reason::Form)?;
    let mut request = Request::builder().method(Method::POST).uri(format!("/api/{action}"));
    if let Some(headers) = request.headers_mut() {
        headers.extend(parts.headers.clone());
        headers.remove(header::CONTENT_LENGTH);
        headers.remove(header::REFERER);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    }
    let request = request.body(Body::from(body)).map_err(|_| Reason::Form)?;
    let response = ask(house, visit, client, request).await;
    let (answer, body) = response.into_parts();
    if !answer.status.is_client_error() && !answer.status.is_server_error() {
        return Ok(answer.headers);
    }
    let body = axum::body::to_bytes(body, FORM_MAX).await.unwrap_or_default();
    Err(serde_json::from_slice(&body).unwrap_or_else(|_| {
        tracing::warn!(action, "a form named a function there is not, or broke one");
        if answer.status == StatusCode::BAD_REQUEST {
            Reason::NotFound.into()
        } else {
            Reason::Internal.into()
        }
    }))
}

async fn ask(house: &House, visit: &Visit, client: &Client, request: Request) -> Response {
    let (ctx, visit, client) = (house.ctx.clone(), visit.clone(), client.clone());
    let contexts = move || {
        provide_context(visit.lang);
        provide_context(visit.clone());
        provide_context(ctx.clone());
        provide_context(client.clone());
    };
    leptos_axum::handle_server_fns_with_context(contexts, request).await.into_response()
}

/// Sends the person on after what they did: where the function says, or the form, or back to the
/// page.
fn go_on(client: &Client, parts: &Parts, fields: &Fields, done: &HeaderMap) -> Response {
    let own = |path: &str| path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    let said = done.get(NEXT).or_else(|| done.get(header::LOCATION)).and_then(|next| next.to_str().ok());
    let asked = fields.iter().find(|(name, _)| name == "next").map(|(_, next)| next.as_str());
    let here = here(parts);
    let next = said.or(asked).filter(|next| own(next)).unwrap_or(&here);
    let next = HeaderValue::from_str(next).unwrap_or(HeaderValue::from_static("/"));
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, next)]).into_response();
    let headers = response.headers_mut();
    for cookie in done.get_all(header::SET_COOKIE) {
        headers.append(header::SET_COOKIE, cookie.clone());
    }
    if let Some(notice) = done.get(NOTICE).and_then(|notice| notice.to_str().ok()) {
        let secure = if client.secure { "; Secure" } else { "" };
        let cookie = format!("notice={notice}; Path=/; HttpOnly; SameSite=Lax; Max-Age=30{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// The page a form was sent to, without the action.
fn here(parts: &Parts) -> String {
    let path = parts.uri.path();
    let query = parts.uri.query().unwrap_or_default();
    let kept: Vec<_> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("do=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// The page again, with what was typed and what is wrong.
async fn refuse(
    house: House,
    mut visit: Visit,
    client: Client,
    parts: Parts,
    mut refused: Refused,
) -> Response {
    // A password never comes back to the page.
    refused.values.retain(|(name, _)| !name.starts_with("password"));
    refused.failure.request.clone_from(&visit.request);
    let status = StatusCode::from_u16(refused.failure.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    let retry = match refused.failure.reason {
        Reason::Throttled { seconds } => Some(seconds),
        _ => None,
    };
    if refused.failure.reason == Reason::SignIn && visit.actor.is_none() {
        let next = format!("/sign-in?next={}", app::i18n::percent(&here(&parts)));
        let next = HeaderValue::from_str(&next).unwrap_or(HeaderValue::from_static("/sign-in"));
        return (StatusCode::SEE_OTHER, [(header::LOCATION, next)]).into_response();
    }
    visit.refused = Some(Arc::new(refused));
    let mut response = pages::render(&house, visit, client, parts).await;
    if response.status().is_success() {
        *response.status_mut() = status;
    }
    if let Some(seconds) = retry {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

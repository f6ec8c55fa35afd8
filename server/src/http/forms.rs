//! Forms, and what islands ask: both end in a server function.
//!
//! A form is sent to the page it stands on, with `?do=` naming the function. Done, the person is
//! sent on (303); refused, they get the same page with what they typed and what is wrong (422, or
//! the refusal's own status).

use super::{
    House,
    body::{self, Fields},
    carried, pages, said, visitors,
};
use app::{
    asking::{Client, NEXT, NOTICE, session_cookie},
    forms::CARRIED,
    visit::{Refused, Visit},
};
use axum::{
    Json,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use domain::{Failure, Reason, path::is_ours};
use leptos::prelude::provide_context;
use std::sync::Arc;

/// A form sent to its page.
pub async fn send(house: House, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let client = visitors::client(&house, &parts);
    let visit = visitors::visit(&house, &parts, &client).await;
    let Some(action) = action(&parts) else {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    };
    let request = Request::from_parts(parts.clone(), body);
    let read = body::form(&house, visit.actor.as_deref(), request).await;
    house.carried.forget(&visit, &action);
    let (fields, failure) = match read {
        Ok(fields) => {
            let (carried, fields): (Fields, Fields) =
                fields.into_iter().partition(|(name, _)| action == "sign_in" && name == CARRIED);
            match run(&house, &visit, &client, &parts, &action, &fields).await {
                Ok(done) => {
                    if let Some((_, packed)) = carried.first() {
                        carry(&house, &client, packed, &done).await;
                    }
                    return go_on(&client, &visit, &fields, &done);
                }
                Err(failure) => (fields.into_iter().chain(carried).collect(), failure),
            }
        }
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
    let body = match body::whole(body).await {
        Ok(body) => body,
        Err(failure) => return told(&failure),
    };
    parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let response = ask(&house, &visit, &client, Request::from_parts(parts, Body::from(body))).await;
    let (mut parts, body) = response.into_parts();
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if !parts.status.is_client_error() && !parts.status.is_server_error() {
        return Response::from_parts(parts, body);
    }
    let Ok(body) = axum::body::to_bytes(body, body::TEXT_MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Ok(failure) = serde_json::from_slice::<Failure>(&body) {
        parts.status = status(&failure);
    }
    Response::from_parts(parts, Body::from(body))
}

/// The status that says the same.
pub fn status(failure: &Failure) -> StatusCode {
    StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// A refusal as an island hears it.
pub fn told(failure: &Failure) -> Response {
    (status(failure), Json(failure)).into_response()
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
    let body = axum::body::to_bytes(body, body::TEXT_MAX).await.unwrap_or_default();
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

/// Keeps the form that was carried for who has just signed in.
async fn carry(house: &House, client: &Client, packed: &str, done: &HeaderMap) {
    let cookie = format!("{}=", session_cookie(client.secure));
    let cookies = done.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let token = cookies.filter_map(|set| set.strip_prefix(&cookie)?.split(';').next()).next();
    let Some(token) = token else { return };
    match services::accounts::actor_by_token(&house.ctx, token).await {
        Ok(Some(session)) => house.carried.keep(packed, &session),
        Ok(None) => {}
        Err(error) => tracing::warn!(%error, "a form sent without a session was not carried on"),
    }
}

/// Sends the person on after what they did: where the function says, or the form, or back to the
/// page.
fn go_on(client: &Client, visit: &Visit, fields: &Fields, done: &HeaderMap) -> Response {
    let said = done.get(NEXT).or_else(|| done.get(header::LOCATION)).and_then(|next| next.to_str().ok());
    let asked = fields.iter().find(|(name, _)| name == "next").map(|(_, next)| next.as_str());
    let here = visit.address();
    let next = said.or(asked).filter(|next| is_ours(next)).unwrap_or(&here);
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

/// The page again, with what was typed and what is wrong.
async fn refuse(
    house: House,
    mut visit: Visit,
    client: Client,
    mut parts: Parts,
    mut refused: Refused,
) -> Response {
    // A password never comes back to the page.
    refused.values.retain(|(name, _)| !name.starts_with("password"));
    refused.failure.request.clone_from(&visit.request);
    let status = status(&refused.failure);
    let retry = match refused.failure.reason {
        Reason::Throttled { seconds } => Some(seconds),
        _ => None,
    };
    if refused.failure.reason == Reason::SignIn && visit.actor.is_none() {
        let next = format!("next={}", app::i18n::percent(&visit.address()));
        let door = format!("/sign-in?{next}");
        let (Some(packed), Ok(uri)) = (carried::packed(&visit, &refused), door.parse()) else {
            let door = HeaderValue::from_str(&door).unwrap_or(HeaderValue::from_static("/sign-in"));
            return (StatusCode::SEE_OTHER, [(header::LOCATION, door)]).into_response();
        };
        // The page where one signs in, holding the form.
        parts.uri = uri;
        (visit.path, visit.query) = ("/sign-in".to_owned(), next);
        refused.action = "sign_in".to_owned();
        refused.values = vec![(CARRIED.to_owned(), packed)];
    }
    let wrote = !refused.written().is_empty();
    visit.refused = Some(Arc::new(refused));
    let mut response = pages::render(&house, visit.clone(), client.clone(), parts.clone()).await;
    // The page may have the form no more: what was written is not lost with it.
    if wrote && !visit.shown.is_noted() {
        visit.unsent = true;
        response = pages::render(&house, visit, client, parts).await;
    }
    if response.status().is_success() {
        *response.status_mut() = status;
    }
    if let Some(seconds) = retry {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

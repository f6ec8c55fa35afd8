//! Pages, and the files beside them.

use super::{House, forms, guard, visitors};
use app::{asking::Client, visit::Visit};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// A file when there is one at that path; otherwise a page, or a form sent to it.
pub async fn page_or_asset(State(house): State<House>, request: Request) -> Response {
    match *request.method() {
        Method::GET | Method::HEAD => {
            if let Some(found) = house.assets.answer(request.uri().path(), request.headers()) {
                return found;
            }
            // Not a page: a browser that asks for an older bundle would take it for a script.
            if ["/pkg/", "/fonts/"].iter().any(|folder| request.uri().path().starts_with(folder)) {
                return StatusCode::NOT_FOUND.into_response();
            }
            let (parts, _) = request.into_parts();
            let client = visitors::client(&house, &parts);
            let mut visit = visitors::visit(&house, &parts, &client).await;
            visit.refused = house.carried.of(&visit);
            render(&house, visit, client, parts).await
        }
        Method::POST => forms::send(house, request).await,
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}

/// The page at `parts.uri` as `visit` sees it.
pub async fn render(
    house: &House,
    visit: Visit,
    client: Client,
    mut parts: http::request::Parts,
) -> Response {
    let said = visit.notice.is_some();
    let ctx = house.ctx.clone();
    let contexts = move || {
        provide_context(visit.lang);
        provide_context(visit.clone());
        provide_context(ctx.clone());
        provide_context(client.clone());
        let nonce = leptos::nonce::use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
        if let (Some(response), Ok(policy)) =
            (use_context::<ResponseOptions>(), HeaderValue::from_str(&guard::page_policy(&nonce)))
        {
            response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
    };
    parts.method = Method::GET;
    let request = Request::from_parts(parts, Body::empty());
    let mut response = leptos_axum::render_app_async_with_context(contexts, app::shell::shell)(request).await;
    let headers = response.headers_mut();
    // A page is one person's, and live: neither proxies nor the browser keep it.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    let vary = "Cookie, Accept-Language, Accept-Encoding, Sec-Fetch-Site";
    headers.insert(header::VARY, HeaderValue::from_static(vary));
    if said {
        headers.append(header::SET_COOKIE, HeaderValue::from_static("notice=; Path=/; Max-Age=0"));
    }
    response
}

//! What holds for every request: an id, a line in the log, a defence against forged requests, and
//! the headers that keep browsers on our side.

use super::{House, body, forms, visitors};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use domain::{Failure, Lang, Reason};
use std::time::{Duration, Instant};

/// The id under which the log knows a request; given back in `x-request-id`.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// An answer that takes longer than this, once the request has come in, is given up; streams answer
/// at once and go on.
const SLOWEST: Duration = Duration::from_secs(60);

pub async fn guard(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let id = house.ctx.ulid().to_string();
    let started = Instant::now();
    let method = request.method().clone();
    // The path only: queries hold what people search for.
    let path = request.uri().path().to_owned();
    request.extensions_mut().insert(RequestId(id.clone()));
    let lang = visitors::lang(request.headers());
    let ended = if is_forged(&house, &request) {
        Err(Reason::Origin)
    } else {
        let (request, came) = body::followed(request);
        in_time(next.run(request), came, SLOWEST).await
    };
    let mut response = ended.unwrap_or_else(|reason| {
        let failure = Failure { request: id.clone(), ..reason.into() };
        let css = &house.assets.paths().css;
        if path.starts_with("/api/") { forms::told(&failure) } else { bare(css, lang, &failure) }
    });
    let headers = response.headers_mut();
    protect(headers, &house);
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    let status = response.status().as_u16();
    let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    if status >= 500 {
        tracing::error!(id, %method, path = shown(&path), status, micros);
    } else {
        tracing::debug!(id, %method, path = shown(&path), status, micros);
    }
    response
}

/// The answer, unless it takes longer than `slowest` once the request has come in.
async fn in_time(
    answer: impl Future<Output = Response>,
    came: impl Future<Output = ()>,
    slowest: Duration,
) -> Result<Response, Reason> {
    let late = async {
        came.await;
        tokio::time::sleep(slowest).await;
    };
    tokio::select! {
        response = answer => Ok(response),
        () = late => Err(Reason::Late),
    }
}

/// A refusal where there is no page to say it on; `css` is the address of our looks.
fn bare(css: &str, lang: Lang, failure: &Failure) -> Response {
    let page = app::bare::document(lang, failure, css);
    let policy = "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; \
                  frame-ancestors 'none'";
    let status = forms::status(failure);
    (status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response()
}

/// Links that let somebody in are secrets: their token stays out of the log.
fn shown(path: &str) -> &str {
    ["/join/", "/reset/", "/setup/"].into_iter().find(|secret| path.starts_with(secret)).unwrap_or(path)
}

/// Whether a request that changes something was not sent from a page of ours.
///
/// Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`; one that
/// says neither is let in only without a cookie to abuse.
fn is_forged(house: &House, request: &Request) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let headers = request.headers();
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return !matches!(site, "same-origin" | "none");
    }
    if let Some(origin) = text(header::ORIGIN) {
        if house.url.as_deref().is_some_and(|url| url == origin) {
            return false;
        }
        let host = origin.split_once("://").map(|(_, host)| host);
        return host.is_none() || host != text(header::HOST);
    }
    headers.contains_key(header::COOKIE)
}

/// Headers every answer carries. Pages bring their own content policy, with a nonce.
fn protect(headers: &mut HeaderMap, house: &House) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=()",
    );
    set(HeaderName::from_static("x-robots-tag"), "noindex, nofollow");
    set(header::CACHE_CONTROL, "no-store");
    if house.url.as_deref().is_some_and(|url| url.starts_with("https://")) {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000");
    }
}

/// The policy of a page: our own scripts by nonce or by address, WASM, our own everything.
pub fn page_policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::StatusCode;
    use std::future::{pending, ready};

    #[tokio::test]
    async fn an_answer_that_does_not_come_is_given_up() {
        let late = in_time(pending(), ready(()), Duration::ZERO).await;
        assert_eq!(late.err(), Some(Reason::Late));
        let coming = in_time(ready(StatusCode::OK.into_response()), pending(), Duration::ZERO).await;
        assert!(coming.is_ok(), "nobody is hurried while they send");
    }

    #[tokio::test]
    async fn a_page_without_the_house_says_what_happened_in_our_looks() {
        for (reason, lang, title) in [
            (Reason::Late, Lang::Fr, "La réponse se fait attendre"),
            (Reason::Late, Lang::En, "The answer is late"),
            (Reason::Unavailable, Lang::Fr, "Le préau ne répond pas"),
        ] {
            let failure = Failure { request: "01ARZ3NDEKTSV4RRFFQ69G5FAV".into(), ..reason.into() };
            let answer = bare("/main.css?v=1", lang, &failure);
            assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
            let policy = answer.headers().get(header::CONTENT_SECURITY_POLICY).unwrap().to_str().unwrap();
            assert!(
                policy.starts_with("default-src 'none'") && policy.contains("style-src 'self'"),
                "{policy}"
            );
            let page = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
            let page = String::from_utf8(page.to_vec()).unwrap();
            assert!(page.contains(&format!("<html lang=\"{}\"", lang.tag())), "{page}");
            assert!(page.contains(&format!("<h1>{title}</h1>")) && page.contains(&failure.request), "{page}");
            assert!(page.contains("href=\"/main.css?v=1\"") && !page.contains("<script"), "{page}");
        }
    }
}

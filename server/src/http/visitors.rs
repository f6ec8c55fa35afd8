//! Who sends a request: the session behind its cookie, the language, the address.

use super::{House, guard::RequestId};
use crate::listen::Peer;
use app::{
    Notice,
    asking::{Client, browser_cookie, session_cookie},
    visit::{Theme, Visit},
};
use axum::http::{HeaderMap, HeaderValue, header, request::Parts};
use domain::Lang;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Once,
};

const FOR: &str = "x-forwarded-for";
const PROTO: &str = "x-forwarded-proto";

/// The cookie `name` of a request.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

/// What the proxy before us said last: the last value of the last line. What stands before it came
/// from whoever asked, and may say anything.
fn forwarded<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let line = headers.get_all(name).iter().next_back()?;
    line.to_str().ok()?.rsplit(',').next().map(str::trim)
}

/// An address as proxies write it: alone, in brackets, with a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse().or_else(|_| text.parse::<SocketAddr>().map(|peer| peer.ip())).ok()?;
    Some(address.to_canonical())
}

/// How the request came in.
pub fn client(house: &House, parts: &Parts) -> Client {
    static TOLD: Once = Once::new();
    let headers = &parts.headers;
    if !house.behind_proxy && headers.contains_key(FOR) {
        TOLD.call_once(|| {
            tracing::warn!(
                "X-Forwarded-For comes in, but --behind-proxy is not set: everybody behind that proxy \
                 counts as one address when passwords are tried"
            );
        });
    }
    let said = |name| forwarded(headers, name).filter(|_| house.behind_proxy);
    let peer = parts.extensions.get::<Peer>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0.ip());
    let secure = house.url.as_deref().is_some_and(|url| url.starts_with("https://"))
        || said(PROTO).is_some_and(|proto| proto.eq_ignore_ascii_case("https"));
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let asked_under = || {
        let scheme = if secure { "https" } else { "http" };
        text(header::HOST).map(|host| format!("{scheme}://{host}")).unwrap_or_default().into()
    };
    Client {
        address: said(FOR).and_then(address).unwrap_or(peer),
        device: text(header::USER_AGENT).unwrap_or_default().chars().take(300).collect(),
        marks: cookie(headers, browser_cookie(secure)).unwrap_or_default().to_owned(),
        secure,
        house: house.url.clone().unwrap_or_else(asked_under),
    }
}

/// The language somebody chose in this browser, or the first of the browser's own.
pub fn lang(headers: &HeaderMap) -> Lang {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let chosen = cookie(headers, "lang").and_then(Lang::from_tag);
    chosen.unwrap_or_else(|| Lang::accepted(accepted.unwrap_or_default()))
}

/// The visit a request makes. A session that cannot be read is nobody's.
pub async fn visit(house: &House, parts: &Parts, client: &Client) -> Visit {
    let headers = &parts.headers;
    let mark = house.ctx.live().mark();
    let token = cookie(headers, session_cookie(client.secure));
    let session = match token {
        Some(token) if !token.is_empty() => match services::accounts::actor_by_token(&house.ctx, token).await
        {
            Ok(session) => session,
            Err(error) => {
                tracing::error!(%error, "a session could not be read");
                None
            }
        },
        _ => None,
    };
    let notice = cookie(headers, "notice").map(|notice| notice.split_once('~').unwrap_or((notice, "")));
    Visit {
        lang: session.as_ref().map_or_else(|| lang(headers), |session| session.actor.lang),
        theme: cookie(headers, "theme").map(Theme::from_word).unwrap_or_default(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        notice: notice.and_then(|(word, _)| Notice::from_word(word)),
        unknown: notice.map(|(_, names)| decoded(names)).unwrap_or_default(),
        request: parts.extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
        mark: mark.to_string(),
        reloads: house.reload_pages,
        assets: house.assets.paths(),
        session: session.as_ref().map(|session| session.public.clone()),
        actor: session.map(|session| session.actor),
        ..Visit::default()
    }
}

/// Text as it was before it was made a part of a query.
fn decoded(text: &str) -> String {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&format!("t={text}")).unwrap_or_default();
    pairs.into_iter().next().map(|(_, text)| text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two lines: the client's own, and the one a proxy appended.
    #[test]
    fn the_last_line_is_the_proxys() {
        let mut headers = HeaderMap::new();
        assert_eq!(forwarded(&headers, FOR), None);
        headers.append(FOR, HeaderValue::from_static("1.1.1.1, 2.2.2.2"));
        assert_eq!(forwarded(&headers, FOR), Some("2.2.2.2"));
        headers.append(FOR, HeaderValue::from_static("9.9.9.9"));
        assert_eq!(forwarded(&headers, FOR), Some("9.9.9.9"));
        headers.append(PROTO, HeaderValue::from_static("https"));
        headers.append(PROTO, HeaderValue::from_static("http"));
        assert_eq!(forwarded(&headers, PROTO), Some("http"));
    }

    #[test]
    fn addresses_are_read_with_and_without_a_port() {
        for (text, read) in [
            ("203.0.113.7", Some("203.0.113.7")),
            ("203.0.113.7:4711", Some("203.0.113.7")),
            ("2001:db8::7", Some("2001:db8::7")),
            ("[2001:db8::7]", Some("2001:db8::7")),
            ("[2001:db8::7]:4711", Some("2001:db8::7")),
            ("::ffff:203.0.113.7", Some("203.0.113.7")),
            ("unknown", None),
            ("_hidden", None),
            ("", None),
        ] {
            assert_eq!(address(text), read.map(|read| read.parse().unwrap()), "{text}");
        }
    }
}

//! Who sends a request: the session behind its cookie, the language, the address.

use super::{House, guard::RequestId};
use crate::listen::Peer;
use app::{
    Notice,
    asking::{Client, browser_cookie, session_cookie},
    visit::{Theme, Visit},
};
use axum::http::{HeaderMap, header, request::Parts};
use domain::Lang;
use std::net::{IpAddr, Ipv4Addr};

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

/// How the request came in.
pub fn client(house: &House, parts: &Parts) -> Client {
    let forwarded = |name: &str| {
        let value = parts.headers.get(name).filter(|_| house.behind_proxy)?;
        value.to_str().ok()?.rsplit(',').next().map(str::trim)
    };
    let peer = parts.extensions.get::<Peer>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0.ip());
    let secure = house.url.as_deref().is_some_and(|url| url.starts_with("https://"))
        || forwarded("x-forwarded-proto") == Some("https");
    let device =
        parts.headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    Client {
        address: forwarded("x-forwarded-for").and_then(|address| address.parse().ok()).unwrap_or(peer),
        device: device.chars().take(300).collect(),
        marks: cookie(&parts.headers, browser_cookie(secure)).unwrap_or_default().to_owned(),
        secure,
    }
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
    let accepted = || {
        let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Lang::accepted(header.unwrap_or_default())
    };
    let chosen = cookie(headers, "lang").and_then(Lang::from_tag);
    let lang = match &session {
        Some(session) => session.actor.lang,
        None => chosen.unwrap_or_else(accepted),
    };
    Visit {
        lang,
        theme: cookie(headers, "theme").map(Theme::from_word).unwrap_or_default(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        notice: cookie(headers, "notice").and_then(Notice::from_word),
        request: parts.extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
        refused: None,
        mark: mark.to_string(),
        assets: house.assets.paths(),
        session: session.as_ref().map(|session| session.public.clone()),
        actor: session.map(|session| session.actor),
    }
}

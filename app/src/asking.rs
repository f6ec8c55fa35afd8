//! What a server function needs: who asks, the services, and where to go next.

use crate::{Notice, Refusal, visit::visit};
use domain::{Actor, Reason};
use http::{HeaderName, HeaderValue};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use services::{Context, accounts::NewSession};
use std::{net::IpAddr, sync::Arc};

/// Header by which a server function says where a plain form goes next.
pub const NEXT: HeaderName = HeaderName::from_static("x-preau-next");
/// Header by which it says what is told there.
pub const NOTICE: HeaderName = HeaderName::from_static("x-preau-notice");

/// How the request came in, for cookies and for throttling.
#[derive(Clone, Debug)]
pub struct Client {
    pub address: IpAddr,
    /// The browser as it names itself, shortened.
    pub device: String,
    /// What the browser kept of those who signed in on it.
    pub marks: String,
    /// Over HTTPS, here or in front of us: cookies are `Secure`.
    pub secure: bool,
    /// The house's own address, for links that leave it: the one configured, otherwise the one it was
    /// asked under. Empty when the request does not say.
    pub house: Arc<str>,
}

/// The services and the person signed in; `SignIn` when nobody is.
pub async fn asking() -> Result<(Context, Arc<Actor>), Refusal> {
    let actor = visit().actor.ok_or(Reason::SignIn)?;
    Ok((context()?, actor))
}

/// The services, whoever asks.
pub fn context() -> Result<Context, Refusal> {
    use_context::<Context>().ok_or_else(|| Reason::Internal.into())
}

pub fn client() -> Result<Client, Refusal> {
    use_context::<Client>().ok_or_else(|| Reason::Internal.into())
}

/// Where a plain form goes once this is done (a path of ours), and what is said there.
pub fn done(to: impl AsRef<str>, notice: Notice) {
    go(to);
    say(notice);
}

/// Where a plain form goes once this is done; without it, back to its own page.
pub fn go(to: impl AsRef<str>) {
    header(NEXT, to.as_ref());
}

/// What is said on the next page.
pub fn say(notice: Notice) {
    header(NOTICE, notice.word());
}

/// The same, with the names in a text that were not understood.
pub fn say_with(notice: Notice, unknown: &[String]) {
    match unknown {
        [] => say(notice),
        names => header(NOTICE, &format!("{}~{}", notice.word(), crate::i18n::percent(&names.join(", ")))),
    }
}

fn header(name: HeaderName, value: &str) {
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(value)) {
        response.insert_header(name, value);
    }
}

/// Name of the session's cookie: the `__Host-` prefix makes browsers refuse it over plain HTTP.
pub fn session_cookie(secure: bool) -> &'static str {
    if secure { "__Host-session" } else { "session" }
}

/// Name of the cookie by which a browser is known for those who signed in on it.
pub fn browser_cookie(secure: bool) -> &'static str {
    if secure { "__Host-browser" } else { "browser" }
}

/// Days a session cookie is kept: the longest a session may last. The store decides whether it still
/// holds, and that slides with each visit, which a cookie set once does not.
const SESSION_DAYS: u32 = 365;

/// Signs the browser in, and makes it known for who did.
pub async fn start_session(ctx: &Context, session: &NewSession) -> Result<(), Refusal> {
    let client = client()?;
    let marks = services::accounts::remember_browser(ctx, session.person, &client.marks).await?;
    set_cookie(browser_cookie(client.secure), &marks, SESSION_DAYS * 24 * 3600, client.secure);
    set_session(&session.token, SESSION_DAYS * 24 * 3600)
}

/// Forgets the session's cookie.
pub fn end_session() -> Result<(), Refusal> {
    set_session("", 0)
}

fn set_session(token: &str, seconds: u32) -> Result<(), Refusal> {
    let secure = client()?.secure;
    set_cookie(session_cookie(secure), token, seconds, secure);
    Ok(())
}

/// Keeps a preference (`lang`, `theme`) in the browser for a year.
pub fn keep(name: &str, value: &str) -> Result<(), Refusal> {
    set_cookie(name, value, 365 * 24 * 3600, client()?.secure);
    Ok(())
}

fn set_cookie(name: &str, value: &str, seconds: u32, secure: bool) {
    let secure = if secure { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(http::header::SET_COOKIE, cookie);
    }
}

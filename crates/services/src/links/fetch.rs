//! One answer from the web: within its time, within its size, by doors that are open.

use super::Doors;
use bytes::{Bytes, BytesMut};
use reqwest::{
    Client, Response, StatusCode, Url,
    header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, LOCATION},
    redirect::Policy,
};
use tokio::time::{Instant, timeout_at};

/// From one page to the next.
const REDIRECTIONS: usize = 3;
/// Who asks, so that others can tell us from people.
const AGENT: &str = concat!("Preau/", env!("CARGO_PKG_VERSION"), " (link preview)");

/// Why there is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Not an address, or one that may not be asked.
    Closed,
    /// It led on and on.
    Led,
    Late,
    /// It did not answer, or said that it cannot now.
    Down,
    /// It answered with something else than what was asked for.
    Unfit,
    /// More than is read, where part of it is worth nothing.
    Large,
}

impl Why {
    /// Whether it may be otherwise another time.
    pub(super) fn passes(self) -> bool {
        matches!(self, Why::Late | Why::Down)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Its beginning is enough.
    Page,
    /// All of it or nothing.
    Picture,
}

/// What came.
#[derive(Debug)]
pub(super) struct Came {
    /// Where from, in the end.
    pub(super) url: Url,
    pub(super) bytes: Bytes,
    pub(super) charset: Option<String>,
}

pub(super) struct Fetch<'a> {
    pub(super) doors: &'a dyn Doors,
    pub(super) until: Instant,
}

impl Fetch<'_> {
    pub(super) async fn get(&self, url: &str, wanted: Wanted, most: usize) -> Result<Came, Why> {
        timeout_at(self.until, self.follow(url, wanted, most)).await.unwrap_or(Err(Why::Late))
    }

    async fn follow(&self, url: &str, wanted: Wanted, most: usize) -> Result<Came, Why> {
        let mut url = Url::parse(url).map_err(|_| Why::Closed)?;
        for _ in 0..=REDIRECTIONS {
            let answer = self.ask(&url, wanted).await?;
            if answer.status().is_redirection() {
                let next = answer.headers().get(LOCATION).and_then(|next| next.to_str().ok());
                url = url.join(next.ok_or(Why::Unfit)?).map_err(|_| Why::Closed)?;
                continue;
            }
            return read(answer, url, wanted, most).await;
        }
        Err(Why::Led)
    }

    /// Asks once: a client of its own, which knows nothing but the places that were looked at, follows
    /// nothing, keeps nothing, and unpacks nothing.
    async fn ask(&self, url: &Url, wanted: Wanted) -> Result<Response, Why> {
        let places = self.doors.open(url).await.map_err(|_| Why::Down)?;
        let host = url.host_str().filter(|_| !places.is_empty()).ok_or(Why::Closed)?;
        let client = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .http1_only()
            .resolve_to_addrs(host, &places)
            .pool_max_idle_per_host(0)
            .user_agent(AGENT)
            .build()
            .map_err(|_| Why::Unfit)?;
        let kinds = match wanted {
            Wanted::Page => "text/html,application/xhtml+xml",
            Wanted::Picture => "image/jpeg,image/png,image/webp,image/gif",
        };
        let request = client.get(url.clone()).header(ACCEPT, kinds).header(ACCEPT_ENCODING, "identity");
        request.send().await.map_err(|_| Why::Down)
    }
}

/// What servers say when they cannot, but may another time.
fn is_passing(status: StatusCode) -> bool {
    let may = [StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_EARLY, StatusCode::TOO_MANY_REQUESTS];
    status.is_server_error() || may.contains(&status)
}

async fn read(mut answer: Response, url: Url, wanted: Wanted, most: usize) -> Result<Came, Why> {
    if is_passing(answer.status()) {
        return Err(Why::Down);
    }
    let headers = answer.headers();
    let kind = text(headers, CONTENT_TYPE.as_str()).unwrap_or_default().to_ascii_lowercase();
    let fits = match wanted {
        Wanted::Page => ["text/html", "application/xhtml+xml"].iter().any(|page| kind.starts_with(page)),
        // What it is, is found out by who draws it.
        Wanted::Picture => kind.starts_with("image/"),
    };
    let packed = text(headers, CONTENT_ENCODING.as_str()).is_some_and(|coding| coding != "identity");
    if !answer.status().is_success() || !fits || packed {
        return Err(Why::Unfit);
    }
    let charset = kind.split_once("charset=").map(|(_, name)| name.trim_matches(['"', ' ', ';']).to_owned());
    let mut bytes = BytesMut::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| Why::Down)? {
        let room = most.saturating_sub(bytes.len());
        if chunk.len() > room {
            if wanted == Wanted::Picture {
                return Err(Why::Large);
            }
            bytes.extend_from_slice(chunk.get(..room).unwrap_or_default());
            break;
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Came { url, bytes: bytes.freeze(), charset })
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

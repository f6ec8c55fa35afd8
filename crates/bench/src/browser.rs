//! One connection kept open, as a browser's, with a person's cookies.

use crate::{Outcome, html::Form};
use http_body_util::{BodyExt, Full};
use hyper::{
    HeaderMap, Method, Request, Response,
    body::{Bytes, Incoming},
    client::conn::http1::{self, SendRequest},
    header,
};
use hyper_util::rt::TokioIo;
use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::net::TcpStream;

/// Slower than this is not an answer.
const SLOWEST: Duration = Duration::from_secs(30);

/// Who asks: nobody when `cookies` is empty.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub address: SocketAddr,
    cookies: Arc<str>,
}

pub struct Browser {
    visitor: Visitor,
    sender: SendRequest<Full<Bytes>>,
}

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// From the first byte sent to the first byte received.
    pub first_byte: Duration,
}

impl Answer {
    pub fn text(&self) -> Outcome<&str> {
        std::str::from_utf8(&self.body).map_err(|error| error.to_string())
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Visitor {
    pub fn nobody(address: SocketAddr) -> Visitor {
        Visitor { address, cookies: "".into() }
    }

    /// Comes in by the form of the sign-in page.
    pub async fn signed_in(address: SocketAddr, email: &str, password: &str) -> Outcome<Visitor> {
        let mut browser = Visitor::nobody(address).browser().await?;
        let page = browser.page("/sign-in").await?;
        let form = crate::html::forms(&page).into_iter().find(|form| form.does() == "sign_in");
        let form = form.ok_or("the sign-in page has no form that signs in")?;
        let answer = browser.send(&form, &[("email", email), ("password", password)]).await?;
        let cookies: Vec<_> = answer
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|cookie| cookie.to_str().ok()?.split(';').next())
            .filter(|cookie| cookie.starts_with("session="))
            .collect();
        if answer.status != 303 || cookies.is_empty() {
            return Err(format!(
                "{email} could not sign in: {} and {} cookies",
                answer.status,
                cookies.len()
            ));
        }
        Ok(Visitor { address, cookies: cookies.join("; ").into() })
    }

    pub async fn browser(&self) -> Outcome<Browser> {
        let sender = connect(self.address).await?;
        Ok(Browser { visitor: self.clone(), sender })
    }
}

async fn connect(address: SocketAddr) -> Outcome<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(address).await.map_err(|error| format!("{address}: {error}"))?;
    stream.set_nodelay(true).map_err(|error| error.to_string())?;
    let (sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| error.to_string())?;
    tokio::spawn(connection);
    Ok(sender)
}

impl Browser {
    /// The page at `path`; anything but a page is an error.
    pub async fn page(&mut self, path: &str) -> Outcome<String> {
        let answer = self.get(path).await?;
        if answer.status != 200 {
            return Err(format!("GET {path} answered {}", answer.status));
        }
        Ok(answer.text()?.to_owned())
    }

    pub async fn get(&mut self, path: &str) -> Outcome<Answer> {
        self.ask(Method::GET, path, "", "identity").await
    }

    /// A file, compressed when it is kept so.
    pub async fn file(&mut self, path: &str) -> Outcome<Answer> {
        self.ask(Method::GET, path, "", "br").await
    }

    pub async fn send(&mut self, form: &Form, typed: &[(&str, &str)]) -> Outcome<Answer> {
        let body = form.filled(typed);
        self.post(&form.action, &body).await
    }

    pub async fn post(&mut self, action: &str, body: &str) -> Outcome<Answer> {
        self.ask(Method::POST, action, body, "identity").await
    }

    async fn ask(&mut self, method: Method, path: &str, body: &str, accepts: &str) -> Outcome<Answer> {
        let request = self.request(&method, path, body, accepts)?;
        match tokio::time::timeout(SLOWEST, self.exchange(request)).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => Err(format!("{method} {path}: {error}")),
            Err(_) => Err(format!("{method} {path}: no answer in {} s", SLOWEST.as_secs())),
        }
    }

    fn request(
        &self,
        method: &Method,
        path: &str,
        body: &str,
        accepts: &str,
    ) -> Outcome<Request<Full<Bytes>>> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, self.visitor.address.to_string())
            .header(header::ACCEPT_LANGUAGE, "fr")
            .header(header::ACCEPT_ENCODING, accepts);
        if !self.visitor.cookies.is_empty() {
            request = request.header(header::COOKIE, self.visitor.cookies.as_ref());
        }
        if method == Method::POST {
            request = request
                .header("sec-fetch-site", "same-origin")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        request
            .body(Full::new(Bytes::from(body.to_owned())))
            .map_err(|error| format!("{method} {path}: {error}"))
    }

    async fn exchange(&mut self, request: Request<Full<Bytes>>) -> Outcome<Answer> {
        // The server closes connections that were silent for long.
        if self.sender.ready().await.is_err() {
            self.sender = connect(self.visitor.address).await?;
        }
        let started = Instant::now();
        let response: Response<Incoming> =
            self.sender.send_request(request).await.map_err(|error| error.to_string())?;
        let first_byte = started.elapsed();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.map_err(|error| error.to_string())?.to_bytes();
        Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body, first_byte })
    }
}

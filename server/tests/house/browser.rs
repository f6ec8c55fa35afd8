//! A browser without pictures: HTTP/1.1, one connection a request, cookies kept.

use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// An answer, read whole.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// What a browser says of a form on one of our pages.
pub const FROM_OURS: [(&str, &str); 3] = [
    ("content-type", "application/x-www-form-urlencoded"),
    ("sec-fetch-site", "same-origin"),
    ("accept", "text/html"),
];

/// One person's browser.
#[derive(Clone, Debug)]
pub struct Browser {
    pub server: SocketAddr,
    pub cookies: BTreeMap<String, String>,
}

impl Browser {
    pub fn at(server: SocketAddr) -> Browser {
        Browser { server, cookies: BTreeMap::new() }
    }

    /// Signs in by the form.
    pub fn signed_in(server: SocketAddr, email: &str, password: &str) -> Browser {
        let mut browser = Browser::at(server);
        let fields = [("email", email), ("password", password)];
        let answer = browser.send("/sign-in?do=sign_in", &fields).unwrap();
        assert_eq!(answer.status, 303, "{email}: {}", answer.text());
        assert!(browser.cookies.contains_key("session"), "{:?}", answer.headers);
        browser
    }

    /// Opens a page.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask("GET", path, &[("accept", "text/html")], b"")
    }

    /// Sends a form to its page, as a page of ours does.
    pub fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        self.ask("POST", path, &FROM_OURS, crate::yard::fields(fields).as_bytes())
    }

    /// Asks a server function, as an island does.
    pub fn call(&mut self, function: &str, fields: &str) -> io::Result<Answer> {
        self.ask("POST", &format!("/api/{function}"), &FROM_OURS, fields.as_bytes())
    }

    pub fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> io::Result<Answer> {
        let mut stream = TcpStream::connect_timeout(&self.server, Duration::from_secs(5))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        stream.set_nodelay(true)?;
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.server);
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<_> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request += &format!("cookie: {}\r\n", cookies.join("; "));
        }
        if !body.is_empty() || method == "POST" {
            request += &format!("content-length: {}\r\n", body.len());
        }
        request += "\r\n";
        stream.write_all(request.as_bytes())?;
        // Too large a body is answered before it has been read to its end.
        let _ = stream.write_all(body);
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = read(&answer, method == "HEAD")?;
        self.keep_cookies(&answer);
        Ok(answer)
    }

    /// The status of an answer that may not end.
    pub fn status(&self, path: &str) -> io::Result<u16> {
        let mut stream = TcpStream::connect_timeout(&self.server, Duration::from_secs(5))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let cookie = self.cookies.get("session").map(|token| format!("cookie: session={token}\r\n"));
        let cookie = cookie.unwrap_or_default();
        let request = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n{cookie}\r\n", self.server);
        stream.write_all(request.as_bytes())?;
        // `HTTP/1.1 200`
        let mut line = [0; 12];
        stream.read_exact(&mut line)?;
        let line = String::from_utf8_lossy(&line).into_owned();
        let status = line.rsplit(' ').next().and_then(|status| status.parse().ok());
        status.ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (pair, flags) = cookie.split_once(';').unwrap_or((cookie, ""));
            let Some((name, value)) = pair.split_once('=') else { continue };
            if flags.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// A value as a form sends it.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

fn read(answer: &[u8], bodiless: bool) -> io::Result<Answer> {
    let cut = || io::Error::new(io::ErrorKind::UnexpectedEof, "the answer was cut");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(cut)?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).ok_or_else(cut)?;
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let mut answer = Answer { status, headers, body: answer[end + 4..].to_vec() };
    if bodiless {
        return Ok(answer);
    }
    if answer.header("transfer-encoding").is_some_and(|encoding| encoding.contains("chunked")) {
        answer.body = unchunked(&answer.body).ok_or_else(cut)?;
    } else if let Some(length) =
        answer.header("content-length").and_then(|length| length.parse::<usize>().ok())
    {
        if answer.body.len() < length && status != 304 {
            return Err(cut());
        }
    }
    Ok(answer)
}

fn unchunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let line = body.windows(2).position(|two| two == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&body[..line]).ok()?.trim(), 16).ok()?;
        body = &body[line + 2..];
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(body.get(..size)?);
        body = body.get(size + 2..)?;
    }
}

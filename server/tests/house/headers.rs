//! What every answer carries.

use crate::{
    browser::Browser,
    process::{serve, serve_under},
    yard::{PASSWORD, Yard},
};
use std::io::Read;

#[test]
fn a_page_runs_our_scripts_alone() {
    let yard = Yard::open();
    let mut browser = yard.browser("member");
    let mut nonces = Vec::new();
    for page in ["/", "/communities/{club}", "/posts/{post}", "/carpool", "/me", "/nowhere"] {
        let answer = browser.get(&yard.fill(page)).unwrap();
        let policy = answer.header("content-security-policy").unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'"), "{page}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains(" 'unsafe-eval'"), "{page}: {policy}");
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        assert!(nonce.len() >= 16, "{page}: {nonce}");
        let text = answer.text();
        for script in text.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{page}: <script{tag}>");
        }
        assert!(!text.contains(" style=\"") && !text.contains(" onclick="), "{page}");
        nonces.push(nonce);
    }
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 6, "a nonce is used once");
}

#[test]
fn every_answer_keeps_browsers_on_our_side() {
    let yard = Yard::open();
    let mut browser = yard.browser("member");
    for path in ["/", "/nowhere", "/healthz", "/media/{picture}/480", "/media/x", "/api/home_page"] {
        let answer = browser.get(&yard.fill(path)).unwrap();
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
        assert!(answer.header("content-security-policy").is_some(), "{path}");
        assert!(answer.header("cache-control").is_some_and(|kept| !kept.contains("public")), "{path}");
        assert_eq!(answer.header("x-request-id").map(str::len), Some(26), "{path}");
        assert_eq!(answer.header("strict-transport-security"), None, "{path}: over plain HTTP");
    }
    let picture = browser.get(&yard.fill("/media/{picture}/480")).unwrap();
    let tag = picture.header("etag").unwrap().to_owned();
    let known = [("if-none-match", tag.as_str())];
    let again = browser.ask("GET", &yard.fill("/media/{picture}/480"), &known, b"").unwrap();
    assert_eq!((again.status, again.body.len()), (304, 0));
}

/// The first form of a house, which signs in.
fn set_up(browser: &mut Browser, token: &str) -> Vec<String> {
    let fields = [
        ("token", token),
        ("organisation", "Ateliers"),
        ("name", "Alix Directrice"),
        ("email", "alix@exemple.fr"),
        ("password", PASSWORD),
    ];
    let answer = browser.send(&format!("/setup/{token}?do=set_up_house"), &fields).unwrap();
    assert_eq!(answer.status, 303, "{}", answer.text());
    let secure = answer.header("strict-transport-security").is_some();
    let cookies = answer.headers.iter().filter(|(name, _)| name == "set-cookie").map(|(_, cookie)| cookie);
    let cookies: Vec<_> = cookies.cloned().collect();
    assert!(cookies.iter().all(|cookie| cookie.contains("; Secure") == secure), "{cookies:?}");
    cookies
}

#[test]
fn behind_https_cookies_are_secure() {
    let folder = tempfile::tempdir().unwrap();
    let serving = serve_under("https://preau.exemple.fr", &folder.path().join("data"), folder.path());
    let mut browser = Browser::at(serving.address);
    let cookies = set_up(&mut browser, &serving.setup.clone().unwrap());
    let session = cookies.iter().find(|cookie| cookie.starts_with("__Host-session=")).unwrap();
    for flag in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(session.contains(flag), "{session}");
    }
    assert!(!session.contains("Domain"), "{session}");
    let answer = browser.get("/healthz").unwrap();
    assert!(answer.header("strict-transport-security").is_some_and(|header| header.starts_with("max-age=")));
    // The address people type is ours; the same without encryption is not.
    for (origin, status) in [("https://preau.exemple.fr", 200), ("http://preau.exemple.fr", 403)] {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("origin", origin)];
        assert_eq!(
            browser.ask("POST", "/api/my_profile", &headers, b"x=1").unwrap().status,
            status,
            "{origin}"
        );
    }
}

#[test]
fn over_plain_http_the_session_is_still_hidden_from_scripts() {
    let folder = tempfile::tempdir().unwrap();
    let serving = crate::process::serve(&folder.path().join("data"), folder.path(), &["--store", "mem://"]);
    let cookies = set_up(&mut Browser::at(serving.address), &serving.setup.clone().unwrap());
    let session = cookies.iter().find(|cookie| cookie.starts_with("session=")).unwrap();
    assert!(session.contains("; HttpOnly") && session.contains("; SameSite=Lax"), "{session}");
}

/// A link that leaves the house bears the address people type, not the one a request was sent to.
#[test]
fn links_bear_the_address_that_is_configured() {
    let folder = tempfile::tempdir().unwrap();
    let serving = serve_under("https://preau.exemple.fr", &folder.path().join("data"), folder.path());
    let mut browser = Browser::at(serving.address);
    set_up(&mut browser, &serving.setup.clone().unwrap());
    let invited =
        [("name", "Zoé Membre"), ("email", "zoe@exemple.fr"), ("role", "employee"), ("company", "")];
    assert_eq!(browser.send("/admin/invitations?do=invite_person", &invited).unwrap().status, 303);
    let page = browser.get("/admin/invitations").unwrap().text();
    assert!(page.contains("https://preau.exemple.fr/join/"), "{page}");
    assert!(!page.contains("127.0.0.1"), "{page}");
}

#[test]
fn pages_travel_small() {
    let yard = Yard::open();
    let mut member = yard.browser("member");
    let mut manager = yard.browser("manager");
    let whole = member.get("/").unwrap();
    assert_eq!(whole.header("content-encoding"), None);
    let asked = |site: &'static str| [("accept-encoding", "gzip, br"), ("sec-fetch-site", site)];
    let small = member.ask("GET", "/", &asked("same-origin"), b"").unwrap();
    assert_eq!(small.header("content-encoding"), Some("gzip"));
    for answer in [&whole, &small] {
        assert!(answer.header("vary").unwrap().contains("Accept-Encoding"), "{:?}", answer.headers);
    }
    assert!(small.body.len() * 3 < whole.body.len(), "{} of {}", small.body.len(), whole.body.len());
    let mut page = String::new();
    flate2::read::GzDecoder::new(small.body.as_slice()).read_to_string(&mut page).unwrap();
    assert!(page.contains("</html>"));
    // What another site asks for with words of its own, and what shows a secret.
    for (path, site, encoding) in [
        ("/?after=x", "none", Some("gzip")),
        ("/?after=x", "cross-site", None),
        ("/", "cross-site", None),
        ("/admin/invitations", "same-origin", None),
        ("/join/{token}", "same-origin", None),
        ("/healthz", "same-origin", None),
    ] {
        let answer = manager.ask("GET", &yard.fill(path), &asked(site), b"").unwrap();
        assert_eq!(answer.header("content-encoding"), encoding, "{path} {site}");
    }
    let old = [("accept-encoding", "gzip")];
    for (path, encoding) in [("/", Some("gzip")), ("/?after=x", None)] {
        let answer = member.ask("GET", path, &old, b"").unwrap();
        assert_eq!(answer.header("content-encoding"), encoding, "{path}");
    }
}

/// Only for who builds the house.
#[test]
fn pages_reload_with_the_program_when_asked_to() {
    let yard = Yard::open();
    let page = yard.browser("nobody").get("/sign-in").unwrap().text();
    assert!(!page.contains("_reload"), "{page}");
    assert_eq!(yard.browser("nobody").status("/_reload").unwrap(), 404);
    let folder = tempfile::tempdir().unwrap();
    let assets = folder.path().join("assets");
    std::fs::create_dir(&assets).unwrap();
    let built = serve(&folder.path().join("data"), &assets, &["--store", "mem://", "--reload-pages"]);
    let mut browser = Browser::at(built.address);
    let page = browser.get("/sign-in").unwrap().text();
    let (_, mark) = page.split_once("data-since=\"").unwrap();
    let run = mark.split('-').next().unwrap().to_owned();
    assert!(page.contains("EventSource('/_reload')"), "{page}");
    // The stream says the run at once, and stays open.
    let mut stream = std::net::TcpStream::connect(built.address).unwrap();
    stream.set_read_timeout(Some(std::time::Duration::from_secs(30))).unwrap();
    std::io::Write::write_all(&mut stream, b"GET /_reload HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut said = String::new();
    let mut part = [0; 1024];
    while !said.contains("data: ") {
        let read = stream.read(&mut part).unwrap();
        assert!(read > 0, "{said}");
        said.push_str(&String::from_utf8_lossy(&part[..read]));
    }
    assert!(said.contains(&format!("data: {run}-")), "{said}");
}

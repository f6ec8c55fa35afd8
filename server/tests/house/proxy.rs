//! What proxies say of who asks, and what those who ask say themselves.

use crate::{
    browser::{Browser, FROM_OURS},
    process::{Serving, serve},
    yard::fields,
};

fn open(arguments: &[&str]) -> (Serving, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let arguments: Vec<_> = ["--store", "mem://"].into_iter().chain(arguments.iter().copied()).collect();
    (serve(&folder.path().join("data"), folder.path(), &arguments), folder)
}

/// The status of a guess that came with these lines of `X-Forwarded-For`.
fn guess(serving: &Serving, lines: &[&str]) -> u16 {
    let tried = fields(&[("email", "zoe@exemple.fr"), ("password", "au hasard")]);
    let lines = lines.iter().map(|line| ("x-forwarded-for", *line));
    let headers: Vec<_> = FROM_OURS.into_iter().chain(lines).collect();
    let mut browser = Browser::at(serving.address);
    browser.ask("POST", "/sign-in?do=sign_in", &headers, tried.as_bytes()).unwrap().status
}

#[test]
fn an_invented_address_does_not_buy_more_guesses() {
    let (serving, _folder) = open(&["--behind-proxy"]);
    // The proxy adds a line of its own, under the one that came with the request.
    let throttled = (0..12).any(|n| guess(&serving, &[&format!("10.0.0.{n}"), "203.0.113.7:4711"]) == 429);
    assert!(throttled, "twelve guesses from one address");
    assert_eq!(guess(&serving, &["203.0.113.8"]), 422, "another address has its own");
    assert_eq!(guess(&serving, &["10.0.0.99, 203.0.113.7"]), 429);
}

#[test]
fn a_proxy_nobody_told_of_is_logged_once() {
    let (mut serving, _folder) = open(&[]);
    let throttled = (0..12).any(|n| guess(&serving, &[&format!("10.0.0.{n}")]) == 429);
    assert!(throttled, "what is said is not believed");
    assert!(serving.stop().success());
    let log = serving.log();
    assert_eq!(log.matches("--behind-proxy is not set").count(), 1, "{log}");
}

//! A link, and what the page behind it says of itself.

use super::Picture;
use crate::form::{Fault, Reader};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// Longest address of a page, in characters.
pub const URL_MAX: usize = 2_000;

/// What is shown of a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    pub url: String,
    /// Whose page it is, as its address says: what the page says of itself may not be true.
    pub host: String,
    pub preview: Preview,
    /// The rest is the page's own words; each may be empty.
    pub title: String,
    pub description: String,
    pub site: String,
    pub picture: Option<Picture>,
}

/// Whether the page was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preview {
    /// It is being looked at.
    Coming,
    /// It did not answer, and is asked again; only its author is told.
    Again,
    Shown,
    /// It could not be, or nobody looks at pages here.
    #[default]
    None,
}

/// Between a page that did not answer and the next time it is asked: it may be down for a moment, or a night.
const PAUSES: [SignedDuration; 4] = [
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(3),
    SignedDuration::from_hours(20),
];
/// How often a page is asked, all in all.
pub const TRIES: usize = PAUSES.len() + 1;

/// How long a page that did not answer is left alone after it was asked `tries` times; `None` when that was
/// the last.
pub fn pause_after(tries: usize) -> Option<SignedDuration> {
    PAUSES.get(tries.checked_sub(1)?).copied()
}

/// Reads the field `url`: the address of a page on the web. One without its scheme gets `https`.
pub fn link(form: &mut Reader, raw: &str) -> String {
    let text = form.text("url", raw, 1, URL_MAX);
    if text.is_empty() {
        return text;
    }
    let url = if text.contains("://") { text } else { format!("https://{text}") };
    if !is_page(&url) {
        form.fault("url", Fault::Address);
    }
    url
}

/// An address that can be followed as it reads: nothing hidden in it, nobody's password, and no part
/// before the host that looks like one.
fn is_page(url: &str) -> bool {
    let rest = ["https://", "http://"].into_iter().find_map(|scheme| {
        url.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme))?;
        url.get(scheme.len()..)
    });
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"\\^`{|}".contains(c);
    rest.is_some_and(|rest| {
        let host = authority(rest);
        !host.is_empty()
            && !host.contains('@')
            && !host.starts_with([':', '.', '-'])
            && has_port_or_none(host)
            && url.chars().all(plain)
    })
}

/// After the last colon of a host stands a number, unless that colon is an address's own.
fn has_port_or_none(host: &str) -> bool {
    match host.rsplit_once(':') {
        Some((_, port)) if !port.ends_with(']') => port.parse::<u16>().is_ok(),
        _ => true,
    }
}

/// What stands before the path.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// The host of an address that was read by [`link`], as it is shown.
pub fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = authority(rest).to_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_of_a_page() {
        let read = |raw: &str| {
            let mut form = Reader::default();
            let url = link(&mut form, raw);
            form.is_clean().then_some(url)
        };
        for (raw, url) in [
            ("https://exemple.fr/a?b#c", "https://exemple.fr/a?b#c"),
            (" exemple.fr/velo ", "https://exemple.fr/velo"),
            ("HTTP://Exemple.fr", "HTTP://Exemple.fr"),
            ("https://été.exemple.fr", "https://été.exemple.fr"),
            ("http://wiki:8080/page", "http://wiki:8080/page"),
        ] {
            assert_eq!(read(raw).as_deref(), Some(url));
        }
        for raw in [
            "",
            "javascript:alert(1)",
            "javascript://exemple.fr/%0aalert(1)",
            "ftp://exemple.fr",
            "file:///etc/passwd",
            "https://",
            "https:///x",
            "https://banque.fr@exemple.fr/",
            "https://exemple.fr/a b",
            "https://exemple.fr/\"><script>",
            &format!("https://exemple.fr/{}", "x".repeat(URL_MAX)),
        ] {
            assert_eq!(read(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_page_is_asked_a_few_times_within_a_day_and_less_and_less() {
        let pauses: Vec<_> = (1..=TRIES).map(pause_after).collect();
        assert!(pauses.windows(2).all(|two| two[1].is_none() || two[0] < two[1]), "{pauses:?}");
        assert_eq!((pause_after(0), pauses.last()), (None, Some(&None)));
        let all = pauses.into_iter().flatten().fold(SignedDuration::ZERO, |all, pause| all + pause);
        assert!(all > SignedDuration::from_hours(12) && all < SignedDuration::from_hours(48), "{all:?}");
    }

    #[test]
    fn the_host_is_what_the_address_says() {
        assert_eq!(host("https://www.Exemple.fr:8443/x?y"), "exemple.fr:8443");
        assert_eq!(host("https://exemple.fr#x"), "exemple.fr");
    }
}

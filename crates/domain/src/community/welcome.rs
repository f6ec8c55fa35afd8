//! Whoever comes in is greeted: the team's words, and three things to begin with.

use crate::{form::Reader, page::Page};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::PersonRef;

/// Longest hello, in characters.
pub const HELLO_MAX: usize = 600;
/// Days during which somebody is a newcomer.
pub const NEW_DAYS: i64 = 30;
/// Where the newcomer's first name goes, in either language.
pub const FIRST_NAME: [&str; 2] = ["{prénom}", "{name}"];

/// The hello as it was typed; empty takes it away.
pub fn read_hello(form: &mut Reader, text: &str) -> String {
    form.text("hello", text, 0, HELLO_MAX)
}

/// The hello as a newcomer of this full name reads it.
pub fn hello_for(hello: &str, name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    FIRST_NAME.iter().fold(hello.to_owned(), |text, mark| text.replace(mark, first))
}

/// Whether somebody who came in at `since` is new at `now`.
pub fn is_new(since: Timestamp, now: Timestamp) -> bool {
    now.duration_since(since) < SignedDuration::from_hours(24 * NEW_DAYS)
}

/// What a newcomer sees on top of the community's page, until they put it away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WelcomeView {
    /// The team's words, their name in them; may be empty.
    pub hello: String,
    /// Who greeted them.
    pub greeted_by: Option<PersonRef>,
    /// They said something there.
    pub said_hello: bool,
    /// They accepted the charter in force.
    pub read_charter: bool,
    /// The next event there: its address and its name.
    pub event: Option<(String, String)>,
    /// They have a place at it.
    pub takes_part: bool,
}

/// Somebody new whom nobody has answered or greeted yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ungreeted {
    pub person: PersonRef,
    pub since: Timestamp,
}

/// What those who steer see of the welcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WelcomeSheet {
    pub hello: String,
    /// Whoever has waited longest first.
    pub newcomers: Page<Ungreeted>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_stands_where_it_was_left() {
        for (hello, name, read) in [
            ("Bonjour {prénom} !", "Zoé Lebrun-Mbaye", "Bonjour Zoé !"),
            ("Hi {name}, and {name} again.", "Ann Lee", "Hi Ann, and Ann again."),
            ("Bonjour.", "Zoé", "Bonjour."),
            ("{prénom}", "", ""),
        ] {
            assert_eq!(hello_for(hello, name), read);
        }
    }

    #[test]
    fn one_is_new_for_thirty_days() {
        let since: Timestamp = "2026-11-01T00:00:00Z".parse().unwrap();
        for (now, new) in [("2026-11-30T23:59:59Z", true), ("2026-12-01T00:00:00Z", false)] {
            assert_eq!(is_new(since, now.parse().unwrap()), new);
        }
    }

    #[test]
    fn a_hello_may_be_empty_and_not_endless() {
        let mut form = Reader::default();
        assert_eq!(read_hello(&mut form, "  "), "");
        assert!(form.is_clean());
        read_hello(&mut form, &"x".repeat(HELLO_MAX + 1));
        assert!(!form.is_clean());
    }
}

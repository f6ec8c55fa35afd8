//! Who visits, in which language, from where: known before a page is made.

use crate::{Notice, Refusal};
use domain::{Actor, Lang};
use leptos::prelude::*;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// What the server knows of a request. In the browser there is none: islands get what they need
/// as props.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    pub actor: Option<Arc<Actor>>,
    /// The public id of the session, for the list of sessions.
    pub session: Option<String>,
    pub lang: Lang,
    pub theme: Theme,
    /// Path and query of the page.
    pub path: String,
    pub query: String,
    /// Said once, after a redirect.
    pub notice: Option<Notice>,
    /// Names that the text just sent calls, and that are nobody's there.
    pub unknown: String,
    /// Under which the log knows this request.
    pub request: String,
    /// A form that was sent from this page and refused.
    pub refused: Option<Arc<Refused>>,
    /// Whether the page has the form that was refused, known once the page is drawn.
    pub shown: Shown,
    /// It has not: what was written stands above the page.
    pub unsent: bool,
    /// Where the live news stood before the page was drawn.
    pub mark: String,
    /// The page loads anew when another run of the program serves it.
    pub reloads: bool,
    /// Addresses of the assets.
    pub assets: Arc<AssetPaths>,
}

impl Visit {
    /// Path and query, without the action of a form.
    pub fn address(&self) -> String {
        let kept: Vec<_> = kept(&self.query).collect();
        if kept.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, kept.join("&")) }
    }
}

/// The pairs of a query that say which page it is, as against what to do there.
pub(crate) fn kept(query: &str) -> impl Iterator<Item = &str> {
    query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("do="))
}

/// A form that was not accepted: what was typed, and why not.
#[derive(Clone, Debug)]
pub struct Refused {
    pub action: String,
    pub values: Vec<(String, String)>,
    pub failure: domain::Failure,
}

impl Refused {
    /// What somebody wrote, to take along: a choice is soon made again.
    pub fn written(&self) -> String {
        let counts = |name: &str, text: &str| {
            matches!(name, "title" | "body") || text.trim().contains(char::is_whitespace)
        };
        let texts = self.values.iter().filter(|(name, text)| counts(name, text) && !text.trim().is_empty());
        texts.map(|(_, text)| text.trim()).collect::<Vec<_>>().join("\n\n")
    }
}

/// A mark that a form makes as it is drawn with what was refused.
#[derive(Clone, Debug, Default)]
pub struct Shown(Arc<AtomicBool>);

impl Shown {
    pub fn note(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_noted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Immutable addresses of what the page loads.
#[derive(Clone, Debug, Default)]
pub struct AssetPaths {
    pub css: String,
    pub js: String,
    pub wasm: String,
    pub icons: String,
    pub fonts: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    pub fn word(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn from_word(word: &str) -> Theme {
        Theme::ALL.into_iter().find(|theme| theme.word() == word).unwrap_or_default()
    }
}

/// The visit of this request.
pub fn visit() -> Visit {
    use_context::<Visit>().unwrap_or_default()
}

/// The language of the page.
pub fn lang() -> Lang {
    use_context::<Lang>().unwrap_or_default()
}

/// The person signed in, or `SignIn`.
pub fn actor() -> Result<Arc<Actor>, Refusal> {
    visit().actor.ok_or_else(|| domain::Reason::SignIn.into())
}

//! The pieces that hold every page: rail, bars, side column.

use domain::Lang;
use leptos::prelude::*;

use super::{Words, texts};

/// The id of `<main>`, where the skip link leads.
pub const CONTENT: &str = "content";

/// A place one can go to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub label: String,
    pub href: String,
    pub icon: String,
    pub current: bool,
    /// What waits there; 0 shows nothing.
    pub badge: u32,
}

impl Place {
    pub fn new(label: impl Into<String>, href: impl Into<String>, icon: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), icon: icon.into(), ..Self::default() }
    }

    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    pub fn badge(mut self, badge: u32) -> Self {
        self.badge = badge;
        self
    }
}

/// First thing on the page for who uses the keyboard.
#[component]
pub fn SkipLink(lang: Lang) -> impl IntoView {
    view! { <a class="skip-link" href=format!("#{CONTENT}")>{texts::skip_to_content(lang)}</a> }
}

/// The grid of the page: put `TopBar`, `Rail`, `<main>` through `children`, `SideColumn` and
/// `BottomBar` in it, in this order.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    view! { <div class="frame">{children()}</div> }
}

/// The sign, the search, and what is the person's own: notifications and their menu.
#[component]
pub fn TopBar(
    lang: Lang,
    /// The person signed in: `(name, picture)`.
    #[prop(optional)]
    person: Option<(String, Option<String>)>,
    #[prop(optional)] unread: u32,
    /// Items of the person's menu, usually `<a>` and a sign-out form.
    #[prop(optional)]
    menu: Option<AnyView>,
    /// What was searched, on the search page.
    #[prop(optional, into)]
    search: Words,
) -> impl IntoView {
    let _ = (lang, &person, unread, &menu, &search);
    view! { <header class="topbar"></header> }
}

/// Places on the left of a desktop: the house first, then the person's communities.
#[component]
pub fn Rail(
    lang: Lang,
    places: Vec<Place>,
    /// Title of the second list, then the list.
    #[prop(optional, into)]
    mine_title: Words,
    #[prop(optional)] mine: Vec<Place>,
) -> impl IntoView {
    let _ = (lang, &places, &mine_title, &mine);
    view! { <nav class="rail"></nav> }
}

/// Five places under the thumb, on a phone.
#[component]
pub fn BottomBar(lang: Lang, places: Vec<Place>) -> impl IntoView {
    let _ = (lang, &places);
    view! { <nav class="bottom-bar"></nav> }
}

/// "What is next for me": after the content, on the right when there is room.
#[component]
pub fn SideColumn(lang: Lang, children: Children) -> impl IntoView {
    view! { <aside class="side" aria-label=texts::whats_next(lang)>{children()}</aside> }
}

//! The pieces that hold every page: rail, bars, side column.

use domain::Lang;
use leptos::prelude::*;

use super::{Avatar, Icon, IconButton, Menu, Sign, Words, texts};

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
    /// More than this are not counted.
    pub most: u32,
}

impl Place {
    pub fn new(label: impl Into<String>, href: impl Into<String>, icon: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), icon: icon.into(), most: 99, ..Self::default() }
    }

    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    pub fn at_most(mut self, most: u32) -> Self {
        self.most = most;
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

/// The sign, the search, and what is the person's own.
#[component]
pub fn TopBar(
    lang: Lang,
    /// Where the search is sent, as `?q=`; none leaves it out.
    #[prop(optional, into)]
    search_action: Words,
    /// The page of the search, for screens too narrow for its field.
    #[prop(optional, into)]
    search_link: Words,
    /// What was searched, on the search page.
    #[prop(optional, into)]
    search: Words,
    /// Notifications; the badge counts the unread.
    #[prop(optional)]
    bell: Option<Place>,
    /// The person signed in: `(name, picture)`.
    #[prop(optional)]
    person: Option<(String, Option<String>)>,
    /// Items of the person's menu: links and a sign-out form.
    #[prop(optional)]
    menu: Option<AnyView>,
    /// Anything else before the person's menu.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let search = search_action.get().map(|action| {
        view! {
            <form class="topbar-search" role="search" action=action>
                <Icon name="search" />
                <input
                    class="input"
                    type="search"
                    name="q"
                    value=search.get()
                    aria-label=texts::search(lang)
                    placeholder=texts::search(lang)
                />
            </form>
        }
    });
    let search_link = search_link.get().map(|href| {
        view! { <span class="topbar-search-link"><IconButton icon="search" label=texts::search(lang) href /></span> }
    });
    let bell = bell
        .map(|bell| view! { <IconButton icon=bell.icon label=bell.label href=bell.href badge=bell.badge /> });
    let person = person.map(|(name, picture)| {
        let label = texts::menu_of(lang, &name);
        let face = view! { <Avatar name picture /> }.into_any();
        view! { <Menu id="person-menu" label face>{menu}</Menu> }
    });
    view! {
        <header class="topbar">
            <a class="brand" href="/" aria-label=texts::home(lang)>
                <Sign />
                <span class="brand-name">"Préau"</span>
            </a>
            {search}
            <div class="topbar-own">{children.map(|children| children())}{search_link}{bell}{person}</div>
        </header>
    }
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
    let mine = (!mine.is_empty()).then(|| {
        let title = mine_title.get().map(|title| view! { <h2 class="rail-title">{title}</h2> });
        view! { <div class="rail-mine">{title}<Places lang places=mine /></div> }
    });
    view! {
        <nav class="rail" aria-label=texts::main_navigation(lang)>
            <Places lang places />
            {mine}
        </nav>
    }
}

/// Five places under the thumb, on a phone.
#[component]
pub fn BottomBar(lang: Lang, places: Vec<Place>) -> impl IntoView {
    view! { <nav class="bottom-bar" aria-label=texts::main_navigation(lang)><Places lang places /></nav> }
}

#[component]
fn Places(lang: Lang, places: Vec<Place>) -> impl IntoView {
    let links = places
        .into_iter()
        .map(|place| {
            let badge = (place.badge > 0).then(|| {
                let shown = if place.badge > place.most { format!("{}+", place.most) } else { place.badge.to_string() };
                view! { <span class="badge">{shown}<span class="visually-hidden">{texts::to_read(lang)}</span></span> }
            });
            view! {
                <li>
                    <a class="place" href=place.href aria-current=place.current.then_some("page")>
                        <Icon name=place.icon />
                        <span>{place.label}</span>
                        {badge}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul>{links}</ul> }
}

/// "What is next for me": after the content, on the right when there is room.
#[component]
pub fn SideColumn(lang: Lang, children: Children) -> impl IntoView {
    view! { <aside class="side" aria-label=texts::whats_next(lang)>{children()}</aside> }
}

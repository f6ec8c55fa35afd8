//! Where one is and where one goes.

use domain::Lang;
use leptos::prelude::*;

use super::texts as t;
use crate::ui::{BottomBar, Card, IconButton, Pagination, Place, Rail, Tabs, TopBar};

pub(super) fn draw(lang: Lang, theme: &'static str) -> AnyView {
    let places = vec![
        Place::new(t::place_home(lang), "#", "house").current(true),
        Place::new(t::place_communities(lang), "#", "users").badge(3),
        Place::new(t::place_events(lang), "#", "calendar"),
        Place::new(t::place_carpool(lang), "#", "car").badge(120),
        Place::new(t::place_people(lang), "#", "book-user"),
    ];
    let mine = vec![
        Place::new(t::club(lang), "#", "bike").badge(2),
        Place::new(t::long_community(lang), "#", "palette"),
    ];
    let tabs = vec![
        Place::new(t::tab_feed(lang), "#", "").current(true),
        Place::new(t::tab_members(lang), "#", "").badge(4),
        Place::new(t::place_events(lang), "#", ""),
        Place::new(t::tab_charter(lang), "#", ""),
    ];
    // The person's menu has one id a page.
    let bell = Place::new(t::notifications(lang), "#", "bell").badge(3);
    let top = match theme {
        "light" => {
            view! { <TopBar lang search_action="#" bell person=("Zoé Lebrun".to_owned(), None) /> }.into_any()
        }
        _ => view! { <TopBar lang search_action="#" search=t::club(lang) bell /> }.into_any(),
    };
    view! {
        {top}
        <Rail lang places=places.clone() mine_title=t::mine(lang) mine />
        <BottomBar lang places />
        <Tabs label=t::club(lang) places=tabs />
        <Card title=t::club(lang) actions=view! { <IconButton icon="settings" label=t::edit(lang) href="#" /> }.into_any()>
            <p>{t::club_purpose(lang)}</p>
        </Card>
        <Pagination lang next="#" first="#" />
    }
    .into_any()
}

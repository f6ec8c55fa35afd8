//! The agenda: what all my communities are preparing, day by day.

use super::{
    api::{Agenda, events_page},
    card::EventCard,
    texts as t,
    when::day,
};
use crate::{
    communities::outside::same_way,
    i18n::percent,
    page::{Title, page, query},
    ui::{Button, EmptyState, PageHeader, Pagination, Place, Scene, Tabs, Variant},
    visit::lang,
};
use domain::{
    Lang,
    event::{EventCard as Card, Phase},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// `/events`: to come, or past.
#[component]
pub fn Events() -> impl IntoView {
    let lang = lang();
    let past = is_past();
    let after = query("after");
    let middle = after.is_some();
    page(async move { events_page(past, after).await }, move |Agenda { today, page }| {
        let tabs = tabs(lang, "/events", past);
        let next = page.next.map(|next| further("/events", past, &next));
        let first = middle.then(|| start("/events", past));
        let body = if page.items.is_empty() && !middle {
            view! { <Empty lang past /> }.into_any()
        } else {
            view! { <Days lang today cards=page.items past community=true /> }.into_any()
        };
        view! {
            <Title text=t::events(lang) />
            <PageHeader title=t::events(lang) lead=t::events_lead(lang) />
            {tabs}
            {body}
            <Pagination lang next first label=t::later_events(lang) />
        }
    })
}

/// Whether the address asks for what is over.
pub(super) fn is_past() -> bool {
    query("when").as_deref() == Some("past")
}

pub(super) fn tabs(lang: Lang, base: &str, past: bool) -> impl IntoView {
    let places = vec![
        Place::new(t::to_come(lang), same_way(start(base, false)), "").current(!past),
        Place::new(t::past(lang), same_way(start(base, true)), "").current(past),
    ];
    view! { <Tabs label=t::which(lang) places /> }
}

/// Address of the first page.
pub(super) fn start(base: &str, past: bool) -> String {
    if past { format!("{base}?when=past") } else { base.to_owned() }
}

/// Address of the page after the cursor.
pub(super) fn further(base: &str, past: bool, after: &str) -> String {
    let sign = if past { '&' } else { '?' };
    format!("{}{sign}after={}", start(base, past), percent(after))
}

/// Events under the day they begin; what is under way stands first.
#[component]
pub(super) fn Days(
    lang: Lang,
    today: Date,
    cards: Vec<Card>,
    past: bool,
    #[prop(optional)] community: bool,
) -> impl IntoView {
    let mut days: Vec<(String, Vec<Card>)> = Vec::new();
    for card in cards {
        let title = heading(lang, &card, today, past);
        match days.last_mut() {
            Some((last, cards)) if *last == title => cards.push(card),
            _ => days.push((title, vec![card])),
        }
    }
    days.into_iter()
        .map(|(title, cards)| {
            let cards = cards
                .into_iter()
                .map(|card| view! { <li><EventCard lang card today community /></li> })
                .collect_view();
            view! {
                <section class="stack">
                    <h2>{title}</h2>
                    <ul class="stack">{cards}</ul>
                </section>
            }
        })
        .collect_view()
}

fn heading(lang: Lang, card: &Card, today: Date, past: bool) -> String {
    let date = card.span.starts.date();
    let words = day(lang, date, today);
    if card.phase == Phase::Running {
        t::now(lang).to_owned()
    } else if !past && date == today {
        t::today(lang, &words)
    } else if !past && today.tomorrow().is_ok_and(|tomorrow| tomorrow == date) {
        t::tomorrow(lang, &words)
    } else {
        capital(&words)
    }
}

/// A heading starts with a capital.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

#[component]
fn Empty(lang: Lang, past: bool) -> impl IntoView {
    if past {
        return view! {
            <EmptyState scene=Scene::Calendar title=t::none_past_title(lang) text=t::none_past_text(lang)>
                <Button href="/events">{t::see_upcoming(lang)}</Button>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState scene=Scene::Calendar title=t::none_title(lang) text=t::none_text(lang)>
            <Button variant=Variant::Primary href="/communities">{t::find_community(lang)}</Button>
        </EmptyState>
    }
    .into_any()
}

//! Places, and the gesture that takes or frees one: changes while others act.

use super::{card::Taken, texts as t};
use crate::{
    forms::{PostForm, form},
    ui::{Banner, Button, Link, Tone, Variant},
};
use domain::{
    Lang,
    event::{EventView, Phase, Status},
};
use leptos::prelude::*;

/// Replaced by the yard when a registration comes or goes; its forms work without it.
#[component]
pub(super) fn Places(lang: Lang, event: EventView) -> impl IntoView {
    let (id, seats) = (event.card.id, event.card.seats);
    let open = event.card.status == Status::Confirmed && event.card.phase == Phase::Ahead;
    let count = if open {
        view! { <Taken lang seats /> }.into_any()
    } else {
        view! { <p class="muted small">{t::were_registered(lang, seats.taken.into())}</p> }.into_any()
    };
    view! {
        <section
            class="card"
            id="event-places"
            data-live=format!("event:{id}")
            aria-labelledby="event-places-title"
        >
            <h2 class="card-title" id="event-places-title">{t::places(lang)}</h2>
            {count}
            <Gesture lang event />
        </section>
    }
}

/// What the reader can do now, or why they cannot.
#[component]
fn Gesture(lang: Lang, event: EventView) -> impl IntoView {
    let card = event.card;
    let said = |text: &'static str| view! { <p>{text}</p> }.into_any();
    match (card.status, card.phase) {
        (Status::Cancelled, _) => return said(t::cancelled_title(lang)),
        (_, Phase::Running) => return said(t::is_running(lang)),
        (_, Phase::Over) => return said(t::is_over(lang)),
        (_, Phase::Ahead) => {}
    }
    let id = card.id.to_string();
    let hidden = move || view! { <input type="hidden" name="event" value=id /> };
    if event.may_attend && card.seats.mine {
        return view! {
            <PostForm action="leave_event">
                {hidden()}
                <Button icon="user-x">{t::leave(lang)}</Button>
            </PostForm>
        }
        .into_any();
    }
    if card.seats.is_full() && (event.may_attend || event.may_join) {
        // Somebody who just tried has to know now; others read it when they come to it.
        let tried = form("register_event").is_refused() || form("join_and_register").is_refused();
        return view! {
            <Banner tone=Tone::Warning alert=tried>
                <p>{t::is_full(lang)}</p>
            </Banner>
        }
        .into_any();
    }
    if event.may_attend {
        return view! {
            <PostForm action="register_event">
                {hidden()}
                <Button variant=Variant::Primary icon="calendar-check">{t::register(lang)}</Button>
            </PostForm>
        }
        .into_any();
    }
    if event.may_join {
        let charter = format!("/communities/{}/charter", card.community.slug);
        let version = event.charter.to_string();
        return view! {
            <p>{t::join_first(lang, &card.community.name)}</p>
            <p><Link href=charter icon="book-open">{t::read_charter(lang)}</Link></p>
            <PostForm action="join_and_register">
                {hidden()}
                <input type="hidden" name="charter" value=version />
                <Button variant=Variant::Primary icon="calendar-check">{t::join_and_register(lang)}</Button>
            </PostForm>
        }
        .into_any();
    }
    ().into_any()
}

//! Events, rides, communities, people, charters, the front door.

use domain::Lang;
use leptos::prelude::*;

use super::texts as t;
use crate::ui::{Avatar, AvatarStack, Button, Field, Icon, Meter, Pill, Prose, Scene, Size, Tone, Variant};

pub(super) fn draw(lang: Lang, theme: &'static str) -> AnyView {
    view! {
        <Event lang title=t::workshop(lang) taken=6 of=8 cancelled=false />
        <Event lang title=t::event_long(lang) taken=40 of=40 cancelled=true />
        <Ride lang />
        <div class="grid">
            <Community lang hue="1" icon="bike" title=t::club(lang) stage="active" />
            <Community lang hue="4" icon="palette" title=t::long_community(lang) stage="dormant" />
        </div>
        <header class="community-head" data-hue="2">
            <span class="community-sign"><Icon name="chart-bar" /></span>
            <div>
                <h3>{t::guild(lang)}</h3>
                <p class="muted">{t::members(lang, 48)}</p>
            </div>
            <div class="actions"><Button variant=Variant::Primary>{t::join(lang)}</Button></div>
        </header>
        <ul class="people">
            <li><Person lang name="Zoé Lebrun" role=t::role(lang) /></li>
            <li><Person lang name="Marie-Antoinette Razafindrakoto-Delacroix" role=t::role_long(lang) /></li>
        </ul>
        <div class="cluster">{(0_u32..8).map(|n| view! { <span class="avatar" data-hue=n.to_string() data-initials="ZL" aria-hidden="true"></span> }).collect_view()}</div>
        <div class="charter">
            <section class="charter-section"><h3><Icon name="target" />{t::purpose(lang)}</h3><p>{t::club_purpose(lang)}</p></section>
            <section class="charter-section"><h3><Icon name="scale" />{t::rules(lang)}</h3><Prose html=t::rules_html(lang) /></section>
            <dl class="charter-facts">
                <div><dt>{t::sponsor(lang)}</dt><dd>"Amina El Fassi"</dd></div>
                <div><dt>{t::review(lang)}</dt><dd>{t::review_date(lang)}</dd></div>
            </dl>
        </div>
        <div class="front-door">
            {Scene::Yard.draw()}
            <div class="card front-door-card">
                <h3>{t::sign_in(lang)}</h3>
                <form class="form" method="post">
                    <Field lang name=format!("{theme}-login") label=t::field_mail(lang) kind="email" autocomplete="username" required=true />
                    <Field lang name=format!("{theme}-password") label=t::password(lang) kind="password" autocomplete="current-password" required=true />
                    <Button variant=Variant::Primary wide=true>{t::sign_in(lang)}</Button>
                </form>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Event(lang: Lang, title: &'static str, taken: u32, of: u32, cancelled: bool) -> impl IntoView {
    let people = ["Zoé Lebrun", "Léa Simon", "Amina El Fassi", "Ousmane Ba", "Jean Petit", "Yuki Tanaka"];
    let people = people.into_iter().map(|name| (name.to_owned(), None)).collect();
    let foot = match cancelled {
        true => view! { <Pill tone=Tone::Danger label=t::cancelled(lang) icon="circle-x" /> }.into_any(),
        false => view! { <Button small=true>{t::sign_up(lang)}</Button> }.into_any(),
    };
    view! {
        <article class="event-card" data-cancelled=cancelled.then_some("true")>
            <p class="date-tile" aria-hidden="true">
                <span class="date-tile-month">{t::month_short(lang)}</span>
                <span class="date-tile-day">"24"</span>
                <span class="date-tile-weekday">{t::weekday(lang)}</span>
            </p>
            <div class="event-card-body">
                <h3 class="event-card-title"><a href="#">{title}</a></h3>
                <ul class="facts">
                    <li><Icon name="clock" /><time>{t::event_when(lang)}</time></li>
                    <li><Icon name="map-pin" />{t::event_where(lang)}</li>
                </ul>
                <div class="event-card-foot">
                    <AvatarStack lang people total=24 />
                    <Meter lang taken of />
                    {foot}
                </div>
            </div>
        </article>
    }
}

#[component]
fn Ride(lang: Lang) -> impl IntoView {
    view! {
        <article class="ride-card">
            <div class="ride-card-head">
                <h3 class="ride-card-when"><a href="#">{t::ride_day(lang)}</a></h3>
                <Pill tone=Tone::Warning label=t::pending(lang) icon="hourglass" />
            </div>
            <ol class="route">
                <li class="route-point">
                    <time class="route-time">"7 h 40"</time>
                    <span class="route-place">{t::ride_from(lang)}<span class="muted">{t::ride_from_at(lang)}</span></span>
                </li>
                <li class="route-point" data-kind="stop">
                    <time class="route-time">"7 h 58"</time>
                    <span class="route-place">{t::ride_stop(lang)}</span>
                </li>
                <li class="route-point" data-kind="arrival">
                    <time class="route-time">"8 h 15"</time>
                    <span class="route-place">{t::ride_to(lang)}</span>
                </li>
            </ol>
            <div class="ride-card-foot">
                <span class="ride-driver"><Avatar name="Zoé Lebrun" size=Size::Small />"Zoé Lebrun"</span>
                <span class="seats"><Icon name="armchair" />{t::seats_left(lang)}</span>
                <div class="actions"><Button variant=Variant::Primary>{t::ask_seat(lang)}</Button></div>
            </div>
        </article>
    }
}

#[component]
fn Community(
    lang: Lang,
    hue: &'static str,
    icon: &'static str,
    title: &'static str,
    stage: &'static str,
) -> impl IntoView {
    let dormant = (stage == "dormant").then(|| view! { <Pill label=t::dormant(lang) icon="circle-pause" /> });
    view! {
        <article class="community-card" data-hue=hue data-stage=stage>
            <span class="community-sign"><Icon name=icon /></span>
            <div class="community-card-body">
                <h3 class="community-card-title"><a href="#">{title}</a></h3>
                <p class="community-card-purpose">{t::club_purpose(lang)}</p>
                <p class="community-card-facts"><span>{t::filter_off_work(lang)}</span><span>{t::members(lang, 128)}</span></p>
                {dormant}
            </div>
            <div class="actions"><Button small=true>{t::join(lang)}</Button></div>
        </article>
    }
}

#[component]
fn Person(lang: Lang, name: &'static str, role: &'static str) -> impl IntoView {
    view! {
        <article class="person-card">
            <Avatar name />
            <div class="person-card-body">
                <h3 class="person-card-name"><a href="#">{name}</a></h3>
                <p class="person-card-role">{role}</p>
            </div>
            <div class="actions"><Button small=true icon="hand-heart">{t::greet(lang)}</Button></div>
        </article>
    }
}

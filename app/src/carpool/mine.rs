//! One's own rides.

use super::{
    api::my_rides,
    card::{BookingPill, RideCard},
    texts as t,
};
use crate::{
    i18n::percent,
    page::{Title, page, query},
    ui::{
        Button, EmptyState, PageHeader, Pagination, Pill, Place, Scene, Tabs, Tone, Variant, VisuallyHidden,
    },
    visit::lang,
};
use domain::{
    Lang,
    carpool::{MyRide, Period, RideStatus},
};
use leptos::prelude::*;

/// `/carpool/mine`: to come, or past.
#[component]
pub fn Mine() -> impl IntoView {
    let lang = lang();
    let period = if query("when").as_deref() == Some("past") { Period::Past } else { Period::Coming };
    let after = query("after");
    let middle = after.is_some();
    page(async move { my_rides(period, after).await }, move |rides| {
        let next = rides.next.map(|next| {
            let sign = if period == Period::Past { '&' } else { '?' };
            format!("{}{sign}after={}", address(period), percent(&next))
        });
        let first = middle.then(|| address(period).to_owned());
        let tab = |label: &str, of| Place::new(label, address(of), "").current(period == of);
        let places = vec![tab(t::coming(lang), Period::Coming), tab(t::past(lang), Period::Past)];
        let list = if rides.items.is_empty() && !middle {
            view! { <Empty lang period /> }.into_any()
        } else {
            let rides =
                rides.items.into_iter().map(|mine| view! { <li><Line lang mine /></li> }).collect_view();
            view! { <ul class="stack">{rides}</ul> }.into_any()
        };
        let heading = if period == Period::Past { t::past(lang) } else { t::coming(lang) };
        view! {
            <Title text=t::my_rides(lang) />
            <PageHeader
                title=t::my_rides(lang)
                lead=t::mine_lead(lang)
                up=(t::carpool(lang).to_owned(), "/carpool".to_owned())
            >
                <Button href="/carpool/offer" icon="plus">{t::offer(lang)}</Button>
            </PageHeader>
            <Tabs label=t::which(lang) places />
            <VisuallyHidden><h2>{heading}</h2></VisuallyHidden>
            {list}
            <Pagination lang next first label=t::more(lang) />
        }
    })
}

fn address(period: Period) -> &'static str {
    match period {
        Period::Coming => "/carpool/mine",
        Period::Past => "/carpool/mine?when=past",
    }
}

#[component]
fn Line(lang: Lang, mine: MyRide) -> impl IntoView {
    let MyRide { ride, booking, waiting } = mine;
    let pill = match (ride.status, booking) {
        (RideStatus::Cancelled, None) => {
            view! { <Pill tone=Tone::Danger label=t::ride_cancelled(lang) icon="ban" /> }.into_any()
        }
        (_, Some((status, ended))) => view! { <BookingPill lang status ended /> }.into_any(),
        (RideStatus::Ahead, None) if waiting > 0 => {
            view! { <Pill tone=Tone::Warning label=t::to_answer(lang, waiting) icon="hourglass" /> }
                .into_any()
        }
        (_, None) => view! { <Pill tone=Tone::Info label=t::driving(lang) icon="car" /> }.into_any(),
    };
    let id = format!("ride-{}", ride.id);
    let topic = format!("ride:{}", ride.id);
    let href = format!("/carpool/rides/{}", ride.id);
    view! { <div id=id data-live=topic><RideCard lang ride href pill /></div> }
}

#[component]
fn Empty(lang: Lang, period: Period) -> impl IntoView {
    let (title, text) = match period {
        Period::Coming => (t::none_coming_title(lang), t::none_coming_text(lang)),
        Period::Past => (t::none_past_title(lang), t::none_past_text(lang)),
    };
    view! {
        <EmptyState scene=Scene::Road title text>
            <Button variant=Variant::Primary href="/carpool" icon="search">{t::search_title(lang)}</Button>
        </EmptyState>
    }
}

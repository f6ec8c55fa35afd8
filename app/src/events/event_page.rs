//! An event on its own page.

use super::{
    api::{Sheet, event_page},
    card::Pills,
    changed::Changed,
    date_tile::DateTile,
    location::Location,
    places::Places,
    texts as t,
    when::When,
    who_comes::WhoComes,
};
use crate::{
    page::{Title, page, param, query},
    ui::{Button, Icon, PageHeader, Prose},
    visit::lang,
};
use domain::event::{Phase, Status};
use leptos::prelude::*;

/// `/events/:id`
#[component]
pub fn EventPage() -> impl IntoView {
    let lang = lang();
    let people = query("people");
    page(async move { event_page(param("id")?, people).await }, move |Sheet { today, event, people }| {
        let card = event.card.clone();
        let cancelled = card.status == Status::Cancelled;
        let place = card.community;
        let home = format!("/communities/{}", place.slug);
        let edit = (event.may_organise && !cancelled).then(|| {
            let href = format!("/events/{}/edit", card.id);
            view! { <Button href icon="pencil">{t::edit(lang)}</Button> }
        });
        let about = (!event.description.is_empty()).then(|| {
            view! {
                <section class="stack">
                    <h2>{t::about(lang)}</h2>
                    <Prose html=event.description.clone() />
                </section>
            }
        });
        let organizer = event.organizer.clone();
        let people = people.map(|people| view! { <WhoComes lang card=event.card.clone() people /> });
        let pills = (!cancelled && (card.phase == Phase::Running || card.seats.mine)).then(|| {
            view! {
                <div class="event-card-foot">
                    <Pills lang status=card.status phase=card.phase mine=card.seats.mine />
                </div>
            }
        });
        view! {
            <Title text=card.summary.clone() />
            <PageHeader title=card.summary up=(place.name.clone(), format!("{home}/events"))>{edit}</PageHeader>
            <Changed lang event=event.clone() today />
            <section class="event-card" aria-label=t::facts(lang)>
                <DateTile lang date=card.span.starts.date() />
                <div class="event-card-body">
                    <ul class="facts">
                        <li><Icon name="clock" /><When lang span=card.span today /></li>
                        <li><Icon name="map-pin" /><Location location=card.location /></li>
                        <li><Icon name="users" /><a href=home>{place.name}</a></li>
                        <li>
                            <Icon name="user" />
                            <span>{t::called_by(lang)}<a href=organizer.address()>{organizer.name.clone()}</a></span>
                        </li>
                    </ul>
                    {pills}
                </div>
            </section>
            <Places lang event />
            {about}
            {people}
        }
    })
}

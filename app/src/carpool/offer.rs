//! Offering a ride.

use super::{
    api::{OfferStart, ride_to_offer},
    places::Ends,
    texts as t,
};
use crate::{
    forms::{PostForm, form},
    page::{Title, page},
    ui::{Button, Field, PageHeader, TextArea, Variant},
    visit::lang,
};
use domain::{
    carpool::{AHEAD_MAX_DAYS, NOTE_MAX, SEATS_MAX},
    person::CommuneForm,
};
use jiff::ToSpan;
use leptos::prelude::*;

/// Seats offered unless said.
const SEATS: &str = "2";

/// `/carpool/offer`
#[component]
pub fn Offer() -> impl IntoView {
    let lang = lang();
    page(async move { ride_to_offer().await }, move |OfferStart { usual, destinations, today }| {
        let form = form("offer_ride");
        let commune = |field: &str, usual: String| CommuneForm {
            text: form.value_or(field, usual),
            choice: form.value(&format!("{field}_choice")),
        };
        let (from, to) = (commune("from", usual.from.unwrap_or_default()), commune("to", String::new()));
        let workplace = usual.workplace.map(|id| id.to_string()).unwrap_or_default();
        let last = today.checked_add(AHEAD_MAX_DAYS.days()).unwrap_or(today);
        view! {
            <Title text=t::offer(lang) />
            <PageHeader
                title=t::offer(lang)
                lead=t::offer_lead(lang)
                up=(t::carpool(lang).to_owned(), "/carpool".to_owned())
            />
            <PostForm action="offer_ride" class="form">
                <Ends
                    lang
                    destinations
                    from
                    workplace=form.value_or("workplace", workplace)
                    to
                    errors=[form.error("from"), form.error("workplace"), form.error("to")]
                    required=true
                    from_hint=t::offer_from_hint(lang)
                />
                <div class="fields">
                    <Field
                        lang
                        name="date"
                        kind="date"
                        label=t::date(lang)
                        value=form.value_or("date", usual.date)
                        error=form.error("date")
                        min=today.to_string()
                        max=last.to_string()
                        required=true
                    />
                    <Field
                        lang
                        name="time"
                        kind="time"
                        label=t::departure_time(lang)
                        value=form.value("time")
                        error=form.error("time")
                        required=true
                    />
                </div>
                <Field
                    lang
                    name="seats"
                    kind="number"
                    inputmode="numeric"
                    label=t::seats(lang)
                    hint=t::seats_hint(lang)
                    value=form.value_or("seats", SEATS)
                    error=form.error("seats")
                    min="1"
                    max=SEATS_MAX.to_string()
                    required=true
                />
                <TextArea
                    lang
                    name="note"
                    label=t::note_label(lang)
                    hint=t::note_hint(lang)
                    value=form.value("note")
                    error=form.error("note")
                    maxlength=u32::try_from(NOTE_MAX).unwrap_or_default()
                />
                <div class="actions">
                    <Button variant=Variant::Primary icon="car">{t::offer(lang)}</Button>
                </div>
            </PostForm>
        }
    })
}

//! The form of a search: its address holds what was asked, so that it can be kept and shared.

use super::{api::Board, places::Ends, texts as t};
use crate::{
    i18n::failure::fault,
    ui::{Button, Choice, ErrorSummary, Field, Select, Variant},
};
use domain::{
    Lang,
    carpool::{By, WINDOW_DEFAULT},
};
use leptos::prelude::*;

/// Margins offered, in minutes.
const WINDOWS: [i64; 5] = [15, 30, WINDOW_DEFAULT, 90, 180];

#[component]
pub(super) fn SearchFields(lang: Lang, board: Board) -> impl IntoView {
    let Board { form, faults, destinations, today, .. } = board;
    let error =
        |field: &str| faults.iter().find(|(name, _)| name == field).map(|(_, found)| fault(lang, found));
    let errors: Vec<(String, String)> =
        faults.iter().map(|(field, found)| (field.clone(), fault(lang, found))).collect();
    let by = By::ALL.map(|by| {
        let label = match by {
            By::Arrival => t::by_arrival(lang),
            By::Departure => t::by_departure(lang),
        };
        Choice::new(by.word(), label)
    });
    let windows = WINDOWS.map(|minutes| Choice::new(minutes.to_string(), t::window_minutes(lang, minutes)));
    let or = |text: &str, default: &str| if text.is_empty() { default.to_owned() } else { text.to_owned() };
    let errors = (!errors.is_empty()).then(|| view! { <ErrorSummary lang errors /> });
    view! {
        <section class="card">
            <h2 class="card-title">{t::search_title(lang)}</h2>
            <form method="get" action="/carpool" class="form">
                {errors}
                <Ends
                    lang
                    destinations
                    from=form.from.clone()
                    workplace=form.workplace.clone()
                    to=form.to.clone()
                    errors=[error("from"), error("workplace"), error("to")]
                    unmarked=true
                />
                <div class="fields">
                    <Field
                        lang
                        name="date"
                        kind="date"
                        label=t::date(lang)
                        value=form.date.clone()
                        error=error("date")
                        min=today.to_string()
                        required=true
                    />
                    <Field
                        lang
                        name="time"
                        kind="time"
                        label=t::time(lang)
                        value=form.time.clone()
                        error=error("time")
                        unmarked=true
                    />
                </div>
                <div class="fields">
                    <Select
                        lang
                        name="by"
                        label=t::by(lang)
                        choices=by.to_vec()
                        value=or(&form.by, By::default().word())
                        error=error("by")
                        unmarked=true
                    />
                    <Select
                        lang
                        name="window"
                        label=t::window(lang)
                        choices=windows.to_vec()
                        value=or(&form.window, &WINDOW_DEFAULT.to_string())
                        error=error("window")
                        unmarked=true
                    />
                </div>
                <div class="actions">
                    <Button variant=Variant::Primary icon="search">{t::search(lang)}</Button>
                </div>
            </form>
        </section>
    }
}

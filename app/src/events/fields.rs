//! The fields of an event, new or changed.

use super::texts as t;
use crate::{
    forms::FormState,
    ui::{Field, TextArea},
};
use domain::{
    Lang,
    event::{CAPACITY_MAX, DESCRIPTION_MAX, EventForm, LOCATION_MAX, SUMMARY_MAX, YEARS_AHEAD},
};
use jiff::{ToSpan, civil::Date};
use leptos::prelude::*;

/// As refused, or as `filled`. `taken` is how many people are on the list already.
#[component]
pub(super) fn EventFields(
    lang: Lang,
    form: FormState,
    filled: EventForm,
    today: Date,
    taken: u32,
) -> impl IntoView {
    let characters = |n: usize| u32::try_from(n).ok();
    // What has begun keeps its date.
    let begun = filled.date.parse::<Date>().is_ok_and(|date| date < today);
    let min = (!begun).then(|| today.to_string());
    let max = today.checked_add(YEARS_AHEAD.years()).ok().map(|last| last.to_string());
    let hint = if taken == 0 { t::capacity_hint(lang).into() } else { t::capacity_taken(lang, taken.into()) };
    view! {
        <Field
            lang
            name="summary"
            label=t::summary(lang)
            hint=t::summary_hint(lang)
            value=form.value_or("summary", filled.summary)
            error=form.error("summary")
            maxlength=characters(SUMMARY_MAX).unwrap_or_default()
            required=true
        />
        <TextArea
            lang
            name="description"
            label=t::description(lang)
            hint=t::description_hint(lang)
            value=form.value_or("description", filled.description)
            error=form.error("description")
            maxlength=characters(DESCRIPTION_MAX).unwrap_or_default()
            rows=5
        />
        <Field
            lang
            name="location"
            label=t::location(lang)
            hint=t::location_hint(lang)
            value=form.value_or("location", filled.location)
            error=form.error("location")
            maxlength=characters(LOCATION_MAX).unwrap_or_default()
            required=true
        />
        <div class="fields">
            <Field
                lang
                name="date"
                kind="date"
                label=t::date(lang)
                value=form.value_or("date", filled.date)
                error=form.error("date")
                min=min.clone()
                max=max.clone()
                required=true
            />
            <Field
                lang
                name="time"
                kind="time"
                label=t::time(lang)
                value=form.value_or("time", filled.time)
                error=form.error("time")
                required=true
            />
        </div>
        <div class="fields">
            <Field
                lang
                name="end_time"
                kind="time"
                label=t::end_time(lang)
                value=form.value_or("end_time", filled.end_time)
                error=form.error("end_time")
                required=true
            />
            <Field
                lang
                name="end_date"
                kind="date"
                label=t::end_date(lang)
                value=form.value_or("end_date", filled.end_date)
                error=form.error("end_date")
                min
                max
            />
        </div>
        <Field
            lang
            name="capacity"
            kind="number"
            inputmode="numeric"
            label=t::capacity(lang)
            hint=hint
            value=form.value_or("capacity", filled.capacity)
            error=form.error("capacity")
            min=taken.max(1).to_string()
            max=CAPACITY_MAX.to_string()
        />
    }
}

//! A day and an hour.

use domain::Lang;
use leptos::prelude::*;

use super::{Words, field::FieldError, field_id, ids::described_by, texts};

/// The browser's own date and time controls, sent as `{name}_date` (2026-11-24) and `{name}_time`
/// (08:15): wall time, in the zone of the place. The date has the field's id.
#[component]
pub fn DateTimeField(
    lang: Lang,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] date: Words,
    #[prop(optional, into)] time: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] required: bool,
    #[prop(optional)] unmarked: bool,
    /// First and last day, as 2026-11-24.
    #[prop(optional, into)]
    min: Words,
    #[prop(optional, into)] max: Words,
    #[prop(optional, into)] id: Words,
) -> impl IntoView {
    let id = id.get().unwrap_or_else(|| field_id(&name));
    let described = described_by(&id, hint.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    let mark = (!required && !unmarked)
        .then(|| view! { " "<span class="field-optional">"("{texts::optional(lang)}")"</span> });
    let hint = hint.get().map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> });
    let error = error.get().map(|error| view! { <FieldError id=id.clone() error /> });
    view! {
        <fieldset class="field">
            <legend class="field-label">{label}{mark}</legend>
            {hint}
            <div class="fields">
                <input
                    class="input"
                    type="date"
                    id=id
                    name=format!("{name}_date")
                    value=date.get()
                    required=required
                    min=min.get()
                    max=max.get()
                    aria-label=texts::date(lang)
                    aria-describedby=described.clone()
                    aria-invalid=invalid
                />
                <input
                    class="input"
                    type="time"
                    name=format!("{name}_time")
                    value=time.get()
                    required=required
                    aria-label=texts::time(lang)
                    aria-describedby=described
                    aria-invalid=invalid
                />
            </div>
            {error}
        </fieldset>
    }
}

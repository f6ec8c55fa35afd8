//! The fields of a charter, where one is written and where it is changed.

use super::{api::CharterSheet, changes::texts as w, texts as t};
use crate::{
    forms::{FormState, PostForm, form},
    ui::{Button, Field, TextArea, Variant},
};
use domain::{
    Lang,
    community::{Charter, SECTION_MAX, proposal::REASON_MAX},
};
use leptos::prelude::*;

/// A text area of the charter: name, label, hint, what it holds, whether it may stay empty.
struct Part {
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    filled: String,
    required: bool,
}

/// Everything but the people; `filled` is what fresh fields hold, `tomorrow` the first review day.
#[component]
pub(super) fn CharterFields(lang: Lang, form: FormState, filled: Charter, tomorrow: String) -> impl IntoView {
    let part = |name, label, hint, filled, required| Part { name, label, hint, filled, required };
    let parts = [
        part("purpose", t::purpose(lang), t::purpose_hint(lang), filled.purpose, true),
        part("audience", t::audience(lang), t::audience_hint(lang), filled.audience, true),
        part("outside", t::outside(lang), t::outside_hint(lang), filled.outside, false),
        part("rules", t::rules(lang), t::rules_hint(lang), filled.rules, true),
        part("rituals", t::rituals(lang), t::rituals_hint(lang), filled.rituals, false),
        part("calendar", t::calendar(lang), t::calendar_hint(lang), filled.calendar, false),
        part("measures", t::measures(lang), t::measures_hint(lang), filled.measures, true),
    ];
    let parts = parts.map(|part| {
        view! {
            <TextArea
                lang
                name=part.name
                label=part.label
                hint=part.hint
                value=form.value_or(part.name, part.filled)
                error=form.error(part.name)
                required=part.required
                maxlength=u32::try_from(SECTION_MAX).unwrap_or(u32::MAX)
                rows=3
            />
        }
    });
    view! {
        {parts.into_iter().collect_view()}
        <Field
            lang
            name="review_on"
            kind="date"
            label=t::review(lang)
            hint=t::review_hint(lang)
            value=form.value_or("review_on", filled.review_on)
            error=form.error("review_on")
            min=tomorrow
            required=true
        />
    }
}

/// Proposes a change of the charter; the version it starts from goes with it.
#[component]
pub(super) fn EditCharter(lang: Lang, sheet: CharterSheet) -> impl IntoView {
    let back = format!("/communities/{}/charter", sheet.head.slug);
    let form = form("amend_charter");
    let (filled, reason) = match sheet.draft {
        Some(draft) => (draft.text, draft.card.reason),
        None => (sheet.charter.charter, String::new()),
    };
    view! {
        <section class="stack">
            <h2>{w::propose_change(lang)}</h2>
            <p class="muted">{w::propose_change_text(lang)}</p>
            <PostForm action="amend_charter" class="form">
                <input type="hidden" name="community" value=sheet.head.id.to_string() />
                <input type="hidden" name="base" value=form.version("base", sheet.charter.version) />
                <CharterFields lang form=form filled tomorrow=sheet.tomorrow />
                <TextArea
                    lang
                    name="reason"
                    label=w::why(lang)
                    hint=w::why_hint(lang)
                    value=form.value_or("reason", reason)
                    error=form.error("reason")
                    maxlength=u32::try_from(REASON_MAX).unwrap_or(u32::MAX)
                    rows=2
                    required=true
                />
                <div class="actions">
                    <Button variant=Variant::Primary icon="send">{w::send_change(lang)}</Button>
                    <Button variant=Variant::Quiet href=back>{t::cancel(lang)}</Button>
                </div>
            </PostForm>
        </section>
    }
}

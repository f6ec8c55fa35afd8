//! What some kinds of posts are written with: the fields of a poll, those whom praise is for.
//!
//! They stand in every composer; the style sheet shows those of the kind that is pressed, so that no
//! script is needed for it.

use super::texts as t;
use crate::{
    forms::FormState,
    ui::{Choice, DateTimeField, Field, RadioCards, TextArea},
};
use domain::{
    Lang,
    feed::{ALBUM_MAX, OPTION_MAX, OPTIONS_MAX, OPTIONS_MIN, POLL_DAYS_MAX, PRAISED_MAX, URL_MAX},
};
use leptos::prelude::*;

#[component]
pub(super) fn WrittenWith(lang: Lang, form: FormState) -> impl IntoView {
    let poll = view! { <PollFields lang form /> };
    view! {
        <p class="composer-kind field-hint" data-kind="album">{t::album_hint(lang, ALBUM_MAX)}</p>
        <div class="composer-kind" data-kind="link">
            <Field
                lang
                name="url"
                label=t::url(lang)
                kind="url"
                hint=t::url_hint(lang)
                value=form.value("url")
                error=form.error("url")
                maxlength=u32::try_from(URL_MAX).unwrap_or(u32::MAX)
                unmarked=true
            />
        </div>
        <div class="composer-kind" data-kind="poll">{poll}</div>
        <div class="composer-kind" data-kind="praise">
            <TextArea
                lang
                name="praised"
                label=t::praised(lang)
                hint=t::praised_hint(lang, PRAISED_MAX)
                value=form.value("praised")
                error=form.error("praised")
                unmarked=true
                rows=2
            />
        </div>
    }
}

#[component]
fn PollFields(lang: Lang, form: FormState) -> impl IntoView {
    let how_many = vec![
        Choice::new("no", t::poll_single(lang)).hint(t::poll_single_hint(lang)),
        Choice::new("yes", t::poll_multiple(lang)).hint(t::poll_multiple_hint(lang)),
    ];
    let whose = vec![
        Choice::new("no", t::poll_named(lang)).hint(t::poll_named_hint(lang)),
        Choice::new("yes", t::poll_anonymous(lang)).hint(t::poll_anonymous_hint(lang)),
    ];
    let (date, time) = a_week_from_now();
    view! {
        <TextArea
            lang
            name="poll_options"
            label=t::poll_options(lang)
            hint=t::poll_options_hint(lang, OPTIONS_MIN, OPTIONS_MAX, OPTION_MAX)
            value=form.value("poll_options")
            error=form.error("poll_options")
            unmarked=true
            rows=3
        />
        <RadioCards
            name="poll_multiple"
            label=t::poll_how_many(lang)
            choices=how_many
            value=form.value_or("poll_multiple", "no")
        />
        <RadioCards
            name="poll_anonymous"
            label=t::poll_whose(lang)
            choices=whose
            value=form.value_or("poll_anonymous", "no")
        />
        <DateTimeField
            lang
            name="poll_end"
            label=t::poll_end(lang)
            hint=t::poll_end_hint(lang, POLL_DAYS_MAX)
            date=form.value_or("poll_end_date", date)
            time=form.value_or("poll_end_time", time)
            error=form.error("poll_end")
            unmarked=true
        />
    }
}

/// What is proposed as the end of a poll.
fn a_week_from_now() -> (String, String) {
    #[cfg(feature = "ssr")]
    if let Ok(ctx) = crate::asking::context()
        && let Ok(day) = ctx.today().checked_add(jiff::Span::new().days(7))
    {
        return (day.to_string(), "18:00".to_owned());
    }
    Default::default()
}

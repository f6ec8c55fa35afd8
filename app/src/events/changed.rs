//! What is no longer as somebody who comes was told.

use super::{texts as t, when::words};
use crate::{
    forms::PostForm,
    ui::{Banner, Button, Tone},
};
use domain::{
    Lang,
    event::{EventView, Status},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// The event is called off, or was moved since the reader took their place: said to them until they
/// say that they have seen it.
#[component]
pub(super) fn Changed(lang: Lang, event: EventView, today: Date) -> impl IntoView {
    let cancelled = event.card.status == Status::Cancelled;
    let seen = event.told.is_some().then(|| {
        view! {
            <PostForm action="note_event_change">
                <input type="hidden" name="event" value=event.card.id.to_string() />
                <input type="hidden" name="sequence" value=event.sequence.to_string() />
                <Button small=true icon="check">{t::noted(lang)}</Button>
            </PostForm>
        }
    });
    if cancelled {
        return view! {
            <Banner tone=Tone::Danger title=t::cancelled_title(lang)>
                <p>{t::cancelled_text(lang)}</p>
                {seen}
            </Banner>
        }
        .into_any();
    }
    let Some(told) = event.told else { return ().into_any() };
    let (moved, elsewhere) = told.differs(&event.card);
    view! {
        <Banner tone=Tone::Warning title=t::changed_title(lang)>
            {moved.then(|| view! { <p>{t::moved(lang, &words(lang, &told.span, today))}</p> })}
            {elsewhere.then(|| view! { <p>{t::elsewhere(lang, &told.location)}</p> })}
            {event.may_attend.then(|| view! { <p>{t::no_longer_fits(lang)}</p> })}
            {seen}
        </Banner>
    }
    .into_any()
}

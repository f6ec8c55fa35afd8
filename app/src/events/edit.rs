//! An event is changed, or called off.

use super::{api::event_to_edit, fields::EventFields, texts as t};
use crate::{
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Button, Card, Checkbox, PageHeader, Variant},
    visit::lang,
};
use domain::{
    Lang,
    event::{EventEditing, Phase, Status},
    id::EventId,
};
use leptos::prelude::*;

/// `/events/:id/edit`
#[component]
pub fn EditEvent() -> impl IntoView {
    let lang = lang();
    page(async move { event_to_edit(param("id")?).await }, move |(editing, today)| {
        let EventEditing { card, form: filled, sequence } = editing;
        let href = format!("/events/{}", card.id);
        let can_be_off = card.status == Status::Confirmed && card.phase != Phase::Over;
        view! {
            <Title text=t::edit_event(lang) />
            <PageHeader title=t::edit_event(lang) up=(card.summary.clone(), href.clone()) />
            <PostForm action="edit_event" class="form">
                <input type="hidden" name="event" value=card.id.to_string() />
                <input type="hidden" name="sequence" value=form("edit_event").version("sequence", sequence) />
                <EventFields lang form=form("edit_event") filled today taken=card.seats.taken />
                <div class="actions">
                    <Button variant=Variant::Primary icon="check">{t::save(lang)}</Button>
                    <Button href>{t::back(lang)}</Button>
                </div>
            </PostForm>
            {can_be_off.then(|| view! { <Off lang event=card.id /> })}
        }
    })
}

/// Apart from the form, with a box to tick: it cannot be undone.
#[component]
fn Off(lang: Lang, event: EventId) -> impl IntoView {
    let form = form("cancel_event");
    view! {
        <Card title=t::cancel_title(lang)>
            <p>{t::cancel_text(lang)}</p>
            <PostForm action="cancel_event" class="form">
                <input type="hidden" name="event" value=event.to_string() />
                <Checkbox
                    name="confirm"
                    label=t::cancel_confirm(lang)
                    error=form.error("confirm")
                    required=true
                />
                <div class="actions">
                    <Button variant=Variant::Danger icon="calendar-x">{t::cancel(lang)}</Button>
                </div>
            </PostForm>
        </Card>
    }
}

//! An event is called.

use super::{api::event_to_call, fields::EventFields, texts as t};
use crate::{
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Button, PageHeader, Variant},
    visit::lang,
};
use domain::event::EventForm;
use leptos::prelude::*;

/// `/communities/:slug/events/new`
#[component]
pub fn NewEvent() -> impl IntoView {
    let lang = lang();
    page(async move { event_to_call(param("slug")?).await }, move |(place, today)| {
        let events = format!("/communities/{}/events", place.slug);
        view! {
            <Title text=t::new_event(lang) />
            <PageHeader
                title=t::new_event(lang)
                lead=t::new_lead(lang, &place.name)
                up=(place.name.clone(), events)
            />
            <PostForm action="create_event" class="form">
                <input type="hidden" name="community" value=place.id.to_string() />
                <EventFields lang form=form("create_event") filled=EventForm::default() today taken=0 />
                <div class="actions">
                    <Button variant=Variant::Primary icon="calendar-plus">{t::create(lang)}</Button>
                </div>
            </PostForm>
        }
    })
}

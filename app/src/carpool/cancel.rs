//! Calling a ride off: apart from the rest, with a box to tick, for it cannot be undone.

use super::texts as t;
use crate::{
    forms::{PostForm, form},
    ui::{Button, Card, Checkbox, Variant},
};
use domain::{Lang, id::JourneyId};
use leptos::prelude::*;

#[component]
pub(super) fn CancelRide(lang: Lang, ride: JourneyId) -> impl IntoView {
    let form = form("cancel_ride");
    view! {
        <Card title=t::cancel_ride(lang)>
            <p>{t::cancel_ride_text(lang)}</p>
            <PostForm action="cancel_ride" class="form">
                <input type="hidden" name="ride" value=ride.to_string() />
                <Checkbox
                    name="confirm"
                    label=t::cancel_ride_confirm(lang)
                    error=form.error("confirm")
                    required=true
                />
                <div class="actions">
                    <Button variant=Variant::Danger icon="ban">{t::cancel_ride(lang)}</Button>
                </div>
            </PostForm>
        </Card>
    }
}

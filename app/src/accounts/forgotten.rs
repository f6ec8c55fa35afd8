//! On a person's page, for those who may: a link to choose a new password.

use super::{api::ResetSheet, fresh_link::Fresh, texts as t};
use crate::{
    forms::PostForm,
    ui::{Button, Card, VisuallyHidden},
};
use domain::{Lang, id::PersonId};
use leptos::prelude::*;

/// What is shown of it: the link just made, and the button for one.
#[component]
pub fn Forgotten(lang: Lang, person: PersonId, name: String, sheet: ResetSheet) -> impl IntoView {
    view! {
        {sheet.fresh.map(|link| {
            let text = t::fresh_reset_text(lang, &link.expires);
            view! { <Fresh lang link text /> }
        })}
        <Card title=t::forgotten(lang)>
            <p>{t::forgotten_text(lang)}</p>
            <PostForm action="make_reset_link" class="form">
                <input type="hidden" name="person" value=person.to_string() />
                <div class="actions">
                    <Button icon="key-round">
                        {t::make_reset_link(lang)}
                        <VisuallyHidden>{t::for_person(lang, &name)}</VisuallyHidden>
                    </Button>
                </div>
            </PostForm>
        </Card>
    }
}

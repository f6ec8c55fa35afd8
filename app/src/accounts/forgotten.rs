//! On a person's page, for those who may: a link to choose a new password.

use super::{
    api::{FreshLink, ResetSheet},
    texts as t,
};
use crate::{
    forms::PostForm,
    ui::{Banner, Button, Card, Field, Tone, VisuallyHidden},
};
use domain::{Lang, id::PersonId};
use leptos::prelude::*;

/// What is shown of it: the link just made, and the button for one.
#[component]
pub fn Forgotten(lang: Lang, person: PersonId, name: String, sheet: ResetSheet) -> impl IntoView {
    view! {
        {sheet.fresh.map(|link| view! { <Fresh lang link /> })}
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

/// The link that was just made, to be copied: it is shown nowhere else.
#[component]
fn Fresh(lang: Lang, link: FreshLink) -> impl IntoView {
    view! {
        <Banner tone=Tone::Success title=t::fresh_title(lang, &link.name)>
            <p>{t::fresh_reset_text(lang, &link.expires)}</p>
            <Field
                lang
                name="link"
                kind="url"
                label=t::fresh_link(lang, &link.email)
                value=link.address
                readonly=true
                unmarked=true
            />
        </Banner>
    }
}

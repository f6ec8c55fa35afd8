//! Coming in by an invitation.

use super::{
    api::{JoinSheet, join_page},
    front_door::FrontDoor,
    languages::LanguageField,
    new_password::NewPassword,
    texts as t,
};
use crate::{
    forms::{PostForm, form},
    page::{Title, page, param},
    people::CommuneField,
    ui::{Button, Choice, Field, Select, Variant},
    visit::lang,
};
use domain::person::CommuneForm;
use leptos::prelude::*;

/// `/join/:token`
#[component]
pub fn Join() -> impl IntoView {
    let lang = lang();
    let token: Result<String, _> = param("token");
    page(async move { Ok((token.clone()?, join_page(token?).await?)) }, move |(token, sheet)| {
        let JoinSheet { name, email, preferred, organisation, workplaces } = sheet;
        let form = form("join_house");
        let places: Vec<_> = workplaces.into_iter().map(|(id, name)| Choice::new(id, name)).collect();
        let workplace = (!places.is_empty()).then(|| {
            view! {
                <Select
                    lang
                    name="workplace"
                    label=t::workplace(lang)
                    choices=places
                    value=form.value("workplace")
                    error=form.error("workplace")
                    empty=t::no_workplace(lang)
                />
            }
        });
        let commune = CommuneForm { text: form.value("commune"), choice: form.value("commune_choice") };
        view! {
            <Title text=t::join_title(lang, &name) />
            <FrontDoor title=t::join_title(lang, &name) lead=t::join_lead(lang, &organisation)>
                <PostForm action="join_house" class="form">
                    <input type="hidden" name="token" value=token />
                    <Field
                        lang
                        name="username"
                        kind="email"
                        label=t::email(lang)
                        hint=t::your_email_hint(lang)
                        value=email
                        autocomplete="username"
                        readonly=true
                        unmarked=true
                    />
                    <NewPassword lang form label=t::choose_password(lang) />
                    <LanguageField lang value=form.value_or("lang", preferred.tag()) error=form.error("lang") />
                    {workplace}
                    <CommuneField
                        lang
                        name="commune"
                        label=t::commune(lang)
                        hint=t::commune_hint(lang)
                        value=commune
                        error=form.error("commune")
                    />
                    <Button variant=Variant::Primary wide=true>{t::come_in(lang)}</Button>
                </PostForm>
            </FrontDoor>
        }
    })
}

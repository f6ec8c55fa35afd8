//! The first day of the house.

use super::{api::setup_page, front_door::FrontDoor, languages::LanguageField, texts as t};
use crate::{
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Button, Field, Variant},
    visit::lang,
};
use domain::account::PASSWORD_MIN;
use leptos::prelude::*;

/// `/setup/:token`
#[component]
pub fn Setup() -> impl IntoView {
    let lang = lang();
    let token: Result<String, _> = param("token");
    let load = async move {
        let token = token?;
        setup_page(token.clone()).await?;
        Ok(token)
    };
    page(load, move |token| {
        let form = form("set_up_house");
        view! {
            <Title text=t::setup_title(lang) />
            <FrontDoor title=t::setup_title(lang) lead=t::setup_lead(lang)>
                <PostForm action="set_up_house" class="form">
                    <input type="hidden" name="token" value=token />
                    <Field
                        lang
                        name="organisation"
                        label=t::organisation(lang)
                        value=form.value("organisation")
                        error=form.error("organisation")
                        autocomplete="organization"
                        required=true
                    />
                    <Field
                        lang
                        name="name"
                        label=t::your_name(lang)
                        value=form.value("name")
                        error=form.error("name")
                        autocomplete="name"
                        required=true
                    />
                    <Field
                        lang
                        name="email"
                        kind="email"
                        label=t::email(lang)
                        value=form.value("email")
                        error=form.error("email")
                        autocomplete="username"
                        required=true
                    />
                    <Field
                        lang
                        name="password"
                        kind="password"
                        label=t::choose_password(lang)
                        hint=t::password_hint(lang, PASSWORD_MIN)
                        error=form.error("password")
                        autocomplete="new-password"
                        required=true
                    />
                    <LanguageField lang value=form.value_or("lang", lang.tag()) error=form.error("lang") />
                    <Button variant=Variant::Primary wide=true>{t::open_the_house(lang)}</Button>
                </PostForm>
            </FrontDoor>
        }
    })
}

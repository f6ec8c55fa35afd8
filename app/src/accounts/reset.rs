//! Choosing a new password by a link.

use super::{api::reset_page, front_door::FrontDoor, texts as t};
use crate::{
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Button, Field, Variant},
    visit::lang,
};
use domain::account::PASSWORD_MIN;
use leptos::prelude::*;

/// `/reset/:token`
#[component]
pub fn Reset() -> impl IntoView {
    let lang = lang();
    let token: Result<String, _> = param("token");
    page(async move { Ok((token.clone()?, reset_page(token?).await?)) }, move |(token, sheet)| {
        let form = form("choose_password");
        view! {
            <Title text=t::reset_title(lang) />
            <FrontDoor title=t::reset_title(lang) lead=t::reset_lead(lang, &sheet.name)>
                <PostForm action="choose_password" class="form">
                    <input type="hidden" name="token" value=token />
                    <Field
                        lang
                        name="username"
                        kind="email"
                        label=t::email(lang)
                        value=sheet.email
                        autocomplete="username"
                        readonly=true
                        unmarked=true
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
                    <Field
                        lang
                        name="password_again"
                        kind="password"
                        label=t::password_again(lang)
                        error=form.error("password_again")
                        autocomplete="new-password"
                        required=true
                    />
                    <Button variant=Variant::Primary wide=true icon="log-in">{t::change_and_enter(lang)}</Button>
                </PostForm>
            </FrontDoor>
        }
    })
}

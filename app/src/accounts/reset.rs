//! Choosing a new password by a link.

use super::{api::reset_page, front_door::FrontDoor, new_password::NewPassword, texts as t};
use crate::{
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Button, Field, Variant},
    visit::lang,
};
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
                    <NewPassword lang form label=t::choose_password(lang) />
                    <Button variant=Variant::Primary wide=true icon="log-in">{t::change_and_enter(lang)}</Button>
                </PostForm>
            </FrontDoor>
        }
    })
}

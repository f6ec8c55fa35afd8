//! The front door.

use super::{front_door::FrontDoor, texts as t};
use crate::{
    forms::{CARRIED, PostForm, form},
    page::{Title, query},
    ui::{Button, Field, Variant},
    visit::{lang, visit},
};
use domain::path::is_ours;
use leptos::prelude::*;

/// `/sign-in?next=`: where it leads is a path of ours, or the home page.
#[component]
pub fn SignIn() -> impl IntoView {
    let lang = lang();
    let next = query("next")
        .filter(|next| is_ours(next) && !next.starts_with("/sign-in"))
        .unwrap_or_else(|| "/".to_owned());
    if visit().actor.is_some() {
        #[cfg(feature = "ssr")]
        leptos_axum::redirect(&next);
        return ().into_any();
    }
    let form = form("sign_in");
    let carried = Some(form.value(CARRIED)).filter(|carried| !carried.is_empty());
    let foot = view! { {t::no_account(lang)} <br/> {t::forgot(lang)} }.into_any();
    view! {
        <Title text=t::sign_in(lang) />
        <FrontDoor title=t::sign_in_title(lang) lead=t::sign_in_lead(lang) foot=foot>
            <PostForm action="sign_in" class="form" next>
                {carried.map(|carried| view! { <input type="hidden" name=CARRIED value=carried /> })}
                <Field
                    lang
                    name="email"
                    kind="email"
                    label=t::email(lang)
                    value=form.value("email")
                    error=form.error("email")
                    autocomplete="username"
                    required=true
                    autofocus=!form.is_refused()
                />
                <Field
                    lang
                    name="password"
                    kind="password"
                    label=t::password(lang)
                    error=form.error("password")
                    autocomplete="current-password"
                    required=true
                />
                <Button variant=Variant::Primary wide=true icon="log-in">{t::sign_in(lang)}</Button>
            </PostForm>
        </FrontDoor>
    }
    .into_any()
}

//! A new password, typed twice.

use super::texts as t;
use crate::{forms::FormState, ui::Field};
use domain::{Lang, account::PASSWORD_MIN};
use leptos::prelude::*;

/// The fields `password` and `password_again` of `form`.
#[component]
pub(super) fn NewPassword(
    lang: Lang,
    form: FormState,
    /// Of the first one.
    label: &'static str,
) -> impl IntoView {
    view! {
        <Field
            lang
            name="password"
            kind="password"
            label
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
    }
}

//! Forms that work before the WASM and without it: sent to their own page, answered there.

use crate::{
    i18n,
    ui::{ErrorSummary, Words},
    visit::{Refused, kept, visit},
};
use domain::{Lang, Reason};
use leptos::prelude::*;
use std::sync::Arc;

/// The state of a form: empty, or as it was refused. Free to copy into each part of the form.
#[derive(Clone, Copy, Debug)]
pub struct FormState {
    lang: Lang,
    /// Whether the visit's refused form is this one.
    refused: bool,
}

/// The state of the form whose server function is `action`.
pub fn form(action: &str) -> FormState {
    form_of(action, "")
}

/// The same when a page has several forms of one action: `of` is the hidden field that tells them
/// apart (see [`PostForm`]).
pub fn form_of(action: &str, of: &str) -> FormState {
    let visit = visit();
    let about = |refused: &Arc<Refused>| {
        refused.action == action && (of.is_empty() || typed(refused, "of").is_some_and(|value| value == of))
    };
    FormState { lang: visit.lang, refused: visit.refused.as_ref().is_some_and(about) }
}

fn typed<'a>(refused: &'a Refused, field: &str) -> Option<&'a str> {
    refused.values.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
}

impl FormState {
    /// What was typed into `field`; empty on a fresh form.
    pub fn value(&self, field: &str) -> String {
        self.value_or(field, "")
    }

    /// What was typed into `field`, or `default` on a fresh form.
    pub fn value_or(&self, field: &str, default: impl Into<String>) -> String {
        match self.refused() {
            Some(refused) => typed(&refused, field).unwrap_or_default().to_owned(),
            None => default.into(),
        }
    }

    /// Every value of a field that repeats (`pictures[0]`, `pictures[1]`…).
    pub fn values(&self, field: &str) -> Vec<String> {
        let Some(refused) = self.refused() else { return Vec::new() };
        let prefix = format!("{field}[");
        let named = |name: &str| name == field || name.starts_with(&prefix);
        refused.values.iter().filter(|(name, _)| named(name)).map(|(_, value)| value.clone()).collect()
    }

    /// Whether a box was ticked, or `default` on a fresh form.
    pub fn ticked(&self, field: &str, default: bool) -> bool {
        match self.refused() {
            Some(refused) => typed(&refused, field).is_some(),
            None => default,
        }
    }

    fn refused(&self) -> Option<Arc<Refused>> {
        self.refused.then(|| visit().refused).flatten()
    }

    pub fn is_refused(&self) -> bool {
        self.refused
    }

    /// What the text will look like, as safe HTML, when that is what was asked.
    pub fn preview(&self) -> Option<String> {
        match &self.refused()?.failure.reason {
            Reason::Preview { html } => Some(html.clone()),
            _ => None,
        }
    }

    /// What is wrong with `field`, in the person's language.
    pub fn error(&self, field: &str) -> Option<String> {
        let refused = self.refused()?;
        Some(i18n::failure::fault(self.lang, refused.failure.fault(field)?))
    }

    /// Every fault as (field, message), and the reason when it is about no field.
    fn errors(&self) -> Vec<(String, String)> {
        let Some(refused) = self.refused() else { return Vec::new() };
        let failure = &refused.failure;
        if matches!(failure.reason, Reason::Preview { .. }) {
            return Vec::new();
        }
        if failure.fields.is_empty() || failure.reason != Reason::Form {
            let field = failure.fields.first().map_or(String::new(), |(name, _)| name.clone());
            return vec![(field, i18n::failure::reason(self.lang, &failure.reason))];
        }
        let told = |(field, fault): &(String, _)| (field.clone(), i18n::failure::fault(self.lang, fault));
        failure.fields.iter().map(told).collect()
    }
}

/// A form sent to the server function `action` by way of this page.
///
/// It carries a key, so that sending it twice has one effect, and shows what was refused.
#[component]
pub fn PostForm(
    #[prop(into)] action: String,
    /// Needed when files are sent.
    #[prop(optional)]
    multipart: bool,
    /// Tells forms of one action on one page apart.
    #[prop(optional, into)]
    of: Words,
    #[prop(optional, into)] class: Words,
    #[prop(optional, into)] id: Words,
    /// Accessible name, when several forms look alike.
    #[prop(optional, into)]
    label: Words,
    /// A path of ours to go to once done, when the server function names none.
    #[prop(optional, into)]
    next: Words,
    /// Leaves out the summary of errors: the form shows them itself.
    #[prop(optional)]
    quiet: bool,
    children: Children,
) -> impl IntoView {
    let of = of.get();
    let visit = visit();
    let state = form_of(&action, of.as_deref().unwrap_or_default());
    let target = target(&visit.path, &visit.query, &action);
    let key = state.value_or("key", fresh_key());
    let summary = (!quiet && state.is_refused() && state.preview().is_none())
        .then(|| view! { <ErrorSummary lang=visit.lang errors=state.errors() /> });
    view! {
        <form
            method="post"
            action=target
            class=class.get()
            id=id.get()
            aria-label=label.get()
            enctype=multipart.then_some("multipart/form-data")
        >
            <input type="hidden" name="key" value=key />
            {of.map(|of| view! { <input type="hidden" name="of" value=of /> })}
            {next.get().map(|next| view! { <input type="hidden" name="next" value=next /> })}
            {summary}
            {children()}
        </form>
    }
}

/// This page's own address, with the action to do.
pub(crate) fn target(path: &str, query: &str, action: &str) -> String {
    let mut target = format!("{path}?");
    for pair in kept(query) {
        target.push_str(pair);
        target.push('&');
    }
    target.push_str("do=");
    target.push_str(action);
    target
}

/// A key no other form has.
fn fresh_key() -> String {
    #[cfg(feature = "ssr")]
    if let Ok(ctx) = crate::asking::context() {
        return ctx.ulid().to_string();
    }
    String::new()
}

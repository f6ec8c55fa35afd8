//! Forms that work before the WASM and without it: sent to their own page, answered there.

use crate::{
    i18n,
    ui::{Banner, ErrorSummary, Kept, TextArea, Tone, Words},
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

    /// The version that is being changed, in the hidden field `field`: the one the form was drawn from,
    /// however often it comes back; once somebody was told that it is no longer `current`, that one,
    /// as who sends the form again then means to replace it.
    pub fn version(&self, field: &str, current: impl ToString) -> String {
        let told = |refused: &Refused| {
            matches!(refused.failure.reason, Reason::Event(_) | Reason::Feed(_) | Reason::Community(_))
        };
        let drawn = self.refused().filter(|refused| !told(refused));
        let drawn = drawn.and_then(|refused| typed(&refused, field).map(str::to_owned));
        drawn.unwrap_or_else(|| current.to_string())
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

    /// Whether it was sent when the session was over, and is here again.
    fn is_carried(&self) -> bool {
        self.refused().is_some_and(|refused| refused.failure.reason == Reason::SignIn)
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
        // Nothing is wrong with it: see [`Carried`].
        if matches!(failure.reason, Reason::SignIn | Reason::Preview { .. }) {
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
    // Noted as the fields are drawn, so before the summary is.
    let kept = Kept::default();
    if state.is_refused() {
        provide_context(kept.clone());
        visit.shown.note();
    }
    let fields = children();
    let summary = (!quiet && state.is_refused() && state.preview().is_none())
        .then(|| view! { <ErrorSummary lang=visit.lang errors=state.errors() kept /> });
    let carried = (!quiet && state.is_carried())
        .then(|| view! { <Carried lang=visit.lang back=visit.actor.is_some() files=multipart /> });
    // Only who sent it gets it back, should the session end meanwhile.
    let whose = visit.actor.filter(|_| !quiet).map(|actor| {
        view! { <input type="hidden" name=WHOSE value=actor.person.to_string() /> }
    });
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
            {whose}
            {of.map(|of| view! { <input type="hidden" name="of" value=of /> })}
            {next.get().map(|next| view! { <input type="hidden" name="next" value=next /> })}
            {summary}
            {carried}
            {fields}
        </form>
    }
}

/// The field that says for whom a form was drawn.
pub const WHOSE: &str = "drawn_for";
/// The field of the sign-in form that holds a form sent after its session ended (decision 21).
pub const CARRIED: &str = "carried";

texts! {
    session_over: "Votre session est terminée. Ce que vous avez écrit est gardé : connectez-vous avec le même compte pour le retrouver.",
        "Your session has ended. What you wrote is kept: sign in with the same account to find it again.";
    here_again: "Votre session était terminée : rien n’a encore été envoyé. Ce que vous avez écrit est là : relisez, puis envoyez.",
        "Your session had ended: nothing has been sent yet. What you wrote is here: look it over, then send it.";
    unsent: "Rien n’a été envoyé", "Nothing was sent";
    you_wrote: "Ce que vous avez écrit, à copier", "What you wrote, to copy";
    files_again: "Les fichiers sont à choisir de nouveau.", "Files have to be chosen again.";
}

/// What is said over a form that was sent without a session: where one signs in, and once back.
#[component]
fn Carried(lang: Lang, back: bool, files: bool) -> impl IntoView {
    let text = if back { here_again(lang) } else { session_over(lang) };
    view! {
        <Banner tone=Tone::Info alert=true>
            <p>{text}</p>
            {(back && files).then(|| view! { <p>{files_again(lang)}</p> })}
        </Banner>
    }
}

/// What stands above a page that does not have the form any more which somebody sent from it: they left
/// the community meanwhile, it was archived, the post was deleted.
#[component]
pub(crate) fn Unsent() -> impl IntoView {
    let visit = visit();
    let lang = visit.lang;
    visit.refused.filter(|_| visit.unsent).map(|refused| {
        view! {
            <Banner tone=Tone::Danger title=unsent(lang) alert=true>
                <p>{i18n::failure::reason(lang, &refused.failure.reason)}</p>
                <TextArea lang name="unsent" label=you_wrote(lang) value=refused.written() rows=6 unmarked=true />
            </Banner>
        }
    })
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

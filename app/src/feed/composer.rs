//! Where a post is written.

use super::{
    api::Place,
    attached::{Files, Pictures},
    later::LaterFields,
    texts as t,
    writing::{PreviewButton, WritingHelp},
    written_with::WrittenWith,
};
use crate::{
    forms::{PostForm, form},
    ui::{Button, Choice, Field, Icon, Select, TextArea, Variant},
    visit::lang,
};
use domain::{
    Lang,
    feed::{BODY_MAX, PostKind, TITLE_MAX},
    id::CommunityId,
};
use leptos::prelude::*;

const ACTION: &str = "publish";

/// Writes to one community, on its page.
#[component]
pub fn Composer(
    community: CommunityId,
    /// Of the community's address.
    slug: String,
    /// Nothing is shown to those who may only read.
    may_write: bool,
    /// The reader may publish announcements here.
    #[prop(optional)]
    announces: bool,
) -> impl IntoView {
    let lang = lang();
    may_write.then(|| {
        let to = view! { <input type="hidden" name="community" value=community.to_string() /> };
        view! { <Door lang label=t::write_here(lang) place=slug to=to.into_any() announces /> }
    })
}

/// Writes to a community one chooses, on the home page.
#[component]
pub(super) fn HomeComposer(
    places: Vec<Place>,
    /// The reader may publish announcements in one of them at least.
    announces: bool,
) -> impl IntoView {
    let lang = lang();
    let form = form(ACTION);
    let only = match places.as_slice() {
        [(only, _)] => only.to_string(),
        _ => String::new(),
    };
    let choices = places.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let to = view! {
        <Select
            lang
            name="community"
            label=t::community(lang)
            empty=t::choose_community(lang)
            choices
            value=form.value_or("community", only)
            error=form.error("community")
            required=true
        />
    };
    view! { <Door lang label=t::write_something(lang) place="home" to=to.into_any() announces /> }
}

/// Closed until one wants to write; open when what was written was refused.
#[component]
fn Door(
    lang: Lang,
    label: &'static str,
    /// Under which a draft is kept on the device.
    #[prop(into)]
    place: String,
    /// The field that says where to.
    to: AnyView,
    announces: bool,
) -> impl IntoView {
    let form = form(ACTION);
    let refused = form.is_refused();
    let kinds =
        PostKind::ALL.into_iter().filter(|kind| announces || *kind != PostKind::Announcement).collect();
    let id = format!("composer-{place}");
    view! {
        <details class="composer-details" open=refused>
            <summary class="composer-door"><Icon name="pencil" />{label}</summary>
            <section class="composer" aria-label=t::composer(lang)>
                <PostForm action=ACTION multipart=true class="form" id=id.clone()>
                    {to}
                    <Kinds lang kinds chosen=form.value_or("kind", PostKind::default().word()) />
                    <Field
                        lang
                        name="title"
                        label=t::title(lang)
                        value=form.value("title")
                        error=form.error("title")
                        maxlength=u32::try_from(TITLE_MAX).unwrap_or(u32::MAX)
                    />
                    <TextArea
                        lang
                        name="body"
                        label=t::body(lang)
                        hint=t::body_hint(lang)
                        value=form.value("body")
                        error=form.error("body")
                        unmarked=true
                        rows=5
                    />
                    <WritingHelp lang state=form form=id.clone() place most=BODY_MAX />
                    <WrittenWith lang form />
                    <Pictures lang form form_id=id.clone() />
                    <Files lang form />
                    <LaterFields lang form />
                    <div class="composer-tools">
                        <Button variant=Variant::Primary icon="send">{t::publish(lang)}</Button>
                        <PreviewButton lang action=ACTION form=id />
                    </div>
                </PostForm>
            </section>
        </details>
    }
}

/// What the post is: chips, one pressed.
#[component]
pub(super) fn Kinds(lang: Lang, kinds: Vec<PostKind>, chosen: String) -> impl IntoView {
    let kinds = kinds.into_iter().map(|kind| {
        view! {
            <label>
                <input
                    class="visually-hidden"
                    type="radio"
                    name="kind"
                    value=kind.word()
                    checked=chosen == kind.word()
                />
                <span class="chip">{t::kind_name(lang, kind)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="composer-kinds">
            <legend class="visually-hidden">{t::kind(lang)}</legend>
            {kinds.collect_view()}
        </fieldset>
    }
}

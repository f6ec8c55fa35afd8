//! A post in both languages: what tells of the other version, and the page where its author writes it.

use super::{
    api::post_to_translate,
    texts as t,
    writing::{PreviewButton, WritingHelp},
};
use crate::{
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Button, Choice, Field, Icon, PageHeader, Pill, RadioCards, TextArea, Tone, Variant},
    visit::lang,
};
use domain::{
    Lang,
    feed::{BODY_MAX, Bilingual, TITLE_MAX, Version, other_lang},
    id::PostId,
};
use leptos::prelude::*;

/// Under the name of who wrote it: the way to the other version, and whether this one is behind.
pub(super) fn versions(lang: Lang, address: &str, version: Version) -> impl IntoView + use<> {
    let other = other_lang(version.shown);
    let href = format!("{address}?lang={}", other.tag());
    let older = version
        .older
        .then(|| view! { <Pill tone=Tone::Warning label=t::version_older(lang) icon="history" /> });
    view! {
        <p class="post-meta">
            <Icon name="languages" />
            <a href=href hreflang=other.tag()>{t::read_in(lang, other)}</a>
            {older}
        </p>
    }
}

/// `/posts/:id/translate`
#[component]
pub fn TranslatePost() -> impl IntoView {
    let lang = lang();
    let load = async move { post_to_translate(param::<PostId>("id")?).await };
    page(load, move |post: Bilingual| {
        let form = form("translate_post");
        let address = format!("/posts/{}", post.id);
        let id = post.id.to_string();
        let choices =
            Lang::ALL.map(|lang_of| Choice::new(lang_of.tag(), t::written_in(lang, lang_of))).to_vec();
        let titled = !post.title.is_empty();
        let first = view! {
            <section class="card" aria-label=t::first_version(lang)>
                <h2 class="card-title">{t::first_version(lang)}</h2>
                {titled.then(|| view! { <p><strong>{post.title.clone()}</strong></p> })}
                <p class="pre-line">{post.body.clone()}</p>
            </section>
        };
        let (dropped, draft) = (id.clone(), format!("translate:{id}"));
        let drop = post.exists.then(|| {
            view! {
                <PostForm action="drop_translation" class="actions" quiet=true>
                    <input type="hidden" name="post" value=dropped />
                    <Button variant=Variant::Danger icon="x">{t::drop_version(lang)}</Button>
                </PostForm>
            }
        });
        let title = titled.then(|| {
            view! {
                <Field
                    lang
                    name="title"
                    label=t::title(lang)
                    value=form.value_or("title", post.other_title.clone())
                    error=form.error("title")
                    required=true
                    maxlength=u32::try_from(TITLE_MAX).unwrap_or(u32::MAX)
                />
            }
        });
        view! {
            <Title text=t::second_version(lang) />
            <PageHeader title=t::second_version(lang) lead=t::second_version_lead(lang) up=(post.origin.name, address.clone()) />
            {first}
            <PostForm action="translate_post" class="form" id="translate-post">
                <input type="hidden" name="post" value=id />
                <input type="hidden" name="revision" value=post.revision.to_string() />
                <RadioCards
                    name="first"
                    label=t::first_language(lang)
                    choices
                    value=form.value_or("first", post.lang.tag())
                />
                {title}
                <TextArea
                    lang
                    name="body"
                    label=t::second_body(lang)
                    hint=t::body_hint(lang)
                    value=form.value_or("body", post.other_body)
                    error=form.error("body")
                    unmarked=true
                    rows=8
                />
                <WritingHelp
                    lang
                    state=form
                    form="translate-post".to_owned()
                    place=draft
                    most=BODY_MAX
                    edits=true
                />
                <div class="actions">
                    <Button variant=Variant::Primary>{t::save(lang)}</Button>
                    <PreviewButton lang action="translate_post" form="translate-post".to_owned() />
                    <Button variant=Variant::Quiet href=address>{t::cancel(lang)}</Button>
                </div>
            </PostForm>
            {drop}
        }
    })
}

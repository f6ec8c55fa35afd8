//! A post in both languages: what tells of the other version, and the page where its author writes it.

use super::{
    api::post_to_translate,
    texts as t,
    writing::{PreviewButton, WritingHelp},
};
use crate::{
    forms::{FormState, PostForm, form},
    page::{Title, page, param},
    ui::{Button, Choice, Field, Icon, PageHeader, Pill, RadioCards, TextArea, Tone, Variant},
    visit::lang,
};
use domain::{
    Lang,
    feed::{BODY_MAX, Bilingual, DESCRIPTION_MAX, OPTION_MAX, Picture, TITLE_MAX, Version, other_lang},
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

/// What each picture shows, beside what the first version says of it.
fn descriptions(lang: Lang, form: &FormState, post: &Bilingual) -> Option<impl IntoView + use<>> {
    let line = |(n, picture): (usize, &Picture)| {
        let (name, typed) = (format!("alts[{n}][alt]"), post.other_alts.get(n).cloned().unwrap_or_default());
        let first = (!picture.alt.is_empty()).then(|| t::in_first(lang, &picture.alt));
        view! {
            <li class="composer-kept">
                <img src=format!("/media/{}/160", picture.id) alt="" width="80" height="80" />
                <div class="composer-kept-words">
                    <input type="hidden" name=format!("alts[{n}][id]") value=picture.id.to_string() />
                    <Field
                        lang
                        label=t::alt_of(lang, n + 1)
                        hint=first
                        value=form.value_or(&name, typed)
                        error=form.error(&name)
                        name
                        unmarked=true
                        maxlength=u32::try_from(DESCRIPTION_MAX).unwrap_or(u32::MAX)
                    />
                </div>
            </li>
        }
    };
    (!post.pictures.is_empty()).then(|| {
        let each = post.pictures.iter().enumerate().map(line).collect_view();
        view! {
            <fieldset class="composer-pictures">
                <legend>{t::pictures(lang)}</legend>
                <p class="field-hint">{t::second_alts_hint(lang)}</p>
                <ol class="composer-kept-list">{each}</ol>
            </fieldset>
        }
    })
}

/// What a poll offers, beside what the first version offers there.
fn options(lang: Lang, form: &FormState, post: &Bilingual) -> Option<impl IntoView + use<>> {
    let line = |(place, first): (usize, &String)| {
        let (name, typed) =
            (format!("options[{place}]"), post.other_options.get(place).cloned().unwrap_or_default());
        view! {
            <Field
                lang
                label=t::option_of(lang, place + 1)
                hint=t::in_first(lang, first)
                value=form.value_or(&name, typed)
                error=form.error(&name)
                name
                unmarked=true
                maxlength=u32::try_from(OPTION_MAX).unwrap_or(u32::MAX)
            />
        }
    };
    (!post.options.is_empty()).then(|| {
        let each = post.options.iter().enumerate().map(line).collect_view();
        view! {
            <fieldset class="choices">
                <legend class="field-label">{t::second_options(lang)}</legend>
                <p class="field-hint">{t::second_options_hint(lang)}</p>
                {each}
            </fieldset>
        }
    })
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
            <PageHeader title=t::second_version(lang) lead=t::second_version_lead(lang) up=(post.origin.name.clone(), address.clone()) />
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
                    value=form.value_or("body", post.other_body.clone())
                    error=form.error("body")
                    unmarked=true
                    rows=8
                />
                {options(lang, &form, &post)}
                {descriptions(lang, &form, &post)}
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

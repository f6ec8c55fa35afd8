//! A post changed by its author.

use super::{
    api::post_to_edit,
    attached::{Files, Pictures},
    composer::Kinds,
    texts as t,
    writing::{PreviewButton, WritingHelp},
};
use crate::{
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Button, Checkbox, Field, PageHeader, TextArea, Variant},
    visit::lang,
};
use domain::{
    feed::{BODY_MAX, PostKind, PostSource, TITLE_MAX, URL_MAX},
    id::PostId,
};
use leptos::prelude::*;

const FORM: &str = "edit-post";

/// `/posts/:id/edit`
#[component]
pub fn EditPost() -> impl IntoView {
    let lang = lang();
    let load = async move { post_to_edit(param::<PostId>("id")?).await };
    page(load, move |PostSource { id, origin, draft, pictures, files, url, revision }| {
        let form = form("edit_post");
        let post = format!("/posts/{id}");
        let others: Vec<_> = PostKind::ALL.into_iter().filter(|kind| draft.kind.may_become(*kind)).collect();
        let chosen = form.value_or("kind", draft.kind.word());
        let kinds = match others.as_slice() {
            [_] => view! { <input type="hidden" name="kind" value=chosen /> }.into_any(),
            _ => view! { <Kinds lang kinds=others chosen /> }.into_any(),
        };
        let url = url.map(|url| {
            view! {
                <Field
                    lang
                    name="url"
                    kind="url"
                    label=t::url(lang)
                    hint=t::url_hint(lang)
                    value=form.value_or("url", url)
                    error=form.error("url")
                    maxlength=u32::try_from(URL_MAX).unwrap_or(u32::MAX)
                    required=true
                />
            }
        });
        view! {
            <Title text=t::edit_post(lang) />
            <PageHeader title=t::edit_post(lang) up=(origin.name, post.clone()) />
            <PostForm action="edit_post" multipart=true class="form" id=FORM>
                <input type="hidden" name="post" value=id.to_string() />
                <input type="hidden" name="revision" value=form.version("revision", revision) />
                {kinds}
                {url}
                <Field
                    lang
                    name="title"
                    label=t::title(lang)
                    value=form.value_or("title", draft.title)
                    error=form.error("title")
                    maxlength=u32::try_from(TITLE_MAX).unwrap_or(u32::MAX)
                />
                <TextArea
                    lang
                    name="body"
                    label=t::body(lang)
                    hint=t::body_hint(lang)
                    value=form.value_or("body", draft.body)
                    error=form.error("body")
                    unmarked=true
                    rows=8
                />
                <WritingHelp lang state=form form=FORM.to_owned() place=format!("edit:{id}") most=BODY_MAX edits=true />
                <Pictures lang form form_id=FORM.to_owned() had=pictures />
                <Files lang form had=files />
                <Checkbox name="minor" label=t::minor(lang) hint=t::minor_hint(lang) checked=form.ticked("minor", false) />
                <p><a class="link" href=format!("{post}/versions")>{t::see_versions(lang)}</a></p>
                <div class="actions">
                    <Button variant=Variant::Primary>{t::save(lang)}</Button>
                    <PreviewButton lang action="edit_post" form=FORM.to_owned() />
                    <Button variant=Variant::Quiet href=post>{t::cancel(lang)}</Button>
                </div>
            </PostForm>
        }
    })
}

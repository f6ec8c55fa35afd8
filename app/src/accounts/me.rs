//! One's own page.

use super::{
    api::{MySheet, my_profile},
    languages::LanguageField,
    texts as t,
};
use crate::{
    forms::{PostForm, form},
    page::{Title, page},
    people::CommuneField,
    ui::{
        Avatar, Button, Card, Checkbox, Choice, Field, FileField, PageHeader, Select, Size, TextArea, Variant,
    },
    visit::{Theme, lang, visit},
};
use domain::{
    Lang,
    person::{BIO_MAX, CommuneForm, LINE_MAX},
};
use leptos::prelude::*;

/// `/me`
#[component]
pub fn Me() -> impl IntoView {
    let lang = lang();
    page(my_profile(), move |sheet| {
        let page = format!("/people/{}", sheet.own.id);
        view! {
            <Title text=t::my_profile(lang) />
            <PageHeader title=t::my_profile(lang) lead=t::my_profile_lead(lang)>
                <Button icon="eye" href=page>{t::see_as_others(lang)}</Button>
                <Button icon="key-round" href="/me/sessions">{t::my_sessions(lang)}</Button>
            </PageHeader>
            <Profile lang sheet />
            <Appearance lang />
        }
    })
}

#[component]
fn Profile(lang: Lang, sheet: MySheet) -> impl IntoView {
    let MySheet { own, workplaces } = sheet;
    let form = form("edit_profile");
    let places = workplaces.into_iter().map(|(id, name)| Choice::new(id, name)).collect();
    let workplace = own.workplace.map(|place| place.to_string()).unwrap_or_default();
    let commune = CommuneForm {
        text: form.value_or("commune", own.commune.unwrap_or_default()),
        choice: form.value("commune_choice"),
    };
    // A picture that came with a form that was refused is stored already.
    let kept = form.values("pictures").into_iter().next().unwrap_or_else(|| form.value("kept_picture"));
    let kept = (!kept.is_empty()).then(|| {
        view! {
            <input type="hidden" name="kept_picture" value=kept />
            <p class="muted">{t::picture_kept(lang)}</p>
        }
    });
    let drop = own.picture.is_some().then(|| {
        view! { <Checkbox name="drop_picture" label=t::drop_picture(lang) checked=form.ticked("drop_picture", false) /> }
    });
    view! {
        <PostForm action="edit_profile" multipart=true class="form">
            <div class="cluster">
                <Avatar name=own.name.clone() picture=own.picture size=Size::Large />
                <div>
                    <p><strong>{own.name}</strong></p>
                    <p class="muted">{own.email}</p>
                </div>
            </div>
            <FileField
                lang
                name="picture"
                label=t::picture(lang)
                hint=t::picture_hint(lang)
                error=form.error("picture")
            />
            {kept}
            {drop}
            <Field
                lang
                name="title"
                label=t::job(lang)
                value=form.value_or("title", own.title)
                error=form.error("title")
                autocomplete="organization-title"
                maxlength=u32::try_from(LINE_MAX).unwrap_or(u32::MAX)
            />
            <TextArea
                lang
                name="bio"
                label=t::bio(lang)
                hint=t::bio_hint(lang)
                value=form.value_or("bio", own.bio)
                error=form.error("bio")
                maxlength=u32::try_from(BIO_MAX).unwrap_or(u32::MAX)
                rows=4
            />
            <Select
                lang
                name="workplace"
                label=t::workplace(lang)
                choices=places
                value=form.value_or("workplace", workplace)
                error=form.error("workplace")
                empty=t::no_workplace(lang)
            />
            <CommuneField
                lang
                name="commune"
                label=t::commune(lang)
                hint=t::commune_hint(lang)
                value=commune
                error=form.error("commune")
            />
            <LanguageField lang value=form.value_or("lang", own.lang.tag()) error=form.error("lang") />
            <div class="actions"><Button variant=Variant::Primary>{t::save(lang)}</Button></div>
        </PostForm>
    }
}

/// Light, dark, or as the device is set: kept in this browser, so a form of its own.
#[component]
fn Appearance(lang: Lang) -> impl IntoView {
    let choices = Theme::ALL.map(|theme| {
        let label = match theme {
            Theme::Auto => t::theme_auto(lang),
            Theme::Light => t::theme_light(lang),
            Theme::Dark => t::theme_dark(lang),
        };
        Choice::new(theme.word(), label)
    });
    let action = crate::forms::target("/me", "", "choose_theme");
    // Sent without the yard: it changes the document around the page.
    view! {
        <Card title=t::appearance(lang)>
            <form method="post" action=action class="form" data-plain="">
                <Select
                    lang
                    name="choice"
                    label=t::theme(lang)
                    hint=t::theme_hint(lang)
                    choices=choices.to_vec()
                    value=visit().theme.word()
                    required=true
                />
                <div class="actions"><Button>{t::change_theme(lang)}</Button></div>
            </form>
        </Card>
    }
}

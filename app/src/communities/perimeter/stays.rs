//! Partners, and until when they are here.

use super::texts as t;
use crate::{
    communities::texts as shared,
    forms::{PostForm, form, form_of},
    ui::{Avatar, Button, Field, Pill, Tone, Variant, VisuallyHidden},
};
use domain::{
    Lang,
    community::StayRow,
    id::CommunityId,
    person::{LINE_MAX, NAME_MAX, picture_address},
};
use leptos::prelude::*;

#[component]
pub(super) fn Stays(
    lang: Lang,
    community: CommunityId,
    stays: Vec<(StayRow, String)>,
    days: (String, String),
) -> impl IntoView {
    let typed = form("admit_partner");
    let none = stays.is_empty().then(|| view! { <p class="muted">{t::no_stays(lang)}</p> });
    let rows = stays.into_iter().map(|(row, day)| {
        let days = days.clone();
        view! { <li><Stay lang community row day days /></li> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="stack" id="partners">
            <h2>{t::stays(lang)}</h2>
            <p class="muted">{t::stays_text(lang)}</p>
            {none}
            <ul class="people">{rows}</ul>
            <PostForm action="admit_partner" class="form" label=t::admit_partner(lang)>
                <input type="hidden" name="community" value=community.to_string() />
                <Field
                    lang
                    name="partner"
                    label=t::partner(lang)
                    hint=t::partner_hint(lang)
                    value=typed.value("partner")
                    error=typed.error("partner")
                    maxlength=u32::try_from(NAME_MAX).unwrap_or(u32::MAX)
                    required=true
                />
                <Field
                    lang
                    name="company"
                    label=t::company(lang)
                    value=typed.value("company")
                    error=typed.error("company")
                    maxlength=u32::try_from(LINE_MAX).unwrap_or(u32::MAX)
                    required=true
                />
                <Field
                    lang
                    name="until"
                    kind="date"
                    label=t::last_day(lang)
                    hint=t::last_day_hint(lang)
                    value=typed.value("until")
                    error=typed.error("until")
                    min=days.0
                    max=days.1
                    required=true
                />
                <div class="actions"><Button icon="user-plus">{t::admit_partner(lang)}</Button></div>
            </PostForm>
        </section>
    }
}

#[component]
fn Stay(
    lang: Lang,
    community: CommunityId,
    row: StayRow,
    day: String,
    days: (String, String),
) -> impl IntoView {
    let person = row.person.id.to_string();
    let typed = form_of("extend_stay", &person);
    let (whom, whom_too) =
        (shared::about_person(lang, &row.person.name), shared::about_person(lang, &row.person.name));
    let (until, ended) = (format!("until-{person}"), person.clone());
    let page = format!("/people/{person}");
    let tone = if row.soon { Tone::Warning } else { Tone::Info };
    view! {
        <article class="person-card">
            <Avatar name=row.person.name.clone() picture=row.person.picture.map(picture_address) />
            <div class="person-card-body">
                <h3 class="person-card-name"><a href=page>{row.person.name}</a></h3>
                <p class="person-card-role">{row.company}</p>
                <Pill tone label=t::until(lang, &day) icon="hourglass" />
            </div>
            <div class="actions">
                <PostForm action="extend_stay" of=person.clone() class="form">
                    <input type="hidden" name="community" value=community.to_string() />
                    <input type="hidden" name="person" value=person.clone() />
                    <Field
                        lang
                        name="until"
                        id=until
                        kind="date"
                        label=t::new_last_day(lang, &whom)
                        value=typed.value_or("until", row.until)
                        error=typed.error("until")
                        min=days.0
                        max=days.1
                        required=true
                    />
                    <Button small=true>
                        {t::extend(lang)}
                        <VisuallyHidden>{whom}</VisuallyHidden>
                    </Button>
                </PostForm>
                <PostForm action="end_stay" of=ended.clone()>
                    <input type="hidden" name="community" value=community.to_string() />
                    <input type="hidden" name="person" value=ended />
                    <Button variant=Variant::Quiet small=true>
                        {t::end_now(lang)}
                        <VisuallyHidden>{whom_too}</VisuallyHidden>
                    </Button>
                </PostForm>
            </div>
        </article>
    }
}

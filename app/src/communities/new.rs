//! A community is opened: one page, from what it is to who may come in.

use super::{api::community_to_open, charter_form::CharterFields, finding, kinds, texts as t};
use crate::{
    forms::{FormState, PostForm, form},
    page::{Title, page},
    ui::{Button, Card, Checkbox, Choice, Field, PageHeader, RadioCards, Select, TextArea, Variant},
    visit::lang,
};
use domain::{
    Lang,
    community::{ANIMATORS_ASKED, ANIMATORS_MIN, Charter, Hue, Kind, NAME_MAX, SUMMARY_MAX},
    policy::Admission,
};
use leptos::prelude::*;

/// `/communities/new`
#[component]
pub fn NewCommunity() -> impl IntoView {
    let lang = lang();
    page(community_to_open(), move |(review_on, tomorrow)| {
        let form = form("open_community");
        let filled = Charter { review_on, ..Charter::default() };
        view! {
            <Title text=t::new_title(lang) />
            <PageHeader
                title=t::new_title(lang)
                lead=t::new_lead(lang)
                up=(t::communities(lang).to_owned(), "/communities".to_owned())
            />
            <PostForm action="open_community" class="form">
                <Card title=t::new_what(lang)>
                    <p class="muted">{t::new_what_text(lang)}</p>
                    <What lang form=form />
                </Card>
                <Card title=t::new_charter(lang)>
                    <p class="muted">{t::new_charter_text(lang)}</p>
                    <CharterFields lang form=form filled tomorrow />
                </Card>
                <Card title=t::new_people(lang)>
                    <p class="muted">{t::new_people_text(lang)}</p>
                    <People lang form=form />
                </Card>
                <Card title=t::new_doors(lang)>
                    <p class="muted">{t::new_doors_text(lang)}</p>
                    <Doors lang form=form />
                </Card>
                <div class="actions">
                    <Button variant=Variant::Primary icon="check">{t::open_it(lang)}</Button>
                    <Button variant=Variant::Quiet href="/communities">{t::cancel(lang)}</Button>
                </div>
            </PostForm>
        }
    })
}

#[component]
fn What(lang: Lang, form: FormState) -> impl IntoView {
    let of_kind = |kind: Kind| {
        Choice::new(kind.word(), kinds::kind(lang, kind))
            .hint(kinds::kind_hint(lang, kind))
            .icon(kinds::icon(kind))
    };
    let hues = Hue::ALL.map(|hue| Choice::new(hue.word(), kinds::hue(lang, hue))).to_vec();
    view! {
        <Field
            lang
            name="name"
            label=t::name(lang)
            hint=t::name_hint(lang)
            value=form.value("name")
            error=form.error("name")
            maxlength=u32::try_from(NAME_MAX).unwrap_or(u32::MAX)
            required=true
        />
        <TextArea
            lang
            name="summary"
            label=t::summary(lang)
            hint=t::summary_hint(lang)
            value=form.value("summary")
            error=form.error("summary")
            maxlength=u32::try_from(SUMMARY_MAX).unwrap_or(u32::MAX)
            rows=2
            required=true
        />
        <RadioCards
            name="kind"
            label=t::kind(lang)
            choices=Kind::ALL.map(of_kind).to_vec()
            value=form.value("kind")
            error=form.error("kind")
            required=true
        />
        <Field
            lang
            name="tags"
            label=finding::tags(lang)
            hint=finding::tags_hint(lang)
            value=form.value("tags")
            error=form.error("tags")
        />
        <Select
            lang
            name="hue"
            label=t::hue(lang)
            hint=t::hue_hint(lang)
            choices=hues
            value=form.value_or("hue", Hue::default().word())
            error=form.error("hue")
            required=true
        />
    }
}

#[component]
fn People(lang: Lang, form: FormState) -> impl IntoView {
    let animators = (0..ANIMATORS_ASKED).map(|index| {
        let name = format!("animators[{index}]");
        view! {
            <Field
                lang
                label=t::animator(lang, index + 1)
                value=form.value(&name)
                error=form.error(&name)
                name
                autocomplete="off"
                required=index < ANIMATORS_MIN
            />
        }
    });
    view! {
        <Field
            lang
            name="sponsor"
            label=t::sponsor(lang)
            hint=t::sponsor_hint(lang)
            value=form.value("sponsor")
            error=form.error("sponsor")
            autocomplete="off"
            required=true
        />
        <div class="fields">{animators.collect_view()}</div>
    }
}

#[component]
fn Doors(lang: Lang, form: FormState) -> impl IntoView {
    let of_admission = |admission: Admission| {
        Choice::new(admission.word(), kinds::admission(lang, admission))
            .hint(kinds::admission_hint(lang, admission))
    };
    let listed = vec![
        Choice::new("yes", t::listed(lang)).hint(t::listed_hint(lang)).icon("eye"),
        Choice::new("no", t::not_listed(lang)).hint(t::not_listed_hint(lang)).icon("eye-off"),
    ];
    view! {
        <RadioCards
            name="admission"
            label=t::admission(lang)
            choices=Admission::ALL.map(of_admission).to_vec()
            value=form.value_or("admission", Admission::Open.word())
            error=form.error("admission")
            required=true
        />
        <RadioCards
            name="listed"
            label=t::visibility(lang)
            choices=listed
            value=form.value_or("listed", "yes")
            error=form.error("listed")
            required=true
        />
        <Checkbox
            name="everyone"
            label=t::everyone(lang)
            hint=t::everyone_hint(lang)
            checked=form.ticked("everyone", false)
        />
    }
}

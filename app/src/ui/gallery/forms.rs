//! What one fills in.

use domain::Lang;
use leptos::prelude::*;

use super::texts as t;
use crate::i18n::dates;
use crate::ui::{
    Button, Checkbox, Choice, DateTimeField, ErrorSummary, Field, FieldFrame, FileField, Icon, Kept,
    RadioCards, Select, Switch, TextArea, Variant, field_id,
};
use jiff::civil::Weekday;

pub(super) fn draw(lang: Lang, theme: &'static str) -> AnyView {
    let named = |name: &str| format!("{theme}-{name}");
    let errors = vec![
        (named("empty"), t::field_empty(lang).to_owned()),
        (named("mail"), t::field_mail_error(lang).to_owned()),
    ];
    let audience = vec![
        Choice::new("open", t::open(lang)).hint(t::open_hint(lang)).icon("globe"),
        Choice::new("request", t::on_request(lang)).hint(t::on_request_hint(lang)).icon("lock-open"),
        Choice::new("invitation", t::on_invitation(lang)).hint(t::on_invitation_hint(lang)).icon("lock"),
    ];
    let communities = vec![
        Choice::new("velo", t::club(lang)),
        Choice::new("donnee", t::guild(lang)),
        Choice::new("a11y", t::long_community(lang)),
    ];
    let days = Weekday::Monday
        .cycle_forward()
        .take(5)
        .map(|day| {
            let on = day == Weekday::Tuesday;
            view! {
                <label>
                    <input type="checkbox" name=named("day") value=day.to_monday_one_offset().to_string() checked=on />
                    <span>{dates::weekday(lang, day)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <ErrorSummary lang errors unfocused=true kept=Kept::of_text() />
        <form class="form" method="post">
            <Field lang name=named("title") label=t::field_title(lang) hint=t::field_title_hint(lang) value=t::field_title_value(lang) required=true maxlength=120 />
            <Field lang name=named("empty") label=t::field_title(lang) hint=t::field_title_hint(lang) error=t::field_empty(lang) required=true />
            <Field lang name=named("mail") label=t::field_mail(lang) kind="email" value="zoe.lebrun@" autocomplete="email" error=t::field_mail_error(lang) />
            <TextArea lang name=named("text") label=t::field_text(lang) value=t::field_text_value(lang) maxlength=2000 />
            <Select lang name=named("community") label=t::field_community(lang) choices=communities empty=t::choose(lang) value="a11y" required=true />
            <DateTimeField lang name=named("start") label=t::field_when(lang) date="2026-11-24" time="18:00" error=t::field_when_error(lang) required=true />
            <Places lang theme />
            <FileField lang name=named("picture") label=t::field_picture(lang) hint=t::field_picture_hint(lang) described=true />
            <RadioCards name=named("audience") label=t::who_for(lang) choices=audience value="request" />
            <fieldset class="week"><legend>{t::days(lang)}</legend>{days}</fieldset>
            <Checkbox name=named("agree") label=t::agree(lang) error=t::agree_error(lang) />
            <Checkbox name=named("agreed") label=t::agree(lang) checked=true />
            <Switch name=named("quiet") label=t::quiet_hours(lang) hint=t::quiet_hours_hint(lang) checked=true />
            <Switch name=named("loud") label=t::quiet_hours(lang) />
            <div class="actions">
                <Button variant=Variant::Primary>{t::publish(lang)}</Button>
                <Button unchecked=true name="draft" value="true">{t::save_draft(lang)}</Button>
            </div>
        </form>
    }
    .into_any()
}

/// The looks of the island that proposes places, open.
#[component]
fn Places(lang: Lang, theme: &'static str) -> impl IntoView {
    let name = format!("{theme}-place");
    let id = field_id(&name);
    let list = format!("{id}-list");
    let option = move |n: u32, town: &'static str, of: &'static str| {
        view! {
            <li class="combobox-option" role="option" id=format!("{theme}-place-{n}") aria-selected=(n == 1).to_string()>
                <Icon name="map-pin" />
                <span class="combobox-words">{town}" "<span class="muted">{of}</span></span>
            </li>
        }
    };
    view! {
        <FieldFrame lang id=id.clone() label=t::field_place(lang)>
            <div class="gallery-combobox">
                <div class="combobox">
                    <input
                        class="input"
                        id=id
                        name=name
                        value="Voir"
                        autocomplete="off"
                        role="combobox"
                        aria-expanded="true"
                        aria-controls=list.clone()
                        aria-activedescendant=format!("{theme}-place-1")
                    />
                    <ul class="combobox-list" role="listbox" id=list.clone() aria-label=t::field_place(lang)>
                        {option(1, "Voiron", "38 · Isère")}
                        {option(2, "Voiron-sur-le-Lac-de-Paladru-en-Chartreuse", "38 · Isère")}
                    </ul>
                </div>
            </div>
            <p class="combobox-status" role="status">{t::place_found(lang)}</p>
        </FieldFrame>
    }
}

//! The charter as it stood.

use super::{
    api::{VersionList, VersionSheet, charter_version, charter_versions},
    diff::Diff,
    texts as t,
};
use crate::{
    communities::{
        charter::Section,
        head::{Head, Tab},
        texts as shared,
    },
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Banner, Card, Pagination, Pill, Tone},
    visit::lang,
};
use domain::{Lang, community::Charter};
use leptos::prelude::*;

/// `/communities/:slug/charter/versions?after=`, and with `?version=n` that one.
#[component]
pub fn CharterVersions() -> impl IntoView {
    let lang = lang();
    if let Some(version) = query("version").and_then(|version| version.parse().ok()) {
        let asked = async move { charter_version(param("slug")?, version).await };
        return page(asked, move |sheet| view! { <One lang sheet /> }).into_any();
    }
    let after = query("after");
    let middle = after.is_some();
    page(async move { charter_versions(param("slug")?, after).await }, move |VersionList { head, rows }| {
        let base = format!("/communities/{}/charter/versions", head.slug);
        let next = rows.next.map(|next| format!("{base}?after={}", percent(&next)));
        let first = middle.then(|| base.clone());
        let in_force = head.charter;
        let lines = rows.items.into_iter().map(|row| {
            let href = crate::communities::outside::same_way(format!("{base}?version={}", row.line.version));
            let mark = (row.line.version == in_force)
                .then(|| view! { <Pill tone=Tone::Success icon="check" label=t::in_force(lang) /> });
            view! {
                <li class="card">
                    <div class="card-head">
                        <h3 class="card-title"><a href=href>{t::version(lang, row.line.version)}</a></h3>
                        {mark}
                    </div>
                    <p class="muted">{t::written_by(lang, &row.line.name, &row.when)}</p>
                </li>
            }
        });
        let lines = lines.collect_view();
        view! {
            <Title text=t::versions_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Charter />
            <section class="stack">
                <h2>{t::versions(lang)}</h2>
                <ul class="stack">{lines}</ul>
                <Pagination lang next first label=t::more_versions(lang) />
            </section>
        }
    })
    .into_any()
}

#[component]
fn One(lang: Lang, sheet: VersionSheet) -> impl IntoView {
    let VersionSheet { head, view, when, review } = sheet;
    let number = view.line.version;
    let old = (number < head.charter).then(|| {
        let href = format!("/communities/{}/charter", head.slug);
        view! {
            <Banner tone=Tone::Info title=t::old_version(lang, number)>
                <p><a href=href>{t::read_in_force(lang)}</a></p>
            </Banner>
        }
    });
    let changed = (number > 1).then(|| {
        view! { <Card title=t::what_it_changed(lang)><Diff lang changes=view.changes.clone() /></Card> }
    });
    view! {
        <Title text=t::version_of(lang, number, &head.name) />
        <Head lang community=head tab=Tab::Charter />
        {old}
        <section class="stack">
            <h2>{t::version(lang, number)}</h2>
            <p class="muted">{t::written_by(lang, &view.line.name, &when)}</p>
            <Text lang charter=view.text review />
        </section>
        {changed}
    }
}

#[component]
fn Text(lang: Lang, charter: Charter, review: String) -> impl IntoView {
    view! {
        <div class="charter">
            <Section title=shared::purpose(lang) icon="target" text=charter.purpose inner=true />
            <Section title=shared::audience(lang) icon="users" text=charter.audience inner=true />
            <Section title=shared::outside(lang) icon="eye-off" text=charter.outside inner=true />
            <Section title=shared::rules(lang) icon="scale" text=charter.rules list=true inner=true />
            <Section title=shared::rituals(lang) icon="repeat" text=charter.rituals list=true inner=true />
            <Section title=shared::calendar(lang) icon="calendar-days" text=charter.calendar list=true inner=true />
            <Section title=shared::measures(lang) icon="chart-bar" text=charter.measures list=true inner=true />
            <dl class="charter-facts"><div><dt>{shared::review(lang)}</dt><dd>{review}</dd></div></dl>
        </div>
    }
}

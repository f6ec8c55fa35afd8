//! The living gallery: every component in every state, with long names, errors and nothing at all,
//! in both themes side by side.

mod actions;
mod cards;
mod feed;
mod figures;
mod forms;
mod messages;
mod navigation;
mod texts;

use domain::Lang;
use leptos::prelude::*;

use super::{Icon, PageHeader, Scene};

/// The page at `/_ui`.
#[component]
pub fn Gallery(lang: Lang) -> impl IntoView {
    let group = |title: &'static str, draw: fn(Lang, &'static str) -> AnyView| {
        view! { <Group title draw lang /> }
    };
    view! {
        <div class="stack" data-gap="large" data-width="wide">
            <PageHeader title=texts::title(lang) lead=texts::lead(lang) />
            {group(texts::actions(lang), actions::draw)}
            {group(texts::forms(lang), forms::draw)}
            {group(texts::messages(lang), messages::draw)}
            {group(texts::navigation(lang), navigation::draw)}
            {group(texts::feed(lang), feed::draw)}
            {group(texts::cards(lang), cards::draw)}
            {group(texts::figures(lang), figures::draw)}
            {group(texts::drawings(lang), drawings)}
            <section class="gallery-group">
                <h2>{texts::icons(lang)}</h2>
                <ul class="gallery-icons">{icons()}</ul>
            </section>
        </div>
    }
}

/// One theme beside the other. `draw` is told which, to keep its ids apart.
#[component]
fn Group(title: &'static str, draw: fn(Lang, &'static str) -> AnyView, lang: Lang) -> impl IntoView {
    view! {
        <section class="gallery-group">
            <h2>{title}</h2>
            <div class="gallery-themes">
                <div class="gallery-theme" data-theme="light">{draw(lang, "light")}</div>
                <div class="gallery-theme" data-theme="dark">{draw(lang, "dark")}</div>
            </div>
        </section>
    }
}

fn drawings(_: Lang, _: &'static str) -> AnyView {
    Scene::ALL.into_iter().map(Scene::draw).collect_view().into_any()
}

fn icons() -> impl IntoView {
    let names = include_str!("../../../../public/icons.svg").split("<symbol id=\"").skip(1);
    names
        .filter_map(|rest| rest.split('"').next())
        .map(|name| view! { <li><Icon name />{name}</li> })
        .collect_view()
}

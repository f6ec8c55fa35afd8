//! What the house says.

use domain::Lang;
use leptos::prelude::*;

use super::texts as t;
use crate::ui::{Banner, Button, EmptyState, Notice, Progress, Scene, Shape, Skeleton, Tone, Variant};

pub(super) fn draw(lang: Lang, theme: &'static str) -> AnyView {
    view! {
        <Notice tone=Tone::Success text=t::success_text(lang) />
        <Banner><p>{t::info_text(lang)}</p></Banner>
        <Banner tone=Tone::Info title=t::info_title(lang)><p>{t::info_text(lang)}</p></Banner>
        <Banner tone=Tone::Warning title=t::warning_title(lang)>
            <p>{t::warning_text(lang)}</p>
            <p><a href="#">{t::read_charter(lang)}</a></p>
        </Banner>
        <Banner tone=Tone::Danger title=t::danger_title(lang)><p>{t::danger_text(lang)}</p></Banner>
        <p class="toast">{t::toast(lang)}</p>
        <Progress id=format!("{theme}-upload") label=t::upload(lang) value=42 max=100 text="42 %" />
        <EmptyState scene=Scene::Road title=t::empty_title(lang) text=t::empty_text(lang)>
            <Button variant=Variant::Primary href="#" icon="plus">{t::offer_ride(lang)}</Button>
        </EmptyState>
        <Skeleton lang count=1 />
        <Skeleton lang shape=Shape::Card count=1 />
        <Skeleton lang shape=Shape::Row count=2 />
        <Skeleton lang shape=Shape::Text count=1 />
    }
    .into_any()
}

//! What a newcomer sees on top of the community's page.

use super::texts as t;
use crate::{
    forms::PostForm,
    ui::{Button, Card, Icon, Variant},
};
use domain::{
    Lang,
    community::{CommunityView, welcome::WelcomeView},
};
use leptos::prelude::*;

/// The team's hello, and three things to begin with, until they put it away.
#[component]
pub(in crate::communities) fn Welcome(
    lang: Lang,
    community: CommunityView,
    welcome: WelcomeView,
) -> impl IntoView {
    let base = format!("/communities/{}", community.slug);
    let greeted = welcome
        .greeted_by
        .map(|by| view! { <p><Icon name="hand-heart" />" "{t::greeted_by(lang, &by.name)}</p> });
    let hello = welcome.hello.lines().map(str::trim).filter(|line| !line.is_empty());
    let hello = hello.map(|line| view! { <p>{line.to_owned()}</p> }).collect::<Vec<_>>();
    let hello = (!hello.is_empty()).then(|| view! { <blockquote class="prose">{hello}</blockquote> });
    let (what, event) = match welcome.event {
        Some((href, name)) => (t::take_part(lang, &name), href),
        None => (t::see_events(lang).to_owned(), format!("{base}/events")),
    };
    let things = [
        (welcome.said_hello, t::say_hello(lang).to_owned(), format!("{base}#composer-{}", community.slug)),
        (welcome.read_charter, t::read_charter(lang).to_owned(), format!("{base}/charter")),
        (welcome.takes_part, what, event),
    ];
    let things = things.map(|(done, what, href)| {
        let (icon, said) = if done { ("circle-check", Some(t::done(lang))) } else { ("circle-dot", None) };
        view! { <li class="cluster"><Icon name=icon /><a href=href>{what}</a>{said}</li> }
    });
    view! {
        <Card title=t::welcome(lang)>
            {greeted}
            {hello}
            <p>{t::three_things(lang)}</p>
            <ol class="stack" data-gap="small" role="list">{things.into_iter().collect::<Vec<_>>()}</ol>
            <PostForm action="settle_in">
                <input type="hidden" name="community" value=community.id.to_string() />
                <Button variant=Variant::Quiet small=true icon="check">{t::put_away(lang)}</Button>
            </PostForm>
        </Card>
    }
}

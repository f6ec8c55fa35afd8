//! `/catch-up`: one page that ends.

use super::{
    api::{Absence, catch_up_page},
    texts as t,
};
use crate::{
    events::EventCard,
    feed::idea_state,
    forms::PostForm,
    i18n::dates,
    page::{Title, page},
    ui::{Banner, Button, EmptyState, PageHeader, Pill, Scene, Tone, Variant},
    visit::lang,
};
use domain::{
    Lang,
    reading::{Accepted, Answer, Brief, CatchUp, Decided, Decision, Missed},
};
use leptos::prelude::*;

/// Says, on the home page, that there is something to catch up with.
#[component]
pub fn Offer(lang: Lang, days: i64) -> impl IntoView {
    view! {
        <Banner tone=Tone::Info>
            <p>{t::offer(lang, days)}</p>
            <p><Button href="/catch-up">{t::offer_go(lang)}</Button></p>
        </Banner>
    }
}

/// `/catch-up`
#[component]
pub fn CatchUpPage() -> impl IntoView {
    let lang = lang();
    page(catch_up_page(), move |Absence { missed, since, today }| {
        let empty = missed.is_empty();
        let CatchUp { upto, answers, accepted, communities, others, events, .. } = missed;
        let accepted = (!accepted.is_empty()).then(|| {
            let rows = accepted.into_iter().map(|found| taken(lang, found)).collect_view();
            view! {
                <section class="card">
                    <h2 class="card-title">{t::accepted(lang)}</h2>
                    <ul class="briefs">{rows}</ul>
                </section>
            }
        });
        let answers = (!answers.is_empty()).then(|| {
            let rows = answers.into_iter().map(|answer| answered(lang, answer)).collect_view();
            view! {
                <section class="card">
                    <h2 class="card-title">{t::answers(lang)}</h2>
                    <ul class="briefs">{rows}</ul>
                </section>
            }
        });
        let communities = communities.into_iter().map(|missed| community(lang, missed)).collect_view();
        let others = (!others.is_empty()).then(|| {
            let links = others
                .into_iter()
                .map(|origin| view! { <li><a class="chip" href=format!("/communities/{}", origin.slug)>{origin.name}</a></li> })
                .collect_view();
            view! {
                <section>
                    <h2 class="card-title">{t::others(lang)}</h2>
                    <ul class="chips">{links}</ul>
                </section>
            }
        });
        let events = (!events.is_empty()).then(|| {
            let cards = events
                .into_iter()
                .map(|card| view! { <li><EventCard lang card today community=true /></li> })
                .collect_view();
            view! {
                <section>
                    <h2 class="card-title">{t::events(lang)}</h2>
                    <ul class="stack">{cards}</ul>
                </section>
            }
        });
        let text = if empty { t::nothing(lang) } else { t::the_end_text(lang) };
        view! {
            <Title text=t::catch_up(lang) />
            <PageHeader title=t::catch_up(lang) lead=t::catch_up_since(lang, &since) />
            {answers}
            {accepted}
            {communities}
            {others}
            {events}
            <EmptyState scene=Scene::Bench title=t::the_end(lang) text=text>
                <PostForm action="mark_caught_up" quiet=true>
                    <input type="hidden" name="upto" value=upto.to_string() />
                    <Button variant=Variant::Primary icon="check">{t::mark_all(lang)}</Button>
                </PostForm>
                <Button variant=Variant::Quiet href="/">{t::home(lang)}</Button>
            </EmptyState>
        }
    })
}

fn community(lang: Lang, missed: Missed) -> impl IntoView {
    let Missed { origin, announcements, decisions, posts, .. } = missed;
    let announcements = announcements.into_iter().map(|post| announced(lang, post)).collect_view();
    let decisions = decisions.into_iter().map(|found| decided(lang, found)).collect_view();
    let posts = posts.into_iter().map(|post| brief(lang, post, None)).collect_view();
    view! {
        <section class="card">
            <h2 class="card-title"><a href=format!("/communities/{}", origin.slug)>{origin.name}</a></h2>
            <ul class="briefs">{announcements}{decisions}{posts}</ul>
        </section>
    }
}

fn answered(lang: Lang, answer: Answer) -> impl IntoView {
    let Answer { post, count, first, by } = answer;
    let href = format!("/posts/{}?comment={first}#comment-{first}", post.id);
    let title = name(lang, &post);
    view! {
        <li class="brief">
            <a class="brief-title" href=href>{title}</a>
            <p class="muted small">{t::answers_by(lang, count, &by.name)}</p>
        </li>
    }
}

fn taken(lang: Lang, found: Accepted) -> impl IntoView {
    let Accepted { post, comment } = found;
    let href = format!("/posts/{}?comment={comment}#comment-{comment}", post.id);
    let title = name(lang, &post);
    view! {
        <li class="brief">
            <a class="brief-title" href=href>{title}</a>
            <p class="muted small">{t::accepted_by(lang, &post.author.name)}</p>
        </li>
    }
}

fn announced(lang: Lang, post: Brief) -> impl IntoView {
    let label = if post.to_confirm { t::to_confirm(lang) } else { t::announcement(lang) };
    brief(lang, post, Some((Tone::Warning, label.to_owned(), "megaphone")))
}

fn decided(lang: Lang, found: Decision) -> impl IntoView {
    let Decision { post, what } = found;
    let mark = match what {
        Decided::Idea(state) => {
            (Tone::Success, t::idea_is(lang, &idea_state(lang, state).to_lowercase()), "lightbulb")
        }
        Decided::PollOver => (Tone::Info, t::poll_over(lang).to_owned(), "vote"),
        Decided::PollCloses(day) => (Tone::Info, t::poll_closes(lang, &dates::day(lang, day)), "vote"),
    };
    brief(lang, post, Some(mark))
}

fn brief(lang: Lang, post: Brief, mark: Option<(Tone, String, &'static str)>) -> impl IntoView {
    let title = name(lang, &post);
    let mark = mark.map(|(tone, label, icon)| view! { <Pill tone label icon />" " });
    view! {
        <li class="brief">
            {mark}
            <a class="brief-title" href=format!("/posts/{}", post.id)>{title}</a>
            <p class="muted small">
                {t::by(lang, &post.author.name)}" · "{t::drew(lang, post.comments, post.reactions)}
            </p>
        </li>
    }
}

fn name(lang: Lang, post: &Brief) -> String {
    if post.title.is_empty() { t::a_post_of(lang, &post.author.name) } else { post.title.clone() }
}

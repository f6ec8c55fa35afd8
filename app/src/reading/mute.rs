//! What one does not want to hear of: chosen at a post or on a page, undone on one.

use super::{
    api::{MutedSheet, muted_things},
    texts as t,
};
use crate::{
    feed::Dated,
    forms::PostForm,
    page::{Title, page, query},
    ui::{Banner, Button, EmptyState, PageHeader, Pagination, Pill, Scene, Tone, Variant},
    visit::{lang, visit},
};
use domain::{
    Lang,
    feed::PostView,
    reading::{Muted, MutedView},
};
use leptos::prelude::*;

/// A button that has the reader hear no more of `what`, or hear of it again.
#[component]
fn Mute(what: Muted, wanted: bool, #[prop(into)] label: String) -> impl IntoView {
    let value = if wanted { "yes" } else { "no" };
    let icon = match (what, wanted) {
        (_, false) => "eye",
        (Muted::Thread(_), true) => "bell-off",
        (_, true) => "eye-off",
    };
    view! {
        <PostForm action="mute" of=what.id() quiet=true>
            <input type="hidden" name="what" value=what.word() />
            <input type="hidden" name="id" value=what.id() />
            <Button icon name="muted" value>{label}</Button>
        </PostForm>
    }
}

/// What `?mute=` opens on a post's page: its thread, its author, its community.
#[component]
pub fn MutePost(lang: Lang, post: PostView) -> impl IntoView {
    let id = post.post.id;
    let mine = visit().actor.is_some_and(|actor| actor.person == post.author.id);
    let name = post.author.name.clone();
    let person = (!mine).then(|| {
        let wanted = !post.stance.folded;
        let label = if wanted { t::mute_person(lang, &name) } else { t::unmute_person(lang, &name) };
        view! { <li><Mute what=Muted::Person(post.author.id) wanted label /></li> }
    });
    let thread = match post.stance.muted {
        true => t::unmute_thread(lang),
        false => t::mute_thread(lang),
    };
    view! {
        <Banner title=t::mute(lang)>
            <p>{t::mute_hint(lang)}</p>
            <ul class="stack" data-gap="small">
                <li><Mute what=Muted::Thread(id) wanted=!post.stance.muted label=thread /></li>
                {person}
                <li>
                    <Mute
                        what=Muted::Community(post.origin.id)
                        wanted=true
                        label=t::mute_community(lang, &post.origin.name)
                    />
                </li>
            </ul>
            <p class="cluster">
                <a class="link" href="/muted">{t::all_muted(lang)}</a>
                <a class="link" href=format!("/posts/{id}")>{t::cancel(lang)}</a>
            </p>
        </Banner>
    }
}

/// Leads to where something can be muted.
#[component]
pub fn MuteLink(lang: Lang, what: Muted) -> impl IntoView {
    let href = format!("/muted?what={}&id={}", what.word(), what.id());
    view! { <Button variant=Variant::Quiet small=true icon="eye-off" href=href>{t::mute(lang)}</Button> }
}

/// `/muted`: all of it, the last first; `?what=&id=` asks before something is.
#[component]
pub fn MutedPage() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    let (what, id) = (query("what").unwrap_or_default(), query("id").unwrap_or_default());
    page(muted_things(what, id, after), move |MutedSheet { muted, asked }| {
        let asked = asked.map(|view| {
            let label = match view.what {
                Muted::Thread(_) => t::mute_thread(lang).to_owned(),
                Muted::Person(_) => t::mute_person(lang, &view.name),
                Muted::Community(_) => t::mute_community(lang, &view.name),
            };
            view! {
                <Banner title=t::mute(lang)>
                    <p>{t::mute_hint(lang)}</p>
                    <Mute what=view.what wanted=true label />
                </Banner>
            }
        });
        let none = muted.items.is_empty() && muted.next.is_none() && !middle && asked.is_none();
        let none = none.then(|| {
            view! { <EmptyState scene=Scene::Bench title=t::muted_none(lang) text=t::muted_none_text(lang) /> }
        });
        let next = muted.next.map(|next| format!("/muted?after={next}"));
        let first = middle.then(|| "/muted".to_owned());
        let rows = muted.items.into_iter().map(|view| row(lang, view)).collect::<Vec<_>>();
        let list = (!rows.is_empty()).then(|| view! { <ul class="briefs card">{rows}</ul> });
        view! {
            <Title text=t::muted(lang) />
            <PageHeader title=t::muted(lang) lead=t::muted_lead(lang) />
            {asked}
            {none}
            {list}
            <Pagination lang next first />
        }
    })
}

fn row(lang: Lang, dated: Dated<MutedView>) -> impl IntoView {
    let Dated { it: view, when, moment } = dated;
    let kind = match view.what {
        Muted::Thread(_) => t::thread(lang),
        Muted::Person(_) => t::person(lang),
        Muted::Community(_) => t::community(lang),
    };
    let by = view.by.map(|by| format!("{} · ", t::by(lang, &by.name)));
    let name = if view.name.is_empty() { kind.to_owned() } else { view.name };
    let label = t::unmute(lang, &name);
    view! {
        <li class="brief cluster">
            <div>
                <Pill tone=Tone::Neutral label=kind />" "
                <a class="brief-title" href=view.address>{name}</a>
                <p class="muted small">{by}<time datetime=moment>{when}</time></p>
            </div>
            <Mute what=view.what wanted=false label />
        </li>
    }
}

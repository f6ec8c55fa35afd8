//! A post on its own page, with its thread.

use super::{
    api::{PostSheet, post_page},
    card::{Sheet, card},
    confirm::{Confirm, asked},
    pin::Pin,
    reactions::QuickReactions,
    texts as t,
    thread::Thread,
};
use crate::{
    page::{Title, page, param, query},
    ui::PageHeader,
    visit::lang,
};
use domain::id::{CommentId, PostId};
use leptos::prelude::*;

/// `/posts/:id`: `?after=` goes on in the thread, `?comment=` is where a comment stands in it, `?thread=`
/// one comment with all its answers, `?answer=` answers one, `?change=` opens one to change it,
/// `?delete=` asks before something is deleted, `?pin=` until when it is pinned, `?mute=` what one
/// no longer wants to hear of.
#[component]
pub fn PostPage() -> impl IntoView {
    let lang = lang();
    let (after, to_delete) = (query("after"), query("delete"));
    let pinning = query("pin").is_some();
    let muting = query("mute").is_some();
    let named = |name: &str| query(name).and_then(|id| id.parse::<CommentId>().ok());
    let (wanted, thread) = (named("comment"), named("thread"));
    let (change, answer) = (named("change"), named("answer"));
    let load = async move { post_page(param::<PostId>("id")?, after, change, wanted, thread, answer).await };
    page(load, move |PostSheet { post, comments, branch, middle, changing, answering }| {
        let view = post.it.clone();
        let origin = &view.origin;
        let title = match view.post.title.is_empty() {
            true => t::post_of(lang, &view.author.name),
            false => view.post.title.clone(),
        };
        let mute = muting.then(|| view! { <crate::reading::MutePost lang post=view.clone() /> });
        let pin = (pinning && view.pins).then(|| view! { <Pin lang post=view.clone() /> });
        let confirm = asked(to_delete.as_deref(), &view, &comments.items);
        let up = (origin.name.clone(), format!("/communities/{}", origin.slug));
        view! {
            <Title text=title.clone() />
            <PageHeader title up />
            {confirm.map(|what| view! { <Confirm lang post=view.post.id what /> })}
            {pin}
            {mute}
            {card(&Sheet::new(true), post)}
            <Thread lang post=view.clone() comments changing wanted answering branch middle />
            <QuickReactions />
        }
    })
}

//! What stands in a post's card according to its kind, between its words and its reactions.

use super::{announcement, card::Sheet, idea, link, poll, praise, question};
use domain::feed::{Extra, PostView};
use leptos::prelude::*;

pub(super) fn extra(sheet: &Sheet, view: &PostView) -> Option<AnyView> {
    match &view.extra {
        Extra::None => None,
        Extra::Question(question) => question::answer(sheet, view.post.id, question),
        Extra::Idea(idea) => Some(idea::idea(sheet, view, idea)),
        Extra::Poll(poll) => Some(poll::poll(sheet, view.post.id, poll)),
        Extra::Link(link) => Some(link::link(sheet.lang, link)),
        Extra::Praise(people) => Some(praise::praise(sheet.lang, people)),
        Extra::Announcement(announcement) => announcement::announcement(sheet, view.post.id, announcement),
    }
}

//! An announcement in its card: each says that they have read it; its author sees how many have.

use super::{card::Sheet, texts as t};
use crate::{
    forms::PostForm,
    ui::{Button, Icon, Variant},
};
use domain::{feed::AnnouncementView, id::PostId};
use leptos::prelude::*;

pub(super) fn announcement(sheet: &Sheet, post: PostId, announcement: &AnnouncementView) -> Option<AnyView> {
    let lang = sheet.lang;
    let gesture = match (announcement.mine, announcement.confirms) {
        (true, _) => Some(
            view! { <p class="post-done"><Icon name="circle-check" />{t::have_read(lang)}</p> }.into_any(),
        ),
        (false, true) => {
            let form = view! {
                <PostForm action="confirm_reading" of=post.to_string() next=sheet.back(post)>
                    <input type="hidden" name="post" value=post.to_string() />
                    <Button variant=Variant::Primary small=true icon="check">{t::confirm_reading(lang)}</Button>
                </PostForm>
            };
            Some(form.into_any())
        }
        (false, false) => None,
    };
    let count = announcement.confirmed.map(|count| {
        view! { <a class="link" href=format!("/posts/{post}/readers")>{t::count_readers(lang, count)}</a> }
    });
    if gesture.is_none() && count.is_none() {
        return None;
    }
    Some(view! { <div class="post-gesture">{gesture}{count}</div> }.into_any())
}

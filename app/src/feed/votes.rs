//! Who voted what in a named poll.

use super::{
    api::{VotesSheet, votes_page},
    texts as t,
};
use crate::{
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Avatar, PageHeader, Pagination, Size},
    visit::lang,
};
use domain::id::PostId;
use leptos::prelude::*;

/// `/posts/:id/votes`
#[component]
pub fn PostVotes() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    let load = async move {
        let post = param::<PostId>("id")?;
        Ok((post, votes_page(post, after).await?))
    };
    page(load, move |(post, VotesSheet { title, votes }): (PostId, VotesSheet)| {
        let base = format!("/posts/{post}/votes");
        let next = votes.page.next.map(|next| format!("{base}?after={}", percent(&next)));
        let first = middle.then_some(base);
        let rows = votes
            .page
            .items
            .into_iter()
            .map(|row| {
                view! {
                    <li class="cluster">
                        <Avatar name=row.person.name.clone() picture=row.person.picture.clone() size=Size::Small />
                        <a href=row.person.address()>{row.person.name.clone()}</a>
                        <span class="muted">{row.choices.join(", ")}</span>
                    </li>
                }
            })
            .collect::<Vec<_>>();
        let list = (!rows.is_empty()).then(|| view! { <ul class="people">{rows}</ul> });
        view! {
            <Title text=t::who_voted_what(lang) />
            <PageHeader
                title=t::who_voted_what(lang)
                lead=t::voters(lang, votes.voters)
                up=(title, format!("/posts/{post}"))
            />
            {list}
            <Pagination lang next first label=t::more_people(lang) />
        }
    })
}

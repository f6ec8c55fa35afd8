//! Who has read an announcement, and who has not said so.

use super::{
    api::{ReadersSheet, readers_page},
    texts as t,
};
use crate::{
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Avatar, PageHeader, Pagination, Place, Size, Tabs},
    visit::lang,
};
use domain::id::PostId;
use leptos::prelude::*;

/// `/posts/:id/readers`: those who have not yet, or with `?list=confirmed` those who have.
#[component]
pub fn PostReaders() -> impl IntoView {
    let lang = lang();
    let (after, confirmed) = (query("after"), query("list").as_deref() == Some("confirmed"));
    let middle = after.is_some();
    let load = async move {
        let post = param::<PostId>("id")?;
        Ok((post, readers_page(post, confirmed, after).await?))
    };
    page(load, move |(post, sheet): (PostId, ReadersSheet)| {
        let base = format!("/posts/{post}/readers");
        let base = if confirmed { format!("{base}?list=confirmed") } else { base };
        let glue = if confirmed { '&' } else { '?' };
        let next = sheet.people.next.map(|next| format!("{base}{glue}after={}", percent(&next)));
        let first = middle.then(|| base.clone());
        let nobody = (sheet.people.items.is_empty() && !middle && next.is_none()).then(|| {
            let text = if confirmed { t::nobody_has_read(lang) } else { t::everybody_has_read(lang) };
            view! { <p class="muted">{text}</p> }
        });
        let rows = sheet
            .people
            .items
            .into_iter()
            .map(|(person, at)| {
                let at = at
                    .map(|(when, moment)| view! { <time class="muted small" datetime=moment>{when}</time> });
                view! {
                    <li class="cluster">
                        <Avatar name=person.name.clone() picture=person.picture.clone() size=Size::Small />
                        <a href=person.address()>{person.name.clone()}</a>
                        {at}
                    </li>
                }
            })
            .collect::<Vec<_>>();
        let list = (!rows.is_empty()).then(|| view! { <ul class="people">{rows}</ul> });
        let places = vec![
            Place::new(t::not_read(lang), format!("/posts/{post}/readers"), "").current(!confirmed),
            Place::new(t::has_read(lang), format!("/posts/{post}/readers?list=confirmed"), "")
                .current(confirmed),
        ];
        view! {
            <Title text=t::readers(lang) />
            <PageHeader
                title=t::readers(lang)
                lead=t::read_by(lang, sheet.confirmed, sheet.members)
                up=(sheet.title, format!("/posts/{post}"))
            />
            <Tabs label=t::readers(lang) places />
            {nobody}
            {list}
            <Pagination lang next first label=t::more_people(lang) />
        }
    })
}

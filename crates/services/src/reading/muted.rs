//! What one muted, to be heard of again.

use super::taste::taste;
use crate::{
    Context, communities,
    error::{Error, Result},
    feed, people,
};
use domain::{
    Actor, Reason,
    feed::PAGE,
    id::CommunityId,
    page::Page,
    policy::{Action, judge},
    reading::{Muted, MutedView, one_line},
};
use jiff::Timestamp;

/// Characters of a post without a title.
const LINE: usize = 90;

/// A page of what the actor muted, the last one first. What has gone, or is no longer theirs to see, is
/// left out without a word.
pub async fn muted(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<MutedView>> {
    let page = taste(ctx, actor.person).await?.muted(cursor, PAGE);
    let thread =
        |(what, _): &(Muted, Timestamp)| if let Muted::Thread(post) = what { Some(*post) } else { None };
    let threads: Vec<_> = page.items.iter().filter_map(thread).collect();
    let posts = feed::some(ctx, actor, &threads).await?;
    let person =
        |(what, _): &(Muted, Timestamp)| if let Muted::Person(who) = what { Some(*who) } else { None };
    let people: Vec<_> = page.items.iter().filter_map(person).collect();
    let names = people::names(ctx, &people).await?;
    let mut items = Vec::with_capacity(page.items.len());
    for (what, at) in page.items {
        items.extend(match what {
            Muted::Thread(id) => posts.iter().find(|view| view.post.id == id).map(|view| {
                let post = &view.post;
                let name =
                    if post.title.is_empty() { one_line(&post.html, LINE) } else { post.title.clone() };
                MutedView { what, name, by: Some(view.author.clone()), address: format!("/posts/{id}"), at }
            }),
            Muted::Person(id) => {
                let name = names.of(id);
                Some(MutedView { what, address: name.address(), name: name.name, by: None, at })
            }
            Muted::Community(id) => community(ctx, actor, id, at).await?,
        });
    }
    Ok(Page { items, next: page.next })
}

/// What the actor might mute, named before they do.
pub async fn to_mute(ctx: &Context, actor: &Actor, what: Muted) -> Result<MutedView> {
    let at = ctx.now();
    match what {
        Muted::Thread(id) => {
            let view = feed::post(ctx, actor, id).await?;
            let name = if view.post.title.is_empty() {
                one_line(&view.post.html, LINE)
            } else {
                view.post.title.clone()
            };
            Ok(MutedView { what, name, by: Some(view.author), address: format!("/posts/{id}"), at })
        }
        Muted::Person(id) if id == actor.person => Err(Reason::Forbidden.into()),
        Muted::Person(id) => {
            let name = people::person(ctx, actor, id).await?.card.name;
            Ok(MutedView { what, name, by: None, address: format!("/people/{id}"), at })
        }
        Muted::Community(id) => {
            community(ctx, actor, id, at).await?.ok_or_else(|| Error::from(Reason::NotFound))
        }
    }
}

/// Whether the actor muted `what`.
pub async fn is_muted(ctx: &Context, actor: &Actor, what: Muted) -> Result<bool> {
    Ok(taste(ctx, actor.person).await?.mutes(what))
}

async fn community(
    ctx: &Context,
    actor: &Actor,
    id: CommunityId,
    at: Timestamp,
) -> Result<Option<MutedView>> {
    let found = match communities::found(ctx, id).await {
        Ok(found) => found,
        Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let view = || MutedView {
        what: Muted::Community(id),
        name: found.name.clone(),
        by: None,
        address: format!("/communities/{}", found.slug),
        at,
    };
    Ok(judge(actor, Action::Look, &found.place).is_allowed().then(view))
}

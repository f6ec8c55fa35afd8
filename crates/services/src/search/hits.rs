//! What was found, read again: as it is now, and by whom it may be read now.

use super::{
    doc::{Doc, Subject},
    read,
};
use crate::{
    Context, communities,
    error::{Error, Result},
    feed, people,
};
use domain::{
    Actor, Reason,
    feed::Origin,
    policy::{Action, judge},
    search::{Address, Asked, Hit},
};
use finder::Marker;
use jiff::Timestamp;

/// Those of `subjects` that `actor` may read, in their order.
pub(super) async fn hits(
    ctx: &Context,
    actor: &Actor,
    subjects: &[Subject],
    asked: &Asked,
) -> Result<Vec<Hit>> {
    let docs = read::docs(ctx, subjects).await?;
    let authors: Vec<_> = docs.iter().filter_map(|doc| doc.author).collect();
    let names = people::names(ctx, &authors).await?;
    let mut marker = Marker::new(asked);
    let mut hits = Vec::with_capacity(docs.len());
    for doc in docs {
        let Some(origin) = origin(ctx, actor, &doc).await? else { continue };
        hits.push(Hit {
            address: match doc.subject {
                Subject::Post(post) => Address::Post(post, doc.kind.unwrap_or_default()),
                Subject::Comment(post, comment) => Address::Comment(post, comment),
                Subject::Event(event) => Address::Event(event),
                Subject::Community(_) => Address::Community,
            },
            title: match doc.subject {
                Subject::Comment(..) => Marker::new(&Asked::default()).whole(&doc.title),
                _ => marker.whole(&doc.title),
            },
            excerpt: marker.excerpt(&doc.body),
            author: doc.author.map(|author| names.of(author)),
            origin,
            at: moment(doc.at),
        });
    }
    Ok(hits)
}

/// The community of `doc`, when `actor` may find it there; of what they read through a federation alone,
/// the one its feed names.
async fn origin(ctx: &Context, actor: &Actor, doc: &Doc) -> Result<Option<Origin>> {
    let found = match communities::found(ctx, doc.community).await {
        Ok(found) => found,
        Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let action = match doc.subject {
        Subject::Post(_) => return feed::standing(ctx, actor, &found, doc.public, &doc.shared).await,
        Subject::Community(_) => Action::Look,
        Subject::Comment(..) | Subject::Event(_) => Action::Read,
    };
    let origin =
        || Origin { id: found.id, slug: found.slug.clone(), name: found.name.clone(), hue: found.hue };
    Ok(judge(actor, action, &found.place).is_allowed().then(origin))
}

fn moment(millis: u64) -> Timestamp {
    i64::try_from(millis).ok().and_then(|millis| Timestamp::from_millisecond(millis).ok()).unwrap_or_default()
}

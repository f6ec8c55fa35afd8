//! A community as a text file, for those who answer for it.

use super::{House, forms, visitors};
use app::communities::life::export;
use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use domain::{
    Actor, Lang,
    id::{MediaId, PersonId, PostId},
};
use futures::stream;
use services::{Context, Error, communities::life, media::Whole};
use std::sync::Arc;

/// The file, sent as it is read: a page of posts at a time, however many there are. One that does not
/// end with its last line was cut.
pub async fn community(State(house): State<House>, Path(slug): Path<String>, request: Request) -> Response {
    let Opened { name, first, rest } = match open(&house, slug, request).await {
        Ok(opened) => opened,
        Err(status) => return status.into_response(),
    };
    let name = format!("attachment; filename=\"{name}.md\"");
    let posts = stream::unfold(rest, |mut rest| async move {
        let part = rest.part().await.transpose()?;
        Some((part.map(Bytes::from), rest))
    });
    let first = stream::once(async move { Ok::<_, Error>(Bytes::from(first)) });
    let body = Body::from_stream(futures::StreamExt::chain(first, posts));
    let headers = [
        (header::CONTENT_TYPE, "text/markdown; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    (headers, body).into_response()
}

/// A community, about to be taken along.
pub(super) struct Opened {
    /// What the file is called, without its ending.
    pub(super) name: String,
    /// The beginning of the text.
    pub(super) first: String,
    pub(super) rest: Rest,
}

/// Who asks, for which community; the status when it is not for them.
pub(super) async fn open(house: &House, slug: String, request: Request) -> Result<Opened, StatusCode> {
    let (parts, _) = request.into_parts();
    let client = visitors::client(house, &parts);
    let visit = visitors::visit(house, &parts, &client).await;
    let actor = visit.actor.ok_or(StatusCode::NOT_FOUND)?;
    let (ctx, lang) = (house.ctx.clone(), visit.lang);
    let head = life::export_head(&ctx, &actor, &slug).await;
    let head = head.map_err(|error| forms::status(&error.failure()))?;
    Ok(Opened {
        name: head.found.slug.clone(),
        first: export::head(lang, ctx.zone(), ctx.now(), &head),
        rest: Rest { ctx, person: actor.person, lang, slug, next: Next::Decisions(None), beside: None },
    })
}

/// What has still to be sent.
pub(super) struct Rest {
    ctx: Context,
    person: PersonId,
    lang: Lang,
    slug: String,
    next: Next,
    /// Pictures and files of the posts that were sent, each with its place in its post, where they are
    /// taken along too.
    beside: Option<Vec<(PostId, usize, MediaId)>>,
}

enum Next {
    /// What was decided, after a cursor.
    Decisions(Option<String>),
    /// The posts after a cursor.
    Posts(Option<String>),
    End,
    Nothing,
}

impl Rest {
    /// The same, with pictures and files.
    pub(super) fn packed(self) -> Rest {
        Rest { beside: Some(Vec::new()), ..self }
    }

    /// What is to be packed, of the posts that were sent until now.
    pub(super) fn beside(&mut self) -> Vec<(PostId, usize, MediaId)> {
        self.beside.take().unwrap_or_default()
    }

    /// Where some of it lies.
    pub(super) async fn whole(&self, media: &[MediaId]) -> Result<Vec<Whole>, Error> {
        let actor = self.actor().await?;
        life::export_media(&self.ctx, &actor, &self.slug, media).await
    }

    /// The next part; none once all was sent, or after a failure.
    pub(super) async fn part(&mut self) -> Result<Option<String>, Error> {
        let (text, next) = match std::mem::replace(&mut self.next, Next::Nothing) {
            Next::Nothing => return Ok(None),
            Next::End => (export::end(self.lang), Next::Nothing),
            Next::Decisions(after) => self.decisions(after.as_deref()).await?,
            Next::Posts(after) => self.posts(after.as_deref()).await?,
        };
        self.next = next;
        Ok(Some(text))
    }

    async fn decisions(&self, after: Option<&str>) -> Result<(String, Next), Error> {
        let actor = self.actor().await?;
        let page = life::export_decisions(&self.ctx, &actor, &self.slug, after).await?;
        let (zone, now) = (self.ctx.zone(), self.ctx.now());
        let mut text: String =
            page.items.iter().map(|one| export::decision(self.lang, zone, now, one)).collect();
        if page.next.is_some() {
            return Ok((text, Next::Decisions(page.next)));
        }
        text.push_str(&export::posts(self.lang));
        Ok((text, Next::Posts(None)))
    }

    async fn posts(&mut self, after: Option<&str>) -> Result<(String, Next), Error> {
        let actor = self.actor().await?;
        let page = life::export_posts(&self.ctx, &actor, &self.slug, after).await?;
        let (zone, now) = (self.ctx.zone(), self.ctx.now());
        let packed = self.beside.is_some();
        let text = page.items.iter().map(|post| export::post(self.lang, zone, now, post, packed)).collect();
        if let Some(beside) = &mut self.beside {
            for post in &page.items {
                let numbered = post.media.iter().enumerate();
                beside.extend(numbered.map(|(place, media)| (post.id, place + 1, *media)));
            }
        }
        Ok((text, page.next.map_or(Next::End, |next| Next::Posts(Some(next)))))
    }

    /// Who asks, as they are now: who stopped answering for it meanwhile reads no further.
    async fn actor(&self) -> Result<Arc<Actor>, Error> {
        services::accounts::actor(&self.ctx, self.person).await
    }
}

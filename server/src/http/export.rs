//! A community as a text file, for those who answer for it.

use super::{House, visitors};
use app::communities::life::export;
use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use domain::{Actor, Lang};
use futures::stream;
use services::{Context, Error, communities::life};
use std::sync::Arc;

/// The file, sent as it is read: a page of posts at a time, however many there are. One that does not
/// end with its last line was cut.
pub async fn community(State(house): State<House>, Path(slug): Path<String>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let client = visitors::client(&house, &parts);
    let visit = visitors::visit(&house, &parts, &client).await;
    let Some(actor) = visit.actor else { return StatusCode::NOT_FOUND.into_response() };
    let (ctx, lang) = (house.ctx.clone(), visit.lang);
    let head = match life::export_head(&ctx, &actor, &slug).await {
        Ok(head) => head,
        Err(error) => return refused(&error),
    };
    let name = format!("attachment; filename=\"{}.md\"", head.found.slug);
    let first = export::head(lang, ctx.zone(), ctx.now(), &head);
    let rest = Rest { ctx, actor, lang, slug, next: Next::Decisions(None) };
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

fn refused(error: &Error) -> Response {
    let status = StatusCode::from_u16(error.failure().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    status.into_response()
}

/// What has still to be sent.
struct Rest {
    ctx: Context,
    actor: Arc<Actor>,
    lang: Lang,
    slug: String,
    next: Next,
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
    /// The next part; none once all was sent, or after a failure.
    async fn part(&mut self) -> Result<Option<String>, Error> {
        let next = std::mem::replace(&mut self.next, Next::Nothing);
        match next {
            Next::Nothing => return Ok(None),
            Next::End => return Ok(Some(export::end(self.lang))),
            Next::Decisions(_) | Next::Posts(_) => {}
        }
        // Who stopped answering for it meanwhile reads no further.
        let actor = services::accounts::actor(&self.ctx, self.actor.person).await?;
        let (zone, now, lang) = (self.ctx.zone(), self.ctx.now(), self.lang);
        let (text, then) = match next {
            Next::Decisions(after) => {
                let page = life::export_decisions(&self.ctx, &actor, &self.slug, after.as_deref()).await?;
                let told = page.items.iter().map(|it| export::decision(lang, zone, now, it));
                let mut text: String = told.collect();
                match page.next {
                    Some(next) => (text, Next::Decisions(Some(next))),
                    None => {
                        text.push_str(&export::posts(lang));
                        (text, Next::Posts(None))
                    }
                }
            }
            Next::Posts(after) => {
                let page = life::export_posts(&self.ctx, &actor, &self.slug, after.as_deref()).await?;
                let text = page.items.iter().map(|post| export::post(lang, zone, now, post)).collect();
                (text, page.next.map_or(Next::End, |next| Next::Posts(Some(next))))
            }
            Next::End | Next::Nothing => return Ok(None),
        };
        self.next = then;
        Ok(Some(text))
    }
}

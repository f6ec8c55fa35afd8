//! The stream that tells an open page what changed: topics, never content.

use super::{House, visitors};
use axum::{
    extract::{Request, State},
    http::StatusCode,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use domain::{
    Actor,
    live::Signal,
    policy::{Action, Verdict, judge},
};
use futures::stream;
use std::{collections::HashSet, convert::Infallible, sync::Arc, time::Duration};
use tokio::{sync::broadcast::error::RecvError, time::Instant};

/// A stream lives this long, then the browser opens another: a session that ended meanwhile, or a
/// role that was taken away, does not listen for ever.
const LIFE: Duration = Duration::from_secs(600);
/// Topics of one page.
const MOST_TOPICS: usize = 60;

struct Listener {
    house: House,
    actor: Arc<Actor>,
    topics: HashSet<String>,
    signals: tokio::sync::broadcast::Receiver<Signal>,
    until: Instant,
}

pub async fn stream(State(house): State<House>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let client = visitors::client(&house, &parts);
    let visit = visitors::visit(&house, &parts, &client).await;
    let Some(actor) = visit.actor else { return StatusCode::UNAUTHORIZED.into_response() };
    let asked = parts.uri.query().unwrap_or_default();
    let asked: Vec<(String, String)> = serde_urlencoded::from_str(asked).unwrap_or_default();
    let topics = asked.iter().find(|(name, _)| name == "topics").map(|(_, topics)| topics.as_str());
    let topics = topics.unwrap_or_default().split(',').take(MOST_TOPICS).map(str::to_owned).collect();
    let signals = house.ctx.live().listen();
    let listener = Listener { house, actor, topics, signals, until: Instant::now() + LIFE };
    let events = stream::unfold(listener, |mut listener| async move {
        let topic = listener.next().await?;
        Some((Ok::<_, Infallible>(Event::default().data(topic)), listener))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20))).into_response()
}

impl Listener {
    /// The next topic of this page that changed and that the person may see; `*` when signals were
    /// missed. `None` ends the stream.
    async fn next(&mut self) -> Option<String> {
        loop {
            let received = tokio::time::timeout_at(self.until, self.signals.recv()).await.ok()?;
            match received {
                Ok(signal) => {
                    let topic = topic(&signal);
                    if self.topics.contains(&topic) && self.may_see(&signal).await {
                        return Some(topic);
                    }
                }
                Err(RecvError::Lagged(_)) => return Some("*".to_owned()),
                Err(RecvError::Closed) => return None,
            }
        }
    }

    async fn may_see(&self, signal: &Signal) -> bool {
        let community = match *signal {
            Signal::Post { community, .. } | Signal::Feed { community } | Signal::Event { community, .. } => {
                community
            }
            Signal::Ride { .. } => return !self.actor.is_partner(),
        };
        match services::communities::found(&self.house.ctx, community).await {
            Ok(found) => judge(&self.actor, Action::Read, &found.place) == Verdict::Allowed,
            Err(_) => false,
        }
    }
}

/// The name under which pages ask for it.
fn topic(signal: &Signal) -> String {
    match signal {
        Signal::Post { post, .. } => format!("post:{post}"),
        Signal::Feed { community } => format!("feed:{community}"),
        Signal::Event { event, .. } => format!("event:{event}"),
        Signal::Ride { journey, .. } => format!("ride:{journey}"),
    }
}

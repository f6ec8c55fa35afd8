//! The stream that tells an open page what changed: topics, never content.

use super::{House, visitors};
use crate::listen::Closing;
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
    live::{Mark, Signal, TOPICS_MOST},
    policy::{Action, Verdict, judge},
};
use futures::stream;
use services::live::Listening;
use std::{
    collections::{HashSet, VecDeque},
    convert::Infallible,
    sync::Arc,
    time::Duration,
};
use tokio::{sync::broadcast::error::RecvError, time::Instant};

/// A stream lives this long, then the browser opens another: a session that ended meanwhile, or a
/// role that was taken away, does not listen for ever.
const LIFE: Duration = Duration::from_secs(600);
/// The topic that stands for all of them.
const EVERYTHING: &str = "*";

struct Listener {
    house: House,
    actor: Arc<Actor>,
    topics: HashSet<String>,
    /// What came while the page was not listening.
    missed: VecDeque<(Mark, Signal)>,
    /// More came than anybody remembers: the page is to ask for everything again, now.
    lost: Option<Mark>,
    signals: tokio::sync::broadcast::Receiver<(Mark, Signal)>,
    until: Instant,
    closing: Closing,
}

pub async fn stream(State(house): State<House>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let client = visitors::client(&house, &parts);
    let visit = visitors::visit(&house, &parts, &client).await;
    let Some(actor) = visit.actor else { return StatusCode::UNAUTHORIZED.into_response() };
    let asked = parts.uri.query().unwrap_or_default();
    let asked: Vec<(String, String)> = serde_urlencoded::from_str(asked).unwrap_or_default();
    let topics = asked.iter().find(|(name, _)| name == "topics").map(|(_, topics)| topics.as_str());
    let topics = topics.unwrap_or_default().split(',').take(TOPICS_MOST).map(str::to_owned).collect();
    // A browser that was cut off says what it heard last; before that, the page says when it was drawn.
    let heard = parts.headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let drawn = asked.iter().find(|(name, _)| name == "since").map(|(_, since)| since.as_str());
    let since = heard.or(drawn).filter(|since| !since.is_empty());
    let now = house.ctx.live().mark();
    let Listening { missed, coming } = house.ctx.live().listen(since.and_then(|since| since.parse().ok()));
    let lost = (since.is_some() && missed.is_none()).then_some(now);
    let closing = house.closing.clone();
    let listener = Listener {
        house,
        actor,
        topics,
        missed: missed.unwrap_or_default().into(),
        lost,
        signals: coming,
        until: Instant::now() + LIFE,
        closing,
    };
    let events = stream::unfold(listener, |mut listener| async move {
        let (mark, topic) = listener.next().await?;
        Some((Ok::<_, Infallible>(Event::default().id(mark.to_string()).data(topic)), listener))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20))).into_response()
}

impl Listener {
    /// The next topic of this page that changed and that the person may see, with its mark; `*` when
    /// signals were missed that nobody remembers. `None` ends the stream.
    async fn next(&mut self) -> Option<(Mark, String)> {
        if let Some(mark) = self.lost.take() {
            return Some((mark, EVERYTHING.to_owned()));
        }
        loop {
            let (mark, signal) = match self.missed.pop_front() {
                Some(missed) => missed,
                None => match self.coming().await? {
                    Ok(news) => news,
                    Err(RecvError::Lagged(_)) => {
                        return Some((self.house.ctx.live().mark(), EVERYTHING.to_owned()));
                    }
                    Err(RecvError::Closed) => return None,
                },
            };
            let topic = topic(&signal);
            if self.topics.contains(&topic) && self.may_see(&signal).await {
                // Of a burst about one thing, the last word is enough; new posts are counted.
                if !matches!(signal, Signal::Feed { .. }) {
                    self.missed.retain(|(_, later)| self::topic(later) != topic);
                }
                return Some((mark, topic));
            }
        }
    }

    /// What comes next; `None` when the stream has lived its life or the house closes.
    async fn coming(&mut self) -> Option<Result<(Mark, Signal), RecvError>> {
        tokio::select! {
            received = self.signals.recv() => Some(received),
            () = tokio::time::sleep_until(self.until) => None,
            () = self.closing.told() => None,
        }
    }

    async fn may_see(&self, signal: &Signal) -> bool {
        // Who they are may have changed since the page was opened: a partner's last day ends at midnight.
        let Ok(actor) = services::accounts::actor(&self.house.ctx, self.actor.person).await else {
            return false;
        };
        let community = match *signal {
            Signal::Post { community, .. } | Signal::Feed { community } | Signal::Event { community, .. } => {
                community
            }
            Signal::Ride { .. } => return !actor.is_partner(),
        };
        match services::communities::found(&self.house.ctx, community).await {
            Ok(found) => judge(&actor, Action::Read, &found.place) == Verdict::Allowed,
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

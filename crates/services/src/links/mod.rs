//! Pages that people link to: looked at once by this house, so that those who read the link see what
//! is behind it and their browsers ask nobody.
//!
//! Somebody else chose the address, so nothing about it is trusted: [`doors`] says where a request
//! may go, [`fetch`] how much is read of what answers, [`page`] what is taken from it.

mod doors;
mod fetch;
mod page;
#[cfg(test)]
mod tests;
mod turn;

pub use doors::{Doors, Nowhere};
pub use page::Said;

use bytes::Bytes;
use fetch::Fetch;
use std::{sync::Arc, time::Duration};

/// For the page, its redirections and its picture together.
const TIME: Duration = Duration::from_secs(5);
/// For its turn, while others of its host, or several others, are looked at.
const QUEUE: Duration = Duration::from_secs(45);
/// Read of a page: what it says of itself stands at its beginning.
const PAGE_MAX: usize = 512_000;
/// A picture that is heavier is left out.
const PICTURE_MAX: usize = 5_000_000;

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub said: Said,
    /// As it came: to be drawn again.
    pub picture: Option<Bytes>,
}

/// Why there is nothing to show of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missed {
    /// It did not answer, or could not: it may another time.
    NotNow,
    /// It may not be asked, is no page, or says nothing of itself.
    NotAtAll,
}

/// Looks at pages.
#[derive(Clone)]
pub struct Links {
    doors: Arc<dyn Doors>,
    time: Duration,
}

impl Links {
    /// The web, and nothing else.
    pub fn public() -> Links {
        Links::through(Arc::new(doors::Public))
    }

    pub fn through(doors: Arc<dyn Doors>) -> Links {
        Links { doors, time: TIME }
    }

    /// What the page at `url` says of itself, if it answers in time, is one, and says anything. A picture
    /// that does not come is no reason to have no words.
    pub(crate) async fn look(&self, url: &str) -> Result<Found, Missed> {
        let host = reqwest::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
        let host = host.ok_or(Missed::NotAtAll)?;
        let turn = turn::take(&host, tokio::time::Instant::now() + QUEUE).await;
        let _turn = turn.ok_or(Missed::NotNow)?;
        let fetch = Fetch { doors: self.doors.as_ref(), until: tokio::time::Instant::now() + self.time };
        let page = match fetch.get(url, fetch::Wanted::Page, PAGE_MAX).await {
            Ok(page) => page,
            Err(why) => {
                // The host alone: what people link to is theirs.
                tracing::debug!(host, ?why, "a page was not looked at");
                return Err(if why.passes() { Missed::NotNow } else { Missed::NotAtAll });
            }
        };
        let said = page::read(&page.bytes, page.charset.as_deref());
        if said.title.is_empty() && said.description.is_empty() {
            return Err(Missed::NotAtAll);
        }
        let address = said.picture.as_deref().and_then(|address| page.url.join(address).ok());
        let picture = match address {
            Some(address) => fetch.get(address.as_str(), fetch::Wanted::Picture, PICTURE_MAX).await.ok(),
            None => None,
        };
        Ok(Found { said, picture: picture.map(|picture| picture.bytes) })
    }
}

//! Few pages are looked at at once, and one of each host: this house is nobody's crowd.

use std::{
    collections::BTreeSet,
    sync::{LazyLock, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    time::{Instant, sleep, timeout_at},
};

/// Of all hosts.
static SEATS: Semaphore = Semaphore::const_new(4);
static BUSY: LazyLock<Mutex<BTreeSet<String>>> = LazyLock::new(Mutex::default);
/// Between two looks whether a host is free.
const PAUSE: Duration = Duration::from_millis(100);

/// The turn of a host; over when it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    host: String,
    _seat: SemaphorePermit<'static>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        BUSY.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.host);
    }
}

/// Waits for a turn at `host`; `None` when none comes before `until`.
pub(super) async fn take(host: &str, until: Instant) -> Option<Turn> {
    while !BUSY.lock().unwrap_or_else(PoisonError::into_inner).insert(host.to_owned()) {
        if Instant::now() >= until {
            return None;
        }
        sleep(PAUSE).await;
    }
    let free = Free(host);
    let seat = timeout_at(until, SEATS.acquire()).await.ok()?.ok()?;
    std::mem::forget(free);
    Some(Turn { host: host.to_owned(), _seat: seat })
}

/// Gives the host back when no seat comes, or nobody waits any more.
struct Free<'a>(&'a str);

impl Drop for Free<'_> {
    fn drop(&mut self) {
        BUSY.lock().unwrap_or_else(PoisonError::into_inner).remove(self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_host_is_asked_by_one_at_a_time() {
        let soon = || Instant::now() + Duration::from_millis(250);
        let first = take("un.test", soon()).await.unwrap();
        assert!(take("un.test", soon()).await.is_none());
        assert!(take("deux.test", soon()).await.is_some());
        drop(first);
        assert!(take("un.test", soon()).await.is_some());
    }
}

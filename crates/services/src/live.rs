//! What open pages are told: one broadcast in the process, and the news of the last minutes, for
//! pages that were not listening when it came.

use domain::live::{Mark, Signal};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::broadcast;
use ulid::Ulid;

/// Signals a slow page may lag behind by before it is told to ask for everything again.
const BACKLOG: usize = 1024;
/// Signals remembered for pages that come back: minutes on a busy day, 64 bytes each.
const REMEMBERED: usize = 8192;

/// The bell of the house. Ringing never waits and never fails: the page is right without it.
#[derive(Clone, Debug)]
pub struct Live {
    bell: broadcast::Sender<(Mark, Signal)>,
    past: Arc<Mutex<Past>>,
}

#[derive(Debug)]
struct Past {
    /// Where the news stands now.
    mark: Mark,
    /// Oldest first, the last one being `mark`'s.
    signals: VecDeque<Signal>,
}

/// What a page missed, and what comes.
#[derive(Debug)]
pub struct Listening {
    /// Since the page was drawn, oldest first; `None` when nobody knows any more.
    pub missed: Option<Vec<(Mark, Signal)>>,
    pub coming: broadcast::Receiver<(Mark, Signal)>,
}

impl Default for Live {
    fn default() -> Self {
        // Marks of another run of the program mean nothing in this one.
        let run = u64::try_from(Ulid::new().0 & u128::from(u64::MAX)).unwrap_or_default();
        let past = Past { mark: Mark { run, number: 0 }, signals: VecDeque::new() };
        Live { bell: broadcast::channel(BACKLOG).0, past: Arc::new(Mutex::new(past)) }
    }
}

impl Live {
    pub fn ring(&self, signal: Signal) {
        let mut past = self.past();
        past.mark.number += 1;
        past.signals.push_back(signal);
        if past.signals.len() > REMEMBERED {
            past.signals.pop_front();
        }
        // Nobody listening is no fault. Under the lock, so that the order is the numbers'.
        let _ = self.bell.send((past.mark, signal));
    }

    /// Where the news stands. To be noted before a page reads what it shows: it is then told of
    /// whatever changes after.
    pub fn mark(&self) -> Mark {
        self.past().mark
    }

    /// What came after `since` and what comes from now on, with nothing between.
    pub fn listen(&self, since: Option<Mark>) -> Listening {
        let past = self.past();
        Listening { missed: since.and_then(|since| past.after(since)), coming: self.bell.subscribe() }
    }

    fn past(&self) -> MutexGuard<'_, Past> {
        self.past.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Past {
    fn after(&self, since: Mark) -> Option<Vec<(Mark, Signal)>> {
        let missed = self.mark.number.checked_sub(since.number).filter(|_| since.run == self.mark.run)?;
        let missed = usize::try_from(missed).ok().filter(|missed| *missed <= self.signals.len())?;
        let numbers = since.number + 1..;
        let signals = self.signals.iter().skip(self.signals.len() - missed);
        Some(numbers.map(|number| Mark { number, ..since }).zip(signals.copied()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::id::CommunityId;

    fn signal(n: u128) -> Signal {
        Signal::Feed { community: CommunityId::new(Ulid(n)) }
    }

    #[test]
    fn a_page_that_comes_back_is_told_what_it_missed() {
        let live = Live::default();
        live.ring(signal(1));
        let drawn = live.mark();
        live.ring(signal(2));
        live.ring(signal(3));
        let missed = live.listen(Some(drawn)).missed.unwrap();
        assert_eq!(missed.iter().map(|(_, signal)| *signal).collect::<Vec<_>>(), [signal(2), signal(3)]);
        assert_eq!(missed.last().unwrap().0, live.mark());
        assert_eq!(live.listen(Some(live.mark())).missed, Some(Vec::new()));
    }

    #[test]
    fn what_nobody_remembers_is_not_made_up() {
        let live = Live::default();
        let drawn = live.mark();
        for n in 0..=REMEMBERED {
            live.ring(signal(u128::try_from(n).unwrap()));
        }
        assert_eq!(live.listen(Some(drawn)).missed, None);
        assert_eq!(live.listen(None).missed, None);
        let other = Mark { run: live.mark().run.wrapping_add(1), ..live.mark() };
        assert_eq!(live.listen(Some(other)).missed, None, "of another run");
        let ahead = Mark { number: live.mark().number + 1, ..live.mark() };
        assert_eq!(live.listen(Some(ahead)).missed, None);
    }
}

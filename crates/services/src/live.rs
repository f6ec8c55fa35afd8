//! What open pages are told: one broadcast in the process.

use domain::live::Signal;
use tokio::sync::broadcast;

/// Signals a slow page may lag behind by before it is told to ask for everything again.
const BACKLOG: usize = 1024;

/// The bell of the house. Ringing never waits and never fails: the page is right without it.
#[derive(Clone, Debug)]
pub struct Live(broadcast::Sender<Signal>);

impl Default for Live {
    fn default() -> Self {
        Live(broadcast::channel(BACKLOG).0)
    }
}

impl Live {
    pub fn ring(&self, signal: Signal) {
        // Nobody listening is no fault.
        let _ = self.0.send(signal);
    }

    pub fn listen(&self) -> broadcast::Receiver<Signal> {
        self.0.subscribe()
    }
}

//! One process serves a remote store at a time (decision 22). A store on disk or in memory is one
//! process's as it is.

use crate::config::{Settings, Store};
use services::db::{Db, Holder, LASTS, Lease};
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

/// Between two renewals.
const BEAT: Duration = Duration::from_secs(5);
/// Without a renewal for this long the house closes: what is left of the lease is for the requests
/// that are under way.
const GIVEN_UP: Duration = Duration::from_secs(15);

/// Takes the lease of a remote store; `None` where none is needed. One that was left by a process
/// that was killed is waited for.
pub async fn take(settings: &Settings, db: &Db) -> Result<Option<Lease>, String> {
    if !matches!(settings.store, Store::Remote(_)) {
        return Ok(None);
    }
    let mut before: Option<Holder> = None;
    loop {
        if let Some(lease) = db.take_lease(&label(), LASTS).await.map_err(unanswered)? {
            return Ok(Some(lease));
        }
        let Some(holder) = db.lease_holder().await.map_err(unanswered)? else { continue };
        match &before {
            Some(before) if before.until != holder.until => return Err(refusal(&holder)),
            Some(_) => {}
            None => tracing::info!(holder.label, "another process serves this store, or was killed: waiting"),
        }
        before = Some(holder);
        // Longer than between two renewals: one that lives has shown it by then.
        sleep(BEAT + Duration::from_secs(1)).await;
    }
}

/// Renews the lease for as long as the house is open; ends when it is lost, or nobody can tell.
pub async fn keep(lease: &Lease) {
    let mut renewed = Instant::now();
    loop {
        sleep(BEAT).await;
        match timeout(BEAT, lease.renew()).await {
            Ok(Ok(true)) => renewed = Instant::now(),
            Ok(Ok(false)) => {
                tracing::error!("another process took this store over");
                return;
            }
            Ok(Err(error)) => tracing::warn!(%error, "the lease was not renewed"),
            Err(_) => tracing::warn!("the store does not answer: the lease was not renewed"),
        }
        if renewed.elapsed() >= GIVEN_UP {
            tracing::error!("the lease could not be renewed: another process may take this store over");
            return;
        }
    }
}

/// For commands that would write beside the memory of a process that serves: they are given there.
pub async fn nobody_serves(settings: &Settings, db: &Db) -> Result<(), String> {
    if !matches!(settings.store, Store::Remote(_)) {
        return Ok(());
    }
    match db.lease_holder().await.map_err(unanswered)?.filter(|holder| holder.live) {
        None => Ok(()),
        Some(holder) => Err(format!(
            "the store is served by {}: give this command there, with the same --data, or stop that process \
             first",
            holder.label
        )),
    }
}

fn refusal(holder: &Holder) -> String {
    format!(
        "the store is served by {} already. One process serves a store: what one keeps in memory would not \
         follow what the other writes. Stop that one first",
        holder.label
    )
}

fn unanswered(error: services::Error) -> String {
    format!("the store does not answer: {error}")
}

/// How people find the process.
fn label() -> String {
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let host = host.trim();
    format!("process {} on {}", std::process::id(), if host.is_empty() { "an unnamed machine" } else { host })
}

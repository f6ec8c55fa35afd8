//! `preau serve`

use super::Outcome;
use crate::{
    config::{Serve, Settings},
    control::{self, Desk},
    http::{self, Assets, House},
    listen::{self, Close},
};
use services::db::Lease;
use std::{process::ExitCode, sync::Arc, time::Duration};
use tokio::{net::TcpListener, task::JoinHandle};

/// Between two sweeps of what was uploaded and never posted, and of what has served its time.
const SWEEP: Duration = Duration::from_secs(3600);

pub async fn run(settings: &Settings, serve: Serve) -> Outcome {
    let assets = Assets::read(&serve.assets).map_err(|error| {
        format!("the browser's files are not in {} ({error}): run `make assets`", serve.assets.display())
    })?;
    let db = super::store(settings).await?;
    let lease = super::lease::take(settings, &db).await?;
    let ctx = super::over(db, settings).await?;
    ctx.limit_files(usize::try_from(serve.file_limit_mb).unwrap_or(25).saturating_mul(1_000_000));
    if serve.link_previews {
        ctx.look_at_links(services::links::Links::public());
    }
    // Reads the gazetteer now rather than in somebody's first search.
    tokio::task::spawn_blocking(|| gazetteer::search("lyon", 1));
    let listener = TcpListener::bind(serve.addr)
        .await
        .map_err(|error| format!("--addr {}: {error}; choose another address or port", serve.addr))?;
    // Port 0 asks the system for a free one.
    let bound = listener.local_addr().unwrap_or(serve.addr);
    let address = settings.url.clone().unwrap_or_else(|| format!("http://{bound}"));
    if let Some(token) = services::accounts::setup_link(&ctx).await.map_err(|error| error.to_string())? {
        println!("Nobody lives here yet. Set the house up at {address}/setup/{token}");
    }
    let sweeping = tokio::spawn(sweep(ctx.clone()));
    let hours = tokio::spawn(services::feed::keep_hours(ctx.clone()));
    let looking = tokio::spawn(services::feed::keep_looking(ctx.clone()));
    let following = open_search(&ctx, settings).await;
    let close = Close::default();
    let desk = Desk { url: address.clone(), ..super::desk(ctx.clone(), settings)? };
    let door = control::open(desk, &settings.data).await.map_err(|error| {
        tracing::warn!(%error, "commands such as `preau backup` cannot reach this process");
    });
    let house = House {
        ctx,
        assets: Arc::new(assets),
        url: settings.url.clone().map(Into::into),
        behind_proxy: serve.behind_proxy,
        reload_pages: serve.reload_pages,
        carried: Arc::default(),
        closing: close.closing(),
    };
    let stop = listen::stop_signal();
    println!("Préau is open at {address}");
    let most = usize::try_from(serve.max_connections).unwrap_or(4096);
    let mut lost = false;
    let ends = async {
        tokio::select! {
            () = stop => {}
            () = kept(lease.as_ref()) => lost = true,
        }
    };
    listen::serve(listener, http::router(house), most, close, ends).await;
    sweeping.abort();
    if let Some(following) = following {
        following.abort();
        let _ = following.await;
    }
    hours.abort();
    looking.abort();
    let _ = hours.await;
    let _ = looking.await;
    drop(door);
    println!("Préau is closed.");
    if lost {
        return Err("the store could not be held any longer: see the log".into());
    }
    if let Some(lease) = lease
        && let Err(error) = lease.release().await
    {
        tracing::warn!(%error, "the lease was not given back: the next start waits for its end");
    }
    Ok(ExitCode::SUCCESS)
}

/// Ends when the lease is lost; never where none is needed.
async fn kept(lease: Option<&Lease>) {
    match lease {
        Some(lease) => super::lease::keep(lease).await,
        None => std::future::pending().await,
    }
}

/// The house is open without a search rather than closed for want of one.
async fn open_search(ctx: &services::Context, settings: &Settings) -> Option<JoinHandle<()>> {
    let folder = settings.data.join(services::search::FOLDER);
    let opened = services::search::open(ctx, Some(&folder)).await;
    let complain = |error| tracing::error!(%error, "the search does not open: `preau reindex` makes it anew");
    opened.map_err(complain).ok()
}

async fn sweep(ctx: services::Context) {
    let mut ticks = tokio::time::interval(SWEEP);
    loop {
        ticks.tick().await;
        if let Err(error) = services::media::sweep(&ctx).await {
            tracing::warn!(%error, "pictures nobody posted were not swept");
        }
        if let Err(error) = services::tidy(&ctx).await {
            tracing::warn!(%error, "what has served its time was not taken away");
        }
    }
}

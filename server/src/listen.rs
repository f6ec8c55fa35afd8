//! Accepting connections: bounded in number, each with a time limit on its headers and on
//! silence, and without Nagle's delay, which stalls streamed pages 40 ms on delayed ACKs.

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, watch},
};
use tower::ServiceExt;

/// A client has this long to send its headers.
const HEADERS: Duration = Duration::from_secs(10);
/// Connections still busy this long after a stop are cut.
const GRACE: Duration = Duration::from_secs(10);

/// The address a request came from, as an extension of it.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// Serves until the process is told to stop (SIGINT, SIGTERM), then lets requests finish.
pub async fn serve(listener: TcpListener, app: Router, most: usize) {
    let seats = Arc::new(Semaphore::new(most));
    let (stop, stopped) = watch::channel(false);
    let mut signal = std::pin::pin!(stop_signal());
    loop {
        let Ok(seat) = seats.clone().acquire_owned().await else { break };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut signal => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file descriptors, or a client gone already: neither is a reason to stop.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let _ = stream.set_nodelay(true);
        let app = app.clone().map_request(move |mut request: hyper::Request<hyper::body::Incoming>| {
            request.extensions_mut().insert(Peer(peer));
            request
        });
        let mut stopped = stopped.clone();
        tokio::spawn(async move {
            let _seat = seat;
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEADERS)
                .max_buf_size(64 * 1024)
                .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app));
            let mut connection = std::pin::pin!(connection);
            tokio::select! {
                _ = connection.as_mut() => {}
                _ = stopped.changed() => {
                    connection.as_mut().graceful_shutdown();
                    let _ = connection.await;
                }
            }
        });
    }
    let _ = stop.send(true);
    let all = u32::try_from(most).unwrap_or(u32::MAX);
    if tokio::time::timeout(GRACE, seats.acquire_many(all)).await.is_err() {
        tracing::warn!("some connections were cut");
    }
}

async fn stop_signal() {
    let interrupt = async { tokio::signal::ctrl_c().await.ok() };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    interrupt.await;
}

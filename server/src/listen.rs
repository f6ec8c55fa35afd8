//! Accepting connections: bounded in number, each with a time limit on its headers and on
//! silence, and without Nagle's delay, which stalls streamed pages 40 ms on delayed ACKs.

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
};
use tower::ServiceExt;

/// A client has this long to send its headers.
const HEADERS: Duration = Duration::from_secs(10);
/// Connections still busy this long after a stop are cut.
const GRACE: Duration = Duration::from_secs(10);

/// The address a request came from, as an extension of it.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Open,
    /// What was begun is finished, nothing new begins.
    Closing,
    /// What is not finished is dropped.
    Closed,
}

/// The hand that closes the house.
#[derive(Debug)]
pub struct Close(watch::Sender<Stage>);

/// By which those inside hear that it closes.
#[derive(Clone, Debug)]
pub struct Closing(watch::Receiver<Stage>);

impl Default for Close {
    fn default() -> Self {
        Close(watch::Sender::new(Stage::Open))
    }
}

impl Close {
    pub fn closing(&self) -> Closing {
        Closing(self.0.subscribe())
    }

    fn tell(&self, stage: Stage) {
        self.0.send_replace(stage);
    }
}

impl Closing {
    /// Ends once the house is told to close.
    pub async fn told(&mut self) {
        self.reached(Stage::Closing).await;
    }

    async fn reached(&mut self, stage: Stage) {
        // An error: nobody is left to tell it, so it is closed.
        let _ = self.0.wait_for(|now| *now >= stage).await;
    }
}

/// Serves until `stop`, then lets requests finish.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    most: usize,
    close: Close,
    stop: impl Future<Output = ()>,
) {
    let seats = Arc::new(Semaphore::new(most));
    {
        let mut stop = std::pin::pin!(stop);
        loop {
            let next = async {
                let seat = seats.clone().acquire_owned().await.ok()?;
                Some((seat, listener.accept().await))
            };
            let accepted = tokio::select! {
                accepted = next => accepted,
                () = &mut stop => break,
            };
            match accepted {
                Some((seat, Ok((stream, peer)))) => {
                    tokio::spawn(talk(stream, peer, app.clone(), close.closing(), seat));
                }
                Some((_, Err(error))) => {
                    // Out of file descriptors, or a client gone already: neither is a reason to stop.
                    tracing::warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                None => break,
            }
        }
    }
    drop(listener);
    close.tell(Stage::Closing);
    let all = u32::try_from(most).unwrap_or(u32::MAX);
    if tokio::time::timeout(GRACE, seats.acquire_many(all)).await.is_err() {
        tracing::warn!("some connections were cut");
        close.tell(Stage::Closed);
        let _ = seats.acquire_many(all).await;
    }
}

/// One connection, to its end.
async fn talk(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    mut closing: Closing,
    _seat: OwnedSemaphorePermit,
) {
    let _ = stream.set_nodelay(true);
    let asked = Arc::new(AtomicBool::new(false));
    let app = app.map_request({
        let asked = asked.clone();
        move |mut request: hyper::Request<hyper::body::Incoming>| {
            asked.store(true, Ordering::Relaxed);
            request.extensions_mut().insert(Peer(peer));
            request
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app));
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => return,
        () = closing.told() => connection.as_mut().graceful_shutdown(),
    }
    // Browsers open connections that they may need: nothing is begun there.
    if !asked.load(Ordering::Relaxed) {
        return;
    }
    tokio::select! {
        _ = connection => {}
        () = closing.reached(Stage::Closed) => {}
    }
}

/// Ends when the process is told to stop (SIGINT, SIGTERM). From the call on neither ends it by itself.
pub fn stop_signal() -> impl Future<Output = ()> {
    #[cfg(unix)]
    let mut terminate = {
        use tokio::signal::unix::{SignalKind, signal};
        (signal(SignalKind::interrupt()).ok(), signal(SignalKind::terminate()).ok())
    };
    async move {
        #[cfg(unix)]
        if let (Some(interrupt), Some(terminate)) = (&mut terminate.0, &mut terminate.1) {
            tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
            return;
        }
        let _ = tokio::signal::ctrl_c().await;
    }
}

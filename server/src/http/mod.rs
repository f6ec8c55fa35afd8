//! Over HTTP: pages, the forms on them, what islands ask, pictures, and the live stream.

mod assets;
mod body;
mod carried;
mod compress;
mod documents;
mod export;
mod forms;
mod guard;
mod health;
mod live;
mod media;
mod pages;
mod parcel;
mod reload;
mod said;
mod to_the_end;
mod visitors;

pub use assets::Assets;
pub use carried::Carried;

use crate::listen::Closing;
use axum::{
    Router, middleware,
    routing::{get, post},
};
use services::Context;
use std::sync::Arc;

/// What every handler needs; cheap to clone.
#[derive(Clone)]
pub struct House {
    pub ctx: Context,
    pub assets: Arc<Assets>,
    /// The address people type, when it is configured.
    pub url: Option<Arc<str>>,
    pub behind_proxy: bool,
    /// Open pages load anew when another run of the program serves them.
    pub reload_pages: bool,
    /// Forms whose session ended, for who wrote them.
    pub carried: Arc<Carried>,
    /// When the house is told to close, what is open ends.
    pub closing: Closing,
}

/// The whole site.
pub fn router(house: House) -> Router {
    // Pages spawn what they wait for; a second call finds it done.
    let _ = any_spawner::Executor::init_tokio();
    let mut router = Router::new();
    if house.reload_pages {
        router = router.route("/_reload", get(reload::run));
    }
    router
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/api/{function}", post(forms::call))
        .route("/live", get(live::stream))
        .route("/communities/{slug}/export", get(export::community))
        .route("/communities/{slug}/export.zip", get(parcel::community))
        .route("/media/{id}", get(media::portrait))
        .route("/media/{id}/{width}", get(media::picture))
        .route("/files/{id}", get(documents::hand_out))
        .fallback(pages::page_or_asset)
        .layer(middleware::from_fn(to_the_end::to_the_end))
        .layer(middleware::from_fn(compress::compress))
        .layer(middleware::from_fn_with_state(house.clone(), guard::guard))
        .with_state(house)
}

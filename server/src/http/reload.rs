//! For who builds the house: open pages hear which run of the program serves them, and load anew when
//! it is another. Only with `--reload-pages`.

use super::House;
use axum::{
    extract::State,
    response::{IntoResponse, Response, sse::Event, sse::Sse},
};
use futures::{StreamExt, stream};
use std::{convert::Infallible, time::Duration};

/// A page asks again this soon after the program it heard has gone.
const AGAIN: Duration = Duration::from_millis(300);

/// Says the run at once, then stays open until the house closes.
pub async fn run(State(house): State<House>) -> Response {
    let said = Event::default().retry(AGAIN).data(house.ctx.live().mark().to_string());
    let mut closing = house.closing.clone();
    let open = stream::once(async move {
        closing.told().await;
        Event::default()
    });
    Sse::new(stream::iter([said]).chain(open).map(Ok::<_, Infallible>)).into_response()
}

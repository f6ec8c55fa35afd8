//! Small drawings of the yard, for empty places and the front door.

use leptos::prelude::*;

/// What a drawing shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scene {
    /// The covered yard and its chestnut tree.
    #[default]
    Yard,
    /// A bench, for feeds and comments.
    Bench,
    /// A page of the calendar under the tree, for events.
    Calendar,
    /// A car on its way, for rides.
    Road,
    /// A magnifying glass, for searches without results.
    Search,
    /// A bell at rest, for notifications.
    Bell,
}

impl Scene {
    pub(super) fn draw(self) -> AnyView {
        ().into_any()
    }
}

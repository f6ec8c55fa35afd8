//! Events and who signed up.

use super::Lang;

/// An event. Local wall time, Europe/Paris.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub community: usize,
    pub organiser: usize,
    pub title: String,
    /// Markdown.
    pub description: String,
    pub lang: Lang,
    /// Where, in words.
    pub place: String,
    /// Where it was to be when people signed up, if it moved since.
    pub was_at: Option<String>,
    /// Index into workplaces when it happens at one.
    pub workplace: Option<usize>,
    /// Days from the load: negative when past, never 0.
    pub day_offset: i32,
    /// `HH:MM`.
    pub starts_at: String,
    pub duration_minutes: u32,
    /// None: as many as wish.
    pub capacity: Option<u32>,
}

/// A place taken, or a place on the waiting list (only when the event is full).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Index into events.
    pub event: usize,
    pub person: usize,
    /// Waiting, in the order of the list.
    pub waiting: bool,
    pub minutes_ago: u32,
}

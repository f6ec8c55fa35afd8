//! A page of a list, and the opaque cursor that leads to the next one.

use serde::{Deserialize, Serialize};

/// Rows, and where to go on from; no offset, so that a page stays right while rows are added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Opaque to the reader: the sort key of the last row. `None` on the last page.
    pub next: Option<String>,
}

impl<T> Page<T> {
    pub fn empty() -> Self {
        Page { items: Vec::new(), next: None }
    }

    /// A page of at most `size` out of `size + 1` rows asked for: the one too many tells that
    /// there is more.
    pub fn cut(mut items: Vec<T>, size: usize, key: impl Fn(&T) -> String) -> Self {
        let more = items.len() > size;
        items.truncate(size);
        let next = if more { items.last().map(key) } else { None };
        Page { items, next }
    }

    pub fn map<U>(self, view: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(view).collect(), next: self.next }
    }
}

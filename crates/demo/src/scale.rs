//! How large a company to make.

use crate::written::written;

/// Counts asked for. Beyond what was written by hand, people, communities and posts are generated;
/// below, they are cut so that nothing points at what is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    pub people: usize,
    pub communities: usize,
    pub posts: usize,
}

impl Scale {
    /// A small house for quick tests: the ready-made accounts and a few neighbours.
    pub const SMALL: Self = Self { people: 24, communities: 6, posts: 60 };
}

impl Default for Scale {
    /// The company as it was written.
    fn default() -> Self {
        let written = written();
        Self {
            people: written.people.len(),
            communities: written.communities.len(),
            posts: written.communities.iter().map(|text| text.posts.len()).sum(),
        }
    }
}

//! Places: how many are taken, how many there are, and whether one is the reader's.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seats {
    pub taken: u32,
    /// None: as many as wish.
    pub capacity: Option<u32>,
    /// The reader is on the list.
    pub mine: bool,
}

impl Seats {
    /// Places left; none when there is no limit.
    pub fn left(&self) -> Option<u32> {
        self.capacity.map(|capacity| capacity.saturating_sub(self.taken))
    }

    pub fn is_full(&self) -> bool {
        self.left() == Some(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_event_with_a_limit_can_be_full() {
        for (taken, capacity, full) in
            [(0, Some(1), false), (1, Some(1), true), (2, Some(1), true), (10_000, None, false)]
        {
            assert_eq!(Seats { taken, capacity, mine: false }.is_full(), full, "{taken} of {capacity:?}");
        }
    }
}

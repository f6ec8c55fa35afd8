//! Where a post stands when what was stirred last comes first: somebody wrote under it, or wrote it.

use domain::id::{PostId, newest_first};
use jiff::Timestamp;
use ulid::Ulid;

/// A moment and the post that was stirred then; later ones are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stir {
    /// Milliseconds since the epoch.
    at: i64,
    pub(super) post: PostId,
}

/// In the year 2255; what is taken from it has thirteen digits until then.
const LAST: i64 = 9_000_000_000_000;
const DIGITS: usize = 13;

impl Stir {
    /// Of a post that was just written.
    pub(super) fn new(post: PostId) -> Stir {
        Stir { at: post.millis(), post }
    }

    pub(super) fn at(post: PostId, moment: Timestamp) -> Stir {
        Stir { at: moment.as_millisecond(), post }
    }

    /// Upside down, as it is stored: the order of texts is what was stirred last first.
    pub(super) fn rank(self) -> String {
        let before = (LAST - self.at).clamp(0, LAST);
        format!("{before:0DIGITS$}{}", newest_first(self.post.ulid()))
    }

    pub(super) fn from_rank(rank: &str) -> Option<Stir> {
        let (before, post) = rank.split_at_checked(DIGITS)?;
        let digits = before.bytes().all(|byte| byte.is_ascii_digit());
        let before = before.parse::<i64>().ok().filter(|before| digits && *before <= LAST)?;
        let post = Ulid::from_string(post).ok()?;
        Some(Stir { at: LAST - before, post: PostId::new(newest_first(post)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_says_where_it_stands() {
        let post = PostId::new(Ulid::from_parts(1_790_000_000_000, 7));
        let later = PostId::new(Ulid::from_parts(1_790_000_000_001, 7));
        let stirs = [
            Stir::new(post),
            Stir::new(later),
            Stir::at(post, Timestamp::from_millisecond(1_790_000_000_002).unwrap()),
        ];
        assert!(stirs.is_sorted());
        assert!(stirs.iter().rev().map(|stir| stir.rank()).is_sorted());
        for stir in stirs {
            assert_eq!(Stir::from_rank(&stir.rank()), Some(stir));
            assert_eq!(stir.rank().len(), DIGITS + 26);
        }
        for rank in
            ["", "7209999999999", "+209999999999Z", "éé", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "9999999999999"]
        {
            assert_eq!(Stir::from_rank(rank), None, "{rank}");
        }
    }
}

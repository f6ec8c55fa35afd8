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

    /// Of a post that was shared `at` that moment, said as the posts of that moment are.
    pub(super) fn shared(post: PostId, at: PostId) -> Stir {
        Stir { at: at.millis(), post }
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

    /// Rows of an earlier program take their places, as a restored backup does.
    #[tokio::test]
    async fn what_was_written_before_stands_where_it_was_stirred() {
        use crate::{
            bind,
            db::{Db, Place, StoreSettings},
        };
        let db = Db::open(&StoreSettings::at(Place::Memory)).await.unwrap();
        db.migrate_to(13, Timestamp::UNIX_EPOCH).await.unwrap();
        let (quiet, loud) = (
            PostId::new(Ulid::from_parts(1_790_000_000_000, 1)),
            PostId::new(Ulid::from_parts(1_790_000_000_000, 2)),
        );
        for (post, comments) in [(quiet, 0), (loud, 1)] {
            let written = "
                CREATE $post SET community = community:01ARZ3NDEKTSV4RRFFQ69G5FAV, rank = $rank,
                    author = person:01ARZ3NDEKTSV4RRFFQ69G5FAV, kind = 'discussion', body = 'x',
                    comments = $comments, created = time::from_millis(1790000000000);
                CREATE type::record('reaction', [person:01ARZ3NDEKTSV4RRFFQ69G5FAV, $post]) SET
                    kind = 'bravo', post = $post, at = time::from_millis(1790000000005)";
            let rank = newest_first(post.ulid()).to_string();
            let variables = bind! { post: crate::db::Id(post), rank, comments };
            db.query(written, variables).await.unwrap();
        }
        let said = "CREATE type::record('comment', [$post, '01ARZ3NDEKTSV4RRFFQ69G5FAV']) SET post = $post,
            author = person:01ARZ3NDEKTSV4RRFFQ69G5FAV, body = 'x', rank = '01ARZ3NDEKTSV4RRFFQ69G5FAV',
            created = time::from_millis(1790000000009)";
        db.query(said, bind! { post: crate::db::Id(loud) }).await.unwrap();
        db.migrate(Timestamp::UNIX_EPOCH).await.unwrap();
        for (post, at) in [(quiet, 1_790_000_000_000), (loud, 1_790_000_000_009)] {
            let stir = "SELECT VALUE stir FROM $post";
            let found = db.row::<String>(stir, bind! { post: crate::db::Id(post) }).await.unwrap();
            let expected = Stir::at(post, Timestamp::from_millisecond(at).unwrap());
            assert_eq!(found, Some(expected.rank()), "{at}");
        }
        let ranks = db.rows::<String>("SELECT VALUE rank FROM reaction", bind! {}).await.unwrap();
        let person: domain::id::PersonId = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let expected =
            super::super::reacted::rank(Timestamp::from_millisecond(1_790_000_000_005).unwrap(), person);
        assert_eq!(ranks, [expected.clone(), expected]);
    }
}

//! Equal voice: who speaks often leaves room on the page, who speaks rarely comes up.
//!
//! A page is a run of the feed as it stands, one after the other: so nothing is lost between two
//! pages and nothing comes twice, whatever is written meanwhile. Within the page, posts change places.

use super::PAGE;
use crate::id::PersonId;
use std::collections::{HashMap, HashSet, VecDeque};

/// Seats an author has on a page while enough others wait.
pub const VOICES: usize = 3;
/// Posts looked at to fill a page.
pub const LOOK: usize = 3 * PAGE;
/// Who has written nothing for so many days is a rare voice when they do.
pub const RARE_DAYS: i64 = 60;
/// A rare voice comes up so many places, at most.
pub const LIFT: usize = 4;

/// A post that may have a seat on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub author: PersonId,
    /// The first its author wrote for long.
    pub rare: bool,
    /// Its readers are asked something, to confirm that they read it: it is never left to a press.
    pub asks: bool,
}

/// A post on the page, and those of its author that are left to a press beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Among the candidates.
    pub post: usize,
    pub others: Vec<usize>,
    /// It came up, being a rare voice: its readers are told why.
    pub lifted: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seating {
    /// As the page shows them.
    pub seats: Vec<Seat>,
    /// The first so many candidates have a seat or stand beside one; the next page begins after them.
    pub taken: usize,
}

/// Gives `most` seats to `candidates`, which are in the order of the feed.
///
/// - An author has [`VOICES`] seats, or an equal share where so few speak that the page would stay
///   empty; what else they wrote stands beside the last of these.
/// - Two of one author never follow each other while somebody else waits.
/// - A rare voice comes up [`LIFT`] places, unless it has spoken again since.
/// - Otherwise the order is the feed's; of one author it always is.
pub fn seat(candidates: &[Candidate], most: usize) -> Seating {
    let share = share(candidates, most);
    let mut seats: Vec<Seat> = Vec::with_capacity(most);
    let mut seated: HashMap<PersonId, (usize, usize)> = HashMap::new();
    let mut taken = 0;
    for (post, candidate) in candidates.iter().enumerate() {
        if seats.len() >= most {
            break;
        }
        let (count, last) = seated.get(&candidate.author).copied().unwrap_or_default();
        if !candidate.asks
            && count >= share
            && let Some(seat) = seats.get_mut(last)
        {
            seat.others.push(post);
        } else {
            let counted = if candidate.asks { count } else { count + 1 };
            // What stands beside a seat stands beside one that was counted.
            let last = if candidate.asks { last } else { seats.len() };
            seated.insert(candidate.author, (counted, last));
            seats.push(Seat { post, others: Vec::new(), lifted: false });
        }
        taken += 1;
    }
    Seating { seats: apart(lifted(seats, candidates), candidates), taken }
}

fn share(candidates: &[Candidate], most: usize) -> usize {
    let authors: HashSet<_> = candidates.iter().map(|candidate| candidate.author).collect();
    most.div_ceil(authors.len().max(1)).max(VOICES)
}

fn lifted(seats: Vec<Seat>, candidates: &[Candidate]) -> Vec<Seat> {
    let mut heard = HashSet::new();
    // Who has spoken again since does not pass before their own words.
    let mut rare = |seat: &Seat| {
        let candidate = candidates.get(seat.post);
        candidate.is_some_and(|candidate| heard.insert(candidate.author) && candidate.rare)
    };
    let placed = seats.into_iter().enumerate().map(|(place, seat)| (rare(&seat), place, seat));
    let mut placed: Vec<_> = placed.collect();
    // One that comes up goes before the one whose place it takes.
    placed.sort_by_key(|(rare, place, _)| match rare {
        true => 2 * place.saturating_sub(LIFT),
        false => 2 * place + 1,
    });
    let told = |(now, (rare, place, seat)): (usize, (bool, usize, Seat))| Seat {
        lifted: rare && now < place,
        ..seat
    };
    placed.into_iter().enumerate().map(told).collect()
}

fn apart(seats: Vec<Seat>, candidates: &[Candidate]) -> Vec<Seat> {
    let author = |seat: &Seat| candidates.get(seat.post).map(|candidate| candidate.author);
    let mut waiting = VecDeque::from(seats);
    let mut seats: Vec<Seat> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let last = seats.last().and_then(author);
        let next = waiting.iter().position(|seat| last.is_none() || author(seat) != last).unwrap_or_default();
        seats.extend(waiting.remove(next));
    }
    seats
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ulid::Ulid;

    fn by(author: u128) -> Candidate {
        Candidate { author: PersonId::new(Ulid(author)), rare: false, asks: false }
    }

    fn order(seating: &Seating) -> Vec<usize> {
        seating.seats.iter().map(|seat| seat.post).collect()
    }

    #[test]
    fn a_loud_voice_leaves_room_and_what_it_said_besides_is_a_press_away() {
        let mut all = vec![by(1); 6];
        all.extend((2..=12).map(by));
        let seating = seat(&all, 20);
        assert_eq!(order(&seating), [0, 6, 1, 7, 2, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
        assert_eq!((seating.seats[4].others.as_slice(), seating.taken), (&[3, 4, 5][..], 17));
    }

    #[test]
    fn where_one_person_speaks_nothing_changes() {
        let seating = seat(&vec![by(1); 30], 20);
        assert_eq!((order(&seating), seating.taken), ((0..20).collect(), 20));
        assert!(seating.seats.iter().all(|seat| seat.others.is_empty()));
    }

    #[test]
    fn a_rare_voice_comes_up() {
        let mut all: Vec<_> = (1..=10).map(by).collect();
        all[7].rare = true;
        let seating = seat(&all, 20);
        assert_eq!(order(&seating), [0, 1, 2, 7, 3, 4, 5, 6, 8, 9]);
        assert_eq!(seating.seats.iter().position(|seat| seat.lifted), Some(3));
        all[2].rare = true;
        assert_eq!(order(&seat(&all, 20)), [2, 0, 1, 7, 3, 4, 5, 6, 8, 9]);
        // Where all are rare nobody is.
        for candidate in &mut all {
            candidate.rare = true;
        }
        assert!(seat(&all, 20).seats.iter().all(|seat| !seat.lifted));
    }

    #[test]
    fn what_asks_something_is_never_left_to_a_press() {
        let mut all = vec![by(1); 6];
        all[5].asks = true;
        all.extend((2..=9).map(by));
        let seating = seat(&all, 20);
        assert!(order(&seating).contains(&5));
        assert_eq!(seating.seats.iter().map(|seat| seat.others.len()).sum::<usize>(), 2);
    }

    fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
        let one = (0..12_u128, 0..10_u8, 0..10_u8).prop_map(|(author, rare, asks)| Candidate {
            rare: rare == 0,
            asks: asks == 0,
            ..by(author)
        });
        prop::collection::vec(one, 0..90)
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_comes_twice(all in candidates(), most in 1..25_usize) {
            let seating = seat(&all, most);
            let mut found: Vec<_> =
                seating.seats.iter().flat_map(|seat| std::iter::once(seat.post).chain(seat.others.clone())).collect();
            found.sort_unstable();
            prop_assert_eq!(found, (0..seating.taken).collect::<Vec<_>>());
            prop_assert!(seating.seats.len() <= most);
            // It ends early only for want of candidates.
            prop_assert!(seating.taken == all.len() || seating.seats.len() == most);
        }

        #[test]
        fn pages_cover_the_feed(all in candidates(), most in 1..25_usize) {
            let mut rest = all.as_slice();
            let mut pages = 0;
            while !rest.is_empty() {
                let taken = seat(rest.get(..LOOK.min(rest.len())).unwrap(), most).taken;
                prop_assert!(taken > 0);
                rest = &rest[taken..];
                pages += 1;
            }
            prop_assert!(pages <= all.len());
        }

        #[test]
        fn nobody_has_more_than_their_share(all in candidates(), most in 1..25_usize) {
            let seating = seat(&all, most);
            let mut counts: HashMap<PersonId, usize> = HashMap::new();
            for seat in &seating.seats {
                let candidate = all[seat.post];
                if !candidate.asks {
                    *counts.entry(candidate.author).or_default() += 1;
                }
                for other in &seat.others {
                    prop_assert_eq!(all[*other].author, candidate.author);
                    prop_assert!(!all[*other].asks);
                }
            }
            prop_assert!(counts.values().all(|count| *count <= share(&all, most)));
        }

        #[test]
        fn two_of_one_author_follow_each_other_only_when_nobody_waits(all in candidates(), most in 1..25_usize) {
            let authors: Vec<_> = seat(&all, most).seats.iter().map(|seat| all[seat.post].author).collect();
            for (place, pair) in authors.windows(2).enumerate() {
                if pair[0] == pair[1] {
                    prop_assert!(authors[place..].iter().all(|author| *author == pair[0]));
                }
            }
        }

        #[test]
        fn where_all_are_different_and_none_is_rare_the_order_is_the_feeds(count in 0..40_u128) {
            let all: Vec<_> = (0..count).map(by).collect();
            let seating = seat(&all, 20);
            prop_assert_eq!(order(&seating), (0..all.len().min(20)).collect::<Vec<_>>());
        }

        #[test]
        fn a_rare_voice_comes_up_no_more_than_it_may(count in 1..30_u128, rare in prop::collection::vec(0..30_usize, 0..4)) {
            let mut all: Vec<_> = (0..count).map(by).collect();
            for place in rare {
                if let Some(candidate) = all.get_mut(place) {
                    candidate.rare = true;
                }
            }
            let rares = all.iter().filter(|candidate| candidate.rare).count();
            for (now, post) in order(&seat(&all, 30)).into_iter().enumerate() {
                if all[post].rare {
                    prop_assert!(now <= post && post <= now + LIFT, "{} at {}", post, now);
                } else {
                    prop_assert!(post <= now && now <= post + rares, "{} at {}", post, now);
                }
            }
        }

        #[test]
        fn what_one_author_wrote_keeps_its_order(all in candidates(), most in 1..25_usize) {
            let seating = seat(&all, most);
            for author in 0..12 {
                let theirs: Vec<_> =
                    order(&seating).into_iter().filter(|post| all[*post].author == by(author).author).collect();
                prop_assert!(theirs.is_sorted());
            }
        }
    }
}

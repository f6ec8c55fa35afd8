//! Who supports which idea, who has read which announcement, who votes for what.

use rand::{Rng, seq::SliceRandom};

use crate::{
    chance::chance,
    company::{Gesture, Post, PostKind},
};

use super::members::Circles;

/// For posts as their file has them: told again in a larger company, they ask nothing.
pub(super) fn gestures(posts: &[Post], as_written: &[bool], circles: &Circles) -> Vec<Gesture> {
    let mut all = Vec::new();
    for ((number, post), _) in (0..).zip(posts).zip(as_written).filter(|(_, as_written)| **as_written) {
        if let Some(poll) = &post.poll {
            votes(&mut all, number, post, &poll.votes, circles);
            continue;
        }
        // Of those who are there, how many in a hundred; an announcement is read by more with time.
        let share = match post.kind {
            PostKind::Idea => 25,
            PostKind::Announcement if post.minutes_ago < 3 * 1440 => 45,
            PostKind::Announcement => 80,
            _ => continue,
        };
        let Some(circle) = circles.get(post.community) else { continue };
        let mut rng = chance("gestures", number);
        for person in circle.settled().filter(|person| *person != post.author) {
            if rng.random_range(0..100) < share {
                let minutes_ago = rng.random_range(post.minutes_ago / 2..post.minutes_ago.max(1));
                all.push(Gesture { post: number, person, choice: None, minutes_ago });
            }
        }
    }
    all
}

/// As many votes for each option as are wanted, while there are people to cast them; who asks votes too.
fn votes(all: &mut Vec<Gesture>, number: usize, post: &Post, wanted: &[usize], circles: &Circles) {
    let Some(circle) = circles.get(post.community) else { return };
    let mut rng = chance("votes", number);
    let mut people: Vec<usize> = circle.settled().collect();
    people.shuffle(&mut rng);
    people.sort_by_key(|person| *person != post.author);
    let choices = wanted.iter().enumerate().flat_map(|(choice, count)| std::iter::repeat_n(choice, *count));
    for (person, choice) in people.into_iter().zip(choices) {
        let minutes_ago = rng.random_range(post.minutes_ago / 2..post.minutes_ago.max(1));
        all.push(Gesture { post: number, person, choice: Some(choice), minutes_ago });
    }
}

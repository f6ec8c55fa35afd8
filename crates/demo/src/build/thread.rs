//! Answers under each post, in order, after it.

use rand::{Rng, rngs::SmallRng};

use crate::{
    chance::chance,
    company::{Comment, Post},
    typography,
};

use super::{
    calendar::{Calendar, DAY},
    members::Circles,
    people::House,
    posts::Draft,
};

/// The posts, and every comment with its post's index, the oldest first.
pub(super) fn thread(
    drafts: Vec<Draft>,
    house: &House,
    circles: &Circles,
    calendar: &Calendar,
) -> (Vec<Post>, Vec<Comment>) {
    let mut posts = Vec::with_capacity(drafts.len());
    let mut comments: Vec<Comment> = Vec::new();
    for (number, draft) in drafts.into_iter().enumerate() {
        let before = comments.len();
        let said = answers(&draft, number, house, circles, calendar);
        comments.extend(said.into_iter().map(|mut comment: Comment| {
            comment.answers = comment.answers.map(|place| before + place);
            comment
        }));
        posts.push(draft.post);
    }
    (posts, in_order(comments))
}

/// The oldest first, each answer still pointing at what it answers.
fn in_order(comments: Vec<Comment>) -> Vec<Comment> {
    let mut order: Vec<usize> = (0..comments.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(comments.get(*at).map(|comment| comment.minutes_ago)));
    let mut place = vec![0; comments.len()];
    for (new, old) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(*old) {
            *slot = new;
        }
    }
    let mut sorted: Vec<Comment> = order.iter().filter_map(|at| comments.get(*at).cloned()).collect();
    for comment in &mut sorted {
        comment.answers = comment.answers.and_then(|old| place.get(old).copied());
    }
    sorted
}

fn answers(
    draft: &Draft,
    number: usize,
    house: &House,
    circles: &Circles,
    calendar: &Calendar,
) -> Vec<Comment> {
    let mut rng = chance("answers", number);
    let mut before = i64::from(draft.post.minutes_ago);
    let mut left = i64::try_from(draft.text.comments.len()).unwrap_or(0);
    let mut said = Vec::with_capacity(draft.text.comments.len());
    for (order, text) in draft.text.comments.iter().enumerate() {
        left -= 1;
        let author = match house.find(&text.by) {
            Some(person) if draft.as_written => Some(person),
            _ => stand_in(draft, house, circles, &mut rng),
        };
        let Some(author) = author else { continue };
        let ago = next(before, left, house.night(author), calendar, &mut rng);
        let Ok(minutes_ago) = u32::try_from(ago) else { continue };
        before = ago;
        // Under the last one that stands on the post itself.
        let root = said.iter().rposition(|comment: &Comment| comment.answers.is_none());
        said.push(Comment {
            post: number,
            author,
            lang: text.lang,
            body: typography::set(&text.body, text.lang),
            minutes_ago,
            answers: root.filter(|_| text.answers),
            accepted: draft.as_written && draft.text.accepted == Some(order),
        });
    }
    said
}

/// A member who was there when the post came, other than its author.
fn stand_in(draft: &Draft, house: &House, circles: &Circles, rng: &mut SmallRng) -> Option<usize> {
    let circle = circles.get(draft.post.community)?;
    (0..8).filter_map(|_| circle.any(rng)).find(|person| {
        let arrived = i64::from(house.since(*person)) * DAY;
        *person != draft.post.author && arrived > i64::from(draft.post.minutes_ago)
    })
}

/// Minutes ago of the next answer: some minutes or hours later, sometimes days, rarely at night.
/// `left` answers must still fit between it and the present.
fn next(before: i64, left: i64, night: bool, calendar: &Calendar, rng: &mut SmallRng) -> i64 {
    let gap = match rng.random_range(0..100) {
        0..45 => rng.random_range(3..60),
        45..80 => rng.random_range(60..600),
        _ => rng.random_range(600..4 * DAY),
    };
    let room = (before - left - 1).max(1);
    let ago =
        if gap < room { before - gap } else { before - rng.random_range(1..=room.min(before / 2).max(1)) };
    if night || !calendar.asleep(ago) {
        return ago;
    }
    // Wait for the morning when there is time for it.
    (1..=9)
        .map(|hours| ago - hours * 60)
        .take_while(|later| *later > left)
        .find(|later| !calendar.asleep(*later))
        .unwrap_or(ago)
}

//! Small signs from members: many for some posts, none for others, never twice from the same person.

use rand::{Rng, rngs::SmallRng};

use crate::{
    chance::chance,
    company::{Comment, Post, Reaction, ReactionKind, Subject},
};

use super::members::{Circle, Circles};

use ReactionKind::{Bravo, Curious, Moved, Thanks, Useful, WithYou};

/// How often each sign is made when nothing particular calls for one.
const ANY: [ReactionKind; 20] = [
    Thanks, Thanks, Thanks, Thanks, Thanks, Bravo, Bravo, Bravo, Bravo, Useful, Useful, Useful, Useful,
    WithYou, WithYou, WithYou, Curious, Curious, Moved, Moved,
];

/// What is answered by a sign.
struct Said<'a> {
    subject: Subject,
    circle: &'a Circle,
    author: usize,
    minutes_ago: u32,
    mood: Option<ReactionKind>,
    /// The most signs it may draw.
    most: usize,
}

/// Reactions to posts (with the mood of each) and to comments.
pub(super) fn reactions(
    posts: &[Post],
    moods: &[Option<ReactionKind>],
    comments: &[Comment],
    circles: &Circles,
) -> Vec<Reaction> {
    let mut all = Vec::new();
    for ((number, post), mood) in (0..).zip(posts).zip(moods) {
        if let Some(circle) = circles.get(post.community) {
            let said = Said {
                subject: Subject::Post(number),
                circle,
                author: post.author,
                minutes_ago: post.minutes_ago,
                mood: *mood,
                most: if mood.is_some() { 26 } else { 14 },
            };
            said.gather(&mut all, &mut chance("signs", number));
        }
    }
    for (number, comment) in (0..).zip(comments) {
        let community = posts.get(comment.post).map(|post| post.community);
        if let Some(circle) = community.and_then(|community| circles.get(community)) {
            let said = Said {
                subject: Subject::Comment(number),
                circle,
                author: comment.author,
                minutes_ago: comment.minutes_ago,
                mood: None,
                most: 5,
            };
            said.gather(&mut all, &mut chance("nods", number));
        }
    }
    all
}

impl Said<'_> {
    fn gather(&self, all: &mut Vec<Reaction>, rng: &mut SmallRng) {
        let most = self.most.min(self.circle.members.len() / 2).max(1);
        let draws = (rng.random_range(0..=most), rng.random_range(0..=most + 1));
        // What moves people draws a middling number; the rest mostly few.
        let wanted = if self.mood.is_some() { draws.0.midpoint(draws.1) } else { draws.0.min(draws.1) };
        let mut signed = vec![self.author];
        for _ in 0..wanted {
            let Some(person) = self.circle.any(rng).filter(|person| !signed.contains(person)) else {
                continue;
            };
            signed.push(person);
            all.push(Reaction {
                subject: self.subject,
                person,
                kind: self.kind(rng),
                minutes_ago: rng.random_range(self.minutes_ago / 2..self.minutes_ago.max(1)),
            });
        }
    }

    fn kind(&self, rng: &mut SmallRng) -> ReactionKind {
        let any = ANY.get(rng.random_range(0..ANY.len())).copied().unwrap_or(Thanks);
        self.mood.filter(|_| rng.random_bool(0.6)).unwrap_or(any)
    }
}

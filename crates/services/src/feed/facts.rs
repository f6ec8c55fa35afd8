//! What posts have beside their words, as the store has it, and what a reader has done with it.

use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    feed::{EXCERPT, IdeaState, Judgement, PollDraft, PostKind, Results, results},
    id::{CommentId, PersonId, PostId},
};
use jiff::Timestamp;
use std::collections::HashMap;
use surrealdb::types::{Array, RecordId, SurrealValue, Value};

use super::{prose, shown::Shown};

/// The column of a post that holds it; for a plain one the store does no more than look at its kind.
macro_rules! columns {
    () => {
        "IF kind != 'discussion' { { answer: answer, \
         accepted: accepted, answered: IF answer != NONE { type::record('comment', [id, answer]).{ author, body } }, \
         supports: supports, verdict: verdict, readings: readings, poll: poll, praised: praised } } AS facts"
    };
}
pub(super) use columns;

#[derive(Clone, Debug, SurrealValue)]
pub(super) struct FactsRow {
    answer: Option<String>,
    accepted: Option<At>,
    answered: Option<AnsweredRow>,
    supports: Option<i64>,
    verdict: Option<VerdictRow>,
    readings: Option<i64>,
    poll: Option<PollRow>,
    praised: Option<Vec<Id<PersonId>>>,
}

/// A poll as its post keeps it.
#[derive(Clone, Debug, SurrealValue)]
pub(super) struct PollRow {
    pub(super) options: Vec<String>,
    pub(super) multiple: bool,
    pub(super) anonymous: bool,
    pub(super) ends: At,
    pub(super) counts: Vec<i64>,
    pub(super) voters: i64,
}

impl PollRow {
    /// One nobody has voted in.
    pub(super) fn fresh(draft: PollDraft, ends: Timestamp) -> PollRow {
        PollRow {
            counts: vec![0; draft.options.len()],
            options: draft.options,
            multiple: draft.multiple,
            anonymous: draft.anonymous,
            ends: At(ends),
            voters: 0,
        }
    }
}

#[derive(Clone, Debug, SurrealValue)]
struct AnsweredRow {
    author: Option<Id<PersonId>>,
    body: Option<String>,
}

#[derive(Clone, Debug, SurrealValue)]
struct VerdictRow {
    state: Word<IdeaState>,
    note: String,
    at: At,
}

/// The same for all who read the post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Facts {
    #[default]
    None,
    Question(Option<Answered>),
    Idea {
        supports: u64,
        judgement: Option<Judgement>,
        /// When that was said.
        judged: Option<Timestamp>,
    },
    Announcement {
        readings: u64,
    },
    Poll(Poll),
    Praise(Vec<PersonId>),
}

/// A poll with its counters: what a reader is shown of them is for [`results`] to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Poll {
    pub(super) options: Vec<String>,
    pub(super) multiple: bool,
    pub(super) anonymous: bool,
    pub(super) ends: Timestamp,
    pub(super) voters: u64,
    counts: Vec<u64>,
}

impl Poll {
    fn of(row: PollRow) -> Poll {
        Poll {
            options: row.options,
            multiple: row.multiple,
            anonymous: row.anonymous,
            ends: row.ends.0,
            voters: count(Some(row.voters)),
            counts: row.counts.into_iter().map(|stored| count(Some(stored))).collect(),
        }
    }

    /// What somebody who has `voted` or not is shown `now`.
    pub(super) fn results(&self, now: Timestamp, voted: bool) -> Results {
        results(self.anonymous, self.ends <= now, self.voters, voted, &self.counts)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answered {
    pub(super) comment: CommentId,
    pub(super) author: PersonId,
    pub(super) excerpt: String,
    /// When it was accepted; not known of those accepted by an earlier program.
    pub(super) at: Option<Timestamp>,
}

fn count(stored: Option<i64>) -> u64 {
    u64::try_from(stored.unwrap_or_default()).unwrap_or_default()
}

impl Facts {
    pub(super) fn read(kind: PostKind, row: Option<FactsRow>) -> Facts {
        let Some(row) = row else { return Facts::None };
        match kind {
            PostKind::Discussion => Facts::None,
            PostKind::Question => Facts::Question(answered(row.answer, row.answered, row.accepted)),
            PostKind::Idea => Facts::Idea {
                supports: count(row.supports),
                judged: row.verdict.as_ref().map(|verdict| verdict.at.0),
                judgement: row
                    .verdict
                    .map(|verdict| Judgement { state: verdict.state.0, note: verdict.note }),
            },
            PostKind::Announcement => Facts::Announcement { readings: count(row.readings) },
            PostKind::Poll => row.poll.map_or(Facts::None, |poll| Facts::Poll(Poll::of(poll))),
            PostKind::Praise => {
                Facts::Praise(row.praised.into_iter().flatten().map(|person| person.0).collect())
            }
        }
    }

    /// Beside the frame of the post, in bytes.
    pub(super) fn weight(&self) -> usize {
        match self {
            Facts::Question(Some(answered)) => answered.excerpt.len(),
            Facts::Idea { judgement: Some(judgement), .. } => judgement.note.len(),
            Facts::Poll(poll) => 120 + poll.options.iter().map(|option| 40 + option.len()).sum::<usize>(),
            _ => 0,
        }
    }

    /// The comment that was accepted as the answer.
    pub(super) fn answer(&self) -> Option<CommentId> {
        match self {
            Facts::Question(Some(answered)) => Some(answered.comment),
            _ => None,
        }
    }

    /// Those it names.
    pub(super) fn people(&self) -> &[PersonId] {
        match self {
            Facts::Question(Some(answered)) => std::slice::from_ref(&answered.author),
            Facts::Praise(people) => people,
            _ => &[],
        }
    }
}

fn answered(key: Option<String>, row: Option<AnsweredRow>, at: Option<At>) -> Option<Answered> {
    let (comment, row) = (key?.parse().ok()?, row?);
    Some(Answered {
        comment,
        author: row.author?.0,
        excerpt: prose::excerpt(&row.body?, EXCERPT),
        at: at.map(|at| at.0),
    })
}

/// What one reader has done with the posts of a page.
#[derive(Debug, Default)]
pub(super) struct Own {
    done: HashMap<PostId, Vec<i64>>,
}

impl Own {
    /// They support it, have confirmed that they read it, or have voted.
    pub(super) fn has(&self, post: PostId) -> bool {
        self.done.contains_key(&post)
    }

    /// The places of what they chose, in a named poll.
    pub(super) fn choices(&self, post: PostId) -> Vec<usize> {
        let choices = self.done.get(&post).into_iter().flatten();
        choices.filter_map(|place| usize::try_from(*place).ok()).collect()
    }
}

#[derive(SurrealValue)]
struct OwnRow {
    post: Id<PostId>,
    choices: Option<Vec<i64>>,
}

pub(super) const OWN: &str = "SELECT post, choices FROM $records";

/// What `person` did with those of `posts` that ask something of their readers: one question, and none
/// when there is no such post.
pub(super) async fn own(ctx: &Context, person: PersonId, posts: &[std::sync::Arc<Shown>]) -> Result<Own> {
    let mut records = Vec::new();
    for shown in posts {
        let table = match &shown.facts {
            // Nobody has: nor has this reader.
            Facts::Idea { supports: 1.., .. } => "support",
            Facts::Announcement { readings: 1.. } => "reading",
            Facts::Poll(Poll { voters: 1.., .. }) => "vote",
            _ => continue,
        };
        records.push(record(table, shown.body.id, person));
    }
    let mut own = Own::default();
    if !records.is_empty() {
        for row in ctx.db().rows::<OwnRow>(OWN, bind! { records }).await? {
            own.done.insert(row.post.0, row.choices.unwrap_or_default());
        }
    }
    Ok(own)
}

/// `table:[post, person]`.
pub(super) fn record(table: &str, post: PostId, person: PersonId) -> RecordId {
    let key = vec![Value::RecordId(Id(post).record()), Value::RecordId(Id(person).record())];
    RecordId::new(table, Array::from(key))
}

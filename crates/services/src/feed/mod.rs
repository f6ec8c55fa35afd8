//! Feeds: posts, their threads and the reactions to them.
//!
//! The home page is the most asked for, so what it shows is kept in memory ([`FeedIndex`]): which
//! posts stand where, and the posts read lately, already rendered. Whatever a write touches is
//! dropped from there after its commit.

mod answer;
mod bilingual;
mod comment;
mod comments;
mod delete;
mod edit;
mod export;
mod extra;
mod facts;
mod idea;
mod later;
mod list;
mod mark;
mod mentions;
mod mine;
mod moments;
mod pins;
mod poll;
mod post;
mod preview;
pub mod prose;
mod public;
mod publish;
mod react;
mod reacted;
mod readers;
mod rights;
mod row;
mod seed;
mod seed_kinds;
mod share;
mod shelves;
mod shown;
mod stamps;
mod stir;
mod tagged;
mod thread;
mod upward;
mod versions;
mod view;
mod weighty;

#[cfg(test)]
mod attached_tests;
#[cfg(test)]
mod kinds_tests;
#[cfg(test)]
mod tests;

pub use answer::accept_answer;
pub use bilingual::{bilingual, drop_second, write_second};
pub use comment::{answer_comment, comment, delete_comment, edit_comment};
pub use comments::{answering, branch, comment_source, comments, spot};
pub use delete::delete;
pub use edit::{Edit, edit};
#[cfg(test)]
pub(crate) use export::POSTS as EXPORTED;
pub(crate) use export::export;
pub use export::{ExportPost, ExportWords};
pub use idea::{judge_idea, support};
pub use later::{
    Hour, change_scheduled, drop_scheduled, has_held, keep_hours, publish_due, schedule, scheduled,
    scheduled_one, send_scheduled,
};
pub(crate) use list::{authors, newer, newest_of, some};
pub use list::{community_feed, home, saved};
pub(crate) use mentions::{Calling, callings};
pub use mentions::{offers, preview, unknown_names};
pub(crate) use moments::{Moment, moments};
pub use pins::{pin, unpin};
pub use poll::{vote, voters};
pub use post::{post, post_in, source};
pub(crate) use post::{readable, threads};
pub use preview::{keep_looking, look_again};
pub use public::mark_public;
pub use publish::{Beside, publish, publish_with, was_sent};
pub use react::react;
pub use reacted::reacted;
pub use readers::{Readers, confirm_reading, readers};
pub use seed::{SeedComment, SeedPost, SeedReaction, seed_comments, seed_posts, seed_reactions};
pub use seed_kinds::{
    SeedGesture, SeedPoll, SeedVerdict, seed_answers, seed_gestures, seed_pins, seed_polls, seed_praise,
    seed_verdicts,
};
#[cfg(test)]
pub(crate) use share::SHARED_FROM;
pub(crate) use share::{SHARE, brought, shared_from, unshared, ways};
pub use share::{share, sharings, take_back};
pub use tagged::tagged;
#[cfg(test)]
pub(crate) use upward::SHARES;
pub use versions::versions;
pub(crate) use view::standing;
#[cfg(test)]
pub(crate) use weighty::newest_of_kind;
pub(crate) use weighty::weighty;

use crate::{
    error::{Error, Result},
    search::Touched,
};
use std::{future::Future, sync::Arc};
use tracing::Instrument;

/// What feeds keep in memory.
#[derive(Default)]
pub struct FeedIndex {
    shelves: shelves::Shelves,
    shown: shown::ShownPosts,
    mine: mine::Mine,
    threads: thread::Threads,
    pins: pins::Pins,
    above: upward::Aboves,
    weights: weighty::Weights,
}

impl FeedIndex {
    /// One whose posts tell `touched` when they are written to.
    pub(crate) fn telling(touched: &Arc<Touched>) -> Self {
        FeedIndex {
            shelves: shelves::Shelves::telling(touched.clone()),
            shown: shown::ShownPosts::telling(touched.clone()),
            ..FeedIndex::default()
        }
    }

    /// Somebody's name changed, or whether they are here: what calls them is made again.
    pub(crate) fn renamed(&self, person: domain::id::PersonId) {
        self.shown.renamed(person);
    }

    /// Forgets everything: the store was written to by other ways than these services.
    pub fn clear(&self) {
        self.shelves.clear();
        self.shown.clear();
        self.mine.clear();
        self.pins.clear();
        self.above.clear();
        self.weights.clear();
    }
}

/// Does a write and what follows it to the end, even when the browser that asked has hung up: a
/// commit whose news never reached the memory would leave the two apart.
pub(crate) async fn to_the_end<T: Send + 'static>(
    work: impl Future<Output = Result<T>> + Send + 'static,
) -> Result<T> {
    tokio::spawn(work.in_current_span()).await.map_err(Error::broken)?
}

//! Feeds: posts, comments and reactions.

mod draft;
mod kind;
mod reaction;
mod view;

pub use draft::{Draft, comment, descriptions};
pub use kind::PostKind;
pub use reaction::{Reaction, Tally};
pub use view::{CommentView, Origin, Picture, PostBody, PostSource, PostView};

use serde::{Deserialize, Serialize};

/// Longest post, in characters.
pub const BODY_MAX: usize = 10_000;
pub const TITLE_MAX: usize = 160;
pub const COMMENT_MAX: usize = 4_000;
/// Pictures on one post.
pub const PICTURES_MAX: usize = 6;
/// Longest description of a picture, in characters.
pub const DESCRIPTION_MAX: usize = 300;
/// Rows on one page of a feed.
pub const PAGE: usize = 20;
/// Comments on one page of a thread.
pub const THREAD_PAGE: usize = 50;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedError {
    /// Somebody changed it since the page was opened.
    Changed,
    /// One reads this community but is not in it: writing there is for its members.
    NotMember,
    /// The post this is about was deleted meanwhile.
    Gone,
}

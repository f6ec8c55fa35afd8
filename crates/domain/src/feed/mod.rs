//! Feeds: posts, comments and reactions.

mod announcement;
mod attached;
mod bilingual;
mod draft;
mod extra;
mod file;
mod idea;
mod kind;
mod later;
mod link;
mod mention;
mod pin;
mod poll;
mod praise;
mod question;
mod reaction;
mod tag;
mod view;
mod voice;

pub use announcement::{AnnouncementView, Reader, ReadersView};
pub use attached::{FileForm, KeptFile, KeptPicture, PictureForm, shared};
pub use bilingual::{Bilingual, SaidPicture, SecondForm, Version, other_lang, second};
pub use draft::{Draft, comment};
pub use extra::Extra;
pub use file::{AttachedFile, FileKind, file_name};
pub use idea::{IdeaState, IdeaView, Judgement, NOTE_MAX, judgement};
pub use kind::{PostKind, may_publish};
pub use later::{LATER_DAYS_MAX, LATER_MINUTES, LATER_MOST, LaterView, later};
pub use link::{LinkView, Preview, TRIES, URL_MAX, host, link, pause_after};
pub use mention::{CALLS_MAX, Call, MENTIONS_MAX, Mentioned, Offer, calls};
pub use pin::{PIN_DAYS, PIN_DAYS_MAX, PINS_MAX, pin_end};
pub use poll::{
    ANONYMOUS_MIN, OPTION_MAX, OPTIONS_MAX, OPTIONS_MIN, POLL_DAYS_MAX, PollDraft, PollForm, PollView,
    Results, VoterRow, VotersView, ballot, results,
};
pub use praise::{PRAISED_MAX, praised};
pub use question::{AnswerView, EXCERPT, QuestionView};
pub use reaction::{Reaction, Tally};
pub use tag::{TAG_MAX, TAGS_MAX, next_tag, tag, tags};
pub use view::{
    Branch, CommentView, Origin, Picture, PostBody, PostSource, PostView, ReactedView, Spot, Stance, Upward,
    VersionView,
};
pub use voice::{Candidate, LIFT, LOOK, RARE_DAYS, Seat, Seating, VOICES, seat};

use serde::{Deserialize, Serialize};

/// Longest post, in characters.
pub const BODY_MAX: usize = 10_000;
pub const TITLE_MAX: usize = 160;
pub const COMMENT_MAX: usize = 4_000;
/// Pictures on one post.
pub const PICTURES_MAX: usize = 6;
/// Pictures in an album.
pub const ALBUM_MAX: usize = 30;
/// Pictures that a form comes back with: those of an album, and as many more each of three times it is refused.
pub const ROWS_MAX: usize = 4 * ALBUM_MAX;
/// Files on one post.
pub const FILES_MAX: usize = 5;
/// Longest description of a picture, in characters.
pub const DESCRIPTION_MAX: usize = 300;
/// Rows on one page of a feed.
pub const PAGE: usize = 20;
/// Comments on one page of a thread.
pub const THREAD_PAGE: usize = 50;
/// Answers to a comment that show at once.
pub const ANSWERS_SHOWN: usize = 2;
/// Answers that come with a comment's page; more have a page of their own.
pub const ANSWERS_KEPT: usize = 12;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedError {
    /// Somebody changed it since the page was opened.
    Changed,
    /// One reads this community but is not in it: writing there is for its members.
    NotMember,
    /// The post this is about was deleted meanwhile.
    Gone,
    /// Announcements are for those who look after the community.
    NotAnimator,
    /// People have answered a post of this kind: it stays what it is.
    Answered,
    /// The poll has ended.
    PollOver,
    /// In an anonymous poll one votes once.
    Voted,
    /// Three posts are pinned already.
    PinsFull,
    /// Praise is between people of the company.
    NotPraise,
    /// The comment one answers was deleted meanwhile.
    CommentGone,
    /// One keeps as many posts for later as one can.
    SavedFull,
    /// One has muted as much as one can.
    MutedFull,
    /// It was published, changed or dropped meanwhile.
    NotWaiting,
    /// As many posts as one may have wait already.
    LaterFull,
}

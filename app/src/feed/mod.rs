//! Feeds: the home page, a community's posts, a post with its thread, and the forms that write them.

mod announcement;
mod api;
mod arrange;
mod attached;
mod bilingual;
mod card;
mod composer;
mod confirm;
mod edit;
mod extra;
pub mod failure;
mod home;
mod idea;
mod later;
mod link;
mod list;
mod picture_page;
mod pictures;
mod pin;
mod poll;
mod post_page;
mod praise;
mod public;
mod question;
mod reacted;
mod reactions;
mod readers;
mod share;
mod stance;
mod tag;
mod texts;
mod thread;
mod versions;
mod votes;
mod writing;
mod written_with;

#[cfg(feature = "hydrate")]
mod arrange_browser;
#[cfg(feature = "hydrate")]
mod browser;

pub(crate) use api::Dated;
#[cfg(feature = "ssr")]
pub(crate) use api::dated;
pub use bilingual::TranslatePost;
pub use composer::Composer;
pub use edit::EditPost;
pub use home::Home;
pub use later::{Scheduled, ScheduledPost};
pub use list::CommunityFeed;
pub(crate) use list::posts;
pub use picture_page::PostPicture;
pub use post_page::PostPage;
pub use reacted::PostReactions;
pub use readers::PostReaders;
pub use share::PostSharing;
pub use tag::TagPage;
pub(crate) use texts::idea_state;
pub use texts::kind_name;
pub use versions::PostVersions;
pub use votes::PostVotes;

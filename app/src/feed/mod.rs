//! Feeds: the home page, a community's posts, a post with its thread, and the forms that write them.

mod announcement;
mod api;
mod card;
mod composer;
mod confirm;
mod edit;
mod extra;
pub mod failure;
mod home;
mod idea;
mod list;
mod pictures;
mod pin;
mod poll;
mod post_page;
mod praise;
mod question;
mod reacted;
mod reactions;
mod readers;
mod stance;
mod texts;
mod thread;
mod versions;
mod votes;
mod written_with;

#[cfg(feature = "hydrate")]
mod browser;

pub(crate) use api::Dated;
#[cfg(feature = "ssr")]
pub(crate) use api::dated;
pub use composer::Composer;
pub use edit::EditPost;
pub use home::Home;
pub use list::CommunityFeed;
pub(crate) use list::posts;
pub use post_page::PostPage;
pub use reacted::PostReactions;
pub use readers::PostReaders;
pub(crate) use texts::idea_state;
pub use texts::kind_name;
pub use versions::PostVersions;
pub use votes::PostVotes;

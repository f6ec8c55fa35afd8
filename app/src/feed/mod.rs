//! Feeds: the home page, a community's posts, a post with its thread, and the forms that write them.

mod announcement;
mod api;
mod arrange;
mod attached;
mod card;
mod composer;
mod confirm;
mod edit;
mod extra;
pub mod failure;
mod home;
mod idea;
mod link;
mod list;
mod picture_page;
mod pictures;
mod pin;
mod poll;
mod post_page;
mod praise;
mod question;
mod reactions;
mod readers;
mod texts;
mod thread;
mod versions;
mod votes;
mod written_with;

#[cfg(feature = "hydrate")]
mod arrange_browser;
#[cfg(feature = "hydrate")]
mod browser;

pub use composer::Composer;
pub use edit::EditPost;
pub use home::Home;
pub use list::CommunityFeed;
pub use picture_page::PostPicture;
pub use post_page::PostPage;
pub use readers::PostReaders;
pub use texts::kind_name;
pub use versions::PostVersions;
pub use votes::PostVotes;

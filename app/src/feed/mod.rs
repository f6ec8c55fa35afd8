//! Feeds: the home page, a community's posts, a post with its thread, and the forms that write them.

mod api;
mod card;
mod composer;
mod confirm;
mod edit;
pub mod failure;
mod home;
mod list;
mod pictures;
mod post_page;
mod reactions;
mod texts;
mod thread;

#[cfg(feature = "hydrate")]
mod browser;

pub use composer::Composer;
pub use edit::EditPost;
pub use home::Home;
pub use list::CommunityFeed;
pub use post_page::PostPage;
pub use texts::kind_name;

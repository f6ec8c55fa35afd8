//! The design system: one component a file.
//!
//! Components are drawn on the server and work without JavaScript. They take words already in the
//! page's language; the few they say themselves are in [`texts`]. Their looks are in `style/`, one
//! sheet a component, each headed by the markup it expects. The gallery at `/_ui` shows them all.

mod avatar;
mod banner;
mod button;
mod card;
mod chip;
mod empty_state;
mod error_summary;
mod field;
mod file_field;
mod frame;
mod icon;
mod ids;
mod link;
mod meter;
mod notice;
mod page_header;
mod pagination;
mod scene;
mod select;
mod text_area;
mod visually_hidden;
mod words;

pub mod texts;

pub use avatar::{Avatar, AvatarStack, Size};
pub use banner::{Banner, Tone};
pub use button::{Button, IconButton, Variant};
pub use card::Card;
pub use chip::{Chip, Pill};
pub use empty_state::EmptyState;
pub use error_summary::ErrorSummary;
pub use field::{Field, FieldFrame};
pub use file_field::FileField;
pub use frame::{BottomBar, CONTENT, Frame, Place, Rail, SideColumn, SkipLink, TopBar};
pub use icon::Icon;
pub use ids::field_id;
pub use link::Link;
pub use meter::Meter;
pub use notice::{Notice, Toasts};
pub use page_header::PageHeader;
pub use pagination::Pagination;
pub use scene::Scene;
pub use select::{Choice, Select};
pub use text_area::TextArea;
pub use visually_hidden::VisuallyHidden;
pub use words::Words;

//! The design system: one component a file.
//!
//! Components are drawn on the server and work without JavaScript. They take words already in the
//! page's language; the few they say themselves are in [`texts`](mod@texts). Their looks are in `style/`, one
//! sheet a component, each headed by the markup it expects. The gallery at `/_ui` shows them all.

mod avatar;
mod banner;
mod button;
mod calendar_month;
mod card;
mod chart;
mod chip;
mod choice;
mod date_time_field;
mod dialog;
mod empty_state;
mod error_summary;
mod field;
mod file_field;
mod frame;
mod gallery;
mod icon;
mod ids;
mod kept;
mod link;
mod map_sketch;
mod menu;
mod meter;
mod notice;
mod page_header;
mod pagination;
mod progress;
mod prose;
mod scene;
mod select;
mod sign;
mod skeleton;
mod stat;
mod tabs;
mod text_area;
mod visually_hidden;
mod words;

pub mod texts;

pub use avatar::{Avatar, AvatarStack, Size};
pub use banner::{Banner, Tone};
pub use button::{Button, IconButton, Variant};
pub use calendar_month::{CalendarMonth, Mark};
pub use card::Card;
pub use chart::{BarChart, Point, Sparkline, figure};
pub use chip::{Chip, Pill};
pub use choice::{Checkbox, RadioCards, Switch};
pub use date_time_field::DateTimeField;
pub use dialog::Dialog;
pub use empty_state::EmptyState;
pub use error_summary::ErrorSummary;
pub use field::{Field, FieldFrame};
pub use file_field::FileField;
pub use frame::{BottomBar, CONTENT, Frame, Place, Rail, SideColumn, SkipLink, TopBar};
pub use gallery::Gallery;
pub use icon::Icon;
pub use ids::field_id;
pub use kept::Kept;
pub use link::Link;
pub use map_sketch::{MapSketch, Spot};
pub use menu::Menu;
pub use meter::Meter;
pub use notice::{Notice, Toasts};
pub use page_header::PageHeader;
pub use pagination::Pagination;
pub use progress::Progress;
pub use prose::Prose;
pub use scene::Scene;
pub use select::{Choice, Select};
pub use sign::Sign;
pub use skeleton::{Shape, Skeleton};
pub use stat::Stat;
pub use tabs::Tabs;
pub use text_area::TextArea;
pub use visually_hidden::VisuallyHidden;
pub use words::Words;

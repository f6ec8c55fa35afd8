//! The pages of the house, shared by the server that renders them and the browser that wakes the
//! islands in them.

#[macro_use]
pub mod i18n;
pub mod ui;

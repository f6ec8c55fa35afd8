//! The design system: one component a file.

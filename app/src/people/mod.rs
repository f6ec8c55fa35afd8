//! People: the directory and their pages.

//! The rules of communities, against a store.

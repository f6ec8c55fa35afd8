//! What was written to since the index last looked.
//!
//! Those who write only say of what; the index reads it again from the store, after the commit. A
//! touch that is lost (the process was killed) is made up for when the index is compared with the
//! store at the next start.

use super::doc::Subject;
use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

#[derive(Default)]
pub(crate) struct Touched(Mutex<Option<HashSet<Subject>>>);

impl Touched {
    /// To be told after every write to it, whatever came of it.
    pub(crate) fn touch(&self, subject: Subject) {
        if let Some(touched) = self.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            touched.insert(subject);
        }
    }

    /// From now on somebody takes them.
    pub(super) fn follow(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default();
    }

    pub(super) fn take(&self) -> HashSet<Subject> {
        let mut touched = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        touched.as_mut().map(std::mem::take).unwrap_or_default()
    }
}

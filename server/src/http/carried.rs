//! Forms that were sent after their session ended: they wait for who wrote them (decision 21).
//!
//! Such a form is answered by the page where one signs in, with what was typed in it. Once the same
//! person has signed in it is kept here, in memory and for their new session alone, and shown on its
//! page as it was typed. Nothing is done before they send it again.

use app::{
    forms::WHOSE,
    visit::{Refused, Visit},
};
use domain::{Reason, id::PersonId, path::is_ours};
use serde::{Deserialize, Serialize};
use services::accounts::Session;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::time::Instant;

/// Longest form carried, as it travels in the form one signs in with: that one has a limit too.
const LONGEST: usize = 400_000;
/// How long a form waits.
const LIFE: Duration = Duration::from_secs(30 * 60);
/// Forms waiting at once; the oldest makes room.
const MOST: usize = 64;

/// A form as it travels.
#[derive(Serialize, Deserialize)]
struct Packed {
    /// Its page, a path of ours.
    address: String,
    action: String,
    values: Vec<(String, String)>,
}

/// The form as it travels, when it says for whom it was drawn and is not too long. Passwords are
/// never among what was typed (see `forms::refuse`).
pub fn packed(visit: &Visit, refused: &Refused) -> Option<String> {
    whose(&refused.values)?;
    let form =
        Packed { address: visit.address(), action: refused.action.clone(), values: refused.values.clone() };
    let packed = serde_json::to_string(&form).ok()?;
    let travels = serde_urlencoded::to_string([("", &packed)]).ok()?;
    (travels.len() <= LONGEST).then_some(packed)
}

fn whose(values: &[(String, String)]) -> Option<PersonId> {
    values.iter().find(|(name, _)| name == WHOSE)?.1.parse().ok()
}

struct Waiting {
    /// Public id of the session it waits for.
    session: String,
    address: String,
    form: Arc<Refused>,
    until: Instant,
}

#[derive(Default)]
pub struct Carried(Mutex<VecDeque<Waiting>>);

impl Carried {
    /// Keeps what travelled for the session that has just begun, if it is that of who wrote it.
    pub fn keep(&self, packed: &str, session: &Session) {
        let Ok(Packed { address, action, values }) = serde_json::from_str(packed) else { return };
        if packed.len() > LONGEST || !is_ours(&address) || whose(&values) != Some(session.actor.person) {
            return;
        }
        let form = Arc::new(Refused { action, values, failure: Reason::SignIn.into() });
        let mut waiting = self.waiting();
        if waiting.len() >= MOST {
            waiting.pop_front();
        }
        let session = session.public.clone();
        waiting.push_back(Waiting { session, address, form, until: Instant::now() + LIFE });
    }

    /// The form that waits for this page of this session.
    pub fn of(&self, visit: &Visit) -> Option<Arc<Refused>> {
        let waiting = self.waiting();
        if waiting.is_empty() {
            return None;
        }
        let (session, address) = (visit.session.as_ref()?, visit.address());
        let found = waiting.iter().find(|form| form.session == *session && form.address == address)?;
        Some(found.form.clone())
    }

    /// A form was sent from this page: what waited for it has served.
    pub fn forget(&self, visit: &Visit, action: &str) {
        let mut waiting = self.waiting();
        if let Some(session) = visit.session.as_ref().filter(|_| !waiting.is_empty()) {
            let address = visit.address();
            waiting.retain(|form| {
                form.session != *session || form.address != address || form.form.action != action
            });
        }
    }

    fn waiting(&self) -> MutexGuard<'_, VecDeque<Waiting>> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        while waiting.front().is_some_and(|oldest| oldest.until <= now) {
            waiting.pop_front();
        }
        waiting
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(values: &[(&str, &str)]) -> Refused {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Refused { action: "edit_profile".into(), values, failure: Reason::SignIn.into() }
    }

    #[test]
    fn only_what_is_somebodys_and_not_too_long_travels() {
        let visit = Visit { path: "/me".into(), ..Visit::default() };
        let someone = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        assert!(packed(&visit, &form(&[("bio", "Bonjour")])).is_none(), "nobody's");
        assert!(packed(&visit, &form(&[("bio", "Bonjour"), (WHOSE, "me")])).is_none());
        assert!(packed(&visit, &form(&[("bio", "Bonjour"), (WHOSE, someone)])).is_some());
        let long = "\"".repeat(LONGEST / 6);
        assert!(packed(&visit, &form(&[("bio", &long), (WHOSE, someone)])).is_none());
    }
}

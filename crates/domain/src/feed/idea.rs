//! An idea: supported by people, and what the animators say of it.

use crate::form::{Fault, Reader};
use serde::{Deserialize, Serialize};

/// Longest explanation of a state, in characters.
pub const NOTE_MAX: usize = 500;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdeaView {
    pub supports: u64,
    /// The reader is one of them.
    pub mine: bool,
    pub judgement: Option<Judgement>,
    /// The reader says where it stands.
    pub judges: bool,
}

/// Where an idea stands, and a word on why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    pub state: IdeaState,
    pub note: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdeaState {
    UnderStudy,
    Kept,
    Done,
    Dropped,
}

impl IdeaState {
    pub const ALL: [IdeaState; 4] =
        [IdeaState::UnderStudy, IdeaState::Kept, IdeaState::Done, IdeaState::Dropped];

    /// The word it is stored and posted under.
    pub fn word(self) -> &'static str {
        match self {
            IdeaState::UnderStudy => "under_study",
            IdeaState::Kept => "kept",
            IdeaState::Done => "done",
            IdeaState::Dropped => "dropped",
        }
    }
}

/// Reads the fields `state` and `note`. No state takes back what was said before; any other wants a
/// word of explanation, because "dropped" alone is a door that shuts.
pub fn judgement(form: &mut Reader, state: &str, note: &str) -> Option<Judgement> {
    if state.is_empty() {
        return None;
    }
    let found = IdeaState::ALL.into_iter().find(|known| known.word() == state);
    let state = form.take("state", found.ok_or(Fault::Choice), IdeaState::UnderStudy);
    let note = form.text("note", note, 1, NOTE_MAX);
    Some(Judgement { state, note })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_has_its_reason() {
        let read = |state: &str, note: &str| {
            let mut form = Reader::default();
            let read = judgement(&mut form, state, note);
            (read, form.is_clean())
        };
        assert_eq!(read("", "perdu"), (None, true));
        let kept = Judgement { state: IdeaState::Kept, note: "Budget voté.".into() };
        assert_eq!(read("kept", " Budget voté. "), (Some(kept), true));
        assert!(!read("kept", " ").1);
        assert!(!read("maybe", "x").1);
        assert!(!read("done", &"x".repeat(NOTE_MAX + 1)).1);
    }
}

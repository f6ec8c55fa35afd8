//! A question, and the comment that answers it.

use crate::{id::CommentId, person::PersonName};
use serde::{Deserialize, Serialize};

/// Characters of an accepted answer that are shown under the question.
pub const EXCERPT: usize = 240;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    pub answer: Option<AnswerView>,
    /// The reader says which comment answers it: who asked, and those who moderate.
    pub accepts: bool,
}

/// A comment that was accepted as the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerView {
    pub comment: CommentId,
    pub author: PersonName,
    /// Its first words, without formatting.
    pub excerpt: String,
}

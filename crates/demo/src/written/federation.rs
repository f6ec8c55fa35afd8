//! Which communities are in a federation, and what they want together.

use serde::Deserialize;

use crate::company::GoalState;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Federations {
    pub federation: Vec<WrittenFederation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenFederation {
    /// Slug.
    pub community: String,
    #[serde(default)]
    pub goals: Vec<WrittenGoal>,
    #[serde(rename = "ally", default)]
    pub allies: Vec<WrittenAlly>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenGoal {
    pub by: String,
    /// Days since it was written.
    pub ago: u32,
    pub text: String,
    #[serde(default)]
    pub measure: String,
    /// Days from the load.
    pub due_in: Option<i32>,
    #[serde(default)]
    pub state: GoalState,
    #[serde(default)]
    pub word: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenAlly {
    /// Slug.
    pub community: String,
    pub by: String,
    pub ago: u32,
    #[serde(default)]
    pub brings: String,
    #[serde(default)]
    pub called: bool,
    #[serde(default)]
    pub shares: usize,
}

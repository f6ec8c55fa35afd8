//! Communities of communities.

/// Where a goal stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalState {
    #[default]
    Open,
    Reached,
    SetAside,
}

/// A federation, its members, its goals and what was shared there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Federation {
    /// Index into communities.
    pub community: usize,
    pub allies: Vec<Ally>,
    pub goals: Vec<Goal>,
}

/// A community that is in, or that was `called` and has not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ally {
    /// Index into communities.
    pub community: usize,
    /// Index into people.
    pub by: usize,
    pub days_ago: u32,
    /// May be empty.
    pub brings: String,
    pub called: bool,
    /// Indices into posts of that community, with how long ago each was shared, in minutes.
    pub shares: Vec<(usize, u32)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Index into people.
    pub by: usize,
    pub days_ago: u32,
    pub text: String,
    pub measure: String,
    /// Days from the load.
    pub due_in_days: Option<i32>,
    pub state: GoalState,
    pub word: String,
}

//! Communities people wish for.

use super::{Accent, CommunityKind, Lang};

/// Where one stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    Draft,
    Sent,
    ChangesAsked,
}

/// What happened to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalTurn {
    Sent,
    ChangesAsked,
}

/// A line of its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    pub what: ProposalTurn,
    /// Index into people.
    pub by: usize,
    /// The reason given, maybe empty.
    pub said: String,
    pub days_ago: u32,
}

/// A change of a charter that waits for an answer: one rule more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Index into communities.
    pub community: usize,
    /// Index into people.
    pub by: usize,
    pub rule: String,
    pub reason: String,
}

/// Something put to the vote in a community, running or over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Index into communities.
    pub community: usize,
    /// Index into people.
    pub by: usize,
    pub question: String,
    pub detail: String,
    /// None for yes or no.
    pub choices: Vec<String>,
    /// Percent of the members.
    pub quorum: u8,
    pub put_days_ago: u32,
    /// Days from the load to its last day; negative once it is over.
    pub ends_in_days: i32,
    /// Indices into people, each with the place of what they chose; abstaining comes last.
    pub votes: Vec<(usize, usize)>,
    /// What those who animate said of it; may be empty.
    pub reasons: String,
}

/// A proposal; what is not written yet is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Index into people.
    pub by: usize,
    pub state: ProposalState,
    pub name: String,
    pub summary: String,
    pub kind: CommunityKind,
    pub accent: Accent,
    pub lang: Lang,
    /// With why now.
    pub purpose: String,
    pub audience: String,
    pub outside: String,
    /// Index into people.
    pub sponsor: Option<usize>,
    /// Indices into people.
    pub animators: Vec<usize>,
    pub rules: Vec<String>,
    pub rituals: Vec<String>,
    /// The first three months.
    pub calendar: Vec<String>,
    pub measures: Vec<String>,
    /// Days from the load to the review.
    pub review_in_days: Option<i32>,
    pub begun_days_ago: u32,
    /// The oldest first.
    pub history: Vec<Happened>,
}

//! `proposals.toml`.

use serde::Deserialize;

use crate::company::{Accent, CommunityKind, Lang, ProposalState, ProposalTurn};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Proposals {
    pub proposal: Vec<WrittenProposal>,
    pub change: Vec<WrittenChange>,
    pub decision: Vec<WrittenDecision>,
}

/// Something put to the vote, running or over.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenDecision {
    /// Its slug.
    pub community: String,
    pub by: String,
    pub question: String,
    #[serde(default)]
    pub detail: String,
    /// None for yes or no.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Percent.
    pub quorum: u8,
    /// Days before the load.
    pub ago: u32,
    /// Days from the load to its last day; negative once it is over.
    pub ends_in: i32,
    /// For each choice, abstentions last.
    pub votes: Vec<usize>,
    /// What those who animate said of it.
    #[serde(default)]
    pub reasons: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenChange {
    /// Its slug.
    pub community: String,
    pub by: String,
    pub rule: String,
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenProposal {
    pub by: String,
    pub state: ProposalState,
    #[serde(default)]
    pub lang: Lang,
    pub name: String,
    pub summary: String,
    pub kind: CommunityKind,
    pub accent: Accent,
    pub purpose: String,
    #[serde(default)]
    pub audience: String,
    #[serde(default)]
    pub outside: String,
    pub sponsor: Option<String>,
    #[serde(default)]
    pub animators: Vec<String>,
    #[serde(default)]
    pub rules: Vec<String>,
    #[serde(default)]
    pub rituals: Vec<String>,
    #[serde(default)]
    pub calendar: Vec<String>,
    #[serde(default)]
    pub measures: Vec<String>,
    pub review_in: Option<i32>,
    pub begun: u32,
    #[serde(default)]
    pub turns: Vec<WrittenTurn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenTurn {
    pub what: ProposalTurn,
    pub by: String,
    pub ago: u32,
    #[serde(default)]
    pub said: String,
}

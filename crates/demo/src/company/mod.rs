//! What a demonstration company is made of. Plain types; links are indices into the lists of [`Company`].

mod community;
mod event;
mod federation;
mod journey;
mod person;
mod proposal;
mod talk;

pub use community::{Accent, Admission, Charter, Community, CommunityKind, CommunityRole, Membership, Stage};
pub use event::{Event, Registration};
pub use federation::{Ally, Federation, Goal, GoalState};
pub use journey::Commute;
pub use person::{Commune, Organisation, Person, Role, Workplace};
pub use proposal::{Change, Decision, Happened, Proposal, ProposalState, ProposalTurn};
pub use talk::{Comment, File, Gesture, Picture, Poll, Post, PostKind, Reaction, ReactionKind, Subject};

/// The language a text was written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Fr,
    En,
}

impl Lang {
    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}

/// A whole company. Every index is valid; every author, commenter and reacting person is a member
/// of the community concerned; lists of posts and comments run from the oldest to the newest.
#[derive(Clone, Debug, PartialEq)]
pub struct Company {
    pub organisation: Organisation,
    pub workplaces: Vec<Workplace>,
    /// Every commune named by a home or a commute.
    pub communes: Vec<Commune>,
    pub people: Vec<Person>,
    pub communities: Vec<Community>,
    pub memberships: Vec<Membership>,
    pub posts: Vec<Post>,
    pub comments: Vec<Comment>,
    pub reactions: Vec<Reaction>,
    pub gestures: Vec<Gesture>,
    pub events: Vec<Event>,
    pub registrations: Vec<Registration>,
    pub commutes: Vec<Commute>,
    pub proposals: Vec<Proposal>,
    pub changes: Vec<Change>,
    pub decisions: Vec<Decision>,
    pub federations: Vec<Federation>,
}

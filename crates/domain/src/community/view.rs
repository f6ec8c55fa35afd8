//! Communities as pages show them.

use super::{Charter, Hue, Kind, Stage, amendment::Review, federation::Named};
use crate::{
    actor::Role,
    id::{CommunityId, MediaId, PersonId},
    policy::{Admission, Glimpse},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A line of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityCard {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub summary: String,
    pub kind: Kind,
    pub hue: Hue,
    pub stage: Stage,
    pub admission: Admission,
    pub members: u64,
    /// Its interests.
    pub tags: Vec<String>,
    /// Names of the member communities of a federation, those the reader may know of.
    pub allies: Vec<String>,
    /// The reader's.
    pub role: Option<Role>,
    /// The reader asked to join and waits for an answer.
    pub asked: bool,
    /// The animators invited the reader.
    pub invited: bool,
    pub may_study: bool,
    pub may_join: bool,
}

/// The head of a community's pages, and what the reader may do there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityView {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub summary: String,
    pub kind: Kind,
    pub hue: Hue,
    pub stage: Stage,
    pub admission: Admission,
    pub listed: bool,
    pub glimpse: Glimpse,
    /// Asked of those who ask to come in; may be empty.
    pub question: String,
    pub everyone: bool,
    pub members: u64,
    pub animators: u64,
    /// Version of the charter in force, from 1.
    pub charter: u32,
    pub role: Option<Role>,
    pub asked: bool,
    pub invited: bool,
    pub may_study: bool,
    /// The posts marked public, at least.
    pub may_peek: bool,
    pub may_read: bool,
    pub may_join: bool,
    pub may_leave: bool,
    pub may_write: bool,
    pub may_moderate: bool,
    pub may_organise: bool,
    pub may_govern: bool,
    /// They animate it, and may hand that over.
    pub may_offer: bool,
    /// They may name who animates it, and its sponsor, whoever it is.
    pub may_entrust: bool,
    /// They answer for it, archived or not.
    pub may_keep: bool,
    /// They belong to it, or look after all communities: its history is theirs to read.
    pub within: bool,
    /// Whether the charter is soon to be read again, or should have been.
    pub review: Option<Review>,
    /// Partners whose last day is near, told to those who govern.
    pub leaving: u64,
    /// Nobody animates it: who looks after it meanwhile.
    pub keepers: Vec<PersonRef>,
    /// The federations it is in, those the reader may know of.
    pub federations: Vec<Named>,
    /// The communities that are in it, those the reader may know of.
    pub allies: Vec<Named>,
}

/// The charter in force, with those who answer for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CharterView {
    pub charter: Charter,
    pub version: u32,
    pub since: Timestamp,
    pub sponsor: Option<PersonRef>,
    pub animators: Vec<PersonRef>,
    /// The version the reader accepted; 0 for a member who never had to, none for others.
    pub accepted: Option<u32>,
}

/// A person as lists name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRef {
    pub id: PersonId,
    pub name: String,
    /// What they do; may be empty.
    pub title: String,
    pub picture: Option<MediaId>,
}

/// A line of the list of members, or of those who ask to come in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    pub person: PersonRef,
    pub role: Role,
    pub since: Timestamp,
    /// What was answered to the question of the community, by who asks to come in.
    pub answer: String,
    /// A partner's last day, ISO 8601.
    pub until: Option<String>,
}

/// Somebody who was invited and has not answered yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestRow {
    pub person: PersonRef,
    pub since: Timestamp,
}

/// A partner in a community, and their last day there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayRow {
    pub person: PersonRef,
    pub company: String,
    /// ISO 8601.
    pub until: String,
    /// Near enough to be told.
    pub soon: bool,
}

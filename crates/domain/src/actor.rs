//! Who is asking: a person, with the roles they hold.

use crate::{
    Lang,
    id::{CommunityId, PersonId},
};
use serde::{Deserialize, Serialize};

/// A person's place in the organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrgRole {
    /// Outside the company: sees only the communities that invited them.
    Partner,
    #[default]
    Employee,
    CommunityManager,
    Administrator,
}

impl OrgRole {
    pub const ALL: [OrgRole; 4] =
        [OrgRole::Partner, OrgRole::Employee, OrgRole::CommunityManager, OrgRole::Administrator];

    /// The word it is stored and sent under.
    pub fn word(self) -> &'static str {
        match self {
            OrgRole::Partner => "partner",
            OrgRole::Employee => "employee",
            OrgRole::CommunityManager => "community_manager",
            OrgRole::Administrator => "administrator",
        }
    }

    pub fn from_word(word: &str) -> Option<OrgRole> {
        OrgRole::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// A person's place in one community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Asked to come in; not yet answered.
    Requested,
    Member,
    Animator,
    Sponsor,
}

/// The person behind a request. Built once a request from the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    pub person: PersonId,
    pub name: String,
    pub role: OrgRole,
    pub lang: Lang,
    /// The communities they are in or asked to join.
    pub memberships: Vec<(CommunityId, Role)>,
    /// The communities whose animators invited them, and that they have not answered.
    pub invited: Vec<CommunityId>,
    /// The federations of the communities they are in: they are at home there too.
    pub at_home: Vec<CommunityId>,
}

impl Actor {
    /// Their role in `community`; a mere request is none.
    pub fn role_in(&self, community: CommunityId) -> Option<Role> {
        self.memberships
            .iter()
            .find(|(id, role)| *id == community && *role != Role::Requested)
            .map(|(_, role)| *role)
    }

    pub fn has_asked(&self, community: CommunityId) -> bool {
        self.memberships.contains(&(community, Role::Requested))
    }

    pub fn is_invited(&self, community: CommunityId) -> bool {
        self.invited.contains(&community)
    }

    /// Whether a community they are in is a member of the federation `community`.
    pub fn is_at_home(&self, community: CommunityId) -> bool {
        self.at_home.contains(&community)
    }

    /// Somebody of the company who is in no community: what they see is what any non-member does.
    pub fn stranger(lang: Lang) -> Actor {
        Actor {
            person: PersonId::new(0_u128.into()),
            name: String::new(),
            role: OrgRole::Employee,
            lang,
            memberships: Vec::new(),
            invited: Vec::new(),
            at_home: Vec::new(),
        }
    }

    /// The communities they are in, requests left out.
    pub fn communities(&self) -> impl Iterator<Item = CommunityId> + '_ {
        self.memberships.iter().filter(|(_, role)| *role != Role::Requested).map(|(id, _)| *id)
    }

    /// Community managers and administrators look after every community.
    pub fn is_manager(&self) -> bool {
        matches!(self.role, OrgRole::CommunityManager | OrgRole::Administrator)
    }

    pub fn is_administrator(&self) -> bool {
        self.role == OrgRole::Administrator
    }

    pub fn is_partner(&self) -> bool {
        self.role == OrgRole::Partner
    }
}

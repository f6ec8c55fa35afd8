//! Communities, their charters and who belongs to them.

use super::Lang;

/// The seven kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommunityKind {
    Interest,
    Practice,
    Project,
    Transversal,
    Geographic,
    OffWork,
    Federation,
}

impl CommunityKind {
    pub const ALL: [Self; 7] = [
        Self::Interest,
        Self::Practice,
        Self::Project,
        Self::Transversal,
        Self::Geographic,
        Self::OffWork,
        Self::Federation,
    ];
}

/// Where a community stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Draft,
    Proposed,
    Launching,
    Active,
    Dormant,
    Archived,
}

/// How one joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Admission {
    Open,
    OnRequest,
    ByInvitation,
}

/// Names of the accent hues of the visual charter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Accent {
    Brique,
    Marronnier,
    CraieJaune,
    EncreBleue,
    Ardoise,
}

impl Accent {
    /// Token name, as in `style/tokens.css`.
    pub fn token(self) -> &'static str {
        match self {
            Self::Brique => "brique",
            Self::Marronnier => "marronnier",
            Self::CraieJaune => "craie-jaune",
            Self::EncreBleue => "encre-bleue",
            Self::Ardoise => "ardoise",
        }
    }
}

/// What a community promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
    pub purpose: String,
    pub why_now: String,
    /// Whom it is for.
    pub audience: String,
    /// What stays outside.
    pub outside: String,
    /// Index into people.
    pub sponsor: usize,
    /// Indices into people; the same as the memberships with [`CommunityRole::Animator`].
    pub animators: Vec<usize>,
    pub rules: Vec<String>,
    pub rituals: Vec<String>,
    pub success_measures: Vec<String>,
    /// Days from the load to the review; negative when it has passed.
    pub review_in_days: i32,
}

/// A community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Community {
    pub slug: String,
    pub name: String,
    /// One line.
    pub summary: String,
    pub kind: CommunityKind,
    pub stage: Stage,
    pub admission: Admission,
    /// Unlisted communities are unknown to those outside.
    pub listed: bool,
    /// Every employee belongs to it.
    pub everyone: bool,
    pub admits_partners: bool,
    /// Its interests.
    pub tags: Vec<String>,
    /// Index into workplaces, when it is at home in one.
    pub workplace: Option<usize>,
    /// Asked of those who ask to come in; may be empty.
    pub question: String,
    pub accent: Accent,
    pub lang: Lang,
    pub charter: Charter,
    /// Days between the opening and the load.
    pub opened_days_ago: u32,
    /// Seed of the cover, for `picture`.
    pub cover_seed: u64,
}

/// Role inside one community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommunityRole {
    Member,
    Animator,
}

/// One person in one community; at most one a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub community: usize,
    pub person: usize,
    pub role: CommunityRole,
    pub joined_days_ago: u32,
}

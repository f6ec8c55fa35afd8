//! Communities: their kinds, stages, charter and how one comes in.
//!
//! The same rules hold for every community: a running club has a charter and an animation team
//! like a data guild.

pub mod amendment;
mod charter;
pub mod decision;
pub mod federation;
mod finding;
pub mod handing;
pub mod life;
mod likeness;
mod opening;
mod perimeter;
pub mod proposal;
mod slug;
mod view;
pub mod welcome;

pub use charter::{Charter, SECTION_MAX};
pub use finding::{
    COLLEAGUES_MIN, FindingForm, Order, Rule, Size, TAG_MAX, TAGS_MAX, Wanted, Why, read_craft, read_tags,
};
pub use likeness::{ALIKE, Words, likeness};
pub use opening::{ANIMATORS_ASKED, ANIMATORS_MIN, NAME_MAX, NewCommunity, Opening, SUMMARY_MAX};
pub use perimeter::{
    ANSWER_MAX, Consequence, Perimeter, PerimeterForm, QUESTION_MAX, STAY_MONTHS, STAY_TOLD_DAYS, ends_soon,
    last_day,
};
pub use slug::slug;
pub use view::{CharterView, CommunityCard, CommunityView, GuestRow, MemberRow, PersonRef, StayRow};

use serde::{Deserialize, Serialize};

/// Rows on one page of the directory or of a list of members.
pub const PAGE: usize = 24;

/// What a community is about. The same rules hold for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    #[default]
    Interest,
    /// A craft.
    Practice,
    Project,
    /// Diversity, sustainability, safety…
    Transversal,
    Geographic,
    OffWork,
    /// A community of communities.
    Federation,
}

impl Kind {
    /// Off-work first, work next: where one dares the first word.
    pub const ALL: [Kind; 7] = [
        Kind::OffWork,
        Kind::Interest,
        Kind::Practice,
        Kind::Project,
        Kind::Transversal,
        Kind::Geographic,
        Kind::Federation,
    ];

    /// The word it is stored and sent under.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Interest => "interest",
            Kind::Practice => "practice",
            Kind::Project => "project",
            Kind::Transversal => "transversal",
            Kind::Geographic => "geographic",
            Kind::OffWork => "off_work",
            Kind::Federation => "federation",
        }
    }

    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Where a community is in its life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    #[default]
    Draft,
    Proposed,
    Launching,
    Active,
    Dormant,
    Archived,
}

impl Stage {
    pub const ALL: [Stage; 6] =
        [Stage::Draft, Stage::Proposed, Stage::Launching, Stage::Active, Stage::Dormant, Stage::Archived];

    /// Shown to people outside it; an archived community is out of lists, but its members and
    /// the community managers still read it.
    pub fn is_public(self) -> bool {
        matches!(self, Stage::Launching | Stage::Active | Stage::Dormant)
    }
}

/// The colour a community is recognised by: one of the eight of `style/tokens.css`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hue {
    #[default]
    Brique,
    Marronnier,
    EncreBleue,
    CraieJaune,
    Prune,
    Canard,
    Olive,
    Ardoise,
}

impl Hue {
    /// In the order of the style sheet.
    pub const ALL: [Hue; 8] = [
        Hue::Brique,
        Hue::Marronnier,
        Hue::EncreBleue,
        Hue::CraieJaune,
        Hue::Prune,
        Hue::Canard,
        Hue::Olive,
        Hue::Ardoise,
    ];

    /// The word it is stored and sent under.
    pub fn word(self) -> &'static str {
        match self {
            Hue::Brique => "brique",
            Hue::Marronnier => "marronnier",
            Hue::EncreBleue => "encre_bleue",
            Hue::CraieJaune => "craie_jaune",
            Hue::Prune => "prune",
            Hue::Canard => "canard",
            Hue::Olive => "olive",
            Hue::Ardoise => "ardoise",
        }
    }

    pub fn from_word(word: &str) -> Option<Hue> {
        Hue::ALL.into_iter().find(|hue| hue.word() == word)
    }

    /// What an element carries in `data-hue` to take the colour.
    pub fn data(self) -> &'static str {
        match self {
            Hue::Brique => "0",
            Hue::Marronnier => "1",
            Hue::EncreBleue => "2",
            Hue::CraieJaune => "3",
            Hue::Prune => "4",
            Hue::Canard => "5",
            Hue::Olive => "6",
            Hue::Ardoise => "7",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommunityError {
    /// Archived meanwhile: it can be read, nothing more.
    Archived,
    /// An animator who leaves would leave fewer than two.
    LastAnimators,
    /// This one is for everybody; one mutes it rather than leaving.
    ForEveryone,
    /// The charter changed since the page was opened.
    CharterChanged,
    /// The proposal is no longer where this may be done: sent, answered or withdrawn meanwhile.
    ProposalMoved,
    /// Something is still missing in the proposal.
    ProposalIncomplete,
    /// The text proposed is the one in force.
    NothingChanged,
    /// A question is asked of those who want to come in: it is answered on the page of the charter.
    QuestionFirst,
    /// The perimeter changed since its changes were said.
    PerimeterChanged,
    /// The review date that was proposed has passed meanwhile.
    ReviewPassed,
    /// It is no longer in the stage this starts from: somebody else moved it meanwhile.
    StageMoved,
    /// The vote is over: its last day has passed, or what was proposed was taken back.
    VoteOver,
    /// The vote is still under way.
    VoteRunning,
    /// As many votes are open as may be at a time: [`decision::OPEN_MOST`].
    VotesFull,
    /// What was offered is no longer: taken back, expired, or one of the two has moved on.
    OfferGone,
    /// Whom it is offered to is no member, or animates already.
    OfferMisplaced,
    /// What is named is no federation: communities are members of those alone.
    NoFederation,
    /// A federation is no member of another.
    FederationInFederation,
    /// The community is in as many federations as one may be.
    FederationsFull,
    /// The federation has as many members as it may.
    FederationFull,
    /// The two are no longer where this may be done: answered, parted or asked again meanwhile.
    TieMoved,
    /// The federation has as many goals as it may.
    GoalsFull,
    /// The community is not in this federation, or no longer.
    NotTied,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::{IntoDeserializer, value::Error};

    #[test]
    fn words_are_those_the_store_reads() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
            assert_eq!(
                Kind::deserialize(IntoDeserializer::<Error>::into_deserializer(kind.word())),
                Ok(kind)
            );
        }
        for hue in Hue::ALL {
            assert_eq!(Hue::from_word(hue.word()), Some(hue));
            assert_eq!(Hue::deserialize(IntoDeserializer::<Error>::into_deserializer(hue.word())), Ok(hue));
        }
    }

    #[test]
    fn each_hue_has_a_colour_of_its_own() {
        for (index, hue) in Hue::ALL.into_iter().enumerate() {
            assert_eq!(hue.data(), index.to_string());
        }
    }
}

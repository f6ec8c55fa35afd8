//! How a community is found: what the directory is asked, what a community says to be found by, and
//! why one is suggested.

use super::Kind;
use crate::{
    fold::fold,
    form::{Fault, Reader},
    id::WorkplaceId,
    person::LINE_MAX,
};
use serde::{Deserialize, Serialize};

/// Interests of one community, at most.
pub const TAGS_MAX: usize = 6;
/// Longest interest, in characters.
pub const TAG_MAX: usize = 30;
/// Fewer colleagues than this are not counted out loud: two people of a small site are named by it.
pub const COLLEAGUES_MIN: u64 = 3;

/// How many members, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    Small,
    Middle,
    Large,
}

impl Size {
    pub const ALL: [Size; 3] = [Size::Small, Size::Middle, Size::Large];

    pub fn word(self) -> &'static str {
        match self {
            Size::Small => "small",
            Size::Middle => "middle",
            Size::Large => "large",
        }
    }

    pub fn from_word(word: &str) -> Option<Size> {
        Size::ALL.into_iter().find(|size| size.word() == word)
    }

    /// Under 20, under 100, and the others.
    pub fn of(members: u64) -> Size {
        match members {
            0..20 => Size::Small,
            20..100 => Size::Middle,
            _ => Size::Large,
        }
    }
}

/// The order of the directory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    #[default]
    Name,
    /// The largest first.
    Size,
    /// Where something was written last first.
    Activity,
}

impl Order {
    pub const ALL: [Order; 3] = [Order::Name, Order::Size, Order::Activity];

    pub fn word(self) -> &'static str {
        match self {
            Order::Name => "name",
            Order::Size => "size",
            Order::Activity => "activity",
        }
    }

    pub fn from_word(word: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.word() == word)
    }
}

/// What the directory is asked; nothing is everything, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub kind: Option<Kind>,
    /// Words of the name, the summary or an interest.
    pub search: String,
    pub place: Option<WorkplaceId>,
    /// An interest, as it is written or not.
    pub tag: String,
    pub size: Option<Size>,
    pub order: Order,
}

impl Wanted {
    pub fn is_everything(&self) -> bool {
        *self == Wanted { order: self.order, ..Wanted::default() }
    }
}

/// What a community says to be found by, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FindingForm {
    /// Separated by commas.
    pub tags: String,
    /// Id of the workplace it is at home in; may be empty.
    pub place: String,
    /// Id of the workplace whose people it is suggested to.
    pub rule_place: String,
    /// The craft whose people it is suggested to, as the directory has it.
    pub rule_craft: String,
}

/// To whom a community is suggested: people of a workplace, of a craft, or of that craft there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub place: Option<WorkplaceId>,
    pub craft: String,
}

impl Rule {
    pub fn is_none(&self) -> bool {
        self.place.is_none() && self.craft.is_empty()
    }

    /// Whether it speaks of somebody who works there, in that craft.
    pub fn matches(&self, place: Option<WorkplaceId>, craft: &str) -> bool {
        let there = self.place.is_none() || self.place == place;
        let does = self.craft.is_empty() || fold(&self.craft) == fold(craft);
        !self.is_none() && there && does
    }
}

/// Why a community is suggested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It is meant for the people of their workplace.
    Place(String),
    /// It is meant for the people of their craft.
    Craft(String),
    /// So many people of their workplace are in it.
    Colleagues(u64),
    /// It has its turn.
    Turn,
}

/// Reads the interests of a community: each once, whatever its case or accents.
pub fn read_tags(form: &mut Reader, text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split([',', '\n', ';']) {
        let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
        let tag = tag.trim_start_matches('#').to_owned();
        if fold(&tag).is_empty() || tags.iter().any(|known| fold(known) == fold(&tag)) {
            continue;
        }
        tags.push(tag);
    }
    if tags.len() > TAGS_MAX {
        form.fault("tags", Fault::TooMany { max: TAGS_MAX });
    } else if tags.iter().any(|tag| tag.chars().count() > TAG_MAX) {
        form.fault("tags", Fault::TooLong { max: TAG_MAX });
    }
    tags
}

/// Reads the craft of a rule; it may be empty.
pub fn read_craft(form: &mut Reader, text: &str) -> String {
    form.text("rule_craft", text, 0, LINE_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interests_are_each_kept_once() {
        let mut form = Reader::default();
        assert_eq!(
            read_tags(&mut form, " Vélo, #vélo ,VELO,, plein  air ; 東京"),
            ["Vélo", "plein air", "東京"]
        );
        assert!(form.is_clean());
        read_tags(&mut form, "a,b,c,d,e,f,g");
        read_tags(&mut form, &"x".repeat(31));
        let faults: Vec<_> = form.done().unwrap_err().fields.into_iter().map(|(_, fault)| fault).collect();
        assert_eq!(faults, [Fault::TooMany { max: TAGS_MAX }, Fault::TooLong { max: TAG_MAX }]);
    }

    #[test]
    fn a_rule_speaks_of_those_who_match_all_of_it_and_none_speaks_of_nobody() {
        let (here, there) = (WorkplaceId::new(1_u128.into()), WorkplaceId::new(2_u128.into()));
        let rule = |place, craft: &str| Rule { place, craft: craft.into() };
        for (rule, matches) in [
            (rule(None, ""), false),
            (rule(Some(here), ""), true),
            (rule(Some(there), ""), false),
            (rule(None, "Métallurgie"), true),
            (rule(None, "Achats"), false),
            (rule(Some(here), "METALLURGIE"), true),
            (rule(Some(there), "métallurgie"), false),
        ] {
            assert_eq!(rule.matches(Some(here), "métallurgie"), matches, "{rule:?}");
            assert!(!rule.matches(None, ""), "{rule:?}");
        }
    }

    #[test]
    fn words_are_those_of_the_address() {
        for size in Size::ALL {
            assert_eq!(Size::from_word(size.word()), Some(size));
        }
        for order in Order::ALL {
            assert_eq!(Order::from_word(order.word()), Some(order));
        }
        for (members, size) in [(0, Size::Small), (19, Size::Small), (20, Size::Middle), (100, Size::Large)] {
            assert_eq!(Size::of(members), size);
        }
        assert!(Wanted { order: Order::Size, ..Wanted::default() }.is_everything());
        assert!(!Wanted { tag: "vélo".into(), ..Wanted::default() }.is_everything());
    }
}

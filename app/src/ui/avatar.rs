//! The face of a person.

use domain::Lang;
use leptos::prelude::*;

use super::{Words, texts};

/// How large a face is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    Small,
    #[default]
    Medium,
    Large,
}

impl Size {
    fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }
}

/// A person's picture, or their initials on a colour that stays theirs. Decoration: the name stands
/// next to it.
#[component]
pub fn Avatar(
    #[prop(into)] name: String,
    #[prop(optional, into)] picture: Words,
    #[prop(optional)] size: Size,
) -> impl IntoView {
    match picture.get() {
        Some(src) => view! {
            <img class="avatar" data-size=size.name() src=src alt="" loading="lazy" decoding="async" width="40" height="40" />
        }
        .into_any(),
        None => view! {
            <span
                class="avatar"
                data-size=size.name()
                data-hue=hue(&name).to_string()
                data-initials=initials(&name)
                aria-hidden="true"
            ></span>
        }
        .into_any(),
    }
}

/// A few faces, overlapping; `people` are `(name, picture)`. Names are read out, and those beyond
/// five are counted.
#[component]
pub fn AvatarStack(
    lang: Lang,
    people: Vec<(String, Option<String>)>,
    /// How many there are in all, when more than `people`.
    #[prop(optional)]
    total: usize,
) -> impl IntoView {
    let total = total.max(people.len());
    let shown = people.len().min(5);
    let rest = total.saturating_sub(shown);
    let faces = people
        .into_iter()
        .take(shown)
        .map(|(name, picture)| {
            view! {
                <li>
                    <Avatar name=name.clone() picture size=Size::Small />
                    <span class="visually-hidden">{name}</span>
                </li>
            }
        })
        .collect_view();
    let rest = (rest > 0).then(|| {
        view! {
            <li class="avatar-rest">
                <span aria-hidden="true">"+"{rest}</span>
                <span class="visually-hidden">{texts::and_more(lang, rest)}</span>
            </li>
        }
    });
    view! { <ul class="avatar-stack">{faces}{rest}</ul> }
}

/// First letters of the first and the last word of a name.
fn initials(name: &str) -> String {
    let first_letter = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    let mut words = name.split_whitespace().filter_map(first_letter);
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// One of the eight colours of `avatar.css`, the same for the same name everywhere.
fn hue(name: &str) -> u32 {
    name.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % 8
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_those_of_the_first_and_last_words() {
        let cases =
            [("Zoé Lebrun-Mbaye", "ZL"), ("élodie", "É"), ("Jean de la Tour", "JT"), ("", ""), ("…", "")];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected);
        }
    }
}

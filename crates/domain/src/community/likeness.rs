//! How much two communities are about the same, by the words they use: enough to say "look at this
//! one first", never to refuse.

use crate::fold::fold;
use std::collections::BTreeSet;

/// The telling words of a community, folded: its name's, its summary's, its purpose's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    name: BTreeSet<String>,
    summary: BTreeSet<String>,
    purpose: BTreeSet<String>,
}

impl Words {
    pub fn of(name: &str, summary: &str, purpose: &str) -> Words {
        Words { name: telling(name), summary: telling(summary), purpose: telling(purpose) }
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        self.name.iter().chain(&self.summary).chain(&self.purpose)
    }
}

/// Shortest word that tells something.
const SHORTEST: usize = 4;
/// Words that begin alike over so many letters are the same word otherwise inflected: *jardin*,
/// *jardinage*.
const STEM: usize = 5;
/// Words that any community might use of itself.
const COMMON: &[&str] = &[
    "avec",
    "pour",
    "dans",
    "tous",
    "toutes",
    "tout",
    "toute",
    "nous",
    "vous",
    "leur",
    "leurs",
    "entre",
    "ensemble",
    "communaute",
    "equipe",
    "equipes",
    "gens",
    "plus",
    "moins",
    "sans",
    "sont",
    "fait",
    "faire",
    "cette",
    "mois",
    "jour",
    "chaque",
    "chacun",
    "personne",
    "personnes",
    "collegues",
    "maison",
    "envie",
    "autres",
    "comme",
    "mieux",
    "quand",
    "with",
    "from",
    "this",
    "that",
    "people",
    "team",
    "teams",
    "community",
    "together",
    "everybody",
    "colleagues",
    "house",
    "each",
    "other",
    "their",
];

fn telling(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let words = folded.split(' ').filter(|word| word.chars().count() >= SHORTEST && !COMMON.contains(word));
    words.map(str::to_owned).collect()
}

/// How alike `a` and `b` are; 0 when they share no telling word.
///
/// A word shared by both names weighs 6, by a name and anything else 3, by a summary 2, by the
/// purposes alone 1. Weights are a guess that a person reading the list would agree with; what
/// matters is that a shared name comes first and that one common word of two long texts stays under
/// [`ALIKE`].
pub fn likeness(a: &Words, b: &Words) -> u32 {
    let weight = |words: &Words, word: &str| {
        let within = |set: &BTreeSet<String>| set.iter().any(|other| same(other, word));
        match () {
            () if within(&words.name) => 3,
            () if within(&words.summary) => 2,
            () if within(&words.purpose) => 1,
            () => 0,
        }
    };
    let mut counted: Vec<&String> = Vec::new();
    let mut sum = 0;
    for word in a.all() {
        if counted.iter().any(|other| same(other, word)) {
            continue;
        }
        counted.push(word);
        let (mine, theirs) = (weight(a, word), weight(b, word));
        sum += match (mine, theirs) {
            (_, 0) => 0,
            (3, 3) => 6,
            (mine, theirs) => mine.max(theirs),
        };
    }
    sum
}

/// From here on two communities are worth showing side by side.
pub const ALIKE: u32 = 3;

fn same(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let stem = |word: &str| word.char_indices().nth(STEM - 1).map(|(at, c)| at + c.len_utf8());
    match (stem(one), stem(other)) {
        (Some(a), Some(b)) => one.get(..a) == other.get(..b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_about_the_same_is_alike_whatever_the_accents() {
        let garden =
            Words::of("Jardin du quai", "On sème, on arrose.", "Cultiver la bande de terre du quai.");
        for (name, summary, purpose, alike) in [
            ("JARDINAGE", "Des légumes sur le toit.", "Cultiver à la pause.", true),
            ("Jardins", "", "", true),
            ("Course à pied", "Courir le midi.", "Bouger avec des collègues.", false),
            ("Potager", "Cultiver des légumes.", "Semer et récolter.", false),
            ("Les mains vertes", "On SEME et l’on arrose le jardin", "", true),
            ("", "", "", false),
        ] {
            let other = Words::of(name, summary, purpose);
            assert_eq!(likeness(&garden, &other) >= ALIKE, alike, "{name}: {}", likeness(&garden, &other));
        }
    }

    #[test]
    fn words_that_anybody_uses_tell_nothing() {
        let one = Words::of("Ensemble", "Une équipe avec des gens, pour tous.", "");
        let other = Words::of("Ensemble", "Des gens de chaque équipe.", "");
        assert_eq!(likeness(&one, &other), 0);
    }

    #[test]
    fn a_shared_name_comes_first() {
        let asked = Words::of("Photo", "Sortir avec son appareil.", "Apprendre à regarder.");
        let named = Words::of("Club photo", "Des images.", "");
        let near = Words::of("Sorties", "Regarder la ville.", "Avec un appareil ou sans.");
        assert!(likeness(&asked, &named) > 0 && likeness(&asked, &near) > 0);
        let both = Words::of("Photo", "Sortir avec son appareil.", "Apprendre à regarder.");
        assert!(likeness(&asked, &both) > likeness(&asked, &named));
    }
}

//! What a word is found under: its stems, in French and in English, without case nor accents.
//!
//! Nobody says which language a text is in, and many mix both: each word has the stems of both. French
//! ones are cut with and without the accents, so that "abonnee" and "abonnée" meet.

use domain::fold::fold;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::HashMap;

/// Longer words are cut, in characters: nobody types them.
const LONGEST: usize = 48;
/// Words whose stems are remembered, of the few thousand that most texts are made of.
const REMEMBERED: usize = 10_000;

/// Cuts words; keep one for a text, or for many.
pub(crate) struct Stems {
    french: Stemmer,
    english: Stemmer,
    known: HashMap<String, Vec<String>>,
}

impl Default for Stems {
    fn default() -> Self {
        Stems {
            french: Stemmer::create(Algorithm::French),
            english: Stemmer::create(Algorithm::English),
            known: HashMap::new(),
        }
    }
}

impl Stems {
    /// The stems of one word, each once.
    pub(crate) fn of(&mut self, word: &str) -> &[String] {
        let word = short(&word.to_lowercase());
        if self.known.len() >= REMEMBERED && !self.known.contains_key(&word) {
            self.known.clear();
        }
        let (french, english) = (&self.french, &self.english);
        self.known.entry(word).or_insert_with_key(|word| {
            let plain = fold(word);
            let mut stems =
                vec![fold(&french.stem(word)), fold(&french.stem(&plain)), fold(&english.stem(&plain))];
            stems.retain(|stem| !stem.is_empty());
            stems.sort_unstable();
            stems.dedup();
            stems
        })
    }
}

/// A word as phrases find it: folded, and no longer than others.
pub(crate) fn plain(word: &str) -> String {
    fold(&short(word))
}

fn short(word: &str) -> String {
    word.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(one: &str, other: &str) -> bool {
        let mut stems = Stems::default();
        let one = stems.of(one).to_vec();
        stems.of(other).iter().any(|stem| one.contains(stem))
    }

    #[test]
    fn forms_of_a_word_meet_in_both_languages() {
        for (one, other) in [
            ("réunions", "REUNION"),
            ("chevaux", "cheval"),
            ("abonnées", "abonné"),
            ("abonnees", "abonnées"),
            ("covoiturages", "covoiturage"),
            ("organisation", "organisations"),
            ("animatrices", "animatrice"),
            ("déménagements", "demenagement"),
            ("running", "runs"),
            ("communities", "community"),
            ("e\u{301}te\u{301}", "été"),
            ("Œuvre", "oeuvres"),
        ] {
            assert!(meet(one, other), "{one} {other}");
        }
    }

    #[test]
    fn other_words_do_not() {
        for (one, other) in [("vélo", "voiture"), ("chorale", "chocolat"), ("mars", "mardi")] {
            assert!(!meet(one, other), "{one} {other}");
        }
        let endless = "é".repeat(10_000);
        assert!(Stems::default().of(&endless).iter().all(|stem| stem.chars().count() <= LONGEST));
    }
}

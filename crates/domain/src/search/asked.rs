//! A query as typed: words, and phrases in quotation marks.

use super::stop_words::is_stop_word;
use crate::fold::{fold, words};

/// Longer queries are cut, in characters.
pub const QUERY_MAX: usize = 200;
/// Words read of a query, those of phrases included; the rest is not looked for.
pub const WORDS_MAX: usize = 12;

/// What has to be in a text, all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// In lower case, with their accents: found in any of their forms.
    pub words: Vec<String>,
    /// Folded: found as they are, one after the other. None is empty.
    pub phrases: Vec<Vec<String>>,
}

impl Asked {
    /// Reads what was typed. Any quotation marks make a phrase; one left open stands for nothing.
    ///
    /// ```
    /// use domain::search::Asked;
    /// let asked = Asked::read("la chorale « Fête de Noël »");
    /// assert_eq!(asked.words, ["chorale"]);
    /// assert_eq!(asked.phrases, [["fete", "de", "noel"]]);
    /// ```
    pub fn read(typed: &str) -> Asked {
        let typed: String = typed.chars().take(QUERY_MAX).collect();
        let mut asked = Asked::default();
        let mut common = Vec::new();
        let mut room = WORDS_MAX;
        for (quoted, part) in parts(&typed) {
            let found: Vec<_> = words(&part).map(|(_, word)| word.to_lowercase()).take(room).collect();
            room -= found.len();
            if quoted {
                let phrase: Vec<_> = found.iter().map(|word| fold(word)).collect();
                if !phrase.is_empty() {
                    asked.phrases.push(phrase);
                }
                continue;
            }
            for word in found {
                let all = if is_stop_word(&fold(&word)) { &mut common } else { &mut asked.words };
                if !all.contains(&word) {
                    all.push(word);
                }
            }
        }
        // "Le, la, les": somebody may be looking for just that.
        if asked.is_empty() {
            asked.words = common;
        }
        asked
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }
}

/// The parts of `typed` inside quotation marks and outside of them, in their order.
fn parts(typed: &str) -> Vec<(bool, String)> {
    let opens = |c: char| matches!(c, '"' | '«' | '“' | '”' | '„');
    let closes = |c: char| matches!(c, '"' | '»' | '“' | '”');
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut inside = false;
    for c in typed.chars() {
        let turns = if inside { closes(c) } else { opens(c) };
        if turns {
            parts.push((inside, std::mem::take(&mut part)));
            inside = !inside;
        } else {
            part.push(c);
        }
    }
    // A phrase that nobody closed is words.
    parts.push((false, part));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> (String, Vec<String>) {
        let asked = Asked::read(typed);
        (asked.words.join(" "), asked.phrases.iter().map(|phrase| phrase.join(" ")).collect())
    }

    #[test]
    fn words_and_phrases_are_told_apart() {
        for (typed, words, phrases) in [
            ("", "", vec![]),
            ("  Été  à vélo ", "été vélo", vec![]),
            ("l’atelier de l'été", "atelier été", vec![]),
            ("\"pause du midi\"", "", vec!["pause du midi"]),
            ("vélo “Sortie d’hiver” lyon", "vélo lyon", vec!["sortie d hiver"]),
            ("« un » deux « trois »", "deux", vec!["un", "trois"]),
            ("\"resté ouvert", "resté ouvert", vec![]),
            ("\"\" \"!\"", "", vec![]),
            ("la", "la", vec![]),
            ("le la \"x\"", "", vec!["x"]),
            ("vélo vélo VÉLO", "vélo", vec![]),
        ] {
            let phrases: Vec<_> = phrases.into_iter().map(str::to_owned).collect();
            assert_eq!(read(typed), (words.to_owned(), phrases), "{typed}");
        }
    }

    #[test]
    fn a_query_has_an_end() {
        let long = "mot ".repeat(10_000);
        assert_eq!(Asked::read(&long).words.len(), 1);
        let different: String = (0..100).map(|n| format!("m{n} ")).collect();
        assert_eq!(Asked::read(&different).words.len(), WORDS_MAX);
        let quoted = format!("\"{different}\"");
        assert!(Asked::read(&quoted).phrases.iter().all(|phrase| phrase.len() <= WORDS_MAX));
    }
}

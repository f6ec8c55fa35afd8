//! People and communities called by their name in a text: `@Zoé Martin`.
//!
//! What is typed is a name; what is kept is a reference that holds when the name changes, written as
//! a link of Markdown: `@[Zoé Martin](person:01ARZ…)`.

use crate::{
    fold::fold,
    id::{CommunityId, PersonId},
};
use serde::{Deserialize, Serialize};

/// Different people and communities one text may call.
pub const MENTIONS_MAX: usize = 50;
/// Different words after `@` that are looked up: with more, nobody is called and it is said so.
pub const CALLS_MAX: usize = 200;
/// Words of the longest name looked for.
const WORDS_MAX: usize = 8;

/// Whom or what a text calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mentioned {
    Person(PersonId),
    Community(CommunityId),
}

impl Mentioned {
    /// Reads the address of a link: `person:01ARZ…`.
    pub fn read(address: &str) -> Option<Mentioned> {
        let (what, id) = address.split_once(':')?;
        match what {
            "person" => id.parse().ok().map(Mentioned::Person),
            "community" => id.parse().ok().map(Mentioned::Community),
            _ => None,
        }
    }

    /// How a text keeps it, under the name it has now.
    pub fn kept(self, name: &str) -> String {
        let mut label = String::with_capacity(name.len());
        for c in name.chars() {
            if c.is_ascii_punctuation() && !matches!(c, '-' | '\'' | '.' | ',') {
                label.push('\\');
            }
            label.push(if c.is_whitespace() { ' ' } else { c });
        }
        match self {
            Mentioned::Person(id) => format!("@[{label}](person:{id})"),
            Mentioned::Community(id) => format!("@[{label}](community:{id})"),
        }
    }
}

/// Somebody called in a text, by words that may be a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Where the `@` stands, in bytes.
    pub start: usize,
    /// The words after it, folded, and where the text ends that they come from.
    pub words: Vec<(String, usize)>,
}

impl Call {
    /// Where the text ends that is the name `folded`, if it begins with it.
    pub fn says(&self, folded: &str) -> Option<usize> {
        let mut rest = folded;
        for (word, end) in &self.words {
            rest = rest.strip_prefix(word.as_str())?;
            if rest.is_empty() {
                return Some(*end);
            }
            rest = rest.strip_prefix(' ')?;
        }
        None
    }
}

/// Where `text` calls somebody: each `@` that begins a word and is followed by one. Addresses of
/// electronic mail call nobody.
pub fn calls(text: &str) -> Vec<Call> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices('@') {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '@' | '.' | '_' | '-' | '+' | '/')) {
            continue;
        }
        let words = words(text, start + 1);
        if !words.is_empty() {
            found.push(Call { start, words });
        }
    }
    found
}

/// The words from `from` on that may belong to one name: on one line, with nothing but a space, a
/// hyphen, an apostrophe or a full stop between.
fn words(text: &str, from: usize) -> Vec<(String, usize)> {
    let mut words = Vec::new();
    let mut end = from;
    while words.len() < WORDS_MAX {
        let Some(rest) = text.get(end..) else { break };
        let gap = if words.is_empty() { 0 } else { between(rest) };
        let Some(rest) = rest.get(gap..) else { break };
        let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let word = fold(rest.get(..length).unwrap_or_default());
        if word.is_empty() || (!words.is_empty() && gap == 0) {
            break;
        }
        end += gap + length;
        words.push((word, end));
    }
    words
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c)
}

/// The length of what may stand between two words of a name, in bytes.
fn between(text: &str) -> usize {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some('.'), Some(' ' | '\u{a0}')) => text.chars().take(2).map(char::len_utf8).sum(),
        (Some(c @ (' ' | '\u{a0}' | '\u{202f}' | '-' | '\'' | '’' | '.')), _) => c.len_utf8(),
        _ => 0,
    }
}

/// One who may be called, as they are proposed while one types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub name: String,
    /// What tells them from others: a job, "community".
    pub hint: String,
    /// What is put into the text.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(text: &str) -> Vec<String> {
        calls(text).into_iter().map(|call| call.words[0].0.clone()).collect()
    }

    #[test]
    fn a_name_is_called_where_a_word_begins() {
        for (text, words) in [
            ("@Zoé", vec!["zoe"]),
            ("Bonjour @Zoé, et (@Luc)", vec!["zoe", "luc"]),
            ("zoe@exemple.fr", vec![]),
            ("zoe.martin@exemple.fr a.@b", vec![]),
            ("@ Zoé @@Luc @", vec![]),
            ("@1er", vec!["1er"]),
            ("«\u{a0}@Éva-Maëlle\u{a0}»", vec!["eva"]),
        ] {
            assert_eq!(first(text), words, "{text}");
        }
    }

    #[test]
    fn a_call_says_the_names_it_begins_with() {
        let call = |text: &str| calls(text).remove(0);
        for (text, name, said) in [
            ("@Zoé Martin vient", "zoe martin", Some("@Zoé Martin")),
            ("@zoe martin-dupont", "zoe martin", Some("@zoe martin")),
            ("@Éva-Maëlle d’Ombre", "eva maelle d ombre", Some("@Éva-Maëlle d’Ombre")),
            ("@J. Dupont", "j dupont", Some("@J. Dupont")),
            ("@Zoé\nMartin", "zoe martin", None),
            ("@Zoé, Martin", "zoe martin", None),
            ("@Zoé  Martin", "zoe martin", None),
            ("@Zo", "zoe", None),
            ("@Zoéline", "zoe", None),
        ] {
            let call = call(text);
            assert_eq!(call.says(name).map(|end| &text[call.start..end]), said, "{text}");
        }
    }

    #[test]
    fn a_reference_reads_as_it_is_kept() {
        let person: PersonId = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let kept = Mentioned::Person(person).kept("Zoé [x](y) *M*");
        assert_eq!(kept, format!("@[Zoé \\[x\\]\\(y\\) \\*M\\*](person:{person})"));
        assert_eq!(Mentioned::read(&format!("person:{person}")), Some(Mentioned::Person(person)));
        for wrong in ["", "person:", "person:x", "javascript:1", &format!("post:{person}")] {
            assert_eq!(Mentioned::read(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC*") {
            for call in calls(&text) {
                prop_assert!(text[call.start..].starts_with('@'));
                for (word, end) in &call.words {
                    prop_assert!(!word.is_empty() && text.is_char_boundary(*end) && *end > call.start);
                }
            }
        }
    }
}

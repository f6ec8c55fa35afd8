//! Hashtags: `#vélo`, which is the same as `#Velo`.

use crate::fold::fold;
use std::ops::Range;

/// Different hashtags one post may have.
pub const TAGS_MAX: usize = 20;
/// Longest hashtag, folded, in characters.
pub const TAG_MAX: usize = 50;

/// The first hashtag of `text`: where it stands, with its `#`, and the word it is filed under.
///
/// It begins a word, is made of letters, digits, hyphens and underscores, and has a letter in it:
/// `#2` numbers something.
pub fn next_tag(text: &str) -> Option<(Range<usize>, String)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find('#')?;
        let before = text.get(..start)?.chars().next_back();
        let rest = text.get(start + 1..)?;
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let word = rest.get(..length)?.trim_end_matches(['-', '_']);
        from = start + 1;
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '#' | '&' | '/' | '_' | '-')) {
            continue;
        }
        if let Some(tag) = tag(word) {
            return Some((start..start + 1 + word.len(), tag));
        }
    }
}

/// The word a hashtag, without its `#`, is filed under.
pub fn tag(word: &str) -> Option<String> {
    let fits = !word.is_empty() && word.chars().all(is_part) && word.chars().any(char::is_alphabetic);
    let folded = fold(word).replace(' ', "-");
    (fits && !folded.is_empty() && folded.chars().count() <= TAG_MAX).then_some(folded)
}

/// The different hashtags of a text without formatting.
pub fn tags(text: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some((place, tag)) = next_tag(rest) {
        if !found.contains(&tag) {
            found.push(tag);
        }
        rest = rest.get(place.end..).unwrap_or_default();
    }
    found
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_') || ('\u{300}'..='\u{36F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_and_accents_make_no_other_tag() {
        for (text, found) in [
            ("#Vélo et #velo, #VÉLO !", vec!["velo"]),
            ("(#co-voiturage) #co_voiturage.", vec!["co-voiturage"]),
            ("#1 #2026 #a1", vec!["a1"]),
            ("a#b &#39; ##non http://x/#y", vec![]),
            ("#\u{301} # #-", vec![]),
            ("#fin-", vec!["fin"]),
            ("#e\u{301}te\u{301}", vec!["ete"]),
            ("#東京", vec!["東京"]),
        ] {
            assert_eq!(tags(text), found, "{text}");
        }
        assert_eq!(tag(&"a".repeat(51)), None);
        assert_eq!(tag("Vélo"), Some("velo".into()));
        assert_eq!(tag("vé lo"), None);
    }

    proptest! {
        #[test]
        fn a_tag_filed_is_found_again(text in "\\PC*") {
            for found in tags(&text) {
                prop_assert_eq!(tag(&found), Some(found.clone()));
            }
        }
    }
}

//! Text as it is looked for: without case, accents or punctuation.

use std::ops::Range;

/// `Élodie L'Œuvre` → `elodie l oeuvre`: lower case, letters of the Latin alphabets without their
/// marks, everything that is neither letter nor digit one space, none at the ends. Other scripts
/// stay as they are.
///
/// ```
/// use domain::fold::fold;
/// assert_eq!(fold("  ÉTÉ à Saint-Étienne ! "), "ete a saint etienne");
/// assert_eq!(fold("Łukasz Groß"), "lukasz gross");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some(letters) => folded.push_str(letters),
            None if is_mark(c) => {}
            None if c.is_alphanumeric() => folded.push(c),
            None if folded.ends_with(' ') || folded.is_empty() => {}
            None => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of `text` and where each stands in it, in bytes: whole letters with their marks, so that
/// folding a word gives one word.
///
/// ```
/// use domain::fold::words;
/// assert_eq!(words("L’été !").collect::<Vec<_>>(), [(0..1, "L"), (4..9, "été")]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while rest.next_if(|(_, c)| !begins_word(*c)).is_some() {}
        let (start, _) = *rest.peek()?;
        while rest.next_if(|(_, c)| begins_word(*c) || is_mark(*c)).is_some() {}
        let end = rest.peek().map_or(text.len(), |(end, _)| *end);
        Some((start..end, text.get(start..end)?))
    })
}

fn begins_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// Whether every word of `query` begins a word of `text`; an empty query finds all. `text` is folded
/// already.
pub fn finds(text: &str, query: &str) -> bool {
    fold(query).split(' ').all(|asked| text.split(' ').any(|word| word.starts_with(asked)))
}

/// Combining marks, left behind by text that writes accents apart from their letters.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_punctuation_do_not_matter() {
        for (text, folded) in [
            ("Éva-Maëlle", "eva maelle"),
            ("e\u{301}te\u{301}", "ete"),
            ("L’Œuvre…", "l oeuvre"),
            ("Île Ø", "ile o"),
            ("東京 2", "東京 2"),
            ("!!", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn the_words_of_a_text_are_those_of_it_folded() {
        for text in ["", "!!", "L’Œuvre… 東京 2", "e\u{301}te\u{301}, Straße", "\u{301}a", "a\u{200b}b"]
        {
            let each: Vec<_> = words(text).map(|(_, word)| fold(word)).collect();
            assert_eq!(each.join(" "), fold(text), "{text}");
            assert!(words(text).all(|(place, word)| text[place] == *word));
        }
    }

    #[test]
    fn a_query_finds_by_the_beginnings_of_words_in_any_order() {
        let text = fold("Course à pied, midi");
        for (query, found) in
            [("", true), ("COUR", true), ("midi pied", true), ("ied", false), ("a vélo", false)]
        {
            assert_eq!(finds(&text, query), found, "{query}");
        }
    }
}

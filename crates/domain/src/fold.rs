//! Text as it is looked for: without case, accents or punctuation.

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
    fn a_query_finds_by_the_beginnings_of_words_in_any_order() {
        let text = fold("Course à pied, midi");
        for (query, found) in
            [("", true), ("COUR", true), ("midi pied", true), ("ied", false), ("a vélo", false)]
        {
            assert_eq!(finds(&text, query), found, "{query}");
        }
    }
}

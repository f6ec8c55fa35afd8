//! Sets texts typed on any keyboard: French spaces before double punctuation, curly apostrophes, ellipses.

use crate::company::Lang;

const NO_BREAK: char = '\u{a0}';
const NARROW: char = '\u{202f}';
const UNITS: [&str; 11] = ["h", "km", "m", "cm", "mm", "kg", "kilos", "litres", "min", "pouces", "places"];

/// The text as it should be printed in that language. Running it twice changes nothing more.
pub(crate) fn set(text: &str, lang: Lang) -> String {
    let joined = text.trim().replace("...", "…");
    let spaced = match lang {
        Lang::Fr => space_french(&joined),
        Lang::En => joined,
    };
    curl(&spaced, lang)
}

fn space_french(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, letter) in text.char_indices() {
        if letter != ' ' {
            out.push(letter);
            continue;
        }
        let rest = text.get(at + 1..).unwrap_or_default();
        out.push(space_between(out.chars().next_back(), rest));
    }
    out
}

/// Which space stands between the character before and what follows.
fn space_between(before: Option<char>, rest: &str) -> char {
    let next = rest.chars().next();
    let after_digit = before.is_some_and(|c| c.is_ascii_digit());
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    match next {
        Some(';' | '!' | '?' | '%') => NARROW,
        Some(':' | '»' | '€') => NO_BREAK,
        _ if before == Some('«') => NO_BREAK,
        _ if after_digit && digits == 3 => NARROW,
        _ if after_digit && starts_with_unit(rest) => NO_BREAK,
        _ => ' ',
    }
}

fn starts_with_unit(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    UNITS.contains(&word.as_str())
}

fn curl(text: &str, lang: Lang) -> String {
    let mut before = ' ';
    text.chars()
        .map(|letter| {
            let opens = lang == Lang::En && (before.is_whitespace() || "(*".contains(before));
            before = letter;
            match letter {
                '\'' if opens => '‘',
                '\'' => '’',
                other => other,
            }
        })
        .collect()
}

/// ASCII, lower case, words joined with hyphens: for addresses and slugs.
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(letters) => out.push_str(letters),
            None if letter.is_ascii_alphanumeric() => out.push(letter),
            None if out.ends_with('-') || out.is_empty() => {}
            None => out.push('-'),
        }
    }
    out.trim_end_matches('-').to_owned()
}

fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' => "a",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' | 'í' => "i",
        'ô' | 'ö' | 'ó' => "o",
        'ù' | 'û' | 'ü' | 'ú' => "u",
        'ÿ' => "y",
        'œ' => "oe",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_spaces_are_set() {
        assert_eq!(
            set("Oui : « non » ! Il est 8 h 15, 4 200 fils...", Lang::Fr),
            "Oui\u{a0}: «\u{a0}non\u{a0}»\u{202f}! Il est 8\u{a0}h 15, 4\u{202f}200 fils…"
        );
    }

    #[test]
    fn setting_twice_is_setting_once() {
        let once = set("L'eau ? 11,60 € !", Lang::Fr);
        assert_eq!(set(&once, Lang::Fr), once);
    }

    #[test]
    fn english_quotes_turn_the_right_way() {
        assert_eq!(set("She said 'hello' and didn't wait.", Lang::En), "She said ‘hello’ and didn’t wait.");
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Émeline L'Œuf"), "emeline-l-oeuf");
    }
}

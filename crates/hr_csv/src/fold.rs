//! One spelling for headers and codes: no case, no accents, no blanks, no punctuation.

/// Letters and digits of `text`, lower case, without accents. Decomposed accents fold as
/// composed ones do.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => {}
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spellings_meet() {
        for (text, folded) in [
            ("Prénom", "prenom"),
            ("Pre\u{301}nom", "prenom"),
            ("ADRESSE_E-MAIL", "adresseemail"),
            (" Date d’entrée ", "datedentree"),
            ("\u{feff}Nom *", "nom"),
            ("Œuvre", "oeuvre"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}

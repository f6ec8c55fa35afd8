//! Family names, which many exports write in capitals.

/// The name as written, unless all its letters are capitals: then each word, after a blank, a
/// hyphen or an apostrophe, keeps only its first capital.
pub(crate) fn family_name(name: &str) -> String {
    let shouted = name.chars().filter(|letter| letter.is_uppercase()).count() > 1
        && !name.chars().any(char::is_lowercase);
    if !shouted {
        return name.to_owned();
    }
    let mut quiet = String::with_capacity(name.len());
    let mut starts = true;
    for letter in name.chars() {
        if starts {
            quiet.push(letter);
        } else {
            quiet.extend(letter.to_lowercase());
        }
        starts = letter.is_whitespace() || matches!(letter, '-' | '‐' | '‑' | '\'' | '’');
    }
    quiet
}

#[cfg(test)]
mod tests {
    use super::family_name;

    #[test]
    fn capitals_are_quietened_and_the_rest_is_kept() {
        for (written, kept) in [
            ("DE LA TOUR", "De La Tour"),
            ("L'HÉNAFF", "L'Hénaff"),
            ("D’ORMESSON", "D’Ormesson"),
            ("LE GALL-ŒUVRARD", "Le Gall-Œuvrard"),
            ("de La Tour", "de La Tour"),
            ("McDonald", "McDonald"),
            ("O", "O"),
            ("ÇELİK", "Çeli\u{307}k"),
            ("李", "李"),
        ] {
            assert_eq!(family_name(written), kept);
        }
    }
}

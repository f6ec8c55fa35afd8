//! Words so common in French or English that they tell nothing: left out of a query that has others.
//! Folded, in the order of the alphabet.

const STOP_WORDS: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "au", "aux", "avec", "be", "but", "by", "c", "ca", "ce", "ces",
    "cet", "cette", "d", "dans", "de", "des", "do", "du", "elle", "elles", "en", "est", "et", "eux", "for",
    "from", "has", "have", "he", "how", "i", "il", "ils", "in", "is", "it", "its", "j", "je", "l", "la",
    "le", "les", "leur", "leurs", "lui", "m", "ma", "mais", "me", "mes", "mon", "n", "ne", "no", "nos",
    "not", "notre", "nous", "of", "on", "or", "ou", "par", "pas", "pour", "qu", "que", "qui", "s", "sa",
    "se", "ses", "son", "sur", "t", "ta", "te", "tes", "that", "the", "to", "un", "une", "vos", "votre",
    "vous", "with", "y", "you",
];

pub(super) fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_in_the_order_the_search_in_them_needs() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("vous") && is_stop_word("a") && is_stop_word("you") && !is_stop_word("velo"));
    }
}

//! Characters that hide, reorder or pile up, and what becomes of them in everything people type.

/// Text as people mean it: line ends as `\n`, nothing that hides or reorders other characters, no
/// blanks around; nothing at all when nothing of it would be seen.
///
/// - Control characters but line ends and tabs go, and so does what shows as nothing: zero-width
///   spaces, soft hyphens, fillers, tags.
/// - Whatever overrides the direction of writing goes. Letters that are written from right to left
///   stay: browsers order them by themselves.
/// - A joiner stays between two characters beyond ASCII, where scripts and emoji need it.
/// - Of combining marks in a row, the first [`MARKS`] stay, on something that carries them.
///
/// What is tidy stays as it is.
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let plain = joined(&few_marks(text.chars().filter(|c| !is_trick(*c))));
    let tidy = plain.trim_start_matches(|c| is_blank(c) || is_mark(c) || is_joiner(c)).trim_end();
    if tidy.chars().any(is_seen) { tidy.to_owned() } else { String::new() }
}

/// Combining marks that may follow one another: what the most adorned of scripts write on a letter.
pub const MARKS: usize = 4;

fn few_marks(text: impl Iterator<Item = char>) -> Vec<char> {
    let mut kept = Vec::new();
    let mut marks = 0;
    for c in text {
        marks = match c {
            c if is_mark(c) => marks + 1,
            c if is_joiner(c) => marks,
            _ => 0,
        };
        if marks <= MARKS || !is_mark(c) {
            kept.push(c);
        }
    }
    kept
}

/// The text without the joiners that join nothing.
fn joined(text: &[char]) -> String {
    let joins = |c: char| !c.is_ascii() && !c.is_whitespace() && !is_joiner(c);
    let mut kept = String::with_capacity(text.len());
    for (place, c) in text.iter().enumerate() {
        let between = || {
            let next = text.get(place + 1).copied();
            kept.chars().next_back().is_some_and(joins) && next.is_some_and(joins)
        };
        if !is_joiner(*c) || between() {
            kept.push(*c);
        }
    }
    kept
}

/// Hides or reorders others.
fn is_trick(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{2800}'
}

/// Combining marks of the blocks that hold nothing else.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

fn is_seen(c: char) -> bool {
    let selects = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{180B}'..='\u{180D}' | '\u{E0100}'..='\u{E01EF}');
    !is_blank(c) && !is_mark(c) && !is_joiner(c) && !is_trick(c) && !selects
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_hides_reorders_or_piles_up_is_undone() {
        for (typed, meant) in [
            ("  Zoé \r\n Martin ", "Zoé \n Martin"),
            ("a\u{202E}cba\u{202C} b", "acba b"),
            ("pay\u{200B}pal\u{AD}.fr", "paypal.fr"),
            ("a\u{200D}b", "ab"),
            ("👩\u{200D}👩\u{200D}👧", "👩\u{200D}👩\u{200D}👧"),
            ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
            ("שלום עולם", "שלום עולם"),
            ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
            ("z\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}", "z\u{300}\u{300}\u{300}\u{300}"),
            ("\u{301}a", "a"),
            ("a\u{2028}b", "a\nb"),
        ] {
            assert_eq!(tidy(typed), meant, "{typed:?}");
        }
    }

    #[test]
    fn what_nobody_sees_is_nothing() {
        for typed in [
            "",
            " \n\t",
            "\u{200B}\u{202E} \u{FEFF}",
            "\u{301}\u{302}",
            "\u{2800}",
            "\u{FE0F}",
            "\u{3164}",
            "\u{200D}",
        ] {
            assert_eq!(tidy(typed), "", "{typed:?}");
        }
    }

    /// Texts with many of the characters this is about.
    fn tricky() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(
            "aZ é\n\t\u{200B}\u{200C}\u{200D}\u{202E}\u{2066}\u{300}\u{301}\u{20D0}\u{FE0F}\u{2800}👩ب\u{E0041}\u{AD}"
                .chars()
                .collect::<Vec<_>>(),
        );
        prop::collection::vec(prop_oneof![4 => odd, 1 => any::<char>()], 0..40)
            .prop_map(|text| text.into_iter().collect())
    }

    proptest! {
        #[test]
        fn what_is_tidy_stays(text in tricky()) {
            let once = tidy(&text);
            prop_assert_eq!(tidy(&once), once);
        }

        #[test]
        fn nothing_that_tricks_is_left(text in tricky()) {
            let tidy = tidy(&text);
            prop_assert!(!tidy.chars().any(is_trick));
            let mut marks = 0;
            for c in tidy.chars() {
                marks = if is_mark(c) { marks + 1 } else if is_joiner(c) { marks } else { 0 };
                prop_assert!(marks <= MARKS);
            }
            prop_assert!(tidy.is_empty() || tidy.chars().any(is_seen));
            prop_assert!(!tidy.starts_with(is_mark) && tidy.trim() == tidy);
        }

        #[test]
        fn what_people_read_stays(text in "[a-zà-ÿ0-9 .,!?א-ת]{0,40}") {
            prop_assert_eq!(tidy(&text), text.trim());
        }
    }
}

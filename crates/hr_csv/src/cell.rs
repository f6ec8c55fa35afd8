//! One cell: what is tidied without asking, and what is refused.

use crate::ProblemKind;

/// The most characters of a cell that a problem repeats.
const EXCERPT: usize = 60;

/// The text on one line: blanks at both ends go, runs of blanks and line breaks become a space.
pub(crate) fn tidy(raw: &str) -> String {
    let mut words = raw.split_whitespace();
    let mut text = words.next().unwrap_or_default().to_owned();
    for word in words {
        text.push(' ');
        text.push_str(word);
    }
    text
}

/// Refuses what must not be stored: characters nobody sees, lost characters, endless texts.
/// `limit` is in characters.
pub(crate) fn check(text: &str, limit: usize) -> Result<(), ProblemKind> {
    if text.chars().any(is_invisible) {
        return Err(ProblemKind::ControlCharacter);
    }
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Err(ProblemKind::UnreadableCharacter);
    }
    if text.chars().nth(limit).is_some() {
        return Err(ProblemKind::TooLong { limit });
    }
    Ok(())
}

/// Controls, zero-width spaces and marks that turn the direction of the text: they let one name
/// pass for another.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The start of a cell, fit to be shown beside its problem.
pub(crate) fn excerpt(text: &str) -> String {
    let text = tidy(text);
    let mut letters = text.chars().map(|letter| if is_invisible(letter) { '\u{fffd}' } else { letter });
    let mut start: String = letters.by_ref().take(EXCERPT).collect();
    if letters.next().is_some() {
        start.push('…');
    }
    start
}

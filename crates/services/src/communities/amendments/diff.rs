//! What changed between two texts, word by word.

use domain::community::{
    Charter,
    amendment::{Piece, Section, SectionChange},
};
use similar::{ChangeTag, TextDiffConfig};
use std::time::Duration;

/// Texts that share next to nothing are compared for so long, then told as one replacing the other.
const PATIENCE: Duration = Duration::from_millis(100);

/// The parts that differ, in the order they are read.
pub(super) fn changes(old: &Charter, new: &Charter) -> Vec<SectionChange> {
    let differs = |section: &Section| section.of(old) != section.of(new);
    let change =
        |section: Section| SectionChange { section, pieces: pieces(section.of(old), section.of(new)) };
    Section::ALL.into_iter().filter(differs).map(change).collect()
}

/// Word by word; a blank between two words that changed goes with them, so that a sentence that was
/// rewritten reads as one and not as a ladder of words.
fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let mut written = Written::default();
    let mut config = TextDiffConfig::default();
    let diff = config.timeout(PATIENCE).diff_words(old, new);
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Delete => written.change(change.value(), ""),
            ChangeTag::Insert => written.change("", change.value()),
            ChangeTag::Equal => written.same(change.value()),
        }
    }
    written.flush();
    written.pieces
}

#[derive(Default)]
struct Written {
    pieces: Vec<Piece>,
    removed: String,
    added: String,
    /// A blank that stayed, after a change.
    blank: String,
}

impl Written {
    fn change(&mut self, removed: &str, added: &str) {
        if !self.blank.is_empty() {
            let blank = std::mem::take(&mut self.blank);
            self.removed.push_str(&blank);
            self.added.push_str(&blank);
        }
        self.removed.push_str(removed);
        self.added.push_str(added);
    }

    fn same(&mut self, text: &str) {
        let within = !self.removed.is_empty() || !self.added.is_empty();
        if within && text.chars().all(|c| c == ' ') {
            self.blank.push_str(text);
            return;
        }
        self.flush();
        match self.pieces.last_mut() {
            Some(Piece::Same(before)) => before.push_str(text),
            _ => self.pieces.push(Piece::Same(text.to_owned())),
        }
    }

    fn flush(&mut self) {
        let removed = Piece::Removed(std::mem::take(&mut self.removed));
        let added = Piece::Added(std::mem::take(&mut self.added));
        let blank = Piece::Same(std::mem::take(&mut self.blank));
        for piece in [removed, added, blank] {
            let (Piece::Same(text) | Piece::Added(text) | Piece::Removed(text)) = &piece;
            if !text.is_empty() {
                self.pieces.push(piece);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Same(text) => text,
            Piece::Added(text) => format!("[+{text}]"),
            Piece::Removed(text) => format!("[-{text}]"),
        };
        pieces(old, new).into_iter().map(piece).collect()
    }

    #[test]
    fn what_changed_reads_as_a_person_would_mark_it() {
        for (old, new, marked) in [
            ("On part ensemble.", "On rentre ensemble.", "On [-part][+rentre] ensemble."),
            ("Le jeudi midi.", "Le mardi soir.", "Le [-jeudi midi.][+mardi soir.]"),
            ("Un.\nDeux.", "Un.\nDeux.\nTrois.", "Un.\nDeux.[+\nTrois.]"),
            ("", "Neuf.", "[+Neuf.]"),
            ("Vieux.", "", "[-Vieux.]"),
            ("Été à Lyon", "Été à Givors", "Été à [-Lyon][+Givors]"),
        ] {
            assert_eq!(shown(old, new), marked);
        }
    }

    #[test]
    fn both_texts_can_be_read_back() {
        let old = "Bouger, et se connaître.\nOn part à midi, toujours.";
        let new = "Bouger une fois par semaine, et se connaître.\nOn part à 18 h, parfois.";
        let (mut before, mut after) = (String::new(), String::new());
        for piece in pieces(old, new) {
            match piece {
                Piece::Same(text) => {
                    before.push_str(&text);
                    after.push_str(&text);
                }
                Piece::Removed(text) => before.push_str(&text),
                Piece::Added(text) => after.push_str(&text),
            }
        }
        assert_eq!((before.as_str(), after.as_str()), (old, new));
    }

    #[test]
    fn only_parts_that_differ_are_told() {
        let old = Charter { purpose: "A".into(), rules: "B".into(), ..Charter::default() };
        let new = Charter { rules: "C".into(), ..old.clone() };
        let told: Vec<_> = changes(&old, &new).into_iter().map(|change| change.section).collect();
        assert_eq!(told, [Section::Rules]);
    }
}

//! Where in a text stands what was looked for, and the part of it worth showing.

use crate::terms::{Stems, plain};
use domain::{
    fold::words,
    search::{Asked, Piece},
};
use std::{collections::HashSet, ops::Range};

/// Characters shown of a text.
const SHOWN: usize = 240;
/// Of these, before the first mark.
const BEFORE: usize = 60;

/// Finds what was asked in texts.
pub struct Marker {
    stems: Stems,
    wanted: HashSet<String>,
    phrases: Vec<Vec<String>>,
}

impl Marker {
    pub fn new(asked: &Asked) -> Marker {
        let mut stems = Stems::default();
        let wanted = asked.words.iter().flat_map(|word| stems.of(word).to_vec()).collect();
        Marker { stems, wanted, phrases: asked.phrases.clone() }
    }

    /// All of `text`.
    pub fn whole(&mut self, text: &str) -> Vec<Piece> {
        let marks = self.marks(text);
        pieces(text, 0..text.len(), &marks)
    }

    /// The part of `text` where most of what was asked stands together; its beginning when nothing
    /// does.
    pub fn excerpt(&mut self, text: &str) -> Vec<Piece> {
        let marks = self.marks(text);
        let shown = window(text, &marks);
        let mut pieces = pieces(text, shown.clone(), &marks);
        if shown.start > 0 {
            pieces.insert(0, Piece { text: "… ".to_owned(), marked: false });
        }
        if shown.end < text.len() {
            pieces.push(Piece { text: " …".to_owned(), marked: false });
        }
        pieces
    }

    /// In their order, none over another.
    fn marks(&mut self, text: &str) -> Vec<Range<usize>> {
        let found: Vec<_> = words(text).collect();
        let folded: Vec<_> = match self.phrases.is_empty() {
            true => Vec::new(),
            false => found.iter().map(|(_, word)| plain(word)).collect(),
        };
        let mut marks: Vec<Range<usize>> = Vec::new();
        for (place, word) in &found {
            if self.stems.of(word).iter().any(|stem| self.wanted.contains(stem)) {
                marks.push(place.clone());
            }
        }
        for phrase in self.phrases.iter().filter(|phrase| !phrase.is_empty()) {
            for (first, part) in folded.windows(phrase.len()).enumerate() {
                let places = found.get(first).zip(found.get(first + phrase.len() - 1));
                if let Some(((from, _), (to, _))) = places.filter(|_| part == phrase.as_slice()) {
                    marks.push(from.start..to.end);
                }
            }
        }
        joined(marks)
    }
}

fn joined(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match apart.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => apart.push(mark),
        }
    }
    apart
}

/// Bytes of `text` to show, at the edges of words.
fn window(text: &str, marks: &[Range<usize>]) -> Range<usize> {
    let reach = |mark: &Range<usize>| {
        let start = back(text, mark.start, BEFORE);
        (start, forward(text, start, SHOWN))
    };
    let best = marks
        .iter()
        .map(|mark| {
            let (start, end) = reach(mark);
            (marks.iter().filter(|other| start <= other.start && other.end <= end).count(), start, end)
        })
        // The first of those that show as much.
        .rev()
        .max_by_key(|(count, ..)| *count);
    let (start, end) = best.map_or_else(|| (0, forward(text, 0, SHOWN)), |(_, start, end)| (start, end));
    trimmed(text, start, end, marks)
}

/// Moves the edges inwards to spaces, never into a mark.
fn trimmed(text: &str, start: usize, end: usize, marks: &[Range<usize>]) -> Range<usize> {
    let inside = |place: usize| marks.iter().any(|mark| mark.start < place && place < mark.end);
    let mut range = start..end;
    let shown = text.get(range.clone()).unwrap_or_default();
    if start > 0
        && let Some(space) = shown.find(' ')
        && marks.iter().all(|mark| mark.start < start || start + space < mark.start)
    {
        range.start = start + space + 1;
    }
    if end < text.len()
        && let Some(space) = shown.rfind(' ')
        && start + space > range.start
        && !inside(start + space)
    {
        range.end = start + space;
    }
    range
}

fn back(text: &str, from: usize, count: usize) -> usize {
    let before = text.get(..from).unwrap_or_default();
    before.char_indices().rev().take(count).last().map_or(from, |(place, _)| place)
}

fn forward(text: &str, from: usize, count: usize) -> usize {
    let after = text.get(from..).unwrap_or_default();
    after.char_indices().nth(count).map_or(text.len(), |(place, _)| from + place)
}

fn pieces(text: &str, shown: Range<usize>, marks: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, marked| {
        let part = text.get(range).unwrap_or_default();
        if !part.is_empty() {
            pieces.push(Piece { text: part.to_owned(), marked });
        }
    };
    let mut at = shown.start;
    for mark in marks {
        let (start, end) = (mark.start.max(shown.start), mark.end.min(shown.end));
        if start >= end || start < at {
            continue;
        }
        push(at..start, false);
        push(start..end, true);
        at = end;
    }
    push(at..shown.end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pieces: Vec<Piece>) -> String {
        let told = |piece: Piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text };
        pieces.into_iter().map(told).collect()
    }

    fn whole(query: &str, text: &str) -> String {
        told(Marker::new(&Asked::read(query)).whole(text))
    }

    #[test]
    fn any_form_of_a_word_is_marked_and_phrases_as_they_are() {
        for (query, text, marked) in [
            ("reunion", "Les réunions d’équipe", "Les [réunions] d’équipe"),
            ("\"sortie d'hiver\"", "La Sortie d’Hiver, sortie", "La [Sortie d’Hiver], sortie"),
            ("\"sortie d'hiver\" sortie", "Sortie d’hiver", "[Sortie d’hiver]"),
            ("vélo", "e\u{301}te\u{301} <b>Vélos</b>", "e\u{301}te\u{301} <b>[Vélos]</b>"),
            ("zèbre", "rien", "rien"),
            ("x", "", ""),
        ] {
            assert_eq!(whole(query, text), marked, "{query}");
        }
    }

    #[test]
    fn an_excerpt_is_short_and_shows_what_was_asked() {
        let text = format!("{}la chorale répète le noël {}", "avant ".repeat(100), "après ".repeat(100));
        let shown = told(Marker::new(&Asked::read("noel chorale")).excerpt(&text));
        assert!(
            shown.starts_with("… avant") && shown.contains("[chorale] répète le [noël] après"),
            "{shown}"
        );
        assert!(shown.ends_with(" …") && shown.chars().count() < SHOWN + 20, "{shown}");
        assert_eq!(told(Marker::new(&Asked::read("noel")).excerpt("Un mot")), "Un mot");
        let endless = "é".repeat(5_000);
        assert!(told(Marker::new(&Asked::read("x")).excerpt(&endless)).chars().count() <= SHOWN + 2);
        let one = told(Marker::new(&Asked::read(&"é".repeat(48))).excerpt(&endless));
        assert!(one.chars().count() <= SHOWN + 10, "{one}");
    }
}

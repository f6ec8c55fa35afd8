//! Gathering the best of what is found, and never what one may not read.
//!
//! What stands in a community is looked at only by who holds a key to it, before it counts for anything:
//! nothing is found and dropped afterwards.

use domain::search::Asked;
use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashSet},
    sync::Arc,
};
use tantivy::{
    DocAddress, DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::Column,
};

/// What is to be found.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    pub asked: Asked,
    /// Keys of what one may read, and of what one may know of.
    pub keys: Arc<HashSet<u64>>,
    /// In these places alone: those of one community. Of keys one does not hold none may be here: a
    /// document of several would tell that it has that one too.
    pub places: Option<Vec<u64>>,
    /// Things of a sort alone.
    pub sort: Option<&'static str>,
    pub authors: Option<Vec<u64>>,
    /// From when to when, in milliseconds; the end is not included.
    pub from: u64,
    pub to: Option<u64>,
    /// What follows this place.
    pub after: Option<Place>,
    pub count: usize,
}

/// Where something stands among what is found: better first, then newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    step: u64,
    at: u64,
    key: u64,
}

/// Bits of a score that count, less these: two scores within a quarter of each other are as good, and
/// what is as good is put in the order of its dates.
const ROUGHLY: u32 = 21;

impl Place {
    fn new(score: Score, at: u64, key: u64) -> Place {
        // Positive numbers are in the order of their bits.
        let step = u64::from(score.max(0.0).to_bits() >> ROUGHLY);
        Place { step, at, key }
    }

    /// As a cursor says it.
    pub fn word(self) -> String {
        format!("{:x}.{:x}.{:x}", self.step, self.at, self.key)
    }

    pub fn from_word(word: &str) -> Option<Place> {
        let mut parts = word.split('.').map(|part| u64::from_str_radix(part, 16).ok());
        let place = Place { step: parts.next()??, at: parts.next()??, key: parts.next()?? };
        parts.next().is_none().then_some(place)
    }
}

pub(crate) struct Best<'a> {
    sought: &'a Sought,
}

impl<'a> Best<'a> {
    pub(crate) fn new(sought: &'a Sought) -> Self {
        Best { sought }
    }
}

impl Collector for Best<'_> {
    type Fruit = Vec<(Place, DocAddress)>;
    type Child = Gathering;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<Gathering> {
        let columns = reader.fast_fields();
        Ok(Gathering {
            keys: self.sought.keys.clone(),
            from: self.sought.from,
            to: self.sought.to.unwrap_or(u64::MAX),
            after: self.sought.after,
            count: self.sought.count,
            segment,
            place: columns.u64("place")?,
            at: columns.u64("at")?,
            key: columns.u64("key")?,
            best: BinaryHeap::with_capacity(self.sought.count + 1),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Vec<(Place, DocAddress)>>) -> tantivy::Result<Self::Fruit> {
        let mut all: Vec<_> = fruits.into_iter().flatten().collect();
        all.sort_unstable_by_key(|(place, _)| Reverse(*place));
        all.truncate(self.sought.count);
        Ok(all)
    }
}

/// The best of one segment, the worst of them on top.
pub(crate) struct Gathering {
    keys: Arc<HashSet<u64>>,
    from: u64,
    to: u64,
    after: Option<Place>,
    count: usize,
    segment: SegmentOrdinal,
    place: Column<u64>,
    at: Column<u64>,
    key: Column<u64>,
    best: BinaryHeap<Reverse<(Place, DocId)>>,
}

impl Gathering {
    fn worst(&self) -> Option<Place> {
        self.best.peek().map(|Reverse((place, _))| *place)
    }
}

impl SegmentCollector for Gathering {
    type Fruit = Vec<(Place, DocAddress)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        if !self.place.values_for_doc(doc).any(|place| self.keys.contains(&place)) {
            return;
        }
        let Some(at) = self.at.first(doc).filter(|at| self.from <= *at && *at < self.to) else { return };
        let full = self.best.len() >= self.count;
        // Cheap enough to be asked before the key is read.
        let highest = Place::new(score, at, u64::MAX);
        if full && self.worst().is_some_and(|worst| highest < worst) {
            return;
        }
        let Some(key) = self.key.first(doc) else { return };
        let place = Place { key, ..highest };
        if self.after.is_some_and(|after| place >= after) || (full && self.worst() >= Some(place)) {
            return;
        }
        if full {
            self.best.pop();
        }
        self.best.push(Reverse((place, doc)));
    }

    fn harvest(self) -> Self::Fruit {
        let Gathering { best, segment, .. } = self;
        best.into_iter().map(|Reverse((place, doc))| (place, DocAddress::new(segment, doc))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Doc, Finder};

    #[test]
    fn one_of_its_keys_opens_a_document() {
        let finder = Finder::open(None).unwrap();
        let doc = |name: u8, places: &[u64]| Doc {
            name: vec![name],
            places: places.to_vec(),
            sorts: vec!["post"],
            body: "vélo".to_owned(),
            ..Doc::default()
        };
        finder.change(&[doc(1, &[10]), doc(2, &[10, 20, 30]), doc(3, &[])], &[]).unwrap();
        finder.commit().unwrap();
        let found = |keys: &[u64], places: Option<Vec<u64>>| {
            let sought = Sought {
                asked: Asked::read("velo"),
                keys: Arc::new(keys.iter().copied().collect()),
                places,
                count: 9,
                ..Sought::default()
            };
            let mut names: Vec<_> = finder.best(&sought).unwrap().into_iter().map(|(name, _)| name).collect();
            names.sort();
            names.concat()
        };
        assert_eq!(found(&[10], None), [1, 2]);
        assert_eq!(found(&[30], None), [2]);
        assert_eq!(found(&[20, 30], None), [2], "once");
        assert_eq!(found(&[40], None), Vec::<u8>::new());
        assert_eq!(found(&[10, 20], Some(vec![20])), [2]);
        assert_eq!(found(&[10, 20], Some(vec![40])), Vec::<u8>::new());
        finder.change(&[doc(2, &[10])], &[]).unwrap();
        finder.commit().unwrap();
        assert_eq!((found(&[30], None), found(&[10], None)), (vec![], vec![1, 2]));
    }

    #[test]
    fn what_is_about_as_good_is_in_the_order_of_its_dates() {
        let place = |score, at| Place::new(score, at, 7);
        assert!(place(3.0, 1) > place(1.0, 9), "better");
        assert!(place(1.1, 1) < place(1.0, 9), "newer");
        assert_eq!(place(-1.0, 1), place(0.0, 1));
        for place in [place(2.5, 1_700_000_000_000), place(0.0, 0), place(f32::MAX, u64::MAX)] {
            assert_eq!(Place::from_word(&place.word()), Some(place));
        }
        for word in ["", "1", "1.2", "1.2.3.4", "x.y.z", "-1.2.3", "1.2.99999999999999999"] {
            assert_eq!(Place::from_word(word), None, "{word}");
        }
    }
}

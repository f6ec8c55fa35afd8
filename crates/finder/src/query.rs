//! What is asked, as the index understands it.

use crate::{
    collect::Sought,
    index::{Fields, Words},
    terms::Stems,
};
use domain::search::Asked;
use tantivy::{
    Term,
    query::{
        Bm25StatisticsProvider, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhraseQuery, Query,
        TermQuery,
    },
    schema::{Field, IndexRecordOption},
};

/// A word in a title says more than one in a text.
const TITLE: f32 = 3.0;
/// Of a phrase, as much as three words.
const PHRASE: f32 = 3.0;

/// All that was asked has to be there.
pub(crate) fn query(fields: &Fields, sought: &Sought) -> BooleanQuery {
    let mut all: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    let Asked { words, phrases } = &sought.asked;
    let mut stems = Stems::default();
    for word in words {
        let stems = stems.of(word);
        all.push((Occur::Must, either(fields, |words| any(words.stems, stems))));
    }
    for phrase in phrases {
        all.push((Occur::Must, either(fields, |words| in_order(words.exact, phrase))));
    }
    if let Some(sort) = sought.sort {
        all.push((Occur::Must, filter(vec![Term::from_field_text(fields.sort, sort)])));
    }
    if let Some(places) = &sought.places {
        let terms = places.iter().map(|place| Term::from_field_u64(fields.place, *place));
        all.push((Occur::Must, filter(terms.collect())));
    }
    if let Some(authors) = &sought.authors {
        let terms = authors.iter().map(|author| Term::from_field_u64(fields.author, *author));
        all.push((Occur::Must, filter(terms.collect())));
    }
    BooleanQuery::new(all)
}

fn either(fields: &Fields, make: impl Fn(Words) -> Box<dyn Query>) -> Box<dyn Query> {
    let title = Box::new(BoostQuery::new(make(fields.title), TITLE));
    Box::new(BooleanQuery::new(vec![(Occur::Should, title), (Occur::Should, make(fields.body))]))
}

fn any(field: Field, stems: &[String]) -> Box<dyn Query> {
    let one = |stem: &String| -> (Occur, Box<dyn Query>) {
        let term = Term::from_field_text(field, stem);
        (Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)))
    };
    Box::new(BooleanQuery::new(stems.iter().map(one).collect()))
}

fn in_order(field: Field, phrase: &[String]) -> Box<dyn Query> {
    let mut terms: Vec<_> = phrase.iter().map(|word| Term::from_field_text(field, word)).collect();
    match (terms.len(), terms.pop()) {
        (1, Some(only)) => Box::new(TermQuery::new(only, IndexRecordOption::WithFreqs)),
        (_, last) => {
            terms.extend(last);
            Box::new(BoostQuery::new(Box::new(PhraseQuery::new(terms)), PHRASE))
        }
    }
}

/// Lets through what has one of `terms`; it does not make it better.
fn filter(terms: Vec<Term>) -> Box<dyn Query> {
    let one = |term| -> (Occur, Box<dyn Query>) {
        (Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::Basic)))
    };
    let any = BooleanQuery::new(terms.into_iter().map(one).collect());
    Box::new(ConstScoreQuery::new(Box::new(any), 0.0))
}

/// How common a word is does not count. It would tell of texts one may not read, and it would change
/// from page to page while others write; among texts that have all the words, it says little.
pub(crate) struct Unmoved;

/// With these two, what BM25 makes of a word's rarity is 1.
const TEXTS: u64 = 1000;
const WITH_THE_WORD: u64 = 368;
/// Words of a usual text.
const LENGTH: u64 = 40;

impl Bm25StatisticsProvider for Unmoved {
    fn total_num_tokens(&self, _: Field) -> tantivy::Result<u64> {
        Ok(TEXTS * LENGTH)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(TEXTS)
    }

    fn doc_freq(&self, _: &Term) -> tantivy::Result<u64> {
        Ok(WITH_THE_WORD)
    }
}

//! From what a person types to the communes meant.
//!
//! Every name is folded and filed under each of its words in one sorted list,
//! so a query is a binary search followed by a filter. A commune is known here
//! by its rank in [`all`], which is its rank by population.

use std::sync::LazyLock;

use crate::fold::{spell_out, words};
use crate::{Commune, all, fold};

/// Longer than any name with its postcode; such a query means no commune.
const LONGEST_QUERY_BYTES: usize = 200;
/// Below it one wrong letter could be almost anything.
const SHORTEST_TYPO_BYTES: usize = 4;
const ARTICLES: [&str; 4] = ["l", "la", "le", "les"];
/// Paris, Lyon and Marseille: the last two digits of a postcode are the arrondissement.
const WITH_ARRONDISSEMENTS: [&str; 3] = ["75056", "69123", "13055"];

/// How well a commune answers; the smaller the better.
type Tier = u8;
const EXACT: Tier = 0;
const PREFIX: Tier = 1;
const FORMER_EXACT: Tier = 2;
const WORD_PREFIX: Tier = 3;
const FORMER_PREFIX: Tier = 4;
const NONE: Tier = Tier::MAX;

/// The communes meant by `query`, best first, at most `limit`, each once.
///
/// Takes the beginning of a name or of its words in order (`"vill saone"`), of a
/// postcode (`"690"`), or both (`"lyon 69003"`, `"Saint-Étienne (42000)"`,
/// `"paris 15e"`), however it is accented, capitalised or hyphenated, with `st`
/// for `saint`. When nothing is found, one wrong, missing, doubled or swapped
/// letter is forgiven. Ranked by exact name, beginning of the name, former name,
/// beginning of a later word; then by population.
///
/// Name and postcode must both be right: a contradiction finds nothing, so that
/// an import never settles in a homonym.
pub fn search(query: &str, limit: usize) -> Vec<&'static Commune> {
    if query.len() > LONGEST_QUERY_BYTES || limit == 0 {
        return Vec::new();
    }
    let (numbers, typed): (Vec<String>, Vec<String>) =
        words(query).into_iter().partition(|word| is_number(word));
    let filter: Vec<&str> = numbers.iter().map(|number| digits(number)).collect();
    let spelled: Vec<&str> = typed.iter().map(|word| spell_out(word)).collect();

    let mut hits = Hits::new();
    if spelled.is_empty() {
        INDEX.by_postcode(&filter, &mut hits);
    } else {
        INDEX.by_name(&spelled, &filter, &mut hits);
        // "st" may be Saint-Étienne, or Strasbourg not finished yet.
        if let (Some((last, before)), Some(written)) = (spelled.split_last(), typed.last())
            && written != last
        {
            let unfinished: Vec<&str> = before.iter().copied().chain([written.as_str()]).collect();
            INDEX.by_name(&unfinished, &filter, &mut hits);
        }
        if hits.is_empty() {
            INDEX.by_name_with_typo(&spelled.join(" "), &filter, &mut hits);
        }
    }
    hits.best(limit)
}

/// `"69003"`, `"3"`, `"3e"`, `"1er"`.
fn is_number(word: &str) -> bool {
    let number = digits(word);
    let ending = word.get(number.len()..).unwrap_or_default();
    !number.is_empty() && matches!(ending, "" | "e" | "er" | "eme" | "ème")
}

fn digits(word: &str) -> &str {
    let end = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
    word.get(..end).unwrap_or_default()
}

fn has_number(commune: &Commune, number: &str) -> bool {
    commune.postcodes.iter().any(|postcode| postcode.starts_with(number))
        || number.len() <= 2
            && WITH_ARRONDISSEMENTS.contains(&commune.code)
            && commune.postcodes.iter().any(|postcode| postcode.ends_with(&format!("{number:0>2}")))
}

/// Where in the name an entry begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    AtStart,
    /// After the article that people leave out: `Mans` of Le Mans.
    AfterArticle,
    Within,
}

struct Entry {
    /// The folded name from one of its words on.
    text: &'static str,
    begins: Begins,
    former: bool,
    rank: usize,
}

impl Entry {
    /// Whether words after the first, which is known to fit, fit in order.
    fn has(&self, later: &[&str]) -> bool {
        let mut own = self.text.split(' ').skip(1);
        later.iter().all(|word| own.any(|own| own.starts_with(word)))
    }

    fn tier(&self, query: &str) -> Tier {
        let exact = self.begins == Begins::AtStart && self.text == query;
        let prefix = self.begins != Begins::Within && self.text.starts_with(query);
        match (self.former, exact, prefix) {
            (false, true, _) => EXACT,
            (false, _, true) => PREFIX,
            (true, true, _) => FORMER_EXACT,
            (false, ..) => WORD_PREFIX,
            (true, ..) => FORMER_PREFIX,
        }
    }
}

struct Index {
    /// Sorted by text.
    names: Vec<Entry>,
    /// Sorted; with ranks.
    postcodes: Vec<(&'static str, usize)>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut names = Vec::new();
    let mut postcodes = Vec::new();
    for (rank, commune) in all().iter().enumerate() {
        file(commune.name, false, rank, &mut names);
        for name in &commune.former_names {
            file(name, true, rank, &mut names);
        }
        postcodes.extend(commune.postcodes.iter().map(|postcode| (*postcode, rank)));
    }
    names.sort_unstable_by_key(|entry| (entry.text, entry.rank));
    postcodes.sort_unstable();
    Index { names, postcodes }
});

/// Enters a name under each of its words.
fn file(name: &str, former: bool, rank: usize, names: &mut Vec<Entry>) {
    // The index lives as long as the process, and so may its text.
    let folded: &'static str = Box::leak(fold(name).into_boxed_str());
    let mut rest = Some(folded);
    let mut begins = Begins::AtStart;
    while let Some(text) = rest {
        names.push(Entry { text, begins, former, rank });
        let (first, after) = text.split_once(' ').map_or((text, None), |(a, b)| (a, Some(b)));
        let article = begins == Begins::AtStart && ARTICLES.contains(&first);
        begins = if article { Begins::AfterArticle } else { Begins::Within };
        rest = after;
    }
}

impl Index {
    fn by_postcode(&self, numbers: &[&str], hits: &mut Hits) {
        let Some(longest) = numbers.iter().max_by_key(|number| number.len()) else {
            return;
        };
        for (postcode, rank) in starting_with(&self.postcodes, longest, |(postcode, _)| postcode) {
            let tier = if postcode == longest { EXACT } else { PREFIX };
            hits.add(*rank, tier, numbers);
        }
    }

    fn by_name(&self, words: &[&str], numbers: &[&str], hits: &mut Hits) {
        let Some((first, later)) = words.split_first() else {
            return;
        };
        let query = words.join(" ");
        for entry in starting_with(&self.names, first, |entry| entry.text) {
            if entry.has(later) {
                hits.add(entry.rank, entry.tier(&query), numbers);
            }
        }
    }

    /// Tries every text one edit away from `query`, as far as names begin like it.
    fn by_name_with_typo(&self, query: &str, numbers: &[&str], hits: &mut Hits) {
        if query.len() < SHORTEST_TYPO_BYTES {
            return;
        }
        for (at, _) in query.char_indices() {
            let (kept, rest) = query.split_at(at);
            let like_it = starting_with(&self.names, kept, |entry| entry.text);
            if like_it.is_empty() {
                return;
            }
            for attempt in edits_between(kept, rest) {
                for entry in starting_with(like_it, &attempt, |entry| entry.text) {
                    hits.add(entry.rank, entry.tier(&attempt), numbers);
                }
            }
        }
    }
}

/// The texts that differ from `kept` + `rest` in the first letter of `rest`:
/// left out, swapped with the next, replaced, or with another put before it.
fn edits_between(kept: &str, rest: &str) -> Vec<String> {
    let mut letters = rest.chars();
    let Some(first) = letters.next() else {
        return Vec::new();
    };
    let after = letters.as_str();
    let mut edits = vec![format!("{kept}{after}")];
    if let Some(second) = letters.next() {
        edits.push(format!("{kept}{second}{first}{}", letters.as_str()));
    }
    for other in ('a'..='z').chain([' ']) {
        edits.push(format!("{kept}{other}{after}"));
        edits.push(format!("{kept}{other}{rest}"));
    }
    edits
}

/// The part of a list, sorted by `text`, whose texts start with `prefix`.
fn starting_with<'a, T>(sorted: &'a [T], prefix: &str, text: impl Fn(&T) -> &str) -> &'a [T] {
    let begin = sorted.partition_point(|item| text(item) < prefix);
    let tail = sorted.get(begin..).unwrap_or_default();
    let length = tail.partition_point(|item| text(item).starts_with(prefix));
    tail.get(..length).unwrap_or_default()
}

/// The communes found so far, with the best tier of each.
struct Hits {
    tiers: Vec<Tier>,
    found: Vec<usize>,
}

impl Hits {
    fn new() -> Self {
        Self { tiers: vec![NONE; all().len()], found: Vec::new() }
    }

    fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Counts a commune unless one of `numbers` is not its own.
    fn add(&mut self, rank: usize, tier: Tier, numbers: &[&str]) {
        let (Some(best), Some(commune)) = (self.tiers.get_mut(rank), all().get(rank)) else {
            return;
        };
        if tier >= *best || !numbers.iter().all(|number| has_number(commune, number)) {
            return;
        }
        if *best == NONE {
            self.found.push(rank);
        }
        *best = tier;
    }

    fn best(self, limit: usize) -> Vec<&'static Commune> {
        let Self { tiers, mut found } = self;
        let key = |rank: &usize| (tiers.get(*rank).copied().unwrap_or(NONE), *rank);
        if limit < found.len() {
            found.select_nth_unstable_by_key(limit, key);
            found.truncate(limit);
        }
        found.sort_unstable_by_key(key);
        found.into_iter().filter_map(|rank| all().get(rank)).collect()
    }
}

//! The communities, written first; then the same kinds opened again in other places.

use crate::{
    company::{Charter, Community, Stage},
    typography::{self, slug},
    written::{Written, WrittenCommunity},
};

use super::{
    members::Circles,
    people::{House, workplace},
};

/// A community before anyone is in it: which text it comes from and where it is held.
pub(super) struct Place {
    /// Index into the written communities.
    pub base: usize,
    /// The written one itself, or one of the same kind somewhere else.
    pub written: bool,
    name: String,
    slug: String,
}

impl Place {
    pub(super) fn text<'a>(&self, written: &'a Written) -> Option<&'a WrittenCommunity> {
        written.communities.get(self.base)
    }
}

/// `wanted` places, the written ones first.
pub(super) fn places(written: &Written, wanted: usize) -> Vec<Place> {
    let own = written.communities.iter().zip(0..).map(|(text, base)| Place {
        base,
        written: true,
        name: text.card.name.clone(),
        slug: text.card.slug.clone(),
    });
    let open: Vec<(usize, &WrittenCommunity)> = (0..)
        .zip(&written.communities)
        .filter(|(_, text)| !text.card.everyone && text.card.listed && lively(text))
        .collect();
    let sister = |number: usize| {
        let round = number.checked_div(open.len())?;
        let (base, text) = open.get(number.checked_rem(open.len())?)?;
        let town = written.communes.get(round.checked_rem(written.communes.len())?)?;
        let lap = round.checked_div(written.communes.len())? + 1;
        let number = if lap > 1 { format!(" {lap}") } else { String::new() };
        Some(Place {
            base: *base,
            written: false,
            name: format!("{} · {}{number}", text.card.name, town.name),
            slug: slug(&format!("{} {}{number}", text.card.slug, town.name)),
        })
    };
    let more = wanted.saturating_sub(written.communities.len());
    own.take(wanted).chain((0..more).filter_map(sister)).collect()
}

/// Neither asleep nor closed.
pub(super) fn lively(text: &WrittenCommunity) -> bool {
    !matches!(text.card.stage, Stage::Dormant | Stage::Archived)
}

/// The communities with their charters, once it is known who is in them.
pub(super) fn furnish(
    written: &Written,
    house: &House,
    places: &[Place],
    circles: &Circles,
) -> Vec<Community> {
    (0..)
        .zip(places)
        .filter_map(|(number, place)| {
            Some(community(place, written, place.text(written)?, house, circles.animators(number)))
        })
        .collect()
}

fn community(
    place: &Place,
    written: &Written,
    text: &WrittenCommunity,
    house: &House,
    animators: Vec<usize>,
) -> Community {
    let (card, charter) = (&text.card, &text.charter);
    let set = |words: &String| typography::set(words, card.lang);
    let all = |lines: &Vec<String>| lines.iter().map(set).collect();
    Community {
        slug: place.slug.clone(),
        name: set(&place.name),
        summary: set(&card.summary),
        kind: card.kind,
        stage: card.stage,
        admission: card.admission,
        listed: card.listed,
        everyone: card.everyone,
        admits_partners: card.partners && place.written,
        tags: all(&card.tags),
        workplace: card.at.as_deref().filter(|_| place.written).and_then(|at| workplace(written, at)),
        question: set(&card.asks),
        accent: card.accent,
        lang: card.lang,
        charter: Charter {
            purpose: set(&charter.purpose),
            why_now: set(&charter.why_now),
            audience: set(&charter.audience),
            outside: set(&charter.outside),
            sponsor: house.find(&charter.sponsor).unwrap_or_default(),
            animators,
            rules: all(&charter.rules),
            rituals: all(&charter.rituals),
            success_measures: all(&charter.measures),
            review_in_days: charter.review_in,
        },
        opened_days_ago: card.opened,
        cover_seed: card.cover.seed(),
    }
}

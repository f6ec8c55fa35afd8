//! Regular commutes: those written, then as many more as the house has grown.

use rand::Rng;

use crate::{
    chance::chance,
    company::{Commute, Lang},
    typography,
    written::{Weekday, Written, WrittenCommute},
};

use super::people::House;

pub(super) fn commutes(written: &Written, house: &House) -> Vec<Commute> {
    let own = written.commutes.iter().filter_map(|text| {
        let driver = house.find(&text.driver)?;
        let workplace = house.get(driver)?.workplace?;
        Some(journey(text, driver, text.from.clone(), workplace))
    });
    let newcomers = written.people.len()..house.people.len().max(written.people.len());
    own.chain(newcomers.filter_map(|driver| again(written, house, driver))).collect()
}

fn journey(text: &WrittenCommute, driver: usize, from_insee: String, to_workplace: usize) -> Commute {
    Commute {
        driver,
        from_insee,
        to_workplace,
        weekdays: text.days.iter().copied().map(Weekday::iso).collect(),
        departs_at: text.departs.clone(),
        arrives_at: text.arrives.clone(),
        returns_at: text.returns.clone(),
        seats: text.seats.clamp(1, 4),
        note: text.note.as_deref().map(|note| typography::set(note, Lang::Fr)),
    }
}

/// Four newcomers in ten drive as somebody from their own commune already does.
fn again(written: &Written, house: &House, driver: usize) -> Option<Commute> {
    let mut rng = chance("drive", driver);
    let person = house.get(driver).filter(|_| rng.random_bool(0.4))?;
    let (home, workplace) = (person.home_insee.clone()?, person.workplace?);
    let alike: Vec<&WrittenCommute> = written
        .commutes
        .iter()
        .filter(|text| {
            text.from == home
                && house.find(&text.driver).and_then(|d| house.get(d)?.workplace) == Some(workplace)
        })
        .collect();
    let text = alike.get(rng.random_range(0..alike.len().max(1)))?;
    let mut commute = journey(text, driver, home, workplace);
    commute.note = None;
    commute.seats = rng.random_range(1..=4);
    Some(commute)
}

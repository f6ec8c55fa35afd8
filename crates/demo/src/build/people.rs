//! The people, written first, then as many invented again as asked.

use std::collections::BTreeMap;

use rand::Rng;

use crate::{
    chance::chance,
    company::{Lang, Person, Role},
    paint,
    typography::{self, slug},
    written::{Written, WrittenPerson},
};

/// The people, and how the files name them.
pub(super) struct House {
    pub people: Vec<Person>,
    by_id: BTreeMap<String, usize>,
}

impl House {
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    pub(super) fn get(&self, person: usize) -> Option<&Person> {
        self.people.get(person)
    }

    pub(super) fn is_partner(&self, person: usize) -> bool {
        self.get(person).is_some_and(|p| p.role == Role::Partner)
    }

    /// Days since arrival.
    pub(super) fn since(&self, person: usize) -> u32 {
        self.get(person).map_or(0, |p| p.arrived_days_ago)
    }

    /// Works at night, and so writes at night.
    pub(super) fn night(&self, person: usize) -> bool {
        self.get(person).is_some_and(|p| p.job_title.contains("de nuit"))
    }

    /// Indices of everyone but partners.
    pub(super) fn employees(&self) -> impl Iterator<Item = usize> {
        (0..self.people.len()).filter(|person| !self.is_partner(*person))
    }
}

pub(super) fn house(written: &Written, wanted: usize) -> House {
    let mut people: Vec<Person> = written
        .people
        .iter()
        .take(wanted)
        .zip(0..)
        .map(|(person, number)| settle(written, person, number))
        .collect();
    let count = written.people.len();
    let employees: Vec<&WrittenPerson> = written.people.iter().filter(|p| p.employer.is_none()).collect();
    let newcomers = (count..wanted).zip(employees.iter().cycle());
    people.extend(newcomers.filter_map(|(number, model)| again(written, model, number)));
    let by_id = people.iter().map(|p| p.login.clone()).zip(0..).collect();
    House { people, by_id }
}

fn settle(written: &Written, person: &WrittenPerson, number: usize) -> Person {
    let (given, family) = &person.name;
    let domain = person.employer.as_deref().map_or_else(
        || written.organisation.mail_domain.clone(),
        |employer| format!("{}.example", slug(employer)),
    );
    let pictured = person.account || chance("portrait", number).random_bool(0.5);
    Person {
        login: person.id.clone(),
        given_name: given.clone(),
        family_name: family.clone(),
        email: format!("{}.{}@{domain}", slug(given), slug(family)),
        role: person.role,
        job_title: person.job.clone(),
        job_family: person.family.clone(),
        workplace: person.at.as_deref().and_then(|at| workplace(written, at)),
        employer: person.employer.clone(),
        home_insee: person.home.clone(),
        bio: person.bio.as_deref().map(|bio| typography::set(bio, person.lang)),
        lang: person.lang,
        arrived_days_ago: person.since,
        portrait_seed: pictured.then(|| paint::portrait_seed(number)),
        ready_made: person.account,
    }
}

/// Somebody new: the work of one, the family name of another.
fn again(written: &Written, model: &WrittenPerson, number: usize) -> Option<Person> {
    let count = written.people.len();
    let round = number.checked_div(count)?;
    let other = (number + round * 7 + 1).checked_rem(count)?;
    let family = &written.people.get(other)?.name.1;
    let mut rng = chance("person", number);
    let round_name = round + 1;
    let mut person = settle(written, model, number);
    person.login = format!("{}{round_name}-{number}", model.id);
    person.family_name.clone_from(family);
    person.email =
        format!("{}.{}{number}@{}", slug(&person.given_name), slug(family), written.organisation.mail_domain);
    person.role = Role::Employee;
    person.bio = None;
    person.lang = if rng.random_bool(0.1) { Lang::En } else { Lang::Fr };
    person.arrived_days_ago = rng.random_range(190..6000);
    person.ready_made = false;
    Some(person)
}

pub(super) fn workplace(written: &Written, at: &str) -> Option<usize> {
    written.workplaces.iter().position(|workplace| workplace.slug == at)
}

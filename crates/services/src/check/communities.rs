//! Communities, their charters and their members.

use super::{Round, joined, shown};
use crate::{
    db::{Id, Word},
    error::Result,
};
use domain::{
    actor::Role,
    community::{Kind, Stage, TAGS_MAX, amendment::AmendmentState},
    id::{AmendmentId, CommunityId, PersonId, newest_first},
    policy::{Admission, Glimpse},
};
use std::collections::HashSet;
use surrealdb::types::{RecordId, SurrealValue, Value};

/// What is remembered of a community: what it says it has, and what was found.
pub(super) struct Community {
    stage: Stage,
    everyone: bool,
    sponsor: Option<PersonId>,
    charter: i64,
    charters: i64,
    members: Count,
    animators: Count,
    sponsors: Vec<PersonId>,
    /// Members of one for everyone who have to be.
    residents: usize,
}

impl Community {
    pub fn stage(&self) -> Stage {
        self.stage
    }
}

/// A counter, and what it counts.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    pub said: i64,
    pub found: i64,
}

impl Count {
    pub fn of(said: i64) -> Self {
        Count { said, found: 0 }
    }

    pub fn check(self, round: &mut Round<'_>, what: impl FnOnce() -> String) {
        round.hold(self.said == self.found, || {
            format!("{}: {} counted, {} are", what(), self.said, self.found)
        });
    }
}

#[derive(SurrealValue)]
struct Row {
    id: Id<CommunityId>,
    slug: String,
    kind: Word<Kind>,
    stage: Word<Stage>,
    admission: Word<Admission>,
    listed: bool,
    glimpse: Word<Glimpse>,
    question: String,
    tags: Vec<String>,
    everyone: bool,
    sponsor: Option<Id<PersonId>>,
    charter: i64,
    members: i64,
    animators: i64,
    review_on: String,
    review_sort: String,
    of_charter: Option<String>,
    federations: Option<Vec<Id<CommunityId>>>,
    allies: Option<Vec<Id<CommunityId>>>,
    goals: Option<i64>,
}

const ROW: &str = "id, slug, kind, stage, admission, listed, glimpse, question, tags, everyone, sponsor, charter, members, animators, \
     review_on, review_sort, federations, allies, goals, type::record('charter', [id, charter]).text.review_on AS of_charter";

#[derive(SurrealValue)]
struct Charter {
    id: RecordId,
    community: Id<CommunityId>,
    version: i64,
    by: Id<PersonId>,
}

#[derive(SurrealValue)]
struct Membership {
    id: RecordId,
    person: Id<PersonId>,
    community: Id<CommunityId>,
    role: Word<Role>,
    sort: String,
    accepted: i64,
    answer: Option<String>,
    until: Option<String>,
}

/// A suggestion that was set aside.
#[derive(SurrealValue)]
struct Dismissal {
    id: RecordId,
    person: Id<PersonId>,
    community: Id<CommunityId>,
}

/// Somebody who is invited.
#[derive(SurrealValue)]
struct Guest {
    id: RecordId,
    person: Id<PersonId>,
    community: Id<CommunityId>,
    by: Id<PersonId>,
    rank: String,
}

#[derive(SurrealValue)]
struct Amendment {
    id: Id<AmendmentId>,
    community: Id<CommunityId>,
    by: Id<PersonId>,
    base: i64,
    text: Word<domain::community::Charter>,
    state: Word<AmendmentState>,
    version: Option<i64>,
    answered_by: Option<Id<PersonId>>,
    rank: String,
}

const AMENDMENT: &str = "id, community, by, base, text, state, version, answered_by, rank";

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    let mut addresses = HashSet::new();
    round.each("community", ROW, |round, row: Row| enter(round, row, &mut addresses)).await?;
    round.each("charter", "id, community, version, by", charter).await?;
    round.each("amendment", AMENDMENT, amendment).await?;
    round
        .each("membership", "id, person, community, role, sort, accepted, answer, until", membership)
        .await?;
    round.each("guest", "id, person, community, by, rank", guest).await?;
    round.each("dismissal", "id, person, community", dismissal).await
}

fn enter(round: &mut Round<'_>, row: Row, addresses: &mut HashSet<String>) {
    let id = row.id.0;
    let all = |ids: Option<Vec<Id<CommunityId>>>| ids.into_iter().flatten().map(|id| id.0).collect();
    let ends = super::federations::Ends {
        kind: row.kind.0,
        federations: all(row.federations),
        allies: all(row.allies),
        goals: row.goals.unwrap_or_default(),
    };
    round.ends.insert(id, ends);
    let shown = row.glimpse.0 != Glimpse::Nothing || row.admission.0 == Admission::ByInvitation;
    round.hold(shown, || format!("community {id} hides the charter that one accepts by coming in"));
    let asks = row.question.is_empty() || row.admission.0 == Admission::OnRequest;
    round.hold(asks, || format!("community {id} has a question where nobody asks to come in"));
    round.hold(row.tags.len() <= TAGS_MAX, || format!("community {id} has too many interests"));
    let doors = !row.everyone || (row.listed && row.admission.0 == Admission::Open);
    round.hold(doors, || format!("community {id} is for everyone and not open to all"));
    if let Some(sponsor) = row.sponsor {
        round.person(sponsor.0, || format!("the sponsorship of community {id}"));
    }
    let told = row.of_charter.unwrap_or_default();
    round.hold(row.review_on == told, || {
        format!("community {id} says its charter is read again on another day than the charter does")
    });
    let sorted = row.review_sort == format!("{} {id}", row.review_on);
    round.hold(sorted, || format!("community {id} is out of order among reviews"));
    round.hold(addresses.insert(row.slug), || format!("community {id} has the address of another"));
    let community = Community {
        stage: row.stage.0,
        everyone: row.everyone,
        sponsor: row.sponsor.map(|sponsor| sponsor.0),
        charter: row.charter,
        charters: 0,
        members: Count::of(row.members),
        animators: Count::of(row.animators),
        sponsors: Vec::new(),
        residents: 0,
    };
    round.communities.insert(id, community);
}

fn charter(round: &mut Round<'_>, row: Charter) {
    let id = shown(&row.id);
    let key = joined("charter", vec![Value::RecordId(row.community.record()), row.version.into_value()]);
    round.hold(row.id == key, || format!("{id} is not where its version belongs"));
    round.person(row.by.0, || id.clone());
    match round.communities.get_mut(&row.community.0) {
        Some(community) => {
            community.charters += 1;
            let known = (1..=community.charter).contains(&row.version);
            round.hold(known, || format!("{id} is a version the community does not know"));
        }
        None => round.wrong(format!("{id} is the charter of no community")),
    }
}

fn amendment(round: &mut Round<'_>, row: Amendment) {
    let id = row.id.0;
    let _ = row.text;
    round.person(row.by.0, || format!("amendment {id}"));
    if let Some(person) = row.answered_by {
        round.person(person.0, || format!("the answer to amendment {id}"));
    }
    let open = row.state.0 == AmendmentState::Open;
    round.hold(open == row.answered_by.is_none(), || format!("amendment {id} is half answered"));
    let became = row.version.is_some_and(|version| version == row.base + 1);
    let right = if row.state.0 == AmendmentState::Approved { became } else { row.version.is_none() };
    round.hold(right, || format!("amendment {id} did not become the version after its own"));
    let rank = newest_first(id.ulid()).to_string();
    round.hold(row.rank == rank, || format!("amendment {id} is out of order in its list"));
    match round.communities.get(&row.community.0) {
        Some(community) => {
            let known = (1..=community.charter).contains(&row.version.unwrap_or(row.base));
            round.hold(known, || format!("amendment {id} changes a version that was never written"));
        }
        None => round.wrong(format!("amendment {id} changes the charter of no community")),
    }
}

fn membership(round: &mut Round<'_>, row: Membership) {
    let id = shown(&row.id);
    let (person, role) = (row.person.0, row.role.0);
    let key = vec![Value::RecordId(row.person.record()), Value::RecordId(row.community.record())];
    round.hold(row.id == joined("membership", key), || format!("{id} is not where it belongs"));
    let known = round.people.get(&person).map(|person| (person.partner, person.resident));
    round.hold(known.is_some(), || format!("{id} is nobody's"));
    let (partner, resident) = known.unwrap_or_default();
    round.hold(!(partner && role == Role::Animator), || format!("{id}: somebody from outside animates"));
    let answered = row.answer.is_none() || role == Role::Requested;
    round.hold(answered, || format!("{id} keeps what was said to come in"));
    let day = row.until.as_ref().is_none_or(|until| partner && until.parse::<jiff::civil::Date>().is_ok());
    round.hold(day, || format!("{id} ends on a day, and is no partner's"));
    let sorted = row.sort.starts_with(first_letter(role)) && row.sort.ends_with(&format!(" {person}"));
    round.hold(sorted, || format!("{id} is out of order in the list of members"));
    let Some(community) = round.communities.get_mut(&row.community.0) else {
        return round.wrong(format!("{id} is a membership of no community"));
    };
    if role != Role::Requested {
        community.members.found += 1;
        community.residents += usize::from(resident);
    }
    community.animators.found += i64::from(role == Role::Animator);
    if role == Role::Sponsor {
        community.sponsors.push(person);
    }
    let late = role == Role::Requested && community.stage == Stage::Archived;
    let unknown = !(0..=community.charter).contains(&row.accepted);
    round.hold(!late, || format!("{id} waits for an answer in an archived community"));
    round.hold(!unknown, || format!("{id} accepted a charter that was never written"));
}

fn guest(round: &mut Round<'_>, row: Guest) {
    let id = shown(&row.id);
    let key = vec![Value::RecordId(row.person.record()), Value::RecordId(row.community.record())];
    round.hold(row.id == joined("guest", key), || format!("{id} is not where it belongs"));
    round.person(row.person.0, || id.clone());
    round.person(row.by.0, || id.clone());
    round.community(row.community.0, || id.clone());
    round.hold(row.rank.len() == 26, || format!("{id} is out of order in the list of invitations"));
}

fn dismissal(round: &mut Round<'_>, row: Dismissal) {
    let id = shown(&row.id);
    let key = vec![Value::RecordId(row.person.record()), Value::RecordId(row.community.record())];
    round.hold(row.id == joined("dismissal", key), || format!("{id} is not where it belongs"));
    round.person(row.person.0, || id.clone());
    round.community(row.community.0, || id.clone());
}

/// What the order of the list of members begins with.
fn first_letter(role: Role) -> char {
    match role {
        Role::Animator => '0',
        Role::Sponsor => '1',
        Role::Member => '2',
        Role::Requested => '9',
    }
}

/// To be called last.
pub(super) fn check_counts(round: &mut Round<'_>) {
    let residents = round.people.values().filter(|person| person.resident).count();
    let communities = std::mem::take(&mut round.communities);
    for (id, community) in communities {
        community.members.check(round, || format!("members of community {id}"));
        community.animators.check(round, || format!("animators of community {id}"));
        let charters = Count { said: community.charter, found: community.charters };
        charters.check(round, || format!("versions of the charter of community {id}"));
        let sponsored = community.sponsors.iter().all(|person| Some(*person) == community.sponsor);
        round.hold(sponsored, || {
            format!("community {id} has a sponsor among its members that it does not name")
        });
        let whole =
            !community.everyone || community.stage == Stage::Archived || community.residents == residents;
        round.hold(whole, || {
            format!("community {id} is for everyone and has {} of {residents} employees", community.residents)
        });
    }
}

//! The files of `content/`, parsed once. They are embedded, so a mistake in them is caught by the tests.

mod community;
mod federation;
mod house;
mod meeting;
mod proposal;

use std::sync::LazyLock;

pub(crate) use community::{WrittenCommunity, WrittenPicture, WrittenPost};
pub(crate) use federation::{WrittenAlly, WrittenFederation};
pub(crate) use house::WrittenPerson;
pub(crate) use meeting::{Weekday, WrittenCommute, WrittenEvent};
pub(crate) use proposal::{WrittenChange, WrittenDecision, WrittenProposal};

use crate::company::{Commune, Organisation, Workplace};

/// Everything written by hand.
#[derive(Default)]
pub(crate) struct Written {
    pub organisation: Organisation,
    pub workplaces: Vec<Workplace>,
    pub communes: Vec<Commune>,
    pub people: Vec<WrittenPerson>,
    pub communities: Vec<WrittenCommunity>,
    pub events: Vec<WrittenEvent>,
    pub commutes: Vec<WrittenCommute>,
    pub proposals: Vec<WrittenProposal>,
    pub changes: Vec<WrittenChange>,
    pub decisions: Vec<WrittenDecision>,
    pub federations: Vec<WrittenFederation>,
}

const COMMUNITIES: [&str; 14] = [
    include_str!("../../content/communities/00-toute-la-maison.toml"),
    include_str!("../../content/communities/01-tableau-de-liege.toml"),
    include_str!("../../content/communities/02-pause-foulees.toml"),
    include_str!("../../content/communities/03-cercle-des-marque-pages.toml"),
    include_str!("../../content/communities/04-la-burette.toml"),
    include_str!("../../content/communities/05-le-geste-juste.toml"),
    include_str!("../../content/communities/06-guilde-des-donnees.toml"),
    include_str!("../../content/communities/07-sacoche-48.toml"),
    include_str!("../../content/communities/08-moins-mais-mieux.toml"),
    include_str!("../../content/communities/09-cote-givors.toml"),
    include_str!("../../content/communities/10-open-table.toml"),
    include_str!("../../content/communities/11-chorale-du-quai-3.toml"),
    include_str!("../../content/communities/12-demenagement-teinture.toml"),
    include_str!("../../content/communities/13-atelier-zero.toml"),
];

static WRITTEN: LazyLock<Written> = LazyLock::new(|| read().unwrap_or_default());

pub(crate) fn written() -> &'static Written {
    &WRITTEN
}

fn read() -> Result<Written, toml::de::Error> {
    let house: house::House = toml::from_str(include_str!("../../content/organisation.toml"))?;
    let communes: house::Communes = toml::from_str(include_str!("../../content/communes.toml"))?;
    let people: house::People = toml::from_str(include_str!("../../content/people.toml"))?;
    let events: meeting::Events = toml::from_str(include_str!("../../content/events.toml"))?;
    let commutes: meeting::Commutes = toml::from_str(include_str!("../../content/commutes.toml"))?;
    let proposals: proposal::Proposals = toml::from_str(include_str!("../../content/proposals.toml"))?;
    let federations: federation::Federations =
        toml::from_str(include_str!("../../content/federations.toml"))?;
    let communities = COMMUNITIES.into_iter().map(toml::from_str).collect::<Result<_, _>>()?;
    Ok(Written {
        organisation: house.set(),
        workplaces: house.workplace,
        communes: communes.commune,
        people: people.person,
        communities,
        events: events.event,
        commutes: commutes.commute,
        proposals: proposals.proposal,
        changes: proposals.change,
        decisions: proposals.decision,
        federations: federations.federation,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_file_parses() {
        if let Err(error) = read() {
            panic!("{error}");
        }
    }

    #[test]
    fn every_name_is_somebody() {
        let all = read().unwrap();
        let known: BTreeSet<&str> = all.people.iter().map(|person| person.id.as_str()).collect();
        assert_eq!(known.len(), all.people.len(), "each id once");
        let mut named: Vec<&str> = all.events.iter().map(|event| event.by.as_str()).collect();
        named.extend(all.commutes.iter().map(|commute| commute.driver.as_str()));
        for community in &all.communities {
            named.push(&community.charter.sponsor);
            named.extend(community.charter.animators.iter().map(String::as_str));
            for post in &community.posts {
                named.push(&post.by);
                named.extend(post.comments.iter().map(|comment| comment.by.as_str()));
            }
        }
        for proposal in &all.proposals {
            named.push(&proposal.by);
            named.extend(proposal.sponsor.iter().chain(&proposal.animators).map(String::as_str));
            named.extend(proposal.turns.iter().map(|turn| turn.by.as_str()));
        }
        for change in &all.changes {
            named.push(&change.by);
            assert!(all.communities.iter().any(|community| community.card.slug == change.community));
        }
        for decision in &all.decisions {
            named.push(&decision.by);
            assert!(all.communities.iter().any(|community| community.card.slug == decision.community));
            let things = if decision.choices.is_empty() { 3 } else { decision.choices.len() + 1 };
            assert_eq!(decision.votes.len(), things, "{}", decision.question);
        }
        let known_place = |slug: &str| all.communities.iter().any(|community| community.card.slug == slug);
        for federation in &all.federations {
            assert!(known_place(&federation.community), "{}", federation.community);
            named.extend(federation.goals.iter().map(|goal| goal.by.as_str()));
            for ally in &federation.allies {
                named.push(&ally.by);
                assert!(known_place(&ally.community), "{}", ally.community);
            }
        }
        for name in named {
            assert!(known.contains(name), "{name} is nobody");
        }
    }

    #[test]
    fn every_place_is_known() {
        let all = read().unwrap();
        let communes: BTreeSet<&str> = all.communes.iter().map(|c| c.insee.as_str()).collect();
        let workplaces: BTreeSet<&str> = all.workplaces.iter().map(|w| w.slug.as_str()).collect();
        for person in &all.people {
            assert!(person.home.iter().all(|home| communes.contains(home.as_str())), "{}", person.id);
            assert!(person.at.iter().all(|at| workplaces.contains(at.as_str())), "{}", person.id);
            assert!(person.at.is_some() != person.employer.is_some(), "{}", person.id);
        }
        for commute in &all.commutes {
            assert!(communes.contains(commute.from.as_str()), "{}", commute.driver);
        }
        for event in &all.events {
            assert!(event.at.iter().all(|at| workplaces.contains(at.as_str())), "{}", event.title);
            assert!(event.ahead.is_some() != event.back.is_some(), "{}", event.title);
        }
        assert_eq!(all.workplaces.iter().filter(|workplace| workplace.main).count(), 1);
    }
}

//! What the written company promises.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may stop on what should not be")]

use std::collections::{BTreeMap, BTreeSet};

use demo::{
    CommunityKind, CommunityRole, Company, GoalState, Lang, PostKind, Present, Role, Scale, Stage, Subject,
    company, company_at,
};

fn written() -> Company {
    company(Scale::default())
}

/// Everything that must hold at any scale.
fn check(company: &Company) {
    let (people, communities) = (company.people.len(), company.communities.len());
    let mut inside = BTreeMap::new();
    for membership in &company.memberships {
        assert!(membership.person < people && membership.community < communities);
        let key = (membership.community, membership.person);
        assert!(inside.insert(key, membership.role).is_none(), "twice in one community");
        let partner = company.people[membership.person].role == Role::Partner;
        assert!(!partner || company.communities[membership.community].admits_partners);
        assert!(membership.joined_days_ago <= company.people[membership.person].arrived_days_ago);
        assert!(membership.joined_days_ago <= company.communities[membership.community].opened_days_ago);
    }
    let member = |community: usize, person: usize| inside.contains_key(&(community, person));
    for (number, community) in company.communities.iter().enumerate() {
        assert!(community.charter.sponsor < people);
        assert!(community.charter.animators.len() >= 2, "{}", community.slug);
        for animator in &community.charter.animators {
            assert_eq!(inside.get(&(number, *animator)), Some(&CommunityRole::Animator));
        }
    }
    for person in &company.people {
        assert!(person.workplace.is_none_or(|at| at < company.workplaces.len()));
        assert!(person.home_insee.iter().all(|home| company.communes.iter().any(|c| c.insee == *home)));
    }
    assert!(company.posts.is_sorted_by_key(|post| std::cmp::Reverse(post.minutes_ago)));
    for post in &company.posts {
        assert!(post.author < people && post.community < communities);
        assert!(member(post.community, post.author));
        assert!(post.minutes_ago > 0);
        assert!(post.minutes_ago < company.people[post.author].arrived_days_ago * 1440, "{}", post.body);
        assert!(!post.body.trim().is_empty());
    }
    for comment in &company.comments {
        let post = &company.posts[comment.post];
        assert!(comment.author < people && member(post.community, comment.author));
        assert!(comment.minutes_ago < post.minutes_ago, "an answer comes after");
    }
    let mut signed = BTreeSet::new();
    for reaction in &company.reactions {
        let (post, since, author) = match reaction.subject {
            Subject::Post(post) => (post, company.posts[post].minutes_ago, company.posts[post].author),
            Subject::Comment(number) => {
                let comment = &company.comments[number];
                (comment.post, comment.minutes_ago, comment.author)
            }
        };
        assert!(member(company.posts[post].community, reaction.person));
        assert!(reaction.minutes_ago < since && reaction.person != author);
        assert!(signed.insert((reaction.subject, reaction.person)), "one sign a person");
    }
    let mut signed_up = BTreeSet::new();
    let mut taken = vec![0; company.events.len()];
    for registration in &company.registrations {
        let event = &company.events[registration.event];
        assert!(member(event.community, registration.person));
        assert!(signed_up.insert((registration.event, registration.person)));
        if !registration.waiting {
            taken[registration.event] += 1;
        }
    }
    for (event, taken) in company.events.iter().zip(&taken) {
        assert!(event.community < communities && event.organiser < people && event.day_offset != 0);
        assert!(event.capacity.is_none_or(|capacity| *taken <= capacity), "{}", event.title);
    }
    for registration in company.registrations.iter().filter(|registration| registration.waiting) {
        let full = company.events[registration.event].capacity == Some(taken[registration.event]);
        assert!(full, "a waiting list stands behind a full event only");
    }
    for commute in &company.commutes {
        assert!(commute.driver < people && commute.to_workplace < company.workplaces.len());
        assert!(company.communes.iter().any(|commune| commune.insee == commute.from_insee));
        assert!((1..=4).contains(&commute.seats) && commute.weekdays.is_sorted());
        assert!(commute.weekdays.iter().all(|day| (1..=7).contains(day)));
        assert!(clock(&commute.departs_at) != clock(&commute.arrives_at));
    }
}

/// Minutes since midnight.
fn clock(wall: &str) -> u32 {
    let (hours, minutes) = wall.split_once(':').unwrap();
    hours.parse::<u32>().unwrap() * 60 + minutes.parse::<u32>().unwrap()
}

#[test]
fn the_written_company_holds_together() {
    let company = written();
    check(&company);
    assert_eq!((company.people.len(), company.communities.len()), (152, 14));
    assert!(company.comments.len() >= 400, "{}", company.comments.len());
    assert!(company.commutes.len() >= 60 && company.events.len() >= 30);
    let pictures = company.posts.iter().filter_map(|post| post.picture.as_ref());
    assert!(pictures.clone().count() >= 30);
    assert!(pictures.clone().all(|picture| !picture.alt_fr.is_empty() && !picture.alt_en.is_empty()));
    assert!(company.people.iter().filter(|person| person.bio.is_some()).count() >= 40);
    let english = company.posts.iter().filter(|post| post.lang == Lang::En).count();
    assert!((20..50).contains(&english), "{english}");
    for kind in [PostKind::Discussion, PostKind::Question, PostKind::Announcement, PostKind::Idea] {
        assert!(company.posts.iter().filter(|post| post.kind == kind).count() >= 10, "{kind:?}");
    }
}

#[test]
fn people_have_the_expected_roles() {
    let company = written();
    let count = |role| company.people.iter().filter(|person| person.role == role).count();
    assert_eq!(count(Role::Administrator), 1);
    assert_eq!(count(Role::CommunityManager), 2);
    assert_eq!(count(Role::Partner), 3);
    let ready: Vec<&str> = company.people.iter().filter(|p| p.ready_made).map(|p| p.login.as_str()).collect();
    assert_eq!(ready, ["camille", "noor", "alix", "tomasz"]);
    let emails: BTreeSet<&str> = company.people.iter().map(|person| person.email.as_str()).collect();
    assert_eq!(emails.len(), company.people.len());
    assert!(emails.iter().all(|email| email.ends_with(".example") && email.is_ascii()));
    let portraits = company.people.iter().filter(|person| person.portrait_seed.is_some()).count();
    assert!((55..95).contains(&portraits), "{portraits}");
}

#[test]
fn every_kind_and_stage_is_there() {
    let company = written();
    for kind in CommunityKind::ALL {
        assert!(company.communities.iter().any(|community| community.kind == kind), "{kind:?}");
    }
    for stage in [Stage::Active, Stage::Launching, Stage::Dormant, Stage::Archived] {
        assert!(company.communities.iter().any(|community| community.stage == stage), "{stage:?}");
    }
    assert_eq!(company.communities.iter().filter(|community| !community.listed).count(), 1);
    assert!((2..=3).contains(&company.communities.iter().filter(|community| community.everyone).count()));
    for community in &company.communities {
        let charter = &community.charter;
        assert!((3..=6).contains(&charter.rules.len()), "{}", community.slug);
        assert!((2..=4).contains(&charter.success_measures.len()), "{}", community.slug);
        assert!(!charter.rituals.is_empty(), "{}", community.slug);
    }
}

#[test]
fn texts_are_all_different() {
    let company = written();
    let posts: BTreeSet<&str> = company.posts.iter().map(|post| post.body.as_str()).collect();
    assert!(posts.len() >= 230 && posts.len() == company.posts.len());
    let comments: BTreeSet<&str> = company.comments.iter().map(|comment| comment.body.as_str()).collect();
    assert_eq!(comments.len(), company.comments.len());
}

#[test]
fn employees_belong_to_three_to_nine_communities() {
    let company = written();
    for (number, person) in company.people.iter().enumerate() {
        let count = company.memberships.iter().filter(|membership| membership.person == number).count();
        let least = if person.role == Role::Partner { 1 } else { 3 };
        assert!((least..=9).contains(&count), "{} belongs to {count}", person.login);
    }
}

#[test]
fn two_calls_give_the_same_company() {
    assert!(written() == written());
    assert!(company(Scale::SMALL) == company(Scale::SMALL));
}

#[test]
fn any_present_will_do() {
    for weekday in 1..=7 {
        for minute in [0, 480, 1439] {
            check(&company_at(Scale::default(), Present { weekday, minute }));
        }
    }
}

#[test]
fn the_feed_is_fresh_and_reaches_back_half_a_year() {
    let company = written();
    let within = |days: u32| company.posts.iter().filter(|post| post.minutes_ago < days * 1440).count();
    assert!(within(2) >= 8, "{}", within(2));
    assert!(within(14) * 13 > company.posts.len(), "denser recently");
    assert!(company.posts[0].minutes_ago > 150 * 1440);
}

#[test]
fn smaller_companies_are_cut_cleanly() {
    for (people, communities, posts) in
        [(0, 0, 0), (1, 1, 5), (3, 14, 40), (24, 6, 60), (60, 3, 10), (150, 14, 20)]
    {
        let company = company(Scale { people, communities, posts });
        if people >= 2 {
            if people >= 6 {
                check(&company);
            }
            assert_eq!(company.posts.len(), posts, "{people}/{communities}/{posts}");
        }
        assert_eq!((company.people.len(), company.communities.len()), (people, communities));
    }
}

#[test]
fn a_large_company_is_quick_and_whole() {
    let company = company(Scale { people: 1000, communities: 50, posts: 100_000 });
    check(&company);
    assert_eq!((company.people.len(), company.communities.len()), (1000, 50));
    assert_eq!(company.posts.len(), 100_000);
    let unique = |values: Vec<&str>| values.len() == values.iter().collect::<BTreeSet<_>>().len();
    assert!(unique(company.people.iter().map(|person| person.email.as_str()).collect()));
    assert!(unique(company.people.iter().map(|person| person.login.as_str()).collect()));
    assert!(unique(company.communities.iter().map(|community| community.slug.as_str()).collect()));
    assert!(company.posts.iter().all(|post| post.minutes_ago < 192 * 1440));
}

#[test]
fn events_fill_the_coming_weeks() {
    let company = written();
    let coming = company.events.iter().filter(|event| (1..=35).contains(&event.day_offset)).count();
    assert!(coming >= 16, "{coming}");
    assert!(company.events.iter().any(|event| (1..=7).contains(&event.day_offset)));
    let left = |number: usize| {
        let taken = company.registrations.iter().filter(|r| r.event == number && !r.waiting).count();
        company.events[number].capacity.map(|capacity| usize::try_from(capacity).unwrap() - taken)
    };
    let upcoming = (0..company.events.len()).filter(|number| company.events[*number].day_offset > 0);
    let left: Vec<usize> = upcoming.filter_map(left).collect();
    assert_eq!(left.iter().filter(|left| **left == 0).count(), 2, "two are full: {left:?}");
    assert!(left.iter().filter(|left| (1..=3).contains(*left)).count() >= 5, "{left:?}");
    assert!(company.registrations.iter().any(|registration| registration.waiting));
}

#[test]
fn on_tuesdays_one_can_ride_to_the_main_workplace() {
    for scale in [Scale::default(), Scale::SMALL] {
        let company = company(scale);
        let main = company.workplaces.iter().position(|workplace| workplace.main).unwrap();
        let rides = company.commutes.iter().filter(|commute| {
            let town = ["69123", "69266"].contains(&commute.from_insee.as_str());
            let time = clock(&commute.departs_at) >= 7 * 60 + 45 && clock(&commute.arrives_at) <= 8 * 60 + 30;
            commute.to_workplace == main && commute.weekdays.contains(&2) && town && time && commute.seats > 0
        });
        assert!(rides.count() >= 3);
    }
}

#[test]
fn french_is_set_as_french() {
    let company = written();
    let posts = company.posts.iter().flat_map(|post| {
        [post.title.clone().unwrap_or_default(), post.body.clone()].map(|text| (post.lang, text))
    });
    let comments = company.comments.iter().map(|comment| (comment.lang, comment.body.clone()));
    let bios = company.people.iter().filter_map(|person| Some((person.lang, person.bio.clone()?)));
    let events = company.events.iter().flat_map(|event| {
        [&event.title, &event.description, &event.place].map(|text| (event.lang, text.clone()))
    });
    let charters = company.communities.iter().flat_map(|community| {
        let charter = &community.charter;
        let lines = charter.rules.iter().chain(&charter.rituals).chain(&charter.success_measures);
        let prose =
            [&community.summary, &charter.purpose, &charter.why_now, &charter.audience, &charter.outside];
        lines.chain(prose).map(|text| (community.lang, text.clone())).collect::<Vec<_>>()
    });
    let notes = company.commutes.iter().filter_map(|commute| Some((Lang::Fr, commute.note.clone()?)));
    let alts =
        company.posts.iter().filter_map(|post| Some((Lang::Fr, post.picture.as_ref()?.alt_fr.clone())));
    let texts: Vec<(Lang, String)> =
        posts.chain(comments).chain(bios).chain(events).chain(charters).chain(notes).chain(alts).collect();
    assert!(texts.len() > 1500);
    for (lang, text) in texts {
        assert!(!text.contains('\'') && !text.contains("..."), "{text}");
        if lang == Lang::Fr {
            assert!(!['·', '—'].iter().any(|mark| text.contains(*mark)), "{text}");
            french(&text);
        }
    }
}

/// No plain space before double punctuation, and never none at all.
fn french(text: &str) {
    let mut before = '\n';
    for letter in text.chars() {
        if ";!?:»".contains(letter) {
            let spaced = "\u{a0}\u{202f}!?".contains(before);
            let clock = letter == ':' && before.is_ascii_digit();
            assert!(spaced || clock, "« {before}{letter} » in: {text}");
        }
        assert!(before != '«' || letter == '\u{a0}', "{text}");
        before = letter;
    }
}

#[test]
fn a_federation_is_lived_in() {
    let company = written();
    assert_eq!(company.federations.len(), 1);
    let federation = &company.federations[0];
    assert_eq!(company.communities[federation.community].kind, CommunityKind::Federation);
    assert!(federation.goals.iter().any(|goal| goal.state == GoalState::Open));
    let mut shared = BTreeSet::new();
    for ally in &federation.allies {
        let community = &company.communities[ally.community];
        assert!(community.kind != CommunityKind::Federation && community.stage == Stage::Active);
        assert!(!ally.called || (ally.shares.is_empty() && ally.brings.is_empty()));
        for (post, minutes) in &ally.shares {
            let of = &company.posts[*post];
            assert!(of.community == ally.community && *minutes < of.minutes_ago && shared.insert(*post));
        }
    }
    assert!(shared.len() >= 5, "{}", shared.len());
    for goal in &federation.goals {
        french(&goal.text);
        french(&goal.word);
    }
}

#[test]
fn newcomers_are_there_and_have_done_nothing_yet() {
    let company = written();
    let new: BTreeSet<usize> =
        (0..company.people.len()).filter(|person| company.people[*person].arrived_days_ago <= 7).collect();
    assert_eq!(new.len(), 2);
    for person in &new {
        assert!(company.people[*person].bio.is_some(), "they say who they are");
        assert!(company.memberships.iter().any(|membership| membership.person == *person));
    }
    assert!(company.reactions.iter().all(|reaction| !new.contains(&reaction.person)));
    assert!(company.registrations.iter().all(|registration| !new.contains(&registration.person)));
    assert!(company.gestures.iter().all(|gesture| !new.contains(&gesture.person)));
    assert!(company.comments.iter().all(|comment| !new.contains(&comment.author)));
}

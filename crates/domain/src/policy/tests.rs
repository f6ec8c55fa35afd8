//! Every action, by everybody, everywhere: written as the table of the rules, then walked whole.

use super::*;
use crate::{
    Lang,
    id::{CommunityId, PersonId},
};
use Verdict::{Allowed, Hidden, Refused};

fn here() -> CommunityId {
    CommunityId::new(1_u128.into())
}

fn elsewhere() -> CommunityId {
    CommunityId::new(2_u128.into())
}

fn actor(org: OrgRole, role: Option<Role>) -> Actor {
    // An animator elsewhere: what one is in another community changes nothing here.
    let mut memberships = vec![(elsewhere(), Role::Animator)];
    memberships.extend(role.map(|role| (here(), role)));
    Actor {
        person: PersonId::new(3_u128.into()),
        name: "Noor".into(),
        role: org,
        lang: Lang::Fr,
        memberships,
        invited: Vec::new(),
        at_home: Vec::new(),
    }
}

/// The same, whom the animators invited.
fn guest(org: OrgRole) -> Actor {
    Actor { invited: vec![here()], ..actor(org, None) }
}

/// The same, in a member community of it.
fn neighbour(org: OrgRole, role: Option<Role>) -> Actor {
    Actor { at_home: vec![here()], ..actor(org, role) }
}

/// Standing in the community.
const ROLES: [Option<Role>; 5] =
    [None, Some(Role::Requested), Some(Role::Member), Some(Role::Animator), Some(Role::Sponsor)];

fn places() -> impl Iterator<Item = Place> {
    Stage::ALL.into_iter().flat_map(|stage| {
        Admission::ALL.into_iter().flat_map(move |admission| {
            Glimpse::ALL.into_iter().flat_map(move |glimpse| {
                [true, false].map(|listed| Place { community: here(), listed, admission, glimpse, stage })
            })
        })
    })
}

/// Everybody, everywhere.
fn cases() -> impl Iterator<Item = (OrgRole, Option<Role>, Place)> {
    OrgRole::ALL
        .into_iter()
        .flat_map(|org| ROLES.map(|role| (org, role)))
        .flat_map(|(org, role)| places().map(move |place| (org, role, place)))
}

/// What is written in the column of a kind of people, in the order of [`Action::ALL`]:
/// `+` allowed, `-` refused, `.` hidden.
fn table(row: &str) -> Vec<Verdict> {
    row.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '+' => Allowed,
            '-' => Refused,
            '.' => Hidden,
            _ => unreachable!(),
        })
        .collect()
}

/// The rules in one table; columns are look, study, peek, read, join, leave, answer,
/// write, moderate, organise, govern.
fn expected(org: OrgRole, role: Option<Role>, place: &Place) -> Vec<Verdict> {
    use Admission::ByInvitation;
    use Glimpse::{Charter, Marked, Nothing, Posts};
    use OrgRole::{Administrator, CommunityManager, Employee, Partner};
    use Role::{Animator, Member, Requested, Sponsor};
    let manager = matches!(org, CommunityManager | Administrator);
    let opened = place.stage.is_public();
    let archived = place.stage == Stage::Archived;
    let closed = place.admission == ByInvitation;
    table(match (role, org, place.glimpse) {
        // Those who belong: their place in the community says it all…
        (Some(Animator | Sponsor), _, _) if archived => "++++-+-----",
        (Some(Animator | Sponsor), _, _) => "++++-++++++",
        (Some(Member), _, _) if archived => "++++-+-----",
        // …except that a manager who is a member steers as well.
        (Some(Member), _, _) if manager => "++++-++++++",
        (Some(Member), _, _) => "++++-+++---",

        // Managers outside: see and steer everything; join like anybody; do not post.
        (None, CommunityManager | Administrator, _) if archived => "++++-------",
        (None, CommunityManager | Administrator, _) if opened && !closed => "+++++---+++",
        (None, CommunityManager | Administrator, _) => "++++----+++",
        (Some(Requested), CommunityManager | Administrator, _) if archived => "++++-+-----",
        (Some(Requested), CommunityManager | Administrator, _) if opened && !closed => "++++++--+++",
        (Some(Requested), CommunityManager | Administrator, _) => "++++-+--+++",

        // Nothing of it reaches the others unless it is listed and has opened.
        (_, Partner, _) => "...........",
        (_, Employee, _) if !place.listed || !opened => "...........",
        (None, Employee, Nothing) if closed => "+----------",
        (None, Employee, Nothing) => "+---+------",
        (None, Employee, Charter) if closed => "++---------",
        (None, Employee, Charter) => "++--+------",
        (None, Employee, Marked) if closed => "+++--------",
        (None, Employee, Marked) => "+++-+------",
        (None, Employee, Posts) if closed => "++++-------",
        (None, Employee, Posts) => "+++++------",
        (Some(Requested), Employee, Nothing | Charter) if closed => "++---+-----",
        (Some(Requested), Employee, Nothing | Charter) => "++--++-----",
        (Some(Requested), Employee, Marked) if closed => "+++--+-----",
        (Some(Requested), Employee, Marked) => "+++-++-----",
        (Some(Requested), Employee, Posts) if closed => "++++-+-----",
        (Some(Requested), Employee, Posts) => "++++++-----",
    })
}

#[test]
fn every_action_of_everybody_everywhere() {
    let mut walked = 0;
    for (org, role, place) in cases() {
        let actor = actor(org, role);
        let judged: Vec<_> = Action::ALL.into_iter().map(|action| judge(&actor, action, &place)).collect();
        assert_eq!(judged, expected(org, role, &place), "{org:?} {role:?} {place:?}");
        walked += judged.len();
    }
    assert_eq!(walked, 4 * 5 * 6 * 3 * 4 * 2 * 11);
}

#[test]
fn what_is_hidden_is_hidden_whole() {
    for (org, role, place) in cases() {
        let actor = actor(org, role);
        let hidden: Vec<_> =
            Action::ALL.into_iter().map(|action| judge(&actor, action, &place) == Hidden).collect();
        assert!(hidden.iter().all(|h| *h) || !hidden.iter().any(|h| *h), "{org:?} {role:?} {place:?}");
    }
}

#[test]
fn more_of_a_role_never_takes_a_right_away() {
    let ranks = [Role::Member, Role::Animator, Role::Sponsor];
    for (org, place) in OrgRole::ALL.into_iter().flat_map(|org| places().map(move |place| (org, place))) {
        for (less, more) in ranks.iter().zip(ranks.iter().skip(1)) {
            for action in Action::ALL {
                let before = judge(&actor(org, Some(*less)), action, &place);
                let after = judge(&actor(org, Some(*more)), action, &place);
                assert!(
                    before != Allowed || after == Allowed,
                    "{org:?} {less:?}→{more:?} {action:?} {place:?}"
                );
            }
        }
    }
}

#[test]
fn who_is_invited_sees_the_charter_and_may_come_in_whatever_the_doors() {
    for place in places() {
        let opened = place.stage.is_public();
        for org in OrgRole::ALL {
            for action in Action::ALL {
                let (outside, invited) =
                    (judge(&actor(org, None), action, &place), judge(&guest(org), action, &place));
                let more = match action {
                    _ if !opened || org == OrgRole::Partner => outside,
                    Action::Look | Action::Study | Action::Join => Allowed,
                    // What was hidden is as it would be were the community listed.
                    _ if outside == Hidden => {
                        judge(&actor(org, None), action, &Place { listed: true, ..place })
                    }
                    _ => outside,
                };
                assert_eq!(invited, more, "{org:?} {action:?} {place:?}");
            }
        }
    }
}

#[test]
fn a_post_is_marked_public_by_its_author_or_who_moderates_where_that_is_let() {
    let mine = PersonId::new(3_u128.into());
    let theirs = PersonId::new(4_u128.into());
    for place in places() {
        let lets = place.glimpse == Glimpse::Marked && place.stage != Stage::Archived;
        for (role, own, others) in
            [(Role::Member, lets, false), (Role::Animator, lets, lets), (Role::Sponsor, lets, lets)]
        {
            let actor = actor(OrgRole::Employee, Some(role));
            assert_eq!(may_mark(&actor, mine, &place) == Allowed, own, "{role:?} {place:?}");
            assert_eq!(may_mark(&actor, theirs, &place) == Allowed, others, "{role:?} {place:?}");
        }
        let outside = actor(OrgRole::Employee, None);
        assert_ne!(may_mark(&outside, mine, &place), Allowed);
        assert_eq!(may_read_post(&outside, true, &place, &[]), judge(&outside, Action::Peek, &place));
        assert_eq!(may_read_post(&outside, false, &place, &[]), judge(&outside, Action::Read, &place));
    }
}

#[test]
fn who_is_in_a_member_community_reads_and_answers_in_the_federation_while_it_runs() {
    for (org, role, place) in cases() {
        for action in Action::ALL {
            let (alone, at_home) =
                (judge(&actor(org, role), action, &place), judge(&neighbour(org, role), action, &place));
            let expected = match action {
                _ if org == OrgRole::Partner || !place.stage.is_public() => alone,
                Action::Look | Action::Study | Action::Peek | Action::Read | Action::Answer => Allowed,
                // What was hidden is as it would be were the federation listed.
                _ if alone == Hidden => judge(&actor(org, role), action, &Place { listed: true, ..place }),
                _ => alone,
            };
            assert_eq!(at_home, expected, "{org:?} {role:?} {action:?} {place:?}");
        }
    }
}

/// A federation.
fn above(stage: Stage, glimpse: Glimpse, listed: bool) -> Place {
    Place {
        community: CommunityId::new(7_u128.into()),
        listed,
        admission: Admission::OnRequest,
        glimpse,
        stage,
    }
}

#[test]
fn what_is_shared_is_read_by_those_who_read_the_federation_and_by_nobody_else() {
    for (org, role, place) in cases() {
        for stage in Stage::ALL {
            for (glimpse, listed) in
                [(Glimpse::Posts, true), (Glimpse::Charter, true), (Glimpse::Posts, false)]
            {
                let federation = above(stage, glimpse, listed);
                for at_home in [false, true] {
                    let mut reader = actor(org, role);
                    if at_home {
                        reader.at_home = vec![federation.community];
                    }
                    let alone = may_read_post(&reader, false, &place, &[]);
                    let shared = may_read_post(&reader, false, &place, &[federation]);
                    let opens = org != OrgRole::Partner
                        && place.stage.is_public()
                        && stage.is_public()
                        && judge(&reader, Action::Read, &federation) == Allowed;
                    let expected = if opens { Allowed } else { alone };
                    assert_eq!(shared, expected, "{org:?} {role:?} {place:?} {federation:?}");
                }
            }
        }
    }
}

#[test]
fn a_closed_post_that_was_shared_does_not_open_its_community() {
    let place = Place {
        community: here(),
        listed: false,
        admission: Admission::ByInvitation,
        glimpse: Glimpse::Nothing,
        stage: Stage::Active,
    };
    let reader = Actor {
        at_home: vec![above(Stage::Active, Glimpse::Nothing, false).community],
        ..actor(OrgRole::Employee, None)
    };
    let federation = above(Stage::Active, Glimpse::Nothing, false);
    assert_eq!(may_read_post(&reader, false, &place, &[federation]), Allowed);
    for action in Action::ALL {
        assert_eq!(judge(&reader, action, &place), Hidden, "{action:?}");
    }
    // Without the federation, or once it is archived, there is no such post.
    let archived = Place { stage: Stage::Archived, ..federation };
    for shared in [&[][..], &[archived]] {
        assert_eq!(may_read_post(&reader, false, &place, shared), Hidden);
    }
    assert_eq!(may_read_post(&actor(OrgRole::Employee, None), false, &place, &[federation]), Hidden);
    let partner = Actor { role: OrgRole::Partner, ..reader };
    assert_eq!(may_read_post(&partner, false, &place, &[federation]), Hidden);
}

#[test]
fn a_post_is_shared_by_its_author_or_who_moderates_and_taken_back_by_either_side() {
    let (mine, theirs) = (PersonId::new(3_u128.into()), PersonId::new(4_u128.into()));
    let federation = above(Stage::Active, Glimpse::Posts, true);
    for place in places() {
        let runs = place.stage != Stage::Archived;
        for (role, own, others) in
            [(Role::Member, runs, false), (Role::Animator, runs, runs), (Role::Sponsor, runs, runs)]
        {
            let actor = actor(OrgRole::Employee, Some(role));
            assert_eq!(may_share(&actor, mine, &place) == Allowed, own, "{role:?} {place:?}");
            assert_eq!(may_share(&actor, theirs, &place) == Allowed, others, "{role:?} {place:?}");
            assert_eq!(may_take_back(&actor, mine, &place, &federation), Allowed);
            assert_eq!(may_take_back(&actor, theirs, &place, &federation) == Allowed, others);
        }
        let partner = actor(OrgRole::Partner, Some(Role::Member));
        assert_ne!(may_share(&partner, mine, &place), Allowed);
        let outside = actor(OrgRole::Employee, None);
        assert_ne!(may_share(&outside, mine, &place), Allowed);
        let mut above = outside.clone();
        above.memberships.push((federation.community, Role::Animator));
        assert_eq!(may_take_back(&above, theirs, &place, &federation), Allowed);
        assert_eq!(may_take_back(&outside, theirs, &place, &federation), Refused);
    }
}

#[test]
fn a_stranger_sees_what_any_employee_outside_does() {
    let stranger = Actor::stranger(Lang::Fr);
    for place in places() {
        for action in Action::ALL {
            assert_eq!(
                judge(&stranger, action, &place),
                judge(&actor(OrgRole::Employee, None), action, &place)
            );
        }
    }
}

#[test]
fn a_partner_knows_only_where_they_belong() {
    for place in places() {
        for role in ROLES {
            let sees = judge(&actor(OrgRole::Partner, role), Action::Look, &place) == Allowed;
            assert_eq!(sees, role.is_some_and(|role| role != Role::Requested), "{role:?} {place:?}");
        }
    }
}

#[test]
fn nothing_is_written_in_an_archived_community() {
    for (org, role, place) in cases().filter(|(_, _, place)| place.stage == Stage::Archived) {
        for action in
            [Action::Join, Action::Answer, Action::Write, Action::Moderate, Action::Organise, Action::Govern]
        {
            assert_ne!(judge(&actor(org, role), action, &place), Allowed, "{org:?} {role:?} {action:?}");
        }
    }
}

#[test]
fn opening_is_for_those_who_look_after_communities() {
    for (org, verdict) in [
        (OrgRole::Partner, Hidden),
        (OrgRole::Employee, Refused),
        (OrgRole::CommunityManager, Allowed),
        (OrgRole::Administrator, Allowed),
    ] {
        assert_eq!(may_open(&actor(org, None)), verdict);
    }
}

#[test]
fn refusals_tell_nothing_of_what_is_hidden() {
    assert_eq!(allow(Allowed), Ok(()));
    assert_eq!(allow(Refused), Err(Reason::Forbidden));
    assert_eq!(allow(Hidden), Err(Reason::NotFound));
}

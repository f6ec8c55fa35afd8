//! Who may call which server function. One that is not in the tables fails the test.

use crate::{
    pages::quoted_after,
    roles::{
        AUTHOR, COMPANY, EVERYBODY, HIDDEN, INSIDE, LISTED, MANAGERS, NOWHERE, OWN, PROPOSED, Row, SIGNED_IN,
        STEERING, UNLISTED, WITHIN,
    },
    yard::Yard,
};
use std::{
    collections::BTreeSet,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};

/// At home in the federation: those of its communities who are of the company.
const AT_HOME: Row = COMPANY.outside(403);
/// A post of the unlisted community that was shared with that federation.
const RAISED: Row = COMPANY.outside(404);
/// What those who run the federation do there: of the columns, managers alone.
const ABOVE: Row = HIDDEN.company(403).managers(200);
/// Members speak; those who look after all communities read them, but speak in theirs alone.
const VOICES: Row = INSIDE.managers(409);
/// The first of those who steer does it; the next find it done.
const ONCE: Row = Row { animator: 200, ..STEERING.steering(409) };

type Table = &'static [(&'static str, &'static str, Row)];

/// They change nothing: all are asked in one house.
const READS: Table = &[
    ("about_sources", "x=1", EVERYBODY),
    ("join_page", "token={token}", EVERYBODY),
    ("reset_page", "token={reset}", EVERYBODY),
    ("setup_page", "token={setup}", NOWHERE),
    ("my_profile", "x=1", SIGNED_IN),
    ("my_sessions", "x=1", SIGNED_IN),
    ("invitations_page", "x=1", MANAGERS),
    ("workplaces_page", "x=1", MANAGERS),
    ("carpool_board", "x=1", COMPANY),
    ("ride_to_offer", "x=1", COMPANY),
    ("ride_page", "ride={ride}&pickup=&dropoff=", COMPANY),
    ("my_rides", "period=coming", COMPANY),
    ("communities_page", "x=1", SIGNED_IN),
    ("archived_page", "x=1", SIGNED_IN),
    ("community_page", "slug={club}", LISTED),
    ("community_page", "slug={secret}", UNLISTED),
    ("community_home", "slug={club}", LISTED),
    ("community_home", "slug={secret}", UNLISTED),
    ("life_page", "slug={club}", INSIDE),
    ("archive_page", "slug={club}", STEERING),
    ("greeting_page", "slug={club}", STEERING),
    // Who is not in has nothing to leave.
    ("leave_page", "slug={club}", INSIDE.managers(403)),
    ("decisions_page", "slug={club}", INSIDE),
    ("decision_to_propose", "slug={club}", INSIDE),
    ("decision_page", "decision={decision}", WITHIN),
    ("orphans_page", "x=1", MANAGERS),
    ("charter_page", "slug={club}", LISTED),
    ("charter_changes", "slug={club}", INSIDE),
    ("charter_change", "amendment={change}", WITHIN),
    ("charter_versions", "slug={club}", LISTED),
    ("charter_version", "slug={club}&version=1", LISTED),
    ("charter_readers", "slug={club}", STEERING),
    ("reviews_to_do", "x=1", MANAGERS),
    ("members_page", "slug={club}", INSIDE),
    ("perimeter_page", "slug={club}", STEERING),
    ("perimeter_page", "slug={secret}", UNLISTED),
    ("federation_page", "slug={club}", LISTED),
    ("federation_page", "slug={union}", COMPANY),
    ("federation_page", "slug={secret}", UNLISTED),
    // Who is in one of its communities is at home in a federation.
    ("community_feed", "community={union_id}", AT_HOME),
    ("post_page", "post={said_above}", AT_HOME),
    // Of the unlisted community, and shared with the federation.
    ("post_page", "post={raised}", RAISED),
    ("reacted_page", "post={raised}", UNLISTED),
    ("versions_page", "post={raised}", UNLISTED),
    ("sharing_page", "post={raised}", Row { member: 403, ..UNLISTED }),
    ("sharing_page", "post={post}", Row { guest: 403, ..INSIDE }),
    ("sharing_page", "post={hidden_post}", UNLISTED),
    ("community_to_open", "x=1", HIDDEN.company(403).managers(200)),
    ("my_proposals", "x=1", COMPANY),
    ("proposal_queue", "x=1", MANAGERS),
    ("proposal_page", "proposal={proposal}", PROPOSED),
    ("proposal_page", "proposal={draft}", OWN),
    ("proposal_draft", "x=1", COMPANY),
    ("proposal_draft", "proposal={draft}", OWN),
    ("events_page", "past=false", SIGNED_IN),
    ("community_events", "community={club_id}&past=false", INSIDE),
    ("event_page", "event={event}", INSIDE),
    ("event_page", "event={hidden_event}", UNLISTED),
    ("event_to_call", "slug={club}", STEERING),
    ("event_to_edit", "event={event}", STEERING),
    ("home_page", "x=1", SIGNED_IN),
    ("community_feed", "community={club_id}", INSIDE),
    ("post_page", "post={post}", INSIDE),
    ("post_page", "post={hidden_post}", UNLISTED),
    ("post_to_edit", "post={post}", AUTHOR),
    ("post_to_translate", "post={post}", AUTHOR),
    ("picture_page", "post={pictured}&place=1", INSIDE),
    ("picture_page", "post={hidden_post}&place=1", HIDDEN),
    ("readers_page", "post={news}&confirmed=false", STEERING),
    ("readers_page", "post={news}&confirmed=true", STEERING),
    ("votes_page", "post={poll}", AUTHOR),
    ("votes_page", "post={secret_poll}", HIDDEN.outside(403)),
    ("versions_page", "post={post}", INSIDE),
    ("reacted_page", "post={post}", INSIDE),
    ("reacted_page", "post={hidden_post}&kind=thanks", UNLISTED),
    ("was_sent", "key=k", SIGNED_IN),
    ("scheduled_page", "x=1", SIGNED_IN),
    ("scheduled_post", "later={later}", OWN),
    ("tag_page", "tag=velo", SIGNED_IN),
    ("mention_offers", "community={club_id}&query=zo", INSIDE),
    ("mention_offers", "post={hidden_post}&query=zo", UNLISTED),
    // Where to is not chosen yet.
    ("mention_offers", "query=zo", SIGNED_IN),
    ("people_page", "x=1", SIGNED_IN),
    ("person_page", "person={member}", LISTED),
    // Null for all but managers.
    ("reset_offer", "person={member}", SIGNED_IN),
    // Who is invited says where they live before they have an account.
    ("communes", "query=lyon", EVERYBODY),
    ("load_surroundings", "x=1", SIGNED_IN),
    ("mentions_page", "x=1", SIGNED_IN),
    ("catch_up_page", "x=1", SIGNED_IN),
    ("saved_posts", "x=1", SIGNED_IN),
    ("muted_things", "x=1", SIGNED_IN),
    ("muted_things", "what=person&id={member}", Row { member: 403, ..LISTED }),
    ("search_page", "q=vient", SIGNED_IN),
];

const CHARTER: &str = "purpose=Courir+ensemble+le+midi.&audience=Qui+veut+courir.&rules=On+attend+tout+le+monde.\
                       &measures=Dix+par+mois.&review_on={review}";
const EVENT: &str =
    "summary=Sortie&description=&location=Parc&date={day}&time=12:00&end_date=&end_time=13:00&capacity=3";

/// Each is asked in a house of its own, by each role in the order of the columns: what one did, the next
/// one finds.
const WRITES: Table = &[
    // The last come after too many were wrong.
    ("sign_in", "email=x@exemple.fr&password=faux+et+usage+de+faux", Row::all(422).managers(429)),
    ("join_house", "token={token}&password=court", Row::all(422)),
    (
        "set_up_house",
        "token={setup}&organisation=x&name=x&email=x@y.fr&password=trois+pommes+et+un+clou",
        NOWHERE,
    ),
    ("change_password", "password_current=faux+et+usage&password=court", SIGNED_IN.signed_in(422)),
    ("choose_password", "token={reset}&password=court", Row::all(422)),
    ("make_reset_link", "person={driver}", MANAGERS),
    // Nobody gets into the account of their superior this way, nor past their own password.
    ("make_reset_link", "person={admin}", MANAGERS.managers(403)),
    ("edit_profile", "title=Tourneuse&lang=fr", SIGNED_IN),
    ("end_session_of_mine", "session={unknown}", SIGNED_IN),
    ("end_other_sessions", "x=1", SIGNED_IN),
    ("invite_person", "name=Nils+Neuf&email=nils@exemple.fr", MANAGERS),
    ("add_workplace", "name=&commune=Lyon", MANAGERS.managers(422)),
    ("place_workplace", "workplace={unknown}&commune=Lyon", HIDDEN),
    (
        "offer_ride",
        "from=Vienne+%2838200%29&to=Villeurbanne+%2869100%29&date={day}&time=07:50&seats=3",
        COMPANY,
    ),
    // Three seats: the member's, the employee's, and that of who left the community.
    ("book_seat", "ride={ride}", COMPANY.steering(409)),
    // The passenger may not answer for the driver; others do not see the booking.
    ("confirm_seat", "ride={ride}&passenger={member}", Row { member: 409, ..HIDDEN }),
    ("decline_seat", "ride={ride}&passenger={member}", Row { member: 409, ..HIDDEN }),
    ("cancel_seat", "ride={ride}&passenger={member}", OWN),
    ("cancel_ride", "ride={ride}&confirm=yes", HIDDEN.company(403)),
    ("join_community", "community={club_id}&charter=1", LISTED),
    // Two animators is the least; who is in no community leaves none.
    ("leave_community", "community={club_id}", Row { animator: 409, ..LISTED }),
    ("admit_member", "community={club_id}&person={unknown}", STEERING.steering(404)),
    ("decline_member", "community={club_id}&person={unknown}", STEERING),
    ("set_finding", "community={club_id}&tags=v%C3%A9lo%2C+plein+air", STEERING),
    ("set_finding", "community={club_id}&rule_craft=Astronomie", STEERING.steering(422)),
    ("dismiss_community", "community={club_id}", LISTED),
    ("dismiss_community", "community={secret_id}", UNLISTED),
    // What was chosen is not said from where it starts.
    ("set_perimeter", "community={club_id}&admission=open&listed=yes&glimpse=posts", STEERING.steering(409)),
    ("set_perimeter", "community={secret_id}&admission=sesame", UNLISTED.steering(422)),
    ("call_guest", "community={club_id}&guest=employee@exemple.fr", STEERING),
    ("call_off_guest", "community={club_id}&person={unknown}", STEERING),
    // Nobody here is invited: nothing happens, where one may know that there is something.
    ("decline_guest_invitation", "community={club_id}", LISTED),
    ("decline_guest_invitation", "community={secret_id}", UNLISTED),
    (
        "admit_partner",
        "community={club_id}&partner=partner@exemple.fr&company=Tisserands&until={day}",
        STEERING,
    ),
    ("extend_stay", "community={club_id}&person={partner}&until={day}", STEERING.steering(404)),
    // Not in yet: nothing to end.
    ("end_stay", "community={club_id}&person={partner}", STEERING),
    ("end_stay", "community={club_id}&person={member}", STEERING.steering(404)),
    ("set_member_role", "community={club_id}&person={member}&role=member", STEERING),
    // Once it rests, or is archived, it does not do so again.
    ("steer_community", "community={club_id}&what=rest", ONCE),
    ("archive_community", "community={club_id}&reason=Fini&confirm=yes", ONCE),
    // Tied already: nothing happens.
    ("propose_tie", "community={club_id}&other={union}", STEERING),
    ("propose_tie", "community={secret_id}&other={union}", UNLISTED),
    ("propose_tie", "community={club_id}&other=Nulle+part", STEERING.steering(422)),
    ("propose_tie", "community={union_id}&other={club}", ABOVE),
    ("answer_tie", "federation={union_id}&community={club_id}&side=community&answer=yes", STEERING),
    (
        "answer_tie",
        "federation={union_id}&community={club_id}&side=federation&answer=no&word=Non",
        ABOVE.managers(409),
    ),
    ("say_brings", "federation={union_id}&community={club_id}&brings=Des+parcours", STEERING),
    ("part_tie", "federation={union_id}&community={club_id}&side=community&word=Merci", STEERING),
    ("part_tie", "federation={union_id}&community={secret_id}&side=community", UNLISTED),
    ("part_tie", "federation={union_id}&community={club_id}&side=federation", ABOVE),
    ("set_goal", "federation={union_id}&goal=Deux+cents", ABOVE),
    // No federation.
    ("set_goal", "federation={club_id}&goal=Deux+cents", STEERING.steering(409)),
    ("settle_goal", "federation={union_id}&which={goal}&state=reached", ABOVE),
    ("share_post", "post={post}&federation={union_id}", Row { guest: 403, ..INSIDE }),
    (
        "share_post",
        "post={post}&federation={unknown}",
        Row { guest: 403, ..INSIDE.within(404).managers(404) },
    ),
    ("share_post", "post={raised}&federation={union_id}", UNLISTED),
    // The member reads it, and leaves it where it is.
    ("take_back_post", "post={raised}&federation={union_id}", Row { member: 403, ..UNLISTED }),
    ("comment", "post={said_above}&body=Oui", Row { admin: 409, ..AT_HOME }),
    ("comment", "post={raised}&body=Oui", UNLISTED.managers(409)),
    // To post there, one joins.
    ("publish", "community={union_id}&body=Oui", Row { manager: 200, ..COMPANY.company(409) }),
    // Of those who steer, those who animate.
    ("offer_role", "community={club_id}&person={member}", Row { animator: 200, ..STEERING.steering(403) }),
    ("end_role_offer", "community={club_id}&giver={animator}", INSIDE),
    // Nothing was offered.
    ("accept_role", "community={club_id}&giver={animator}", VOICES.within(409)),
    // Named already, the second time.
    (
        "entrust_community",
        "community={club_id}&person=Eve+Ailleurs",
        Row { animator: 403, sponsor: 403, admin: 409, ..STEERING },
    ),
    ("propose_decision", "community={club_id}&question=Le+mardi+aussi&quorum=30&last_day={day}", INSIDE),
    // Members vote, and the sponsor is one.
    ("vote_decision", "decision={decision}&choice=0", WITHIN.managers(403)),
    ("conclude_decision", "decision={decision}&reasons=Voila", STEERING.steering(409).outside(404)),
    ("withdraw_decision", "decision={decision}", Row { guest: 403, ..WITHIN }),
    ("set_hello", "community={club_id}&hello=Salut", STEERING),
    ("greet_member", "community={club_id}&person={member}", STEERING),
    ("settle_in", "community={club_id}", INSIDE),
    ("create_event", "event", STEERING),
    ("edit_event", "edit_event", STEERING.steering(409)),
    ("open_community", "charter", HIDDEN.company(403).managers(422)),
    // A version that is not in force.
    ("amend_charter", "amend_charter", VOICES.within(409)),
    ("approve_change", "amendment={change}", ONCE.outside(404)),
    ("decline_change", "amendment={change}&reason=Non", ONCE.outside(404)),
    ("withdraw_change", "amendment={change}", AUTHOR.outside(404)),
    ("start_proposal", "name=Potager", COMPANY),
    ("save_proposal", "proposal={draft}&step=3&sponsor=Zoe+Membre", OWN),
    (
        "save_proposal",
        "proposal={proposal}&step=3&sponsor=Zoe+Membre",
        Row { member: 409, ..HIDDEN.managers(403) },
    ),
    // Something is missing in it.
    ("send_proposal", "proposal={draft}", Row { member: 422, ..HIDDEN }),
    ("discard_proposal", "proposal={draft}", OWN),
    (
        "answer_proposal",
        "proposal={proposal}&answer=decline&reason=Non+merci",
        Row { member: 403, admin: 409, ..MANAGERS },
    ),
    (
        "approve_proposal",
        "proposal={proposal}&name=Potager+du+quai",
        Row { member: 403, admin: 409, ..MANAGERS },
    ),
    // Taken back by its author, it is out of everybody's sight.
    ("withdraw_proposal", "proposal={proposal}", OWN),
    ("cancel_event", "event={event}&confirm=yes", STEERING),
    ("register_event", "event={event}", INSIDE.managers(403)),
    ("note_event_change", "event={event}&sequence=0", INSIDE),
    ("leave_event", "event={event}", INSIDE),
    // A charter that is no longer in force.
    ("join_and_register", "event={event}&charter=9", VOICES.within(409)),
    ("publish", "community={club_id}&body=Oui", VOICES.outside(409)),
    ("change_scheduled", "later={later}&revision=0&body=Oui&later_date={day}&later_time=10:00", OWN),
    ("send_scheduled", "later={later}", OWN),
    ("drop_scheduled", "later={later}", OWN),
    ("publish", "community={club_id}&body=Oui&later_date={day}&later_time=10:00", VOICES.outside(409)),
    // What it will look like is told as a refusal that refuses nothing.
    ("publish", "community={club_id}&body=Oui&preview=yes", INSIDE),
    ("comment", "post={post}&body=Oui&preview=yes", INSIDE),
    ("edit_post", "post={post}&revision=0&body=Autre", AUTHOR),
    ("translate_post", "post={post}&revision=0&first=fr&body=Anybody+coming", AUTHOR),
    ("drop_translation", "post={post}", AUTHOR),
    // Gone after its author.
    ("delete_post", "post={post}", Row { guest: 403, ..OWN.outside(403) }),
    ("comment", "post={post}&body=Oui", VOICES),
    ("comment", "post={post}&to={comment}&body=Oui", VOICES),
    ("edit_comment", "post={post}&comment={comment}&body=Non", AUTHOR),
    ("delete_comment", "post={post}&comment={comment}", Row { guest: 403, ..OWN.outside(403) }),
    ("react", "post={post}&reaction=bravo", VOICES),
    // Who runs the community, and nobody else, announces there.
    (
        "publish",
        "community={club_id}&kind=announcement&body=Oui",
        Row { guest: 409, member: 409, ..VOICES.outside(409) },
    ),
    // The page is this machine's own: the link is there, nobody looks at it.
    ("publish", "community={club_id}&kind=link&url=http%3A%2F%2F127.0.0.1%2F", VOICES.outside(409)),
    // The member asked.
    ("accept_answer", "post={question}&comment={answer}", Row { guest: 403, ..INSIDE }),
    ("support_idea", "post={idea}&wanted=yes", VOICES),
    ("judge_idea", "post={idea}&state=kept&note=Oui", STEERING),
    ("confirm_reading", "post={news}", VOICES),
    ("vote", "post={poll}&choice=1", VOICES),
    // The member has voted already, and an anonymous vote is final.
    ("vote", "post={secret_poll}&choice=1", Row { member: 409, ..VOICES }),
    ("pin_post", "post={post}", STEERING),
    ("unpin_post", "post={post}", STEERING),
    // This community does not let posts be public.
    ("mark_post_public", "post={post}&public=yes", STEERING.steering(403)),
    ("mark_post_public", "post={hidden_post}&public=yes", UNLISTED.steering(403)),
    ("mark_caught_up", "upto={unknown}", SIGNED_IN),
    ("save_post", "post={post}&saved=yes", INSIDE),
    ("save_post", "post={hidden_post}&saved=yes", UNLISTED),
    // Taking back is always possible, and tells nothing.
    ("save_post", "post={hidden_post}&saved=no", SIGNED_IN),
    ("mute", "what=thread&id={post}&muted=yes", INSIDE),
    ("mute", "what=community&id={secret_id}&muted=yes", UNLISTED),
    ("mute", "what=person&id={member}&muted=yes", Row { member: 403, ..LISTED }),
    ("mute", "what=person&id={unknown}&muted=yes", HIDDEN),
    ("mute", "what=person&id={unknown}&muted=no", SIGNED_IN),
    ("choose_order", "order=active", SIGNED_IN),
    ("choose_language", "choice=fr", EVERYBODY),
    ("choose_theme", "choice=dark", EVERYBODY),
    ("sign_out", "x=1", EVERYBODY),
    ("withdraw_invitation", "person={unknown}", HIDDEN),
];

/// Long forms stand once.
fn fields(short: &str) -> String {
    match short {
        "event" => format!("community={{club_id}}&{EVENT}"),
        "edit_event" => format!("event={{event}}&sequence=9&{EVENT}"),
        "charter" => format!("name=x&summary=x&sponsor=x&{CHARTER}"),
        "amend_charter" => format!("community={{club_id}}&base=7&reason=Voila&{CHARTER}"),
        other => other.to_owned(),
    }
}

/// What is wrong with one row.
fn ask(yard: &Yard, function: &str, short: &str, row: &Row) -> Vec<String> {
    let mut wrong = Vec::new();
    for (who, expected) in row.columns() {
        // Who is not signed in is led to the door by pages, and told by functions.
        let expected = if expected == 302 { 401 } else { expected };
        let answer = yard.call(who, function, &fields(short));
        if answer.status != expected {
            let told = answer.text().chars().take(200).collect::<String>();
            wrong.push(format!(
                "{function} ({short}) by {who}: {} instead of {expected}: {told}",
                answer.status
            ));
        }
    }
    wrong
}

#[test]
fn each_question_is_answered_to_whom_it_may_be() {
    let yard = Yard::open();
    let wrong: Vec<_> =
        READS.iter().flat_map(|(function, fields, row)| ask(&yard, function, fields, row)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_act_is_for_whom_it_is_for() {
    let house = Yard::open_on_disk().keep();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut wrong = Vec::new();
        while let Some((function, fields, row)) = WRITES.get(next.fetch_add(1, Ordering::Relaxed)) {
            wrong.extend(ask(&house.open(), function, fields, row));
        }
        wrong
    };
    let wrong: Vec<_> = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_function_is_in_the_tables() {
    let listed: BTreeSet<String> = names().map(str::to_owned).collect();
    assert_eq!(declared(), listed);
}

/// Those of the tables.
pub fn names() -> impl Iterator<Item = &'static str> {
    READS.iter().chain(WRITES).map(|(function, ..)| *function)
}

/// Those the pages declare.
fn declared() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(path).unwrap();
                found.extend(quoted_after(&text, "endpoint = \"").into_iter().map(str::to_owned));
            }
        }
    }
    found
}

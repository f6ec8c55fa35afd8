//! What is right passes; each thing that is wrong is told.

pub(crate) mod lived_in;

use super::run;
use crate::{Context, bind, db::Id};
use lived_in::lived_in;
use std::collections::BTreeMap;
use surrealdb::types::{Value, Variables};

#[tokio::test]
async fn a_house_that_is_lived_in_is_sound() {
    let house = lived_in().await;
    let report = run(&house.yard.ctx).await.unwrap();
    assert_eq!(report.wrong, Vec::<String>::new());
    assert!(report.counted.contains(&"registration: 3".to_owned()), "{:?}", report.counted);
    assert!(!report.counted.iter().any(|line| line.starts_with("pulse")));
}

/// Ways to break the house, and what is said of it then.
const FAULTS: &[(&str, &str)] = &[
    // People.
    ("UPDATE $zoe SET email = 'Zoe@exemple.fr'", "not in lower case"),
    ("UPDATE $zoe SET words += 'fantome'", "is not in the directory under every word"),
    ("UPDATE $zoe SET sort = 'aaa'", "is out of order in lists"),
    ("UPDATE $zoe SET workplace = workplace:nowhere", "cannot be read"),
    ("UPDATE $zoe SET workplace = workplace:01ARZ3NDEKTSV4RRFFQ69G5FAV", "works where there is no workplace"),
    ("UPDATE $zoe SET role = 'emperor'", "cannot be read"),
    ("UPDATE workplace SET lon = NONE", "lies half somewhere"),
    ("DELETE directory WHERE person = $zoe", "is not in the directory"),
    ("UPDATE $zoe SET active = false", "is not a word of person"),
    ("DELETE $luc", "leads to nobody"),
    ("UPDATE $zoe SET picture = media:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is no picture"),
    ("UPDATE $zoe SET picture = $picture", "a picture others may not see"),
    // Accounts.
    ("CREATE setup:x SET created = time::now()", "still opens a house that is set up"),
    ("CREATE organisation:other SET name = 'x', zone = 'x', created = time::now()", "2 organisations"),
    ("UPDATE invitation SET person = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE invitation SET used = time::now(), open = true", "was used and is open"),
    ("UPDATE invitation SET expires = created", "ends before it begins"),
    ("UPDATE invitation SET rank = 'first'", "out of order in the list"),
    ("UPDATE invitation SET open = true, used = NONE, person = $zoe", "has two open invitations"),
    ("UPDATE reset SET person = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE reset SET by = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "a link for a new password of person"),
    ("UPDATE reset SET expires = created", "ends before it begins"),
    ("UPDATE reset SET used = expires", "was used when it was dead"),
    ("UPDATE session SET person = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE session SET public = 'x'", "has no name to end it by"),
    ("UPDATE session SET expires = created", "ends before it was seen"),
    ("CREATE done:[person:01ARZ3NDEKTSV4RRFFQ69G5FAV, 'k'] SET made = 'x', at = time::now()", "is nobody's"),
    ("CREATE done:lost SET made = 'x', at = time::now()", "is the key of no form"),
    ("UPDATE done SET made = ''", "made nothing"),
    // Communities.
    ("UPDATE $club SET members += 1", "members of community"),
    ("UPDATE $club SET animators += 1", "animators of community"),
    ("UPDATE $club SET charter = 2", "versions of the charter"),
    ("UPDATE $club SET sponsor = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("DELETE charter:[$club, 1]", "versions of the charter"),
    (
        "CREATE charter:[$club, 7] SET community = $club, version = 7, text = {}, by = $zoe, created = time::now()",
        "a version the community does not know",
    ),
    (
        "UPDATE membership SET role = 'member' WHERE role = 'animator' AND community = $club",
        "animators of community",
    ),
    ("DELETE membership:[$zoe, $everyone]; UPDATE $everyone SET members -= 1", "is for everyone and has"),
    (
        "CREATE membership:[$luc, $archived] SET person = $luc, community = $archived, role = 'requested', since = time::now()",
        "waits for an answer in an archived community",
    ),
    (
        "CREATE membership:[$zoe, $archived] SET person = $luc, community = $archived, role = 'member', since = time::now()",
        "is not where it belongs",
    ),
    ("UPDATE membership:[$partner, $club] SET role = 'animator'", "somebody from outside animates"),
    ("UPDATE membership:[$zoe, $club] SET accepted = 9", "accepted a charter that was never written"),
    (
        "UPDATE membership SET role = 'member' WHERE role = 'sponsor'; UPDATE membership:[$zoe, $club] SET role = 'sponsor'",
        "has a sponsor among its members that it does not name",
    ),
    ("UPDATE $club SET review_on = '2020-01-01'", "on another day than the charter does"),
    ("UPDATE amendment SET by = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE amendment SET base = 9", "changes a version that was never written"),
    ("UPDATE amendment SET version = 2", "did not become the version after its own"),
    ("UPDATE amendment SET state = 'declined'", "is half answered"),
    ("UPDATE amendment SET rank = 'first'", "out of order in its list"),
    (
        "UPDATE amendment SET community = community:01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "changes the charter of no community",
    ),
    ("DELETE $club", "is a membership of no community"),
    // What happened to them, and roles that are offered.
    ("UPDATE life SET by = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE life SET community = $everyone", "is not in the history of its community"),
    ("UPDATE life SET turn = 'entrusted'", "does not say whom it concerns"),
    ("UPDATE handover SET taker = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE handover SET community = $everyone", "is not where it belongs"),
    ("UPDATE handover SET expires = created", "ends before it begins"),
    ("UPDATE $club SET stage = 'archived'", "offers a role in an archived community"),
    ("DELETE membership WHERE role = 'animator'", "offers a role its giver does not have"),
    ("UPDATE membership:[$zoe, $club] SET greeted = NONE", "is half greeted"),
    // Decisions.
    ("UPDATE decision SET by = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE decision SET community = community:01ARZ3NDEKTSV4RRFFQ69G5FAV", "stands nowhere"),
    ("UPDATE decision SET counts = [1, 0, 0]", "votes too many"),
    ("UPDATE decision SET counts = [0, 1]", "for other things than it proposes"),
    ("UPDATE decision SET quorum = 300", "asks for 300 %"),
    ("UPDATE decision SET closes = created", "closes before it begins"),
    ("UPDATE decision SET members = 3", "is half counted"),
    ("UPDATE decision SET concluded = time::now()", "is half concluded"),
    ("UPDATE decision SET rank = 'first'", "out of order in its log"),
    ("UPDATE decision_vote SET choice = 7", "for something that is not proposed"),
    ("UPDATE decision_vote SET person = $luc", "is not where it belongs"),
    ("DELETE decision", "is a vote on nothing"),
    // Proposals.
    ("UPDATE proposal SET by = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE proposal SET rank = 'first'", "out of order in its author's list"),
    ("UPDATE proposal SET queued = NONE", "waits in no queue"),
    ("UPDATE proposal SET state = 'draft', queued = 'x'", "waits for nothing in the queue"),
    ("UPDATE proposal SET state = 'approved', queued = NONE", "became no community"),
    ("UPDATE proposal SET community = $club", "became one too early"),
    ("UPDATE proposal SET state = 'declined', queued = NONE", "does not stand where its history left it"),
    ("DELETE proposal", "happened to no proposal"),
    // Pictures.
    ("UPDATE $picture SET bytes += 1", "the files of picture"),
    ("UPDATE $picture SET sizes += 9999", "is not in the folder"),
    ("UPDATE $picture SET sizes = []", "is kept at no size"),
    ("UPDATE $picture SET attached = false", "will be swept away"),
    ("UPDATE $picture SET community = $archived", "which its readers may not see"),
    ("UPDATE media SET attached = true", "is kept for nothing"),
    ("UPDATE $picture SET owner = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("DELETE $picture", "which there is not"),
    // Files.
    ("UPDATE media SET mime = 'text/html' WHERE name != NONE", "which is not one of its kind"),
    ("UPDATE media SET name = 'parc.pdf' WHERE id = $picture", "which is not one of its kind"),
    (
        "UPDATE $post SET files = [{ id: $picture, name: 'x', mime: 'x', bytes: 1 }]",
        "shows a file as a picture",
    ),
    ("UPDATE $post SET files = NONE", "is kept for nothing"),
    ("DELETE media WHERE name != NONE", "which there is not"),
    // Feed.
    ("UPDATE $post SET comments += 1", "comments too many"),
    ("DELETE comment", "+1 comments too many"),
    ("UPDATE $post SET reactions = [0, 0, 0, 1, 0, 0]", "-1 reactions `bravo`"),
    ("UPDATE $post SET reactions = [1, 0, 0]", "counts 3 kinds of reactions"),
    ("UPDATE $post SET rank = 'first'", "out of order in its feed"),
    ("UPDATE $post SET stir = 'last'", "where the latest stirred come first"),
    ("UPDATE reaction SET rank = 'first'", "out of order among those of its kind"),
    ("CREATE reader:lost", "is nobody's"),
    ("UPDATE reader SET feed_order = 'loudest'", "in an order we do not know"),
    (
        "UPDATE reader SET saved = array::repeat({ post: $post, at: time::now() }, 301)",
        "keeps or hides more than one may",
    ),
    ("DELETE $post", "is a comment on nothing"),
    ("DELETE $post", "is a reaction to nothing"),
    ("UPDATE reaction SET kind = 'boo'", "no reaction we know"),
    ("CREATE reaction:lost SET kind = 'bravo', post = $post, at = time::now(), rank = 'x'", "is nobody's"),
    ("UPDATE $post SET author = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE $post SET community = community:01ARZ3NDEKTSV4RRFFQ69G5FAV", "stands nowhere"),
    (
        "CREATE comment:lost SET post = $post, author = $zoe, body = 'x', created = time::now(), rank = 'lost'",
        "is not in the thread of its post",
    ),
    (
        "CREATE removal:[$post] SET what = 'post', community = $club, author = $zoe, by = $zoe, at = time::now()",
        "speaks of a post that is still there",
    ),
    // Threads and versions.
    ("UPDATE comment SET answers += 1 WHERE post = $question AND answers = 2", "counts 3 answers and has 2"),
    ("UPDATE comment SET thread = 'x' WHERE post = $question AND thread != ''", "counts 0 answers and has 3"),
    ("UPDATE comment SET answers = 1 WHERE thread != ''", "counts 1 answers and has 0"),
    ("UPDATE comment SET rank = 'x' WHERE post = $question", "is not in the thread of its post"),
    ("UPDATE comment SET gone = true, answers = 0 WHERE post = $question", "is gone and nobody answered it"),
    ("UPDATE version SET post = $idea", "is not where it belongs"),
    ("DELETE $question", "is what nothing said"),
    // Calls and tags.
    ("UPDATE mention SET by = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE mention SET post = post:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is in no post"),
    ("UPDATE tagged SET community = $archived", "is not where its post stands"),
    ("DELETE tag", "is under a tag that is not known there"),
    ("UPDATE tagged SET tag = 'Course'", "is under a word that is no tag"),
    ("UPDATE tagged SET public = true", "and its post are not both public"),
    // Pages to be looked at.
    (
        "CREATE look:01ARZ3NDEKTSV4RRFFQ69G5FAV SET post = $post, state = 'waiting', tries = 1, at = time::now()",
        "is not that of its post",
    ),
    (
        "CREATE type::record('look', record::id($post)) SET post = $post, state = 'waiting', tries = 1, at = time::now()",
        "whose page nobody waits for",
    ),
    (
        "CREATE type::record('look', record::id($post)) SET post = $post, state = 'x', tries = 0, at = time::now()",
        "neither waits nor ends",
    ),
    (
        "UPDATE $post SET link = { url: 'https://exemple.fr', preview: 'again', title: '', description: '', site: '' }",
        "says that its page is looked at again",
    ),
    // Posts that wait.
    ("UPDATE later SET author = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE later SET community = community:01ARZ3NDEKTSV4RRFFQ69G5FAV", "stands nowhere"),
    ("UPDATE later SET state = 'held'", "neither waits nor says why it was held"),
    ("UPDATE waiting SET posts += 1", "has 1 posts waiting and counts 2"),
    ("DELETE waiting", "has 1 posts waiting and counts none"),
    ("UPDATE later SET pictures = []", "is kept for nothing"),
    ("UPDATE later SET pictures = [{ id: $picture, alt: '' }]", "as if it were posted"),
    ("UPDATE later SET files = NONE", "is kept for nothing"),
    ("UPDATE later SET files = [$picture]", "keeps a file as a picture"),
    // Kinds of posts.
    ("UPDATE $question SET answer = '01ARZ3NDEKTSV4RRFFQ69G5FAV'", "is answered by a comment there is not"),
    ("UPDATE $idea SET supports += 1", "counts +1 supports too many"),
    ("DELETE support WHERE person = $zoe", "counts +1 supports too many"),
    ("UPDATE $news SET readings = 0", "counts -1 readings too many"),
    ("UPDATE support SET post = $news", "is not where it belongs"),
    ("UPDATE support SET post = $news", "is about a post of another kind"),
    ("UPDATE reading SET person = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("DELETE $news", "is about nothing"),
    ("UPDATE $named SET poll.counts = [0, 2, 2]", "counts [0, 1, 0] votes too many"),
    ("UPDATE $named SET poll.voters += 1", "counts +1 voters too many"),
    ("UPDATE $named SET poll.counts = [0]", "votes too many"),
    ("UPDATE $secret SET poll.voters += 1", "ballots too few"),
    ("DELETE ballot", "+2 ballots too few"),
    ("UPDATE vote SET choices = [1] WHERE post = $secret", "what or when somebody voted, anonymously"),
    ("UPDATE vote SET at = time::now() WHERE post = $secret", "what or when somebody voted, anonymously"),
    ("UPDATE vote SET choices = NONE WHERE post = $named", "says nothing"),
    ("DELETE $secret", "is a vote in no poll"),
    ("UPDATE $praise SET praised = [person:01ARZ3NDEKTSV4RRFFQ69G5FAV]", "is nobody's"),
    ("UPDATE $praise SET praised = NONE", "lacks what its kind has"),
    ("UPDATE $named SET poll = NONE", "lacks what its kind has"),
    ("UPDATE pinboard SET pins = array::concat(pins, pins, pins, pins)", "holds 4 posts"),
    ("DELETE $praise", "holds a post that is not in its community"),
    ("UPDATE $club SET glimpse = 'nothing'", "hides the charter that one accepts by coming in"),
    ("UPDATE $club SET admission = 'open'", "has a question where nobody asks to come in"),
    ("UPDATE $everyone SET listed = false", "is for everyone and not open to all"),
    ("UPDATE membership:[$zoe, $club] SET answer = 'Oui'", "keeps what was said to come in"),
    ("UPDATE membership:[$zoe, $club] SET until = '2027-01-01'", "ends on a day, and is no partner's"),
    ("UPDATE membership:[$partner, $club] SET until = 'demain'", "ends on a day, and is no partner's"),
    ("UPDATE guest SET person = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE guest SET person = $luc", "is not where it belongs"),
    ("UPDATE guest SET community = community:01ARZ3NDEKTSV4RRFFQ69G5FAV", "stands nowhere"),
    ("UPDATE $picture SET public = true", "are not both public"),
    ("UPDATE $post SET public = true", "are not both public"),
    ("UPDATE $club SET tags = ['a', 'b', 'c', 'd', 'e', 'f', 'g']", "has too many interests"),
    ("UPDATE dismissal SET person = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE dismissal SET person = $luc", "is not where it belongs"),
    ("UPDATE guest SET rank = 'first'", "out of order in the list of invitations"),
    // Federations.
    ("UPDATE $club SET federations = NONE", "and one of the two does not say so"),
    ("UPDATE $club SET federations += $everyone", "without a tie"),
    ("UPDATE $everyone SET allies = [$club]", "has members and is no federation"),
    ("UPDATE community SET allies = NONE WHERE slug = 'sports'", "and one of the two does not say so"),
    ("DELETE tie", "without a tie"),
    ("UPDATE tie SET by = person:01ARZ3NDEKTSV4RRFFQ69G5FAV", "is nobody's"),
    ("UPDATE tie SET community = $everyone", "is not where it belongs"),
    ("UPDATE tie SET brings = 'x' WHERE state != 'member'", "says what a community brings that is not in"),
    ("UPDATE community SET goals += 1 WHERE slug = 'sports'", "counts +1 goals too many"),
    ("UPDATE goal SET due = 'demain'", "is due on no day"),
    ("UPDATE goal SET federation = $club", "is the goal of no federation"),
    ("DELETE share", "by nobody"),
    ("UPDATE $post SET shared = NONE", "its post does not say so"),
    ("UPDATE $picture SET shared = NONE", "are not shared alike"),
    ("UPDATE share SET federation = $everyone", "is shared where its community is not a member"),
    ("UPDATE share SET rank = 'first'", "out of order in its federation"),
    // Events.
    ("UPDATE $event SET taken -= 1", "places taken at event"),
    ("UPDATE $event SET capacity = 1", "is over its places: 2"),
    ("UPDATE $event SET dtend = dtstart", "ends before it starts"),
    ("UPDATE $event SET soon = 'now'", "out of order in lists"),
    ("UPDATE $event SET status = 'CANCELLED'", "ends at another time than its event"),
    ("DELETE $event", "leads to no event"),
    ("DELETE membership:[$partner, $club]; UPDATE $club SET members -= 1", "holds a place at event"),
    ("UPDATE membership:[$partner, $club] SET role = 'requested'", "and is no member there"),
    // Rides.
    ("UPDATE $ride SET taken += 1", "seats taken in ride"),
    ("UPDATE $ride SET waiting += 1", "requests waiting for ride"),
    ("UPDATE $ride SET seats = 1", "is over its seats: 2 of 1"),
    ("UPDATE $ride SET open = false", "was called off and holds seats"),
    ("UPDATE $ride SET day = '2026-11-25'", "is filed under 2026-11-25"),
    ("UPDATE $ride SET late = 'x'", "out of order in lists"),
    ("UPDATE $ride SET driver = $zoe", "the driver booked a seat"),
    ("UPDATE booking SET seats = 0", "holds 0 seats"),
    ("DELETE $ride", "leads to no ride"),
];

/// Every row of every table.
pub(crate) async fn rows(ctx: &Context) -> BTreeMap<String, Vec<Value>> {
    let snapshot = ctx.db().snapshot().await.unwrap();
    let mut rows = BTreeMap::new();
    for table in snapshot.tables().await.unwrap().into_keys() {
        let all =
            snapshot.query(&format!("SELECT * FROM {table} ORDER BY id"), bind! {}).await.unwrap().take(0);
        rows.insert(table, all.unwrap());
    }
    snapshot.end().await.unwrap();
    rows
}

/// Leaves the store as it was when `kept` was read.
async fn put_back(ctx: &Context, kept: &BTreeMap<String, Vec<Value>>) {
    for (table, rows) in kept {
        let surql = format!("OPTION IMPORT; BEGIN; DELETE {table}; INSERT INTO {table} $rows; COMMIT;");
        ctx.db().query(&surql, bind! { rows: rows.clone() }).await.unwrap();
    }
}

/// One house for all: each fault is made in it, told, and mended.
#[tokio::test]
async fn each_fault_is_told() {
    let house = lived_in().await;
    let ctx = &house.yard.ctx;
    let variables = || -> Variables {
        bind! {
            zoe: Id(house.zoe.person), luc: Id(house.luc.person), partner: Id(house.partner.person),
            club: Id(house.club), archived: Id(house.archived), everyone: Id(house.everyone),
            question: Id(house.question), idea: Id(house.idea), news: Id(house.news),
            named: Id(house.named), secret: Id(house.secret), praise: Id(house.praise),
            post: Id(house.post), event: Id(house.event), ride: Id(house.ride), picture: Id(house.picture)
        }
    };
    let kept = rows(ctx).await;
    for (fault, told) in FAULTS {
        ctx.db().query(fault, variables()).await.unwrap_or_else(|error| panic!("{fault}: {error}"));
        let wrong = run(ctx).await.unwrap().wrong;
        assert!(wrong.iter().any(|sentence| sentence.contains(told)), "{fault}\n{told}\n{wrong:#?}");
        put_back(ctx, &kept).await;
    }
    assert_eq!(run(ctx).await.unwrap().wrong, Vec::<String>::new());
}

#[tokio::test]
async fn a_picture_without_its_file_is_told() {
    let house = lived_in().await;
    let files = house.yard.ctx.files().to_owned();
    let shelf = std::fs::read_dir(files).unwrap().next().unwrap().unwrap().path();
    let file = std::fs::read_dir(shelf).unwrap().next().unwrap().unwrap().path();
    std::fs::write(&file, b"short").unwrap();
    let wrong = run(&house.yard.ctx).await.unwrap().wrong;
    assert!(wrong.len() == 1 && wrong[0].starts_with("the files of picture"), "{wrong:?}");
    std::fs::remove_file(&file).unwrap();
    let wrong = run(&house.yard.ctx).await.unwrap().wrong;
    assert!(wrong.len() == 1 && wrong[0].contains("is not in the folder"), "{wrong:?}");
}

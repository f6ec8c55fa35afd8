//! Words, phrases, filters, order, pages.

use super::*;
use crate::events;
use domain::event::EventForm;
use domain::{
    feed::{PostKind, SecondForm},
    form::Fault,
    search::PAGE,
};

#[tokio::test]
async fn words_are_found_in_their_forms_without_accents_in_both_languages() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Vélo", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    posts(&yard, &zoe, club, "", "Les **réunions** ont lieu à l’étage, chevaux et cœurs bienvenus.").await;
    posts(&yard, &zoe, club, "Running together", "Our meetings are for communities.").await;
    follows(&yard).await;
    for (text, found) in [
        ("reunion", 1),
        ("RÉUNION", 1),
        ("cheval etage", 1),
        ("coeur", 1),
        ("meeting community", 1),
        ("run", 1),
        ("meeting reunion", 0),
        ("zèbre", 0),
        ("\"ont lieu a l'etage\"", 1),
        ("\"lieu ont\"", 0),
        ("\"réunion\"", 0),
        ("« réunions » étage", 1),
        ("le la les", 0),
        ("", 0),
        ("?! …", 0),
    ] {
        assert_eq!(finds(&yard, &zoe, &words(text)).await.len(), found, "{text}");
    }
}

#[tokio::test]
async fn what_was_looked_for_is_marked_and_markup_is_not_shown() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    let post =
        posts(&yard, &zoe, club, "Sortie <b>vélo</b>", "On part à *vélo*, <script>alert(1)</script>.").await;
    feed::comment(&yard.ctx, &zoe, post, "Quel vélo ?", "").await.unwrap();
    follows(&yard).await;
    let hits = results(&yard, &zoe, &words("velos")).await.hits.items;
    let told: Vec<_> = hits.iter().map(|hit| (told(&hit.title), told(&hit.excerpt))).collect();
    assert_eq!(
        told,
        [
            ("Sortie <b>[vélo]</b>".into(), "On part à [vélo], <script>alert(1)</script>.".into()),
            ("Sortie <b>vélo</b>".into(), "Quel [vélo] ?".into()),
        ]
    );
}

#[tokio::test]
async fn each_filter_leaves_the_others_out() {
    let yard = yard().await;
    let (zoe, luc) = (yard.employee("Zoé Martin").await, yard.employee("Luc Morel").await);
    let (club, chorale) =
        (yard.community("Club", &[&zoe]).await, yard.community("Chorale noël", &[&luc]).await);
    let (zoe, luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    let post = posts(&yard, &zoe, club, "Noël au club", "").await;
    yard.wait(3 * 24 * 3600);
    let question = Draft { kind: PostKind::Question, title: "Noël ?".into(), body: "Qui vient".into() };
    feed::publish(&yard.ctx, &luc, chorale, question, vec![], "").await.unwrap();
    feed::comment(&yard.ctx, &zoe, post, "Noël, oui", "").await.unwrap();
    let event = EventForm {
        summary: "Repas de Noël".into(),
        location: "Cantine".into(),
        date: "2026-12-20".into(),
        time: "12:00".into(),
        end_time: "13:00".into(),
        ..EventForm::default()
    };
    events::create(&yard.ctx, &luc, chorale, &event, "").await.unwrap();
    follows(&yard).await;
    let all = [
        "comment Noël, oui",
        "community Chorale noël",
        "event Repas de Noël",
        "post Noël ?",
        "post Noël au club",
    ];
    assert_eq!(finds(&yard, &zoe, &words("noel")).await, all);
    for (wanted, found) in [
        (Wanted { only: only("post"), ..words("noel") }, vec!["post Noël ?", "post Noël au club"]),
        (Wanted { only: only("question"), ..words("noel") }, vec!["post Noël ?"]),
        (Wanted { only: only("comment"), ..words("noel") }, vec!["comment Noël, oui"]),
        (Wanted { only: only("event"), ..words("noel") }, vec!["event Repas de Noël"]),
        (Wanted { only: only("community"), ..words("noel") }, vec!["community Chorale noël"]),
        (
            Wanted { community: "club".into(), ..words("noel") },
            vec!["comment Noël, oui", "post Noël au club"],
        ),
        (Wanted { community: "nowhere".into(), ..words("noel") }, vec![]),
        (Wanted { author: "zoe".into(), ..words("noel") }, vec!["comment Noël, oui", "post Noël au club"]),
        (Wanted { author: "zoe".into(), ..words("") }, vec!["comment Noël, oui", "post Noël au club"]),
        (Wanted { author: "personne".into(), ..words("noel") }, vec![]),
        (
            Wanted { to: "2026-11-23".into(), ..words("noel") },
            vec!["community Chorale noël", "post Noël au club"],
        ),
        (
            Wanted { from: "2026-11-26".into(), to: "2026-11-30".into(), ..words("noel") },
            vec!["comment Noël, oui", "post Noël ?"],
        ),
    ] {
        assert_eq!(finds(&yard, &zoe, &wanted).await, found, "{wanted:?}");
    }
}

#[tokio::test]
async fn days_that_are_none_are_told_beside_their_fields() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    for (from, to, faults) in [
        ("hier", "", vec![("from".to_owned(), Fault::Moment)]),
        (
            "2026-13-01",
            "9999-99-99",
            vec![("from".to_owned(), Fault::Moment), ("to".to_owned(), Fault::Moment)],
        ),
        ("2026-02-01", "2026-01-01", vec![("to".to_owned(), Fault::EndBeforeStart)]),
        ("2026-02-01", "2026-02-01", vec![]),
    ] {
        let wanted = Wanted { from: from.into(), to: to.into(), ..words("x") };
        assert_eq!(results(&yard, &zoe, &wanted).await.faults, faults, "{from} {to}");
    }
}

#[tokio::test]
async fn better_comes_first_and_of_the_same_the_newer() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    posts(&yard, &zoe, club, "Vélo", "Un mot.").await;
    posts(&yard, &zoe, club, "Premier", "Un vélo dans la cour.").await;
    posts(&yard, &zoe, club, "Second", "Un vélo dans la cour.").await;
    follows(&yard).await;
    let hits = results(&yard, &zoe, &words("velo")).await.hits.items;
    assert_eq!(hits.iter().map(named).collect::<Vec<_>>(), ["post Vélo", "post Second", "post Premier"]);
}

#[tokio::test]
async fn pages_follow_each_other_while_others_write() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    let count = PAGE * 2 + 5;
    for n in 0..count {
        posts(&yard, &zoe, club, &format!("Titre {n}"), "Le même vélo.").await;
    }
    follows(&yard).await;
    let (mut seen, mut cursor) = (Vec::new(), None::<String>);
    for page in 0..3 {
        let found = search(&yard.ctx, &zoe, &words("velo"), cursor.as_deref()).await.unwrap().hits;
        assert_eq!(found.items.len(), if page < 2 { PAGE } else { 5 });
        seen.extend(found.items.iter().map(named));
        cursor = found.next;
        posts(&yard, &zoe, club, "Nouveau", "Le même vélo, vélo, vélo.").await;
        follows(&yard).await;
    }
    assert_eq!(cursor, None);
    let expected: Vec<_> = (0..count).rev().map(|n| format!("post Titre {n}")).collect();
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_cursor_that_cannot_be_read_is_the_beginning() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    posts(&yard, &zoe, club, "Vélo", "").await;
    follows(&yard).await;
    for cursor in ["", "x", "0.0", "zz.1.1", "1.1.1.1", "é", "../../etc"] {
        let found = search(&yard.ctx, &zoe, &words("velo"), Some(cursor)).await.unwrap();
        assert_eq!(found.hits.items.len(), 1, "{cursor}");
    }
    let past = search(&yard.ctx, &zoe, &words("velo"), Some("0.0.0")).await.unwrap();
    assert!(past.hits.items.is_empty());
}

#[tokio::test]
async fn people_are_found_as_the_directory_finds_them() {
    let yard = yard().await;
    let (zoe, luc) = (yard.employee("Zoé Martin").await, yard.employee("Luc Morel").await);
    let guest = yard.partner("Ana Pons").await;
    let names = async |by: &Actor, wanted: Wanted| -> Vec<String> {
        results(&yard, by, &wanted).await.people.items.into_iter().map(|card| card.name).collect()
    };
    assert_eq!(names(&luc, words("zoe")).await, ["Zoé Martin"]);
    assert_eq!(names(&luc, Wanted { only: only("person"), ..words("m") }).await.len(), 2);
    assert_eq!(names(&luc, Wanted { only: only("post"), ..words("zoe") }).await.len(), 0);
    assert_eq!(names(&guest, words("zoe")).await.len(), 0, "they share nothing");
    let club = yard.community("Club", &[&zoe]).await;
    yard.join(&guest, club).await;
    assert_eq!(names(&yard.fresh(&guest).await, words("zoe")).await, ["Zoé Martin"]);
}

#[tokio::test]
async fn nonsense_is_answered() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    let odd = "\u{202e}\u{0301}\u{200b}😀 a\u{301}".repeat(50);
    posts(&yard, &zoe, club, "", &format!("{odd} fin {}", "é".repeat(900))).await;
    follows(&yard).await;
    for text in [
        odd.as_str(),
        "\"\"\"\"",
        "« « « »",
        "body:vélo AND (title:x OR NOT *) ~2 ^9",
        &"é".repeat(900),
        "\0\0",
        "' OR 1=1; DROP TABLE post",
    ] {
        results(&yard, &zoe, &words(text)).await;
    }
    assert_eq!(finds(&yard, &zoe, &words("fin")).await.len(), 1);
}

#[tokio::test]
async fn a_post_is_found_by_both_its_versions() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    let post = posts(&yard, &zoe, club, "", "Le marronnier").await;
    follows(&yard).await;
    let first = domain::Lang::Fr;
    let second = SecondForm { body: "The chestnut tree".into(), ..SecondForm::default() };
    feed::write_second(&yard.ctx, &zoe, post, first, &second, 0).await.unwrap();
    follows(&yard).await;
    for text in ["marronnier", "chestnuts"] {
        assert_eq!(finds(&yard, &zoe, &words(text)).await.len(), 1, "{text}");
    }
    // What is said beside the words, as the store keeps it.
    let beside = "UPDATE post SET revision += 1, other.options = ['A walnut'],
        other.alts = [{ id: media:01ARZ3NDEKTSV4RRFFQ69G5FAV, alt: 'A squirrel' }]";
    yard.ctx.db().query(beside, crate::bind! {}).await.unwrap();
    yard.ctx.caches().touched.touch(super::super::Subject::Post(post));
    follows(&yard).await;
    for text in ["walnuts", "squirrels"] {
        assert_eq!(finds(&yard, &zoe, &words(text)).await.len(), 1, "{text}");
    }
    feed::drop_second(&yard.ctx, &zoe, post).await.unwrap();
    follows(&yard).await;
    assert!(finds(&yard, &zoe, &words("chestnuts")).await.is_empty());
}

#[tokio::test]
async fn a_post_is_found_by_its_files_its_options_and_the_page_it_leads_to() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    let bytes = bytes::Bytes::from_static("km;lieu\n5;Parc\n".as_bytes());
    let file = crate::media::store_document(&yard.ctx, &zoe, "Itinéraire d’hiver.csv", bytes).await.unwrap();
    let with = async |kind: PostKind, beside: feed::Beside| {
        yard.wait(1);
        let draft = Draft { kind, title: format!("Avec {}", kind.word()), body: "Rien.".into() };
        feed::publish_with(&yard.ctx, &zoe, club, draft, beside, vec![], "").await.unwrap()
    };
    let files = domain::feed::FileForm { fresh: vec![file], ..Default::default() };
    with(PostKind::Discussion, feed::Beside { files, ..Default::default() }).await;
    let poll = domain::feed::PollForm {
        options: "Raquettes\nPatins".into(),
        end_date: "2026-12-01".into(),
        end_time: "12:00".into(),
        ..Default::default()
    };
    with(PostKind::Poll, feed::Beside { poll, ..Default::default() }).await;
    let url = "https://meteo.exemple.fr/neige".to_owned();
    let post = with(PostKind::Link, feed::Beside { url, ..Default::default() }).await;
    follows(&yard).await;
    for (text, title) in
        [("itineraire", "Avec discussion"), ("patins", "Avec poll"), ("meteo.exemple.fr", "Avec link")]
    {
        assert_eq!(finds(&yard, &zoe, &words(text)).await, [format!("post {title}")], "{text}");
    }
    // What the page says of itself comes later.
    let said = "UPDATE $post SET link.preview = 'shown', link.title = 'Bulletin des sommets'";
    yard.ctx.db().query(said, crate::bind! { post: crate::db::Id(post) }).await.unwrap();
    yard.ctx.caches().touched.touch(super::super::Subject::Post(post));
    follows(&yard).await;
    assert_eq!(finds(&yard, &zoe, &words("sommets")).await, ["post Avec link"]);
}

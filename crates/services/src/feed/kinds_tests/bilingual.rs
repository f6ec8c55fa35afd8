//! A post in both languages.

use super::*;
use crate::media::{self, tests::drawing};
use domain::{
    Lang,
    feed::{FeedError, KeptPicture, PictureForm, PollForm, SaidPicture, SecondForm},
    form::Fault,
    id::MediaId,
};
use jiff::ToSpan;

impl Club {
    /// What `actor` reads in `lang`: the title, whether it is the older version, and the language shown.
    async fn read_in(&self, post: PostId, lang: Lang) -> (String, Option<(Lang, bool)>) {
        let reader = Actor { lang, ..self.other.clone() };
        let view = super::super::post(self.ctx(), &reader, post).await.unwrap();
        (view.post.title.clone(), view.version.map(|version| (version.shown, version.older)))
    }

    async fn revision(&self, post: PostId) -> i64 {
        source(self.ctx(), &self.member, post).await.unwrap().revision
    }

    async fn rewrite(&self, post: PostId, body: &str, minor: bool) {
        let draft = Draft { title: "Bonjour".into(), body: body.into(), ..Draft::default() };
        let revision = self.revision(post).await;
        edit(self.ctx(), &self.member, post, Edit { draft, minor, revision, ..Edit::default() })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn everybody_reads_their_language_and_is_told_when_it_is_behind() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let draft = Draft { title: "Bonjour".into(), body: "Un".into(), ..Draft::default() };
    let post = publish(ctx, &club.member, club.club, draft, vec![], "").await.unwrap();
    assert_eq!(club.read_in(post, Lang::En).await, ("Bonjour".into(), None));
    let write = async |actor: &Actor, title: &str, revision| {
        let body = "One, @Luc Durand".to_owned();
        let second = SecondForm { title: title.into(), body, ..SecondForm::default() };
        write_second(ctx, actor, post, Lang::Fr, &second, revision).await
    };
    refuses(write(&club.animator, "Hello", 0).await, Reason::Forbidden);
    refuses(write(&club.member, "", 0).await, Reason::Form);
    write(&club.member, "Hello", 0).await.unwrap();
    // Sent again it changes nothing; from a page that is older it is refused.
    write(&club.member, "Hello", 0).await.unwrap_or_else(|error| {
        assert_eq!(error.failure().reason, FeedError::Changed.into());
    });
    let revision = club.revision(post).await;
    write(&club.member, "Hello", revision).await.unwrap();
    assert_eq!(club.revision(post).await, revision);
    assert_eq!(club.read_in(post, Lang::En).await, ("Hello".into(), Some((Lang::En, false))));
    assert_eq!(club.read_in(post, Lang::Fr).await, ("Bonjour".into(), Some((Lang::Fr, false))));
    let english = post_in(ctx, &club.other, post, Lang::En).await.unwrap();
    assert!(english.post.html.contains("class=\"mention\""), "{}", english.post.html);
    let feed =
        community_feed(ctx, &Actor { lang: Lang::En, ..club.other.clone() }, club.club, None).await.unwrap();
    assert_eq!(feed.items[0].post.title, "Hello");

    club.rewrite(post, "Un.", true).await;
    assert_eq!(club.read_in(post, Lang::En).await.1, Some((Lang::En, false)), "a minor edit says the same");
    club.rewrite(post, "Deux", false).await;
    assert_eq!(club.read_in(post, Lang::En).await.1, Some((Lang::En, true)));
    write(&club.member, "Hello", club.revision(post).await).await.unwrap();
    assert_eq!(club.read_in(post, Lang::En).await.1, Some((Lang::En, false)));
    let typed = bilingual(ctx, &club.member, post).await.unwrap();
    assert_eq!((typed.other_body.as_str(), typed.lang), ("One, @Luc Durand", Lang::Fr));
    club.is_sound().await;

    drop_second(ctx, &club.member, post).await.unwrap();
    drop_second(ctx, &club.member, post).await.unwrap();
    assert_eq!(club.read_in(post, Lang::En).await, ("Bonjour".into(), None));
    club.is_sound().await;
}

fn said(picture: MediaId, alt: &str) -> SaidPicture {
    SaidPicture { id: picture.to_string(), alt: alt.into() }
}

#[tokio::test]
async fn pictures_are_described_in_both_languages() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let mut pictures = Vec::new();
    for (side, alt) in [(201, "La cour"), (202, "Le préau"), (203, "")] {
        let picture = media::store(ctx, &club.member, drawing(side, 200)).await.unwrap();
        pictures.push((picture, alt.to_owned()));
    }
    let [yard, roof, bare] = [pictures[0].0, pictures[1].0, pictures[2].0];
    let draft = Draft { title: "Bonjour".into(), body: "Un".into(), ..Draft::default() };
    let post = publish(ctx, &club.member, club.club, draft, pictures, "").await.unwrap();
    let second = |alts: Vec<SaidPicture>| SecondForm {
        title: "Hello".into(),
        body: "One".into(),
        alts,
        ..SecondForm::default()
    };
    let write = async |alts: Vec<SaidPicture>, revision| {
        write_second(ctx, &club.member, post, Lang::Fr, &second(alts), revision).await
    };
    let shows = async |lang: Lang| -> Vec<String> {
        let view = post_in(ctx, &club.other, post, lang).await.unwrap();
        view.post.pictures.iter().map(|picture| picture.alt.clone()).collect()
    };
    let long = write(vec![said(yard, &"x".repeat(301))], 0).await.unwrap_err().failure();
    assert_eq!(long.fields[0].0, "alts[0][alt]");
    // What is left empty is described as in the first version.
    write(vec![said(yard, "The yard"), said(roof, ""), said(bare, "A bench")], 0).await.unwrap();
    assert_eq!(shows(Lang::Fr).await, ["La cour", "Le préau", ""]);
    assert_eq!(shows(Lang::En).await, ["The yard", "Le préau", "A bench"]);
    let typed = bilingual(ctx, &club.member, post).await.unwrap();
    assert_eq!(typed.other_alts, ["The yard", "", "A bench"]);
    assert_eq!(typed.pictures[1].alt, "Le préau");
    club.is_sound().await;

    // The first says otherwise: the second is the older one, and follows what moved or went.
    let kept = |id: MediaId, alt: &str, place: &str| KeptPicture {
        id: id.to_string(),
        alt: alt.into(),
        place: place.into(),
        ..KeptPicture::default()
    };
    let gone = KeptPicture { remove: "yes".into(), ..kept(roof, "", "2") };
    let rows = vec![kept(yard, "La grande cour", "3"), gone, kept(bare, "", "1")];
    let change = Edit {
        draft: source(ctx, &club.member, post).await.unwrap().draft,
        pictures: PictureForm { kept: rows, ..PictureForm::default() },
        revision: 1,
        ..Edit::default()
    };
    edit(ctx, &club.member, post, change).await.unwrap();
    assert_eq!(shows(Lang::En).await, ["A bench", "The yard"]);
    assert_eq!(club.read_in(post, Lang::En).await.1, Some((Lang::En, true)));
    club.is_sound().await;

    // What each said before is in the history, the latest first.
    write(vec![said(yard, "The large yard"), said(bare, "A bench")], 2).await.unwrap();
    assert_eq!(club.read_in(post, Lang::En).await.1, Some((Lang::En, false)));
    drop_second(ctx, &club.member, post).await.unwrap();
    assert_eq!(shows(Lang::En).await, ["", "La grande cour"]);
    let history = versions(ctx, &club.other, post, None).await.unwrap().items;
    let told: Vec<_> = history.iter().map(|version| (version.lang, version.title.as_str())).collect();
    assert_eq!(told, [(Some(Lang::En), "Hello"), (Some(Lang::En), "Hello"), (None, "Bonjour")]);
    assert_eq!(history[0].beside, ["The large yard", "A bench"]);
    assert_eq!(history[1].beside, ["The yard", "A bench"]);
    assert_eq!(history[2].beside, ["La cour", "Le préau"]);
    club.is_sound().await;
}

#[tokio::test]
async fn a_poll_is_offered_in_both_languages() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let end = ctx.today().checked_add(3_i64.days()).unwrap().to_string();
    let poll = PollForm {
        options: "Lundi\nMardi\nIKEA".into(),
        end_date: end,
        end_time: "12:00".into(),
        ..PollForm::default()
    };
    let draft = Draft { kind: PostKind::Poll, title: "Quel jour ?".into(), ..Draft::default() };
    let beside = Beside { poll, ..Beside::default() };
    let post = publish_with(ctx, &club.member, club.club, draft, beside, vec![], "").await.unwrap();
    let write = async |options: &[&str], revision| {
        let options = options.iter().map(|&option| option.to_owned()).collect();
        let second = SecondForm { title: "Which day?".into(), options, ..SecondForm::default() };
        write_second(ctx, &club.member, post, Lang::Fr, &second, revision).await
    };
    let offers = async |lang: Lang| match post_in(ctx, &club.other, post, lang).await.unwrap().extra {
        Extra::Poll(poll) => poll.options,
        other => panic!("{other:?}"),
    };
    let alike = write(&["Monday", "monday"], 0).await.unwrap_err().failure();
    assert_eq!(alike.fields, [("options[1]".to_owned(), Fault::Same)]);
    // From a page that knows of none, as before there were any.
    write(&[], 0).await.unwrap();
    assert_eq!(offers(Lang::En).await, ["Lundi", "Mardi", "IKEA"]);
    write(&["Monday", "Tuesday"], 1).await.unwrap();
    assert_eq!(offers(Lang::En).await, ["Monday", "Tuesday", "IKEA"]);
    assert_eq!(offers(Lang::Fr).await, ["Lundi", "Mardi", "IKEA"]);
    let english = Actor { lang: Lang::En, ..club.other.clone() };
    vote(ctx, &english, post, &["1".into()]).await.unwrap();
    let voted = voters(ctx, &english, post, None).await.unwrap();
    assert_eq!(voted.page.items[0].choices, ["Tuesday"]);
    assert_eq!(bilingual(ctx, &club.member, post).await.unwrap().other_options, ["Monday", "Tuesday", ""]);
    club.is_sound().await;
}

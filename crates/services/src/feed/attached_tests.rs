//! What is attached to posts, against a fresh store: pictures that come and go, albums, files.

use super::*;
use crate::{
    Context, bind,
    db::Id,
    media::{self, tests::drawing},
    testing::Yard,
};
use bytes::Bytes;
use domain::{
    Actor, Failure, Reason,
    feed::{
        Draft, Extra, FILES_MAX, FeedError, FileForm, FileKind, KeptFile, KeptPicture, LinkView, PictureForm,
        PostKind, Preview,
    },
    form::Fault,
    id::{CommunityId, MediaId, PostId},
    policy::Admission,
};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// A closed community with two animators and two members, and somebody who is not in it.
struct Desk {
    yard: Yard,
    club: CommunityId,
    author: Actor,
    other: Actor,
    outsider: Actor,
}

impl Desk {
    async fn open() -> Desk {
        let yard = Yard::open().await;
        let (one, two) = (yard.employee("Ada Un").await, yard.employee("Bea Deux").await);
        let sketch = crate::testing::Sketch { admission: Admission::OnRequest, ..Default::default() };
        let club = yard.community_as("course", &[&one, &two], sketch).await;
        let (author, other) = (yard.employee("Zoé Martin").await, yard.employee("Luc Durand").await);
        for actor in [&author, &other] {
            yard.join(actor, club).await;
        }
        let (author, other) = (yard.fresh(&author).await, yard.fresh(&other).await);
        let outsider = yard.employee("Olga Loin").await;
        Desk { yard, club, author, other, outsider }
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    /// A picture like no other: equal ones share their files.
    async fn picture(&self, side: u32) -> MediaId {
        media::store(self.ctx(), &self.author, drawing(200 + side, 200)).await.unwrap()
    }

    async fn file(&self, name: &str, content: &str) -> MediaId {
        let bytes = Bytes::from(content.to_owned());
        media::store_document(self.ctx(), &self.author, name, bytes).await.unwrap()
    }

    async fn publishes(
        &self,
        kind: PostKind,
        pictures: Vec<(MediaId, String)>,
        files: Vec<MediaId>,
    ) -> crate::Result<PostId> {
        let draft = Draft { kind, title: "Le parc".into(), body: "Voilà".into() };
        let files = FileForm { fresh: files, ..FileForm::default() };
        let beside = Beside { files, ..Beside::default() };
        publish_with(self.ctx(), &self.author, self.club, draft, beside, pictures, "").await
    }

    /// What its pictures show, in order.
    async fn shows(&self, post: PostId) -> Vec<String> {
        let view = super::post(self.ctx(), &self.other, post).await.unwrap();
        view.post.pictures.iter().map(|picture| picture.alt.clone()).collect()
    }

    async fn change(
        &self,
        post: PostId,
        pictures: PictureForm,
        files: FileForm,
        key: &str,
    ) -> crate::Result<()> {
        let typed = source(self.ctx(), &self.author, post).await?;
        let change = Edit {
            draft: typed.draft,
            pictures,
            files,
            url: None,
            minor: false,
            revision: typed.revision,
            key: key.into(),
        };
        edit(self.ctx(), &self.author, post, change).await
    }

    async fn path(&self, media: MediaId) -> PathBuf {
        media::open(self.ctx(), &self.author, media, 480).await.unwrap().path
    }

    async fn is_sound(&self) {
        assert_eq!(crate::check::run(self.ctx()).await.unwrap().wrong, Vec::<String>::new());
    }
}

fn failure<T: std::fmt::Debug>(answer: crate::Result<T>) -> Failure {
    answer.unwrap_err().failure()
}

fn kept(id: MediaId, alt: &str, place: &str) -> KeptPicture {
    KeptPicture { id: id.to_string(), alt: alt.into(), place: place.into(), ..KeptPicture::default() }
}

fn said(id: MediaId, alt: &str) -> (MediaId, String) {
    (id, alt.to_owned())
}

#[tokio::test]
async fn an_edit_adds_removes_moves_and_describes_pictures() {
    let desk = Desk::open().await;
    let (a, b, c) = (desk.picture(1).await, desk.picture(2).await, desk.picture(3).await);
    let post = desk.publishes(PostKind::Discussion, vec![said(a, "a"), said(b, "b")], vec![]).await.unwrap();
    let left = desk.path(a).await;
    let gone = KeptPicture { remove: "true".into(), ..kept(a, "a", "1") };
    let form = PictureForm { kept: vec![gone, kept(b, "mieux", "2")], fresh: vec![c], alt: "c".into() };
    desk.change(post, form.clone(), FileForm::default(), "k").await.unwrap();
    assert_eq!(desk.shows(post).await, ["mieux", "c"]);
    assert!(!left.exists() && desk.path(c).await.is_file());
    let answer = media::open(desk.ctx(), &desk.author, a, 480).await;
    assert_eq!(failure(answer).reason, Reason::NotFound);
    let form = PictureForm { kept: vec![kept(b, "b", "2"), kept(c, "c", "2")], ..PictureForm::default() };
    desk.change(post, form, FileForm::default(), "").await.unwrap();
    assert_eq!(desk.shows(post).await, ["c", "b"]);
    // A form that says nothing of pictures leaves them.
    desk.change(post, PictureForm::default(), FileForm::default(), "").await.unwrap();
    assert_eq!(desk.shows(post).await, ["c", "b"]);
    let view = super::post(desk.ctx(), &desk.author, post).await.unwrap();
    assert!(view.post.edited.is_some());
    desk.is_sound().await;
}

#[tokio::test]
async fn an_edit_sent_twice_adds_its_picture_once() {
    let desk = Desk::open().await;
    let post = desk.publishes(PostKind::Discussion, vec![], vec![]).await.unwrap();
    // Each try brings the picture anew.
    for side in [1, 1] {
        let fresh = vec![desk.picture(side).await];
        let form = PictureForm { fresh, alt: "a".into(), ..PictureForm::default() };
        let change = Edit {
            draft: source(desk.ctx(), &desk.author, post).await.unwrap().draft,
            pictures: form,
            key: "k".into(),
            ..Edit::default()
        };
        edit(desk.ctx(), &desk.author, post, change).await.unwrap();
    }
    assert_eq!(desk.shows(post).await, ["a"]);
    desk.is_sound().await;
}

#[tokio::test]
async fn an_edit_takes_only_what_its_author_sent() {
    let desk = Desk::open().await;
    let (a, b) = (desk.picture(1).await, desk.picture(2).await);
    let one = desk.publishes(PostKind::Discussion, vec![said(a, "a")], vec![]).await.unwrap();
    let two = desk.publishes(PostKind::Discussion, vec![said(b, "b")], vec![]).await.unwrap();
    let foreign = media::store(desk.ctx(), &desk.other, drawing(300, 200)).await.unwrap();
    let file = desk.file("Liste.txt", "pommes").await;
    for stolen in [a, foreign, file] {
        let form = PictureForm { kept: vec![kept(stolen, "x", "")], ..PictureForm::default() };
        let told = failure(desk.change(two, form, FileForm::default(), "").await);
        assert_eq!(told.fields, vec![("picture".to_owned(), Fault::Picture)]);
    }
    // Two edits at once: one of them is told.
    let form = |alt: &str| PictureForm { kept: vec![kept(a, alt, "")], ..PictureForm::default() };
    let edits = [form("x"), form("y")].map(|form| desk.change(one, form, FileForm::default(), ""));
    let answers = futures::future::join_all(edits).await;
    let refused: Vec<_> = answers.into_iter().filter_map(Result::err).collect();
    assert!(refused.iter().all(|error| error.failure().reason == FeedError::Changed.into()));
    assert!(refused.len() <= 1 && desk.shows(one).await.len() == 1);
    desk.is_sound().await;
}

#[tokio::test]
async fn an_album_holds_more_than_another_post() {
    let desk = Desk::open().await;
    let mut pictures = Vec::new();
    for side in 0..7 {
        pictures.push(said(desk.picture(side).await, &side.to_string()));
    }
    let told = failure(desk.publishes(PostKind::Discussion, pictures.clone(), vec![]).await);
    assert_eq!(told.fields, vec![("picture".to_owned(), Fault::TooMany { max: 6 })]);
    let none = failure(desk.publishes(PostKind::Album, vec![], vec![]).await);
    assert_eq!(none.fields, vec![("picture".to_owned(), Fault::Required)]);
    let album = desk.publishes(PostKind::Album, pictures, vec![]).await.unwrap();
    assert_eq!(desk.shows(album).await.len(), 7);
    assert_eq!(super::post(desk.ctx(), &desk.other, album).await.unwrap().post.kind, PostKind::Album);
    let feed = community_feed(desk.ctx(), &desk.other, desk.club, None).await.unwrap();
    assert_eq!(feed.items.len(), 1);
    // It stays one: another kind has no room for its pictures.
    let draft = Draft { kind: PostKind::Discussion, body: "x".into(), ..Draft::default() };
    let told = failure(edit(desk.ctx(), &desk.author, album, Edit { draft, ..Edit::default() }).await);
    assert!(told.fields.contains(&("kind".to_owned(), Fault::Choice)), "{told:?}");
    desk.is_sound().await;
}

#[tokio::test]
async fn a_file_is_for_those_who_read_the_post() {
    let desk = Desk::open().await;
    let ctx = desk.ctx();
    let file = desk.file("../Liste\u{202E} des courses.CSV", "quoi;combien\npommes;3\n").await;
    for stranger in [&desk.other, &desk.outsider] {
        let answer = media::open_document(ctx, stranger, file).await;
        assert_eq!(failure(answer).reason, Reason::NotFound, "not posted yet, it is its sender's");
    }
    let post = desk.publishes(PostKind::Discussion, vec![], vec![file]).await.unwrap();
    let view = super::post(ctx, &desk.other, post).await.unwrap();
    let shown = view.post.files.first().unwrap();
    assert_eq!((shown.name.as_str(), shown.kind), ("Liste des courses.csv", FileKind::Csv));
    let found = media::open_document(ctx, &desk.other, file).await.unwrap();
    assert_eq!(std::fs::read(&found.path).unwrap(), b"quoi;combien\npommes;3\n");
    assert_eq!((found.bytes, found.bytes), (shown.bytes, 22));
    assert_eq!(failure(media::open_document(ctx, &desk.outsider, file).await).reason, Reason::NotFound);
    // It is not shown as a picture, nor is a picture handed out.
    assert_eq!(failure(media::open(ctx, &desk.author, file, 480).await).reason, Reason::NotFound);
    let picture = desk.picture(1).await;
    assert_eq!(failure(media::open_document(ctx, &desk.author, picture).await).reason, Reason::NotFound);
    desk.is_sound().await;
    delete(ctx, &desk.author, post).await.unwrap();
    assert!(!found.path.exists());
    assert_eq!(failure(media::open_document(ctx, &desk.author, file).await).reason, Reason::NotFound);
    desk.is_sound().await;
}

#[tokio::test]
async fn files_come_and_go_with_an_edit_and_are_at_most_five() {
    let desk = Desk::open().await;
    let (a, b) = (desk.file("a.txt", "a").await, desk.file("b.txt", "b").await);
    let post = desk.publishes(PostKind::Discussion, vec![], vec![a]).await.unwrap();
    let path = media::open_document(desk.ctx(), &desk.author, a).await.unwrap().path;
    let gone = KeptFile { id: a.to_string(), remove: "true".into(), ..KeptFile::default() };
    let form = FileForm { kept: vec![gone], fresh: vec![b] };
    desk.change(post, PictureForm::default(), form, "").await.unwrap();
    let view = super::post(desk.ctx(), &desk.other, post).await.unwrap();
    assert_eq!(view.post.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["b.txt"]);
    assert!(!path.exists());
    let mut many = Vec::new();
    for n in 0..=FILES_MAX {
        many.push(desk.file(&format!("{n}.txt"), &n.to_string()).await);
    }
    let told = failure(desk.publishes(PostKind::Discussion, vec![], many).await);
    assert_eq!(told.fields, vec![("file".to_owned(), Fault::TooMany { max: FILES_MAX })]);
    let foreign =
        media::store_document(desk.ctx(), &desk.other, "x.txt", Bytes::from_static(b"x")).await.unwrap();
    for stolen in [b, foreign, desk.picture(1).await] {
        let told = failure(desk.publishes(PostKind::Discussion, vec![], vec![stolen]).await);
        assert_eq!(told.fields, vec![("file".to_owned(), Fault::File)]);
    }
    desk.is_sound().await;
}

/// A crash between the file and its record leaves a file that no record knows: the next sweep takes
/// it, and takes what was never posted.
#[tokio::test]
async fn files_that_are_never_posted_are_swept() {
    let desk = Desk::open().await;
    let (kept, loose) = (desk.file("a.txt", "a").await, desk.file("b.txt", "b").await);
    desk.publishes(PostKind::Discussion, vec![], vec![kept]).await.unwrap();
    let path = media::open_document(desk.ctx(), &desk.author, loose).await.unwrap().path;
    desk.yard.wait(25 * 3600);
    assert_eq!(media::sweep(desk.ctx()).await.unwrap().pictures, 1);
    assert!(!path.exists());
    assert!(media::open_document(desk.ctx(), &desk.author, kept).await.unwrap().path.is_file());
}

#[tokio::test]
async fn a_file_that_lies_leaves_nothing_behind() {
    let desk = Desk::open().await;
    for (name, bytes, fault) in [
        ("virus.exe", &b"MZ"[..], Fault::FileKind),
        ("rapport.pdf", b"PK\x03\x04", Fault::Disguised),
        ("vide.pdf", b"", Fault::EmptyFile),
    ] {
        let answer =
            media::store_document(desk.ctx(), &desk.author, name, Bytes::copy_from_slice(bytes)).await;
        assert_eq!(failure(answer).fields, vec![("file".to_owned(), fault)], "{name}");
    }
    assert_eq!(desk.yard.number("RETURN count(SELECT id FROM media)", bind! {}).await, 0);
    let shelves = std::fs::read_dir(desk.ctx().files()).map_or(0, |folder| folder.count());
    assert_eq!(shelves, 0);
}

#[tokio::test]
async fn what_is_attached_is_taken_along_by_those_who_answer_for_it() {
    let desk = Desk::open().await;
    let (picture, file) = (desk.picture(1).await, desk.file("Liste.txt", "pommes").await);
    desk.publishes(PostKind::Discussion, vec![said(picture, "a")], vec![file]).await.unwrap();
    let loose = desk.file("Reste.txt", "poires").await;
    let animator = desk.yard.manager("Maud").await;
    let posts = crate::communities::life::export_posts(desk.ctx(), &animator, "course", None).await.unwrap();
    assert_eq!(posts.items[0].media, [picture, file]);
    let take = async |by: &Actor| {
        crate::communities::life::export_media(desk.ctx(), by, "course", &[picture, loose, file]).await
    };
    let whole = take(&animator).await.unwrap();
    let named: Vec<_> = whole.iter().map(|whole| (whole.media, whole.name.as_deref())).collect();
    assert_eq!(named, [(picture, None), (file, Some("Liste.txt"))], "what was posted there");
    assert_eq!(std::fs::read(&whole[1].path).unwrap(), b"pommes");
    assert!(whole[0].path.is_file());
    assert_eq!(failure(take(&desk.author).await).reason, Reason::Forbidden);
    assert_eq!(failure(take(&desk.outsider).await).reason, Reason::Forbidden);
}

#[tokio::test]
async fn a_file_is_nobodys_face() {
    let desk = Desk::open().await;
    let file = desk.file("a.txt", "a").await;
    let form = domain::person::ProfileForm {
        lang: "fr".into(),
        picture: Some(file),
        ..domain::person::ProfileForm::default()
    };
    let told = failure(crate::people::edit_profile(desk.ctx(), &desk.author, &form).await);
    assert_eq!(told.fields, vec![("picture".to_owned(), Fault::Picture)]);
    let face = "RETURN count(SELECT id FROM $p WHERE picture != NONE)";
    assert_eq!(desk.yard.number(face, bind! { p: Id(desk.author.person) }).await, 0);
}

/// One server on this machine stands for the web.
struct Web(std::net::SocketAddr);

impl crate::links::Doors for Web {
    fn open<'a>(
        &'a self,
        _: &'a reqwest::Url,
    ) -> futures::future::BoxFuture<'a, Result<Vec<std::net::SocketAddr>, crate::links::Nowhere>> {
        let address = self.0;
        Box::pin(async move { Ok(vec![address]) })
    }
}

/// A web whose every page has a title and a picture.
async fn web() -> crate::links::Links {
    web_while(Arc::new(AtomicBool::new(true))).await
}

/// The same, that cannot answer while it is not `up`.
async fn web_while(up: Arc<AtomicBool>) -> crate::links::Links {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = [0; 4096];
            let read = stream.read(&mut asked).await.unwrap_or_default();
            let (kind, body) = match asked[..read].starts_with(b"GET /image") {
                true => ("image/png", drawing(400, 200).to_vec()),
                false => (
                    "text/html",
                    b"<title>Le v\xC3\xA9lo</title><meta property='og:image' content='/image'>".to_vec(),
                ),
            };
            let status = if up.load(Ordering::SeqCst) { "200 OK" } else { "503 Service Unavailable" };
            let length = body.len();
            let head =
                format!("HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\r\n");
            let _ = stream.write_all(&[head.as_bytes(), &body].concat()).await;
        }
    });
    crate::links::Links::through(Arc::new(Web(address)))
}

async fn links_to(desk: &Desk, url: &str) -> crate::Result<PostId> {
    let draft = Draft { kind: PostKind::Link, ..Draft::default() };
    let beside = Beside { url: url.into(), ..Beside::default() };
    publish_with(desk.ctx(), &desk.author, desk.club, draft, beside, vec![], "").await
}

async fn seen(desk: &Desk, post: PostId) -> LinkView {
    match super::post(desk.ctx(), &desk.other, post).await.unwrap().extra {
        Extra::Link(link) => link,
        other => panic!("{other:?}"),
    }
}

async fn looked_at(desk: &Desk, post: PostId) -> LinkView {
    for _ in 0..100 {
        if seen(desk, post).await.preview != Preview::Coming {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    seen(desk, post).await
}

#[tokio::test]
async fn a_link_that_leads_elsewhere_is_looked_at_again_and_says_where_it_led() {
    let desk = Desk::open().await;
    desk.ctx().look_at_links(web().await);
    let post = links_to(&desk, "http://exemple.fr/velo").await.unwrap();
    let first = looked_at(&desk, post).await.picture.unwrap();
    let file = media::open(desk.ctx(), &desk.other, first.id, 480).await.unwrap().path;
    let typed = source(desk.ctx(), &desk.author, post).await.unwrap();
    assert_eq!(typed.url.as_deref(), Some("http://exemple.fr/velo"));
    let change = |url: Option<&str>, revision| Edit {
        draft: typed.draft.clone(),
        url: url.map(str::to_owned),
        revision,
        ..Edit::default()
    };
    let told = failure(edit(desk.ctx(), &desk.author, post, change(Some("nulle part"), 0)).await);
    assert_eq!(told.fields[0].0, "url");
    // The same address, or none said, changes nothing.
    for url in [None, Some("http://exemple.fr/velo")] {
        edit(desk.ctx(), &desk.author, post, change(url, 0)).await.unwrap();
    }
    assert_eq!(seen(&desk, post).await.picture.map(|picture| picture.id), Some(first.id));
    edit(desk.ctx(), &desk.author, post, change(Some("http://autre.fr/"), 0)).await.unwrap();
    let link = looked_at(&desk, post).await;
    assert_eq!((link.host.as_str(), link.preview), ("autre.fr", Preview::Shown));
    let second = link.picture.unwrap();
    assert_ne!(second.id, first.id);
    assert!(media::open(desk.ctx(), &desk.other, first.id, 480).await.is_err());
    assert!(media::open(desk.ctx(), &desk.other, second.id, 480).await.unwrap().path.is_file());
    let _ = file;
    let versions = "SELECT VALUE body FROM version WHERE post = $post";
    let bodies: Vec<String> = desk.ctx().db().rows(versions, bind! { post: Id(post) }).await.unwrap();
    assert_eq!(bodies.len(), 1);
    assert!(bodies[0].ends_with("http://exemple.fr/velo"), "{bodies:?}");
    desk.is_sound().await;
}

#[tokio::test]
async fn a_link_is_shown_with_what_its_page_says() {
    let desk = Desk::open().await;
    desk.ctx().look_at_links(web().await);
    let post = links_to(&desk, "http://exemple.fr/velo").await.unwrap();
    let link = looked_at(&desk, post).await;
    assert_eq!(
        (link.preview, link.title.as_str(), link.host.as_str()),
        (Preview::Shown, "Le vélo", "exemple.fr")
    );
    let picture = link.picture.unwrap();
    assert_eq!((picture.width, picture.height), (400, 200));
    let shown = media::open(desk.ctx(), &desk.other, picture.id, 480).await.unwrap();
    assert!(shown.path.is_file());
    assert_eq!(
        failure(media::open(desk.ctx(), &desk.outsider, picture.id, 480).await).reason,
        Reason::NotFound
    );
    desk.is_sound().await;
    delete(desk.ctx(), &desk.author, post).await.unwrap();
    assert!(!shown.path.exists());
    desk.is_sound().await;
}

/// What its author is told of the page, once it is not on its way any more.
async fn told(desk: &Desk, post: PostId) -> Preview {
    let _ = looked_at(desk, post).await;
    match super::post(desk.ctx(), &desk.author, post).await.unwrap().extra {
        Extra::Link(link) => link.preview,
        other => panic!("{other:?}"),
    }
}

async fn looks(desk: &Desk) -> i64 {
    desk.yard.number("RETURN count(SELECT id FROM look)", bind! {}).await
}

#[tokio::test]
async fn a_page_that_did_not_answer_is_asked_again_until_it_does() {
    let desk = Desk::open().await;
    let up = Arc::new(AtomicBool::new(false));
    desk.ctx().look_at_links(web_while(up.clone()).await);
    let post = links_to(&desk, "http://exemple.fr/velo").await.unwrap();
    assert_eq!(told(&desk, post).await, Preview::Again);
    assert_eq!(seen(&desk, post).await.preview, Preview::None, "others are not kept waiting");
    desk.is_sound().await;
    for pause in [5 * 60, 30 * 60] {
        desk.yard.wait(pause - 10);
        assert_eq!(look_again(desk.ctx()).await.unwrap(), 0, "not yet");
        desk.yard.wait(11);
        assert_eq!(look_again(desk.ctx()).await.unwrap(), 1);
        assert_eq!(told(&desk, post).await, Preview::Again);
        desk.is_sound().await;
    }
    up.store(true, Ordering::SeqCst);
    desk.yard.wait(3 * 3600 + 1);
    let (one, two) = tokio::join!(look_again(desk.ctx()), look_again(desk.ctx()));
    assert_eq!(one.unwrap() + two.unwrap(), 1, "by one alone");
    let link = seen(&desk, post).await;
    assert_eq!((link.preview, link.title.as_str()), (Preview::Shown, "Le vélo"));
    assert!(link.picture.is_some());
    assert_eq!(looks(&desk).await, 0);
    desk.is_sound().await;
}

#[tokio::test]
async fn a_page_that_never_answers_is_left_alone_in_the_end() {
    let desk = Desk::open().await;
    desk.ctx().look_at_links(web_while(Arc::default()).await);
    let post = links_to(&desk, "http://exemple.fr/velo").await.unwrap();
    let dropped = links_to(&desk, "http://exemple.fr/bus").await.unwrap();
    assert_eq!((told(&desk, post).await, told(&desk, dropped).await), (Preview::Again, Preview::Again));
    delete(desk.ctx(), &desk.author, dropped).await.unwrap();
    assert_eq!(looks(&desk).await, 1, "of a post that is gone nothing is asked");
    for again in [1, 1, 1, 1, 0] {
        desk.yard.wait(20 * 3600 + 1);
        assert_eq!(look_again(desk.ctx()).await.unwrap(), again);
    }
    assert_eq!((told(&desk, post).await, looks(&desk).await), (Preview::None, 0));
    desk.is_sound().await;
}

/// The process was stopped between the post and its preview.
#[tokio::test]
async fn a_page_that_was_being_looked_at_is_looked_at_after_a_restart() {
    let desk = Desk::open().await;
    let post = links_to(&desk, "http://exemple.fr/velo").await.unwrap();
    let stopped = "UPDATE $post SET link.preview = 'coming';
        CREATE type::record('look', record::id($post)) SET post = $post, state = 'waiting', tries = 1, at = $at";
    let variables = bind! { post: Id(post), at: super::preview::held(desk.ctx().now()) };
    desk.ctx().db().query(stopped, variables).await.unwrap();
    desk.ctx().caches().feeds.shown.forget(post);
    desk.is_sound().await;
    desk.ctx().look_at_links(web().await);
    assert_eq!(look_again(desk.ctx()).await.unwrap(), 0, "somebody may be looking");
    desk.yard.wait(121);
    assert_eq!(look_again(desk.ctx()).await.unwrap(), 1);
    assert_eq!(seen(&desk, post).await.preview, Preview::Shown);
    desk.is_sound().await;
}

#[tokio::test]
async fn a_link_is_there_whatever_becomes_of_its_preview() {
    let desk = Desk::open().await;
    // Nobody looks at pages here.
    let post = links_to(&desk, "https://exemple.fr/").await.unwrap();
    assert_eq!(seen(&desk, post).await.preview, Preview::None);
    for bad in ["", "javascript:alert(1)", "https://banque.fr@exemple.fr/"] {
        let told = failure(links_to(&desk, bad).await);
        assert_eq!(told.fields[0].0, "url", "{bad}");
    }
    desk.ctx().look_at_links(crate::links::Links::public());
    let post = links_to(&desk, "http://127.0.0.1/").await.unwrap();
    desk.yard.wait(120);
    for _ in 0..100 {
        if seen(&desk, post).await.preview == Preview::None {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(told(&desk, post).await, Preview::None, "what a rule refuses is not asked again");
    assert_eq!(looks(&desk).await, 0);
    desk.is_sound().await;
}

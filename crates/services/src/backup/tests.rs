//! What goes into a backup comes out of it, whole or not at all.

use super::{BackupError, Summary, is_unfinished, restore, write};
use crate::{
    Context, bind, check,
    check::tests::{lived_in::lived_in, rows},
    clock::Clock,
    db::{Db, Id, Place, StoreSettings},
    feed,
    testing::Yard,
};
use domain::feed::Draft;
use jiff::tz::TimeZone;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use surrealdb::types::{Number, Value};

fn settings(data: &Path) -> StoreSettings {
    StoreSettings {
        block_cache: 16 << 20,
        memtable: 16 << 20,
        ..StoreSettings::at(Place::Disk(data.join("store")))
    }
}

async fn saved(ctx: &Context, file: &Path) -> Summary {
    write(ctx, file, &mut |_| {}).await.unwrap()
}

async fn restored(file: &Path, data: &Path) -> Result<Summary, BackupError> {
    restore(file, data, &settings(data), &mut |_| {}).await
}

/// The house of a data folder.
async fn opened(data: &Path) -> Context {
    let db = Db::open(&settings(data)).await.unwrap();
    db.migrate(jiff::Timestamp::now()).await.unwrap();
    Context::new(db, Clock::default(), TimeZone::get("Europe/Paris").unwrap(), data.join("files"))
}

fn listed(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_back_is_what_there_was() {
    let house = lived_in().await;
    let (ctx, folder) = (&house.yard.ctx, house.yard.folder());
    // Values of every kind the schema lets in, where it says nothing about them.
    let odd = "UPDATE charter:[$hier, 1] SET text.odd = {
        moment: d'2026-11-23T07:30:00.123456789Z', whole: 3, real: 3f, third: 1f / 3f, exact: 0.1dec, link: $zoe, none: NONE, null: NULL, list: [1, 'a', {}],
        keyed: comment:[$zoe, 'x'], span: 90m, raw: <bytes> 'é', id: rand::uuid(), big: 9223372036854775807 }";
    ctx.db().query(odd, bind! { zoe: Id(house.zoe.person), hier: Id(house.archived) }).await.unwrap();
    let file = folder.join("house.preau");
    let mut lines = Vec::new();
    let summary = write(ctx, &file, &mut |line| lines.push(line)).await.unwrap();
    assert!(lines.contains(&"registration: 3 rows".to_owned()), "{lines:?}");
    assert_eq!((summary.missing.len(), summary.bytes), (0, fs::metadata(&file).unwrap().len()));

    let data = folder.join("elsewhere/data");
    assert_eq!(restored(&file, &data).await.unwrap(), summary);
    assert_eq!(listed(&data), ["files", "store"]);
    let back = opened(&data).await;
    assert_eq!(rows(&back).await, rows(ctx).await);
    assert_eq!(check::run(&back).await.unwrap(), check::run(ctx).await.unwrap());
    assert_eq!(check::run(&back).await.unwrap().wrong, Vec::<String>::new());
    // Indexes came back too, and the counters go on from where they were.
    // From a cursor: the first page would be remembered as read. What is pinned stands on that one.
    let top = Some("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    assert_eq!(feed::community_feed(&back, &house.zoe, house.club, top).await.unwrap().items.len(), 6);
    let again = back.db().query("CREATE person SET email = 'zoe-martin@exemple.fr'", bind! {}).await;
    assert!(again.is_err(), "an address twice");
    // And a backup of what came back says the same of every table.
    let second = folder.join("again.preau");
    let again = saved(&back, &second).await;
    assert_eq!((again.rows, again.pictures), (summary.rows, summary.pictures));
}

#[tokio::test(flavor = "multi_thread")]
async fn values_come_back_in_their_own_type() {
    for value in [
        Value::Number(Number::Int(3)),
        Value::Number(Number::Float(3.0)),
        Value::Number(Number::Float(f64::MIN_POSITIVE)),
        Value::None,
        Value::Null,
    ] {
        let back = super::format::decode(&super::format::encode(&value).unwrap()).unwrap();
        assert_eq!(back, value);
    }
}

/// Posts and reactions go on while the backup is made; their counters, kept on other records, tell
/// whether it is of one moment.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_backup_is_of_one_moment_whoever_writes_meanwhile() {
    let house = Arc::new(lived_in().await);
    let stop = Arc::new(AtomicBool::new(false));
    let mut writers = Vec::new();
    for n in 0..4 {
        let (house, stop) = (house.clone(), stop.clone());
        writers.push(tokio::spawn(async move {
            let mut written = 0;
            while !stop.load(Ordering::Relaxed) {
                let draft = Draft { body: format!("Message {n} {written}"), ..Draft::default() };
                let ctx = &house.yard.ctx;
                let post = feed::publish(ctx, &house.zoe, house.club, draft, vec![], "").await.unwrap();
                feed::comment(ctx, &house.zoe, post, "Oui", "").await.unwrap();
                if written % 3 == 0 {
                    feed::delete(ctx, &house.zoe, post).await.unwrap();
                }
                written += 1;
            }
            written
        }));
    }
    let folder = house.yard.folder();
    let mut sizes = Vec::new();
    for n in 0..4 {
        let file = folder.join(format!("{n}.preau"));
        sizes.push(saved(&house.yard.ctx, &file).await.rows);
        let report = check::run(&house.yard.ctx).await.unwrap();
        assert_eq!(report.wrong, Vec::<String>::new(), "while it is written to");
    }
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        assert!(writer.await.unwrap() > 0);
    }
    assert!(sizes.windows(2).all(|pair| pair[0] < pair[1]), "{sizes:?}");
    for n in 0..4 {
        let data = folder.join(format!("data-{n}"));
        restored(&folder.join(format!("{n}.preau")), &data).await.unwrap();
        assert_eq!(check::run(&opened(&data).await).await.unwrap().wrong, Vec::<String>::new());
    }
}

/// A picture removed while the backup is made is still in it, with its post.
#[tokio::test(flavor = "multi_thread")]
async fn pictures_stay_until_the_backup_is_done() {
    let house = lived_in().await;
    let ctx = &house.yard.ctx;
    let (keeping, snapshot) = crate::media::Keeping::from(ctx.db().snapshot()).await;
    feed::delete(ctx, &house.zoe, house.post).await.unwrap();
    drop(snapshot);
    drop(keeping);
    let report = check::run(ctx).await.unwrap();
    assert_eq!(report.wrong, Vec::<String>::new());
    let left: usize = listed(ctx.files()).iter().map(|shelf| listed(&ctx.files().join(shelf)).len()).sum();
    let known =
        ctx.db().row::<i64>("SELECT VALUE math::sum(sizes.len()) FROM media GROUP ALL", bind! {}).await;
    assert!(i64::try_from(left).unwrap() > known.unwrap().unwrap_or_default(), "{left}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_backup_restores_nothing() {
    let house = lived_in().await;
    let folder = house.yard.folder();
    let file = folder.join("good.preau");
    saved(&house.yard.ctx, &file).await;
    let good = fs::read(&file).unwrap();
    let bad = folder.join("bad.preau");
    let data = folder.join("data");
    let step = good.len() / 40;
    for at in (0..good.len()).step_by(step).chain([good.len() - 1, good.len() - 40]) {
        let mut bytes = good.clone();
        bytes[at] ^= 0x10;
        fs::write(&bad, &bytes).unwrap();
        let refused = restored(&bad, &data).await.unwrap_err();
        assert!(matches!(refused, BackupError::Damaged(_) | BackupError::Foreign), "{at}: {refused}");
        fs::write(&bad, &good[..at]).unwrap();
        assert!(restored(&bad, &data).await.is_err(), "cut at {at}");
        assert_eq!(listed(&data), Vec::<String>::new());
    }
    fs::write(&bad, [good.as_slice(), b"more"].concat()).unwrap();
    assert!(restored(&bad, &data).await.is_err());
    restored(&file, &data).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_written_over() {
    let house = lived_in().await;
    let ctx = &house.yard.ctx;
    let folder = house.yard.folder();
    let file = folder.join("house.preau");
    // Left by a backup that was killed.
    fs::write(folder.join("house.preau.part"), b"half").unwrap();
    saved(ctx, &file).await;
    assert!(!folder.join("house.preau.part").exists());
    let refused = write(ctx, &file, &mut |_| {}).await.unwrap_err();
    assert!(matches!(refused, BackupError::Exists(_)), "{refused}");
    let nowhere = write(ctx, &folder.join("no/such/folder"), &mut |_| {}).await.unwrap_err();
    assert!(matches!(nowhere, BackupError::Io { .. }), "{nowhere}");

    let data = folder.join("data");
    fs::create_dir_all(data.join("files")).unwrap();
    let refused = restored(&file, &data).await.unwrap_err();
    assert!(matches!(refused, BackupError::NotEmpty(_)), "{refused}");
    assert_eq!(listed(&data), ["files"]);
}

/// As a kill leaves it: in the workshop, or between the two renames.
#[tokio::test(flavor = "multi_thread")]
async fn a_restore_that_was_cut_opens_nowhere_and_can_be_begun_anew() {
    let house = lived_in().await;
    let folder = house.yard.folder();
    let file = folder.join("house.preau");
    saved(&house.yard.ctx, &file).await;
    for (name, parts) in
        [("early", ["restoring/store", "restoring/files"]), ("late", ["restoring/store", "files/ab"])]
    {
        let data = folder.join(name);
        assert!(!is_unfinished(&data));
        for part in parts {
            fs::create_dir_all(data.join(part)).unwrap();
            fs::write(data.join(part).join("x"), b"x").unwrap();
        }
        assert!(is_unfinished(&data), "{name}");
        restored(&file, &data).await.unwrap();
        assert!(!is_unfinished(&data), "{name}");
        assert_eq!(check::run(&opened(&data).await).await.unwrap().wrong, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_a_newer_program_is_refused() {
    use super::format::{FORMAT, Header, Sink};
    let yard = Yard::open().await;
    let file: PathBuf = yard.folder().join("newer.preau");
    let header = Header {
        format: FORMAT,
        program: "9.0.0".into(),
        made: yard.now(),
        migration: 9999,
        tables: Default::default(),
    };
    Sink::begin(fs::File::create(&file).unwrap(), &header).unwrap().end().unwrap();
    let refused = restored(&file, &yard.folder().join("data")).await.unwrap_err();
    assert!(matches!(refused, BackupError::Newer { found: 9999, .. }), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_is_not_there_is_told() {
    let house = lived_in().await;
    let ctx = &house.yard.ctx;
    let shelf = ctx.files().join(&listed(ctx.files())[0]);
    fs::remove_file(shelf.join(&listed(&shelf)[0])).unwrap();
    let summary = saved(ctx, &house.yard.folder().join("house.preau")).await;
    assert_eq!(summary.missing.len(), 1);
}

/// Pictures come in the order of an index, so that equal ones are told without holding them all.
#[tokio::test]
async fn pictures_are_read_in_the_order_of_their_index() {
    let yard = Yard::open().await;
    let plan = crate::testing::plan(&yard.ctx, super::write::PICTURES, bind! {}).await;
    assert!(plan.contains("media_hash") && !plan.contains("Sort") && !plan.contains("TableScan"), "{plan}");
    let plan = crate::testing::plan(&yard.ctx, "SELECT * FROM comment ORDER BY id", bind! {}).await;
    assert!(!plan.contains("Sort"), "{plan}");
}

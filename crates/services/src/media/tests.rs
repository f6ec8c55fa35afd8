//! Pictures: good ones, broken ones, lying ones, bombs.

use super::{
    picture::{self, print},
    *,
};
use crate::{Context, bind, db::Id, testing::Yard, testing::plan};
use bytes::Bytes;
use domain::{Actor, Reason, form::Fault, id::MediaId};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::{io::Cursor, time::Duration};

/// A picture of a sky over a ground, so that one sees which way is up.
fn sky(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let noise = u8::try_from((x * 7 + y * 13) % 16).unwrap();
        if y < height / 2 { Rgb([40, 90, 200 + noise]) } else { Rgb([90 + noise, 60, 30]) }
    })
}

fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A PNG to send.
pub(crate) fn drawing(width: u32, height: u32) -> Bytes {
    encoded(sky(width, height), ImageFormat::Png).into()
}

/// Puts an EXIF block with an orientation and a place into a JPEG.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend([2, 0]);
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    // ImageDescription, 20 bytes at offset 38.
    tiff.extend([0x0E, 0x01, 2, 0, 20, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(b"SECRET-PLACE-45.764\0");
    let mut block = b"Exif\0\0".to_vec();
    block.extend(tiff);
    let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xFF, 0xE1, length[0], length[1]]);
    bytes.extend(block);
    bytes.extend(&jpeg[2..]);
    bytes
}

fn decoded(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().into_rgb8()
}

fn widest(prints: &picture::Prints) -> RgbImage {
    decoded(&prints.files.last().unwrap().bytes)
}

#[test]
fn every_format_is_drawn_again_at_our_sizes() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let prints = print(&encoded(sky(2000, 1000), format)).unwrap();
        assert_eq!((prints.width, prints.height), (1600, 800), "{format:?}");
        let sizes: Vec<_> = prints.files.iter().map(|print| print.size).collect();
        assert_eq!(sizes, [160, 480, 960, 1600], "{format:?}");
        for (print, size) in prints.files.iter().zip([(160, 160), (480, 240), (960, 480), (1600, 800)]) {
            assert_eq!(decoded(&print.bytes).dimensions(), size, "{format:?}");
        }
        let Rgb([r, _, b]) = *widest(&prints).get_pixel(800, 100);
        assert!(b > 150 && r < 100, "{format:?}: the sky is still up");
    }
}

#[test]
fn a_small_picture_does_not_grow() {
    let prints = print(&encoded(sky(600, 300), ImageFormat::Jpeg)).unwrap();
    let sizes: Vec<_> = prints.files.iter().map(|print| print.size).collect();
    assert_eq!((prints.width, prints.height, sizes), (600, 300, vec![160, 480, 960]));
    assert_eq!(widest(&prints).dimensions(), (600, 300));
}

#[test]
fn a_picture_taken_sideways_stands_upright_and_says_nothing_of_where() {
    let jpeg = encoded(sky(800, 400), ImageFormat::Jpeg);
    // 6: to be turned a quarter clockwise; the sky of the file is then on the right.
    let prints = print(&with_exif(&jpeg, 6)).unwrap();
    assert_eq!((prints.width, prints.height), (400, 800));
    let picture = widest(&prints);
    let (Rgb([_, _, right]), Rgb([_, _, left])) = (*picture.get_pixel(350, 400), *picture.get_pixel(50, 400));
    assert!(right > 150 && left < 100);
    for file in &prints.files {
        let holds = |needle: &[u8]| file.bytes.windows(needle.len()).any(|window| window == needle);
        assert!(!holds(b"SECRET") && !holds(b"Exif"), "{}", file.size);
    }
}

#[test]
fn what_is_transparent_stands_on_white() {
    let clear = RgbaImage::from_pixel(300, 300, Rgba([0, 0, 0, 0]));
    let Rgb(pixel) = *widest(&print(&encoded(clear, ImageFormat::Png)).unwrap()).get_pixel(150, 150);
    assert_eq!(pixel, [255, 255, 255]);
}

#[test]
fn deep_and_gray_pictures_are_read() {
    let deep = image::ImageBuffer::<image::Luma<u16>, _>::from_pixel(300, 200, image::Luma([40_000]));
    let prints = print(&encoded(deep, ImageFormat::Png)).unwrap();
    assert_eq!((prints.width, prints.height), (300, 200));
}

/// A PNG whose header tells of a picture of any size.
fn lying_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = encoded(sky(8, 8), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let mut crc = !0_u32;
    for byte in &png[12..29] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    png[29..33].copy_from_slice(&(!crc).to_be_bytes());
    png
}

/// Every one of them is refused, at once, without the memory it asks for.
#[test]
fn bad_pictures_are_refused() {
    let jpeg = encoded(sky(900, 600), ImageFormat::Jpeg);
    let png = encoded(sky(900, 600), ImageFormat::Png);
    let webp = encoded(sky(900, 600), ImageFormat::WebP);
    let cut = |bytes: &[u8], at: usize| bytes[..at].to_vec();
    let mut giant_gif = encoded(sky(8, 8), ImageFormat::Gif);
    giant_gif[6..10].copy_from_slice(&[0xFF; 4]);
    let mut named_png = b"\x89PNG\r\n\x1a\n".to_vec();
    named_png.extend([0; 100]);
    for (what, bytes) in [
        ("nothing", vec![]),
        ("text", b"Bonjour".to_vec()),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec()),
        ("a drawing that runs", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec()),
        ("a bitmap", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0".to_vec()),
        ("a name only", named_png),
        ("half a PNG", cut(&png, png.len() / 2)),
        ("half a WebP", cut(&webp, webp.len() / 2)),
        ("the head of a JPEG", cut(&jpeg, 200)),
        ("over 50 million pixels", lying_png(10_000, 5_001)),
        ("a bomb", lying_png(65_535, 65_535)),
        ("a line", lying_png(40_000, 1)),
        ("no pixel", lying_png(0, 10)),
        ("a header larger than its picture", lying_png(4000, 4000)),
        ("a giant GIF", giant_gif),
        ("too many bytes", vec![0xFF; MAX_BYTES + 1]),
    ] {
        assert!(print(&bytes).is_err(), "{what}");
    }
}

/// Whatever a file holds, reading it ends, with a picture or without.
#[test]
fn damaged_pictures_end_well() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let good = encoded(sky(64, 64), format);
        for at in (0..good.len()).step_by(good.len() / 60 + 1) {
            let mut bad = good.clone();
            bad[at] ^= 0x5A;
            let _ = std::panic::catch_unwind(|| print(&bad).is_ok());
        }
    }
}

struct Room {
    yard: Yard,
    zoe: Actor,
    other: Actor,
}

impl Room {
    async fn open() -> Room {
        let yard = Yard::open().await;
        let (zoe, other) = (yard.employee("Zoé Martin").await, yard.employee("Olga Loin").await);
        Room { yard, zoe, other }
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn files(&self) -> usize {
        let mut count = 0;
        for shelf in std::fs::read_dir(self.ctx().files()).into_iter().flatten() {
            count += std::fs::read_dir(shelf.unwrap().path()).unwrap().count();
        }
        count
    }

    async fn attach(&self, media: MediaId) {
        self.ctx().db().query("UPDATE $m SET attached = true", bind! { m: Id(media) }).await.unwrap();
    }
}

#[tokio::test]
async fn a_picture_not_posted_yet_is_its_senders() {
    let room = Room::open().await;
    let media = store(room.ctx(), &room.zoe, drawing(1000, 500)).await.unwrap();
    for (width, end) in [(1, "-160."), (160, "-160."), (480, "-480."), (500, "-960."), (9999, "-1600.")] {
        let file = open(room.ctx(), &room.zoe, media, width).await.unwrap();
        assert!(file.path.to_str().unwrap().contains(end) && file.path.is_file(), "{width}");
    }
    let refused = open(room.ctx(), &room.other, media, 480).await.unwrap_err();
    assert_eq!(refused.failure().reason, Reason::NotFound);
}

#[tokio::test]
async fn what_is_no_picture_is_a_fault_of_its_field() {
    let room = Room::open().await;
    let refused = store(room.ctx(), &room.zoe, Bytes::from_static(b"Bonjour")).await.unwrap_err();
    assert_eq!(refused.failure().fields, vec![("picture".to_owned(), Fault::Picture)]);
    assert_eq!(room.files().await, 0);
}

#[tokio::test]
async fn equal_pictures_share_files_and_the_last_takes_them_along() {
    let room = Room::open().await;
    let (one, two) = tokio::join!(
        store(room.ctx(), &room.zoe, drawing(600, 300)),
        store(room.ctx(), &room.other, drawing(600, 300))
    );
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!(room.files().await, 3);
    for (media, left) in [(one, 3), (two, 0)] {
        let files = files_of(room.ctx(), &[media]).await.unwrap();
        room.ctx().db().query("DELETE $m", bind! { m: Id(media) }).await.unwrap();
        discard(room.ctx(), files).await.unwrap();
        assert_eq!(room.files().await, left);
    }
}

#[tokio::test]
async fn what_is_never_posted_is_swept_after_a_day() {
    let room = Room::open().await;
    let posted = store(room.ctx(), &room.zoe, drawing(600, 300)).await.unwrap();
    let loose = store(room.ctx(), &room.zoe, drawing(300, 600)).await.unwrap();
    room.attach(posted).await;
    room.yard.wait(23 * 3600);
    assert_eq!(sweep(room.ctx()).await.unwrap(), Swept::default());
    room.yard.wait(2 * 3600);
    let late = store(room.ctx(), &room.zoe, drawing(500, 500)).await.unwrap();
    assert_eq!(sweep(room.ctx()).await.unwrap(), Swept { pictures: 1, files: 0 });
    for (media, there) in [(posted, true), (loose, false), (late, true)] {
        assert_eq!(
            open(room.ctx(), &room.zoe, media, 480).await.is_ok_and(|file| file.path.is_file()),
            there
        );
    }
}

#[tokio::test]
async fn files_nobody_knows_are_swept_after_a_day() {
    let room = Room::open().await;
    let media = store(room.ctx(), &room.zoe, drawing(600, 300)).await.unwrap();
    let known = open(room.ctx(), &room.zoe, media, 480).await.unwrap().path;
    let shelf = known.parent().unwrap();
    let old = std::time::SystemTime::now() - Duration::from_secs(25 * 3600);
    let stray = |name: &str, aged: bool| {
        let path = shelf.join(name);
        std::fs::write(&path, b"x").unwrap();
        if aged {
            std::fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
        }
        path
    };
    let hash = "ab".repeat(32);
    let unknown = stray(&format!("{hash}-480.jpg"), true);
    let unfinished = stray("01ARZ3NDEKTSV4RRFFQ69G5FAV.part", true);
    let foreign = stray("lisez-moi.txt", true);
    let fresh = stray(&format!("{hash}-960.jpg"), false);
    std::fs::File::options().write(true).open(&known).unwrap().set_modified(old).unwrap();
    assert_eq!(sweep(room.ctx()).await.unwrap().files, 2);
    for (path, there) in
        [(known, true), (unknown, false), (unfinished, false), (foreign, true), (fresh, true)]
    {
        assert_eq!(path.exists(), there, "{}", path.display());
    }
}

#[tokio::test]
async fn questions_about_pictures_have_their_index() {
    let room = Room::open().await;
    let at = crate::db::At(room.yard.now());
    for (surql, variables, expected) in [
        (attach::SHARED, bind! { hash: "x".to_owned() }, "media_hash"),
        (sweep::LOOSE, bind! { before: at, limit: 9 }, "media_loose"),
        (store::LOOSE_OF, bind! { owner: Id(room.zoe.person), most: 9 }, "media_owner"),
    ] {
        let plan = plan(room.ctx(), surql, variables).await;
        assert!(plan.contains(expected) && !plan.contains("TableScan"), "{surql}\n{plan}");
    }
}

#[tokio::test]
async fn who_sends_and_never_posts_is_asked_to_wait() {
    let room = Room::open().await;
    let sent =
        "FOR $n IN 0..$count { CREATE media SET owner = $owner, portrait = false, width = 1, height = 1,
        sizes = [0], mime = 'image/png', bytes = $bytes, hash = 'x', created = time::now() }";
    let sends = async |owner: &Actor, count: i64, bytes: i64| {
        let variables = bind! { owner: Id(owner.person), count, bytes };
        room.ctx().db().query(sent, variables).await.unwrap();
    };
    sends(&room.zoe, 199, 10).await;
    has_room(room.ctx(), &room.zoe).await.unwrap();
    sends(&room.zoe, 1, 10).await;
    let told = has_room(room.ctx(), &room.zoe).await.unwrap_err().failure().reason;
    assert!(matches!(told, Reason::Throttled { .. }), "{told:?}");
    has_room(room.ctx(), &room.other).await.unwrap();
    sends(&room.other, 2, 1_000_000_000).await;
    assert!(has_room(room.ctx(), &room.other).await.is_err(), "few and large");
}

//! Paints a sheet of every scene, of some portraits, and of the pictures posted, whose descriptions are printed in order:
//! `cargo run -p demo --release --example pictures -- out`.

use std::path::Path;

use demo::{PORTRAIT_SIDE, Scale, Scene, company, picture, portrait};
use image::{ImageResult, RgbImage, imageops};

fn main() -> ImageResult<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "pictures".to_owned());
    std::fs::create_dir_all(&folder)?;
    for scene in Scene::ALL {
        let (width, height) = scene.size();
        let mut sheet = RgbImage::new(width * 2, height * 2);
        for variant in 0..4 {
            let painted = RgbImage::from_raw(width, height, picture(scene.seed(variant), width, height));
            let (x, y) = (i64::from(variant % 2 * width), i64::from(variant / 2 * height));
            imageops::replace(&mut sheet, &painted.unwrap_or_default(), x, y);
        }
        sheet.save(Path::new(&folder).join(format!("{scene:?}.png").to_lowercase()))?;
    }
    let posts = company(Scale::default()).posts;
    let posted = posts.iter().filter_map(|post| post.picture.as_ref());
    let mut used = RgbImage::new(6 * 300, 6 * 200);
    for (number, shown) in (0_i64..).zip(posted) {
        println!("{}. {} | {}", number + 1, shown.alt_fr, shown.alt_en);
        let width = 200 * shown.width / shown.height.max(1);
        let painted = RgbImage::from_raw(width, 200, picture(shown.seed, width, 200));
        let (x, y) = (number % 6 * 300, number / 6 * 200);
        imageops::replace(&mut used, &painted.unwrap_or_default(), x, y);
    }
    used.save(Path::new(&folder).join("posted.png"))?;
    let mut faces = RgbImage::new(PORTRAIT_SIDE * 8, PORTRAIT_SIDE * 5);
    for number in 0..40 {
        let painted = RgbImage::from_raw(PORTRAIT_SIDE, PORTRAIT_SIDE, portrait(u64::from(number) + 1));
        let (x, y) = (i64::from(number % 8 * PORTRAIT_SIDE), i64::from(number / 8 * PORTRAIT_SIDE));
        imageops::replace(&mut faces, &painted.unwrap_or_default(), x, y);
    }
    faces.save(Path::new(&folder).join("portraits.png"))
}

//! Pictures made by code: the same seed paints the same picture.

mod bicycles;
mod canvas;
mod colour;
mod landscape;
mod lanterns;
mod portrait;
mod river;
mod scene;
mod shape;
mod sheds;
mod still;
mod tree;
mod yard;

pub use portrait::{PORTRAIT_SIDE, portrait};
pub use scene::Scene;

pub(crate) use portrait::portrait_seed;

use canvas::Canvas;

/// A painted scene as RGB8 rows, `width * height * 3` bytes. Seeds come from [`Scene::seed`];
/// any other number paints something too.
pub fn picture(seed: u64, width: u32, height: u32) -> Vec<u8> {
    let mut canvas = Canvas::new(width, height);
    scene::paint(&mut canvas, seed);
    canvas.into_rgb()
}

//! A sheet to paint on. Its height is 1, its width follows; shapes are covered pixel by pixel,
//! softened over one pixel at their edge.

use super::{
    colour::{CHALK, Colour},
    shape::{Area, Point, Shape},
};

pub(super) struct Canvas {
    width: u32,
    height: u32,
    pixels: Vec<Colour>,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        Self { width, height, pixels: vec![CHALK; size(width) * size(height)] }
    }

    /// Width over height.
    pub(super) fn aspect(&self) -> f64 {
        f64::from(self.width) / f64::from(self.height)
    }

    pub(super) fn paint(&mut self, shape: &impl Shape, colour: Colour) {
        self.cover(shape, 1.0, |_| colour);
    }

    /// Paint thinned with water.
    pub(super) fn glaze(&mut self, shape: &impl Shape, colour: Colour, strength: f64) {
        self.cover(shape, strength, |_| colour);
    }

    /// A colour for each point.
    pub(super) fn cover(&mut self, shape: &impl Shape, strength: f64, colour: impl Fn(Point) -> Colour) {
        let scale = f64::from(self.height);
        self.each(shape.area(), |point, pixel| {
            let coverage = (0.5 - shape.distance(point) * scale).clamp(0.0, 1.0) * strength;
            if coverage > 0.0 {
                *pixel = pixel.mix(colour(point), coverage);
            }
        });
    }

    /// The whole sheet.
    pub(super) fn wash(&mut self, colour: impl Fn(Point) -> Colour) {
        self.each(Area::EVERYWHERE, |point, pixel| *pixel = colour(point));
    }

    /// A halo: strongest at its centre, gone at `radius`.
    pub(super) fn glow(&mut self, centre: Point, radius: f64, colour: Colour, strength: f64) {
        self.each(Area::around(centre, radius), |point, pixel| {
            let fade = (1.0 - centre.to(point) / radius).max(0.0);
            *pixel = pixel.mix(colour, fade * fade * strength);
        });
    }

    fn each(&mut self, area: Area, mut act: impl FnMut(Point, &mut Colour)) {
        let scale = f64::from(self.height);
        let edge = |at: f64, limit: u32| rounded((at * scale).clamp(0.0, f64::from(limit)));
        let (left, right) = (edge(area.left, self.width), edge(area.right, self.width));
        let (top, bottom) = (edge(area.top, self.height), edge(area.bottom, self.height));
        let rows = (0_u32..).zip(self.pixels.chunks_exact_mut(size(self.width)));
        for (row, pixels) in rows.skip(size(top.saturating_sub(1))).take(size(bottom - top.min(bottom)) + 2) {
            let columns = (0_u32..).zip(pixels);
            for (column, pixel) in
                columns.skip(size(left.saturating_sub(1))).take(size(right - left.min(right)) + 2)
            {
                let point = Point::new((f64::from(column) + 0.5) / scale, (f64::from(row) + 0.5) / scale);
                act(point, pixel);
            }
        }
    }

    /// RGB8 rows, with a breath of paper grain.
    pub(super) fn into_rgb(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.pixels.len() * 3);
        for (number, pixel) in (0_u32..).zip(&self.pixels) {
            let grain = (noise(number) - 0.5) * 5.0;
            for channel in [pixel.red, pixel.green, pixel.blue] {
                let value = rounded((channel + grain).clamp(0.0, 255.0));
                bytes.push(u8::try_from(value).unwrap_or(u8::MAX));
            }
        }
        bytes
    }
}

/// Between 0 and 1, the same for the same number (the finaliser of MurmurHash3).
pub(super) fn noise(number: u32) -> f64 {
    let mut hash = number ^ (number >> 16);
    hash = hash.wrapping_mul(0x85eb_ca6b);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xc2b2_ae35);
    hash ^= hash >> 16;
    f64::from(hash) / f64::from(u32::MAX)
}

/// The nearest whole number of a value between 0 and 2³²: adding 2⁵² leaves it in the low bits.
pub(super) fn rounded(value: f64) -> u32 {
    let bits = (value + 4_503_599_627_370_496.0).to_bits();
    u32::try_from(bits & 0xffff_ffff).unwrap_or(0)
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

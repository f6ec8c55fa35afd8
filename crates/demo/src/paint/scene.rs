//! The kinds of scenes and the light they stand in.

use rand::{Rng, rngs::SmallRng};
use serde::Deserialize;

use super::{
    bicycles,
    canvas::Canvas,
    colour::{BRICK, CHALK, Colour, INK, ROSE, SLATE, YELLOW, rgb},
    landscape, lanterns, river,
    shape::{Disc, Oval, Point},
    sheds, still, tree, yard,
};
use crate::chance::chance;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    Hills,
    River,
    Tree,
    Path,
    Yard,
    Sheds,
    Bicycles,
    Lanterns,
    Weave,
    Poster,
    Shelf,
    Table,
}

impl Scene {
    pub const ALL: [Self; 12] = [
        Self::Hills,
        Self::River,
        Self::Tree,
        Self::Path,
        Self::Yard,
        Self::Sheds,
        Self::Bicycles,
        Self::Lanterns,
        Self::Weave,
        Self::Poster,
        Self::Shelf,
        Self::Table,
    ];

    /// The seed of the `variant`-th picture of this scene. Variants 0, 4, 8… are at dawn, 1, 5, 9…
    /// in full day, 2, 6, 10… at dusk and 3, 7, 11… at night, for scenes under the sky.
    pub fn seed(self, variant: u32) -> u64 {
        let kind = Self::ALL.into_iter().zip(0_u64..).find(|(scene, _)| *scene == self);
        u64::from(variant) * 12 + kind.map_or(0, |(_, number)| number)
    }

    /// The scene a seed paints.
    pub fn of(seed: u64) -> Self {
        let kinds = Self::ALL.into_iter().zip(0_u64..);
        kinds.into_iter().find(|(_, number)| *number == seed % 12).map_or(Self::Hills, |(scene, _)| scene)
    }

    /// Width and height that suit it, in pixels.
    pub fn size(self) -> (u32, u32) {
        match self {
            Self::Weave | Self::Poster => (1000, 1000),
            _ => (1200, 800),
        }
    }
}

pub(super) fn paint(canvas: &mut Canvas, seed: u64) {
    let mut rng = chance("picture", usize::try_from(seed).unwrap_or(usize::MAX));
    let light = Light::of(seed / 12);
    match Scene::of(seed) {
        Scene::Hills => landscape::hills(canvas, light, &mut rng),
        Scene::River => river::river(canvas, light, &mut rng),
        Scene::Tree => tree::tree(canvas, light, &mut rng),
        Scene::Path => landscape::path(canvas, light, &mut rng),
        Scene::Yard => yard::yard(canvas, light, &mut rng),
        Scene::Sheds => sheds::sheds(canvas, light, &mut rng),
        Scene::Bicycles => bicycles::bicycles(canvas, &mut rng),
        Scene::Lanterns => lanterns::lanterns(canvas, light, &mut rng),
        Scene::Weave => still::weave(canvas, &mut rng),
        Scene::Poster => still::poster(canvas, &mut rng),
        Scene::Shelf => still::shelf(canvas, &mut rng),
        Scene::Table => still::table(canvas, &mut rng),
    }
}

/// The hour of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Light {
    Dawn,
    Day,
    Dusk,
    Night,
}

impl Light {
    fn of(variant: u64) -> Self {
        match variant % 4 {
            0 => Self::Dawn,
            1 => Self::Day,
            2 => Self::Dusk,
            _ => Self::Night,
        }
    }

    pub(super) fn zenith(self) -> Colour {
        match self {
            Self::Dawn => rgb(0xF7, 0xE3, 0xC4),
            Self::Day => rgb(0xB9, 0xD3, 0xE4),
            Self::Dusk => rgb(0x5B, 0x6F, 0x9C),
            Self::Night => rgb(0x16, 0x1F, 0x38),
        }
    }

    pub(super) fn horizon(self) -> Colour {
        match self {
            Self::Dawn => rgb(0xF9, 0xC9, 0x8F),
            Self::Day => rgb(0xF6, 0xF3, 0xE6),
            Self::Dusk => rgb(0xF0, 0xA5, 0x7C),
            Self::Night => rgb(0x3B, 0x54, 0x80),
        }
    }

    /// The colour of things far away and of things near, under this light.
    pub(super) fn far(self) -> Colour {
        match self {
            Self::Dawn => rgb(0xD9, 0xA9, 0x8C),
            Self::Day => rgb(0xA9, 0xC4, 0xBC),
            Self::Dusk => rgb(0x9A, 0x77, 0x8C),
            Self::Night => rgb(0x2D, 0x40, 0x63),
        }
    }

    pub(super) fn near(self) -> Colour {
        match self {
            Self::Dawn => rgb(0x4D, 0x63, 0x4A),
            Self::Day => rgb(0x2C, 0x6B, 0x4F),
            Self::Dusk => rgb(0x2B, 0x3D, 0x4B),
            Self::Night => rgb(0x10, 0x17, 0x27),
        }
    }

    /// A colour as this light shows it.
    pub(super) fn on(self, colour: Colour) -> Colour {
        match self {
            Self::Dawn => colour.mix(rgb(0xF9, 0xC9, 0x8F), 0.16),
            Self::Day => colour,
            Self::Dusk => colour.mix(rgb(0x4A, 0x42, 0x6B), 0.34),
            Self::Night => colour.mix(rgb(0x12, 0x1B, 0x33), 0.68),
        }
    }

    pub(super) fn lamp(self) -> Colour {
        match self {
            Self::Night | Self::Dusk => YELLOW,
            Self::Dawn => rgb(0xFB, 0xE0, 0x9A),
            Self::Day => rgb(0xDD, 0xE8, 0xEC),
        }
    }

    pub(super) fn dark(self) -> bool {
        matches!(self, Self::Night | Self::Dusk)
    }
}

/// The sky, with its sun, or its moon and stars. Gives where the light comes from.
pub(super) fn sky(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) -> Point {
    let (top, low) = (light.zenith(), light.horizon());
    canvas.wash(|point| top.mix(low, point.y * 1.5));
    let aspect = canvas.aspect();
    let x = rng.random_range(0.2..0.8) * aspect;
    let (height, radius, colour) = match light {
        Light::Dawn => (rng.random_range(0.34..0.44), 0.095, rgb(0xFB, 0xD8, 0x7A)),
        Light::Day => (rng.random_range(0.16..0.26), 0.075, YELLOW.mix(CHALK, 0.25)),
        Light::Dusk => (rng.random_range(0.38..0.46), 0.12, BRICK.mix(YELLOW, 0.35)),
        Light::Night => (rng.random_range(0.14..0.26), 0.055, CHALK),
    };
    if light == Light::Night {
        for _ in 0..90 {
            let star = Point::new(rng.random_range(0.0..aspect), rng.random_range(0.0..0.55));
            canvas.glaze(&Disc(star, rng.random_range(0.0012..0.0032)), CHALK, rng.random_range(0.4..1.0));
        }
    }
    let centre = Point::new(x, height);
    canvas.glow(centre, radius * 5.0, colour.mix(CHALK, 0.3), 0.75);
    canvas.paint(&Disc(centre, radius), colour);
    if light == Light::Day || light == Light::Dawn {
        clouds(canvas, rng);
    }
    centre
}

fn clouds(canvas: &mut Canvas, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    for _ in 0..3 {
        let start = Point::new(rng.random_range(0.0..aspect), rng.random_range(0.06..0.3));
        for _ in 0..5 {
            let puff = start.shifted(rng.random_range(-0.12..0.12), rng.random_range(-0.012..0.012));
            canvas.glaze(
                &Oval(puff, rng.random_range(0.05..0.13), rng.random_range(0.012..0.024)),
                CHALK,
                0.5,
            );
        }
    }
}

/// Inks that read well in front of this light.
pub(super) fn cloth(light: Light, rng: &mut SmallRng) -> Colour {
    let inks = [BRICK, YELLOW, INK, ROSE, CHALK, SLATE.mix(INK, 0.4)];
    let ink = inks.get(rng.random_range(0..inks.len())).copied().unwrap_or(BRICK);
    if light == Light::Night { ink.darker(0.15) } else { ink }
}

//! Rolling land: hills with their road, a path with its runners.

use std::f64::consts::TAU;

use rand::{Rng, rngs::SmallRng};

use super::{
    canvas::Canvas,
    colour::{CHALK, Colour, SLATE, WOOD, YELLOW, rgb},
    scene::{Light, cloth, sky},
    shape::{Disc, Oval, Point, Polygon, Stroke, Under},
};

/// A rolling line around `level`.
pub(super) fn ridge(level: f64, swing: f64, rng: &mut SmallRng) -> impl Fn(f64) -> f64 + use<> {
    let waves: Vec<(f64, f64, f64)> = [1.7, 3.3, 6.1, 11.0]
        .into_iter()
        .map(|pace| (pace * rng.random_range(0.8..1.25), rng.random_range(0.0..TAU), swing / pace))
        .collect();
    move |x| level + waves.iter().map(|(pace, shift, height)| (x * pace + shift).sin() * height).sum::<f64>()
}

pub(super) fn land(canvas: &mut Canvas, line: &impl Fn(f64) -> f64, colour: Colour, light: Light) {
    let low = colour.mix(light.near(), 0.25);
    canvas.cover(&Under(line, 0.0), 1.0, |point| colour.mix(low, (point.y - line(point.x)) * 3.0));
}

/// A pale way that widens as it comes near.
fn winding(canvas: &mut Canvas, start: f64, top: f64, colour: Colour, rng: &mut SmallRng) {
    let sway = rng.random_range(0.16..0.26);
    let shift = rng.random_range(0.0..1.0);
    let at = |share: f64| {
        let x = start + (share * 5.2 + shift).sin() * sway * (0.25 + share);
        (Point::new(x, top + (1.06 - top) * share * share), 0.012 + 0.13 * share * share)
    };
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for step in 0..=40 {
        let (centre, half) = at(f64::from(step) / 40.0);
        left.push(centre.shifted(-half, 0.0));
        right.push(centre.shifted(half, 0.0));
    }
    right.reverse();
    left.extend(right);
    canvas.paint(&Polygon(left), colour);
}

fn birds(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let flock = Point::new(rng.random_range(0.15..0.8) * aspect, rng.random_range(0.1..0.26));
    for _ in 0..5 {
        let bird = flock.shifted(rng.random_range(-0.12..0.12), rng.random_range(-0.05..0.05));
        let ink = light.near().mix(light.zenith(), 0.3);
        for side in [-1.0, 1.0] {
            canvas.paint(&Stroke(bird, bird.shifted(side * 0.014, -0.008), 0.0035), ink);
        }
    }
}

pub(super) fn hills(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    sky(canvas, light, rng);
    birds(canvas, light, rng);
    let mut front = 0.0;
    for depth in [0.0, 0.25, 0.5, 0.75] {
        let line = ridge(0.5 + depth * 0.36, 0.17 - depth * 0.08, rng);
        land(canvas, &line, light.far().mix(light.near(), depth), light);
        for _ in 0..14 {
            let x = rng.random_range(0.0..aspect);
            let size = rng.random_range(0.008..0.014) + depth * 0.02;
            let crown = Point::new(x, line(x) - size * 0.6);
            let green = light.far().mix(light.near(), depth + 0.22);
            canvas.paint(&Stroke(crown, crown.shifted(0.0, size * 1.4), size * 0.2), green.darker(0.3));
            canvas.paint(&Oval(crown, size, size * 1.25), green);
        }
        front = line(aspect * 0.5);
    }
    vines(canvas, light, front);
    road(canvas, light, rng);
}

fn vines(canvas: &mut Canvas, light: Light, level: f64) {
    let aspect = canvas.aspect();
    let vanishing = Point::new(aspect * 0.5, level - 0.18);
    for row in -16..=16 {
        let foot = Point::new(aspect * 0.5 + f64::from(row) * 0.16, 1.1);
        let head = vanishing.towards(foot, 0.52);
        if head.y > 0.0 {
            canvas.glaze(&Stroke(head, foot, 0.012), light.near().mix(YELLOW, 0.35), 0.4);
        }
    }
}

fn road(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let start = rng.random_range(0.35..0.65) * aspect;
    winding(canvas, start, 0.74, light.on(CHALK.mix(YELLOW, 0.12)), rng);
}

pub(super) fn path(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    sky(canvas, light, rng);
    birds(canvas, light, rng);
    for depth in [0.1, 0.45] {
        let line = ridge(0.48 + depth * 0.2, 0.12, rng);
        land(canvas, &line, light.far().mix(light.near(), depth), light);
    }
    let meadow = ridge(0.66, 0.05, rng);
    land(canvas, &meadow, light.far().mix(light.near(), 0.7).mix(YELLOW, 0.1), light);
    winding(canvas, aspect * 0.52, 0.655, light.on(CHALK.mix(YELLOW, 0.2)), rng);
    for (x, y, size) in [(0.12, 0.7, 0.1), (0.2, 0.68, 0.07), (0.86, 0.72, 0.13), (0.95, 0.7, 0.09)] {
        let crown = Point::new(aspect * x, y - size);
        canvas.paint(&Stroke(crown, crown.shifted(0.0, size * 1.5), size * 0.16), light.on(WOOD.darker(0.3)));
        canvas.paint(&Disc(crown, size), light.near().mix(light.far(), 0.22));
        canvas.glaze(&Disc(crown.shifted(-size * 0.28, -size * 0.3), size * 0.6), light.horizon(), 0.16);
    }
    for (x, y, size) in [(0.46, 0.8, 0.1), (0.53, 0.835, 0.12), (0.6, 0.87, 0.14)] {
        runner(canvas, Point::new(aspect * x, y), size, light.on(cloth(Light::Day, rng)), light, rng);
    }
}

fn runner(canvas: &mut Canvas, foot: Point, size: f64, shirt: Colour, light: Light, rng: &mut SmallRng) {
    let hip = foot.shifted(0.0, -size * 0.48);
    let neck = hip.shifted(size * 0.1, -size * 0.36);
    let skins = [rgb(0x6B, 0x45, 0x32), rgb(0xA8, 0x72, 0x50), rgb(0xE0, 0xB0, 0x92)];
    let skin = light.on(skins.get(rng.random_range(0..skins.len())).copied().unwrap_or(WOOD));
    let limb = size * 0.085;
    canvas.glaze(&Oval(foot.shifted(0.0, 0.004), size * 0.4, size * 0.05), SLATE, 0.3);
    let knee = hip.shifted(size * 0.2, size * 0.16);
    let back = hip.shifted(-size * 0.05, size * 0.24);
    for (from, to) in [
        (hip, knee),
        (knee, foot.shifted(size * 0.14, 0.0)),
        (hip, back),
        (back, foot.shifted(-size * 0.3, -size * 0.14)),
    ] {
        canvas.paint(&Stroke(from, to, limb), light.on(SLATE));
    }
    let elbow = neck.shifted(-size * 0.18, size * 0.18);
    let other = neck.shifted(size * 0.14, size * 0.2);
    for (from, to) in [
        (neck, elbow),
        (elbow, elbow.shifted(size * 0.13, size * 0.08)),
        (neck, other),
        (other, other.shifted(size * 0.14, -size * 0.1)),
    ] {
        canvas.paint(&Stroke(from, to, limb * 0.8), skin);
    }
    canvas.paint(&Stroke(hip, neck, size * 0.19), shirt);
    canvas.paint(&Disc(neck.shifted(size * 0.06, -size * 0.17), size * 0.105), skin);
}

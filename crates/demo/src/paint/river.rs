//! A river, its bridge or its barge.

use rand::{Rng, rngs::SmallRng};

use super::landscape::{land, ridge};
use super::{
    canvas::Canvas,
    colour::{BRICK, CHALK, SLATE, WOOD, YELLOW},
    scene::{Light, cloth, sky},
    shape::{Disc, Oval, Point, Polygon, Slab, Stroke, Without},
};

pub(super) fn river(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let sun = sky(canvas, light, rng);
    let hills = ridge(0.46, 0.1, rng);
    land(canvas, &hills, light.far(), light);
    let quay = 0.58;
    houses(canvas, light, quay, rng);
    poplars(canvas, light, quay, rng);
    water(canvas, light, sun, quay, rng);
    if light == Light::Day {
        barge(canvas, light, rng);
    } else {
        bridge(canvas, light, quay);
    }
    let bank = ridge(0.95, 0.05, rng);
    land(canvas, &bank, light.near(), light);
    for _ in 0..60 {
        let x = rng.random_range(0.0..aspect);
        let foot = Point::new(x, bank(x) + 0.02);
        let tip = foot.shifted(rng.random_range(-0.02..0.02), -rng.random_range(0.04..0.13));
        canvas.paint(&Stroke(foot, tip, 0.004), light.near().mix(light.horizon(), 0.14));
    }
}

fn houses(canvas: &mut Canvas, light: Light, quay: f64, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let mut left = rng.random_range(-0.05..0.1) * aspect;
    while left < aspect * 0.55 {
        let width = rng.random_range(0.06..0.11);
        let top = quay - rng.random_range(0.07..0.17);
        let wall = light.on(cloth(Light::Day, rng).mix(CHALK, 0.55)).mix(light.far(), 0.35);
        canvas.paint(&Slab::between(left, top, left + width, quay), wall);
        let roof = vec![
            Point::new(left - 0.006, top),
            Point::new(left + width / 2.0, top - 0.035),
            Point::new(left + width + 0.006, top),
        ];
        canvas.paint(&Polygon(roof), light.on(BRICK).mix(light.far(), 0.3));
        for column in [0.28, 0.68] {
            for row in [0.022, 0.06, 0.098] {
                let pane = Point::new(left + width * column, top + row);
                if pane.y < quay - 0.02 {
                    let lit = rng.random_bool(0.45);
                    let glass = if lit { light.lamp() } else { wall.darker(0.35) };
                    canvas.paint(&Slab(pane, 0.006, 0.009, 0.001), glass);
                }
            }
        }
        left += width + rng.random_range(0.0..0.02);
    }
}

fn poplars(canvas: &mut Canvas, light: Light, quay: f64, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let mut x = aspect * 0.6;
    while x < aspect + 0.05 {
        let height = rng.random_range(0.09..0.16);
        let green = light.far().mix(light.near(), rng.random_range(0.45..0.75));
        canvas.paint(&Oval(Point::new(x, quay - height), 0.022, height), green);
        canvas.glaze(
            &Oval(Point::new(x + 0.006, quay - height * 1.05), 0.011, height * 0.8),
            light.horizon(),
            0.14,
        );
        x += rng.random_range(0.05..0.08);
    }
}

fn water(canvas: &mut Canvas, light: Light, sun: Point, quay: f64, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let (far, near) = (light.horizon().mix(light.zenith(), 0.35), light.zenith().mix(light.near(), 0.45));
    canvas.cover(&Slab::between(-0.1, quay, aspect + 0.1, 1.1), 1.0, |point| {
        far.mix(near, (point.y - quay) * 2.1)
    });
    canvas.paint(&Slab::between(-0.1, quay - 0.006, aspect + 0.1, quay + 0.008), light.on(WOOD).darker(0.2));
    for _ in 0..190 {
        let depth: f64 = rng.random_range(0.0..1.0);
        let y = quay + 0.02 + depth * 0.38;
        let half = rng.random_range(0.01..0.05) * (0.5 + depth);
        let gleam = rng.random_bool(0.4);
        let x = if gleam {
            sun.x + rng.random_range(-0.09..0.09) * (0.6 + depth)
        } else {
            rng.random_range(0.0..aspect)
        };
        let colour =
            if gleam { light.horizon().mix(YELLOW.lighter(0.4), 0.6) } else { near.mix(light.zenith(), 0.6) };
        let strength = if gleam { 0.75 } else { 0.35 };
        canvas.glaze(
            &Stroke(Point::new(x - half, y), Point::new(x + half, y), 0.0035 + depth * 0.003),
            colour,
            strength,
        );
    }
}

fn bridge(canvas: &mut Canvas, light: Light, quay: f64) {
    let aspect = canvas.aspect();
    let stone = light.on(CHALK.mix(WOOD, 0.34)).mix(light.near(), if light.dark() { 0.45 } else { 0.12 });
    let deck = Slab::between(-0.1, quay - 0.035, aspect + 0.1, quay + 0.15);
    let (span, foot) = (aspect * 0.21, quay + 0.16);
    let arches = [0.25, 0.75].map(|share| Oval(Point::new(aspect * share, foot), span, 0.155));
    let [first, second] = arches;
    canvas.paint(&Without(Without(deck, first), second), stone);
    canvas.paint(&Slab::between(-0.1, quay - 0.047, aspect + 0.1, quay - 0.03), stone.darker(0.22));
    for lamp in 1..8 {
        let foot = Point::new(aspect * f64::from(lamp) / 8.0, quay - 0.045);
        let head = foot.shifted(0.0, -0.06);
        canvas.paint(&Stroke(foot, head, 0.004), stone.darker(0.5));
        if light.dark() {
            canvas.glow(head, 0.06, YELLOW, 0.8);
        }
        canvas.paint(&Disc(head, 0.008), light.lamp());
    }
}

fn barge(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let bow = Point::new(rng.random_range(0.2..0.4) * aspect, 0.72);
    let hull = [(0.0, 0.0), (0.5, 0.0), (0.47, 0.055), (0.05, 0.055)];
    let corners = hull.into_iter().map(|(x, y)| bow.shifted(x, y)).collect();
    canvas.glaze(&Oval(bow.shifted(0.25, 0.062), 0.27, 0.014), SLATE, 0.35);
    canvas.paint(&Polygon(corners), light.on(BRICK));
    canvas.paint(&Stroke(bow.shifted(0.01, 0.006), bow.shifted(0.49, 0.006), 0.01), light.on(CHALK));
    canvas.paint(&Slab::between(bow.x + 0.36, bow.y - 0.06, bow.x + 0.46, bow.y), light.on(CHALK));
    for pane in [0.385, 0.415, 0.442] {
        canvas.paint(&Slab(bow.shifted(pane, -0.034), 0.009, 0.012, 0.002), SLATE);
    }
    for crate_ in 0..5 {
        let left = bow.x + 0.05 + f64::from(crate_) * 0.058;
        let height = rng.random_range(0.018..0.04);
        canvas.paint(&Slab::between(left, bow.y - height, left + 0.052, bow.y), light.on(cloth(light, rng)));
    }
}

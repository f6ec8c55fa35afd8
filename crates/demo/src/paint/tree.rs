//! The chestnut tree and its bench.

use std::f64::consts::TAU;

use rand::{Rng, rngs::SmallRng};

use super::landscape::{land, ridge};
use super::{
    canvas::Canvas,
    colour::{BRICK, CHALK, CHESTNUT, Colour, SLATE, WOOD, YELLOW, rgb},
    scene::{Light, sky},
    shape::{Disc, Oval, Point, Polygon, Stroke},
};

pub(super) fn tree(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    sky(canvas, light, rng);
    let ground = ridge(0.78, 0.03, rng);
    let back = ridge(0.66, 0.06, rng);
    land(canvas, &back, light.far(), light);
    land(canvas, &ground, light.on(CHALK.mix(YELLOW, 0.22)).mix(light.far(), 0.2), light);
    let foot = Point::new(aspect * rng.random_range(0.42..0.58), 0.86);
    canvas.glaze(&Oval(foot.shifted(0.05, 0.02), 0.46, 0.06), light.near().darker(0.4), 0.35);
    trunk(canvas, light, foot);
    let golden = rng.random_bool(0.45);
    crown(canvas, light, foot.shifted(0.0, -0.47), golden, rng);
    for _ in 0..26 {
        let spot = foot.shifted(rng.random_range(-0.62..0.62), rng.random_range(-0.03..0.11));
        if rng.random_bool(0.5) {
            canvas.paint(&Disc(spot, 0.0095), light.on(rgb(0x6B, 0x35, 0x20)));
            canvas.paint(&Disc(spot.shifted(-0.003, -0.003), 0.0028), light.on(CHALK));
        } else {
            canvas.paint(&Oval(spot, 0.016, 0.007), light.on(leaf(golden, rng)));
        }
    }
    bench(canvas, light, foot.shifted(if rng.random_bool(0.5) { 0.3 } else { -0.5 }, 0.03));
}

fn leaf(golden: bool, rng: &mut SmallRng) -> Colour {
    let tone = rng.random_range(0.0..1.0);
    if golden {
        rgb(0xA8, 0x5B, 0x2C).mix(YELLOW, tone)
    } else {
        CHESTNUT.darker(0.25).mix(rgb(0x7F, 0xB0, 0x5F), tone)
    }
}

fn trunk(canvas: &mut Canvas, light: Light, foot: Point) {
    let bark = light.on(WOOD.darker(0.35));
    let sides = [(-0.075, 0.0), (-0.04, -0.1), (-0.032, -0.34), (0.032, -0.34), (0.042, -0.1), (0.085, 0.0)];
    canvas.paint(&Polygon(sides.into_iter().map(|(x, y)| foot.shifted(x, y)).collect()), bark);
    let fork = foot.shifted(0.0, -0.3);
    for (x, y) in [(-0.22, -0.2), (-0.1, -0.27), (0.12, -0.26), (0.24, -0.18)] {
        canvas.paint(&Stroke(fork, fork.shifted(x, y), 0.034), bark);
    }
    canvas.glaze(
        &Stroke(foot.shifted(-0.022, -0.02), foot.shifted(-0.014, -0.32), 0.012),
        light.on(CHALK),
        0.14,
    );
}

fn crown(canvas: &mut Canvas, light: Light, heart: Point, golden: bool, rng: &mut SmallRng) {
    let mut leaves: Vec<(Point, f64, f64)> = (0..420)
        .map(|_| {
            let angle: f64 = rng.random_range(0.0..TAU);
            let reach = rng.random_range(0.0_f64..1.0).sqrt();
            let at = Point::new(heart.x + angle.cos() * reach * 0.44, heart.y + angle.sin() * reach * 0.3);
            (at, rng.random_range(0.026..0.058), reach)
        })
        .collect();
    leaves.sort_by(|a, b| b.2.total_cmp(&a.2));
    for (at, size, _) in leaves {
        // Lit from above and from the left, with a little chance.
        let lit = 0.5 - (at.y - heart.y) * 1.25 - (at.x - heart.x) * 0.5;
        let tone = leaf(golden, rng);
        let shade =
            if lit > 0.5 { tone.lighter((lit - 0.5) * 0.45) } else { tone.darker((0.5 - lit) * 0.75) };
        canvas.paint(&Oval(at, size, size * 0.72), light.on(shade));
    }
}

fn bench(canvas: &mut Canvas, light: Light, left: Point) {
    let plank = light.on(BRICK);
    for height in [0.0, -0.035, -0.062] {
        let y = if height == 0.0 { 0.0 } else { height - 0.012 };
        canvas.paint(&Stroke(left.shifted(0.0, y), left.shifted(0.22, y), 0.014), plank);
    }
    for x in [0.02, 0.2] {
        canvas.paint(&Stroke(left.shifted(x, -0.08), left.shifted(x, 0.055), 0.009), light.on(SLATE));
    }
}

//! Out of doors: hills, river, tree, path.

use std::f64::consts::TAU;

use rand::{Rng, rngs::SmallRng};

use super::{
    canvas::Canvas,
    colour::{BRICK, CHALK, CHESTNUT, Colour, SLATE, WOOD, YELLOW, rgb},
    scene::{Light, cloth, sky},
    shape::{Disc, Oval, Point, Polygon, Slab, Stroke, Under, Without},
};

/// A rolling line around `level`.
fn ridge(level: f64, swing: f64, rng: &mut SmallRng) -> impl Fn(f64) -> f64 + use<> {
    let waves: Vec<(f64, f64, f64)> = [1.7, 3.3, 6.1, 11.0]
        .into_iter()
        .map(|pace| (pace * rng.random_range(0.8..1.25), rng.random_range(0.0..TAU), swing / pace))
        .collect();
    move |x| level + waves.iter().map(|(pace, shift, height)| (x * pace + shift).sin() * height).sum::<f64>()
}

fn land(canvas: &mut Canvas, line: &impl Fn(f64) -> f64, colour: Colour, light: Light) {
    let low = colour.mix(light.near(), 0.25);
    canvas.cover(&Under(line, 0.0), 1.0, |point| colour.mix(low, (point.y - line(point.x)) * 3.0));
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

//! The covered yard.

use rand::{Rng, rngs::SmallRng};

use super::{
    canvas::Canvas,
    colour::{BRICK, CHALK, CHESTNUT, INK, LINE, ROSE, SLATE, WOOD, YELLOW, rgb},
    scene::{Light, cloth, sky},
    shape::{Both, Disc, Oval, Point, Polygon, Ring, Slab, Stroke},
};

pub(super) fn yard(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    sky(canvas, light, rng);
    let ground = 0.7;
    school(canvas, light, ground, rng);
    let floor = light.on(CHALK.mix(YELLOW, 0.14)).mix(light.far(), 0.12);
    canvas.cover(&Slab::between(-0.1, ground, aspect + 0.1, 1.1), 1.0, |point| {
        floor.mix(light.near(), (point.y - ground) * 0.35)
    });
    roof(canvas, light, ground, rng);
    hopscotch(canvas, light, aspect * 0.74);
    let ball = Point::new(aspect * rng.random_range(0.5..0.66), 0.9);
    canvas.glaze(&Oval(ball.shifted(0.02, 0.036), 0.05, 0.011), SLATE, 0.35);
    canvas.paint(&Disc(ball, 0.038), light.on(BRICK));
    canvas.paint(&Both(Disc(ball, 0.038), Ring(ball.shifted(-0.05, 0.0), 0.05, 0.009)), light.on(CHALK));
    canvas.paint(&Both(Disc(ball, 0.038), Ring(ball.shifted(0.05, 0.0), 0.05, 0.009)), light.on(CHALK));
}

fn school(canvas: &mut Canvas, light: Light, ground: f64, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let wall = light.on(ROSE.mix(CHALK, 0.5));
    canvas.paint(&Slab::between(aspect * 0.5, 0.3, aspect + 0.1, ground), wall);
    let slope = [(0.47, 0.3), (0.56, 0.17), (1.1, 0.17), (1.1, 0.3)];
    canvas.paint(&Polygon(slope.map(|(x, y)| Point::new(x * aspect, y)).to_vec()), light.on(BRICK));
    for column in 0..4 {
        let centre = Point::new(aspect * (0.57 + f64::from(column) * 0.125), 0.47);
        let lit = light.dark() && rng.random_bool(0.6);
        let glass = if lit { YELLOW } else { light.on(rgb(0x9F, 0xBC, 0xCB)) };
        canvas.paint(&Slab(centre, 0.052, 0.085, 0.006), light.on(CHALK));
        canvas.paint(&Slab(centre, 0.044, 0.077, 0.003), glass);
        for bar in [
            Stroke(centre.shifted(0.0, -0.08), centre.shifted(0.0, 0.08), 0.007),
            Stroke(centre.shifted(-0.045, 0.0), centre.shifted(0.045, 0.0), 0.007),
        ] {
            canvas.paint(&bar, light.on(CHALK));
        }
    }
    for _ in 0..150 {
        let x = aspect * rng.random_range(0.86..1.05);
        let at = Point::new(x, rng.random_range(0.3..0.62));
        canvas.paint(
            &Oval(at, 0.035, 0.026),
            light.on(CHESTNUT.mix(rgb(0x8F, 0xB8, 0x6A), rng.random_range(0.0..0.6))),
        );
    }
}

fn roof(canvas: &mut Canvas, light: Light, ground: f64, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let (left, right, eave) = (aspect * 0.04, aspect * 0.6, 0.4);
    canvas.paint(&Slab::between(left + 0.02, eave, right - 0.02, ground), light.on(LINE).darker(0.22));
    canvas.glaze(&Slab::between(left + 0.02, eave, right - 0.02, eave + 0.1), SLATE, 0.3);
    canvas.glaze(
        &Polygon(
            [(left, ground), (right, ground), (right + 0.14, 0.8), (left + 0.05, 0.8)]
                .map(|(x, y)| Point::new(x, y))
                .to_vec(),
        ),
        SLATE,
        0.24,
    );
    pegs(canvas, light, left, right, rng);
    table(canvas, light, (left + right) / 2.0);
    for post in 0..5 {
        let x = left + 0.035 + (right - left - 0.07) * f64::from(post) / 4.0;
        let top = Point::new(x, eave);
        canvas.paint(&Stroke(top, Point::new(x, ground + 0.045), 0.019), light.on(WOOD));
        for side in [-1.0, 1.0] {
            canvas.paint(
                &Stroke(top.shifted(0.0, 0.085), top.shifted(side * 0.065, 0.005), 0.012),
                light.on(WOOD),
            );
        }
    }
    let slope = [
        (left - 0.05, eave + 0.012),
        (left + 0.05, 0.22),
        (right - 0.05, 0.22),
        (right + 0.05, eave + 0.012),
    ];
    canvas.paint(&Polygon(slope.map(|(x, y)| Point::new(x, y)).to_vec()), light.on(BRICK));
    for row in 1..7 {
        let share = f64::from(row) / 7.0;
        let y = 0.22 + (eave - 0.21) * share;
        let out = 0.05 - 0.1 * share;
        let ends = (Point::new(left + out, y), Point::new(right - out, y));
        canvas.glaze(&Stroke(ends.0, ends.1, 0.005), SLATE, 0.22);
        let mut x = left + out + if row % 2 == 0 { 0.02 } else { 0.04 };
        while x < right - out {
            canvas.glaze(&Stroke(Point::new(x, y), Point::new(x, y + 0.02), 0.0032), SLATE, 0.2);
            x += 0.04;
        }
    }
    canvas.paint(
        &Stroke(Point::new(left - 0.05, eave + 0.012), Point::new(right + 0.05, eave + 0.012), 0.014),
        light.on(BRICK).darker(0.35),
    );
}

fn pegs(canvas: &mut Canvas, light: Light, left: f64, right: f64, rng: &mut SmallRng) {
    let mut x = left + 0.11;
    while x < right - 0.09 {
        let hook = Point::new(x, 0.5);
        let coat = light.on(cloth(Light::Day, rng)).darker(0.12);
        if rng.random_bool(0.7) {
            let cut =
                [(-0.006, 0.0), (0.006, 0.0), (0.026, 0.03), (0.03, 0.12), (-0.03, 0.12), (-0.026, 0.03)];
            canvas.paint(&Polygon(cut.map(|(dx, dy)| hook.shifted(dx, dy)).to_vec()), coat);
        }
        canvas.paint(&Disc(hook, 0.006), light.on(SLATE));
        x += 0.075;
    }
}

fn table(canvas: &mut Canvas, light: Light, x: f64) {
    let top = Point::new(x, 0.675);
    for leg in [-0.16, 0.16] {
        canvas.paint(
            &Stroke(top.shifted(leg, 0.0), top.shifted(leg * 1.1, 0.09), 0.012),
            light.on(WOOD).darker(0.3),
        );
    }
    canvas.paint(&Slab(top, 0.2, 0.016, 0.006), light.on(CHALK));
    for (dx, colour) in [(-0.13, BRICK), (-0.05, INK), (0.06, YELLOW), (0.14, CHESTNUT)] {
        canvas.paint(&Slab(top.shifted(dx, -0.033), 0.014, 0.018, 0.004), light.on(colour));
    }
}

fn hopscotch(canvas: &mut Canvas, light: Light, x: f64) {
    let chalk = light.on(CHALK).mix(YELLOW, 0.1);
    for (row, pair) in [false, false, true, false, true].into_iter().enumerate() {
        let step = f64::from(u32::try_from(row).unwrap_or(0));
        let (y, size) = (0.95 - step * 0.046, 0.042 - step * 0.004);
        let columns: &[f64] = if pair { &[-1.0, 1.0] } else { &[0.0] };
        for side in columns {
            let centre = Point::new(x - step * 0.012 + side * size, y);
            let ends = [(-size, -0.021), (size, -0.021), (size, 0.021), (-size, 0.021)]
                .map(|(dx, dy)| centre.shifted(dx, dy));
            for (from, to) in ends.iter().zip(ends.iter().cycle().skip(1)) {
                canvas.glaze(&Stroke(*from, *to, 0.005), chalk, 0.95);
            }
        }
    }
}

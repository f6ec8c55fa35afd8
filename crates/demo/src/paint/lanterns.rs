//! An evening of bunting and lanterns.

use rand::{Rng, rngs::SmallRng};

use super::{
    canvas::Canvas,
    colour::{BRICK, CHALK, ROSE, SLATE, WOOD, YELLOW},
    scene::{Light, cloth, sky},
    shape::{Disc, Oval, Point, Polygon, Slab, Stroke},
};

pub(super) fn lanterns(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    sky(canvas, light, rng);
    skyline(canvas, light, rng);
    for string in 0..4 {
        let step = f64::from(string);
        let left = Point::new(-0.05, 0.06 + step * 0.12 + rng.random_range(-0.03..0.03));
        let right = Point::new(aspect + 0.05, 0.04 + step * 0.13 + rng.random_range(-0.04..0.06));
        let sag = rng.random_range(0.1..0.17);
        let at = |share: f64| left.towards(right, share).shifted(0.0, 4.0 * sag * share * (1.0 - share));
        for piece in 0..48 {
            let share = f64::from(piece) / 48.0;
            canvas.paint(
                &Stroke(at(share), at(share + 1.0 / 48.0), 0.0032),
                light.near().mix(light.zenith(), 0.25),
            );
        }
        let many = 9 + string;
        for number in 0..many {
            let hook = at((f64::from(number) + 0.5) / f64::from(many));
            if string % 2 == 0 && light.dark() || string == 2 {
                lantern(canvas, light, hook, rng);
            } else {
                let flag =
                    [hook.shifted(-0.032, 0.0), hook.shifted(0.032, 0.003), hook.shifted(0.003, 0.068)];
                canvas.paint(&Polygon(flag.to_vec()), cloth(light, rng));
            }
        }
    }
}

fn lantern(canvas: &mut Canvas, light: Light, hook: Point, rng: &mut SmallRng) {
    let heart = hook.shifted(0.0, 0.055);
    let paper = [YELLOW, ROSE, BRICK.lighter(0.15), CHALK.mix(YELLOW, 0.3)];
    let colour = paper.get(rng.random_range(0..paper.len())).copied().unwrap_or(YELLOW);
    if light.dark() {
        canvas.glow(heart, 0.15, colour.mix(YELLOW, 0.5), 0.6);
    }
    canvas.paint(&Stroke(hook, heart, 0.003), SLATE);
    canvas.cover(&Oval(heart, 0.036, 0.041), 1.0, |point| {
        colour
            .mix(CHALK, 0.55 - heart.to(point) * 14.0)
            .mix(BRICK, (heart.to(point) * 10.0 - 0.15).clamp(0.0, 0.4))
    });
    for y in [-0.02, 0.0, 0.02] {
        canvas.glaze(&Stroke(heart.shifted(-0.033, y), heart.shifted(0.033, y), 0.002), WOOD, 0.35);
    }
    canvas.paint(&Slab(heart.shifted(0.0, -0.04), 0.014, 0.005, 0.002), SLATE);
}

fn skyline(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let mut left = -0.05;
    while left < aspect {
        let width = rng.random_range(0.13..0.26);
        let top = rng.random_range(0.66..0.8);
        let wall = light.far().mix(light.near(), rng.random_range(0.35..0.75));
        let house = [
            (left, 1.0),
            (left, top),
            (left + width / 2.0, top - 0.07),
            (left + width, top),
            (left + width, 1.0),
        ];
        canvas.paint(&Polygon(house.map(|(x, y)| Point::new(x, y)).to_vec()), wall);
        for column in [0.3, 0.7] {
            let pane = Point::new(left + width * column, top + 0.06);
            let lit = rng.random_bool(0.55);
            canvas
                .paint(&Slab(pane, 0.016, 0.024, 0.002), if lit { light.lamp() } else { wall.darker(0.35) });
        }
        left += width;
    }
    canvas.paint(&Slab::between(-0.1, 0.9, aspect + 0.1, 1.1), light.near());
    let mut x = 0.12;
    while x < aspect - 0.05 {
        canvas.paint(&Stroke(Point::new(x - 0.1, 0.9), Point::new(x + 0.1, 0.9), 0.014), light.on(CHALK));
        for guest in [-0.08, 0.0, 0.08] {
            let seat = Point::new(x + guest, 0.875);
            canvas.paint(
                &Slab(seat.shifted(0.0, -0.004), 0.019, 0.03, 0.015),
                light.on(cloth(Light::Day, rng)),
            );
            canvas.paint(
                &Disc(seat.shifted(0.0, -0.05), 0.0165),
                light.on(WOOD.lighter(rng.random_range(0.0..0.5))),
            );
        }
        x += rng.random_range(0.28..0.36);
    }
}

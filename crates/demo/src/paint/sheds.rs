//! Workshops under saw-tooth roofs.

use rand::{Rng, rngs::SmallRng};

use super::{
    canvas::Canvas,
    colour::{BRICK, CHALK, Colour, ROSE, YELLOW, rgb},
    scene::{Light, sky},
    shape::{Disc, Oval, Point, Polygon, Slab, Stroke},
};

pub(super) fn sheds(canvas: &mut Canvas, light: Light, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    sky(canvas, light, rng);
    for (layer, top, tall) in [(0.0, 0.44, 0.15), (1.0, 0.6, 0.2)] {
        let wide = 0.27 + layer * 0.1;
        let mut left = -rng.random_range(0.02..0.2);
        let body = light.far().mix(light.on(if layer > 0.0 { BRICK } else { ROSE }), 0.35 + layer * 0.5);
        if layer > 0.0 {
            chimney(canvas, light, Point::new(aspect * rng.random_range(0.66..0.86), top), rng);
        }
        while left < aspect {
            let teeth = [
                (left, top),
                (left, top - tall),
                (left + wide, top),
                (left + wide, top + 0.01),
                (left, top + 0.01),
            ];
            canvas.paint(&Polygon(teeth.map(|(x, y)| Point::new(x, y)).to_vec()), body.darker(0.14));
            let glass = [
                (left + 0.012, top - 0.01),
                (left + 0.012, top - tall * 0.84),
                (left + wide * 0.4, top - tall * 0.5),
                (left + wide * 0.4, top - 0.01),
            ];
            let pane = if rng.random_bool(0.5) { light.lamp() } else { light.on(rgb(0x9F, 0xBC, 0xCB)) };
            canvas.paint(&Polygon(glass.map(|(x, y)| Point::new(x, y)).to_vec()), pane);
            for bar in 1..4 {
                let x = left + 0.012 + (wide * 0.4 - 0.012) * f64::from(bar) / 4.0;
                canvas.paint(
                    &Stroke(Point::new(x, top - tall * 0.78), Point::new(x, top), 0.005),
                    body.darker(0.4),
                );
            }
            canvas.paint(
                &Stroke(Point::new(left, top - tall), Point::new(left + wide, top), 0.012),
                body.lighter(0.25),
            );
            left += wide;
        }
        canvas.paint(&Slab::between(-0.1, top, aspect + 0.1, 1.1), body);
        windows(canvas, light, top, body, rng);
    }
    canvas.paint(&Slab::between(-0.1, 0.9, aspect + 0.1, 1.1), light.near().mix(light.far(), 0.25));
    for step in 0..9 {
        let x = aspect * (f64::from(step) + 0.5) / 9.0 + rng.random_range(-0.03..0.03);
        for _ in 0..6 {
            let at = Point::new(x + rng.random_range(-0.05..0.05), 0.9 + rng.random_range(-0.03..0.02));
            canvas.paint(&Oval(at, 0.045, 0.035), light.near().mix(light.far(), rng.random_range(0.0..0.3)));
        }
    }
}

fn windows(canvas: &mut Canvas, light: Light, top: f64, wall: Colour, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let mut x = 0.05;
    while x < aspect {
        let centre = Point::new(x, top + 0.15);
        let lit = rng.random_bool(if light.dark() { 0.6 } else { 0.3 });
        let glass = if lit { light.lamp() } else { wall.darker(0.4) };
        canvas.paint(&Slab(centre, 0.036, 0.062, 0.004), wall.lighter(0.4));
        canvas.paint(&Slab(centre, 0.03, 0.056, 0.002), glass);
        canvas.paint(
            &Stroke(centre.shifted(0.0, -0.056), centre.shifted(0.0, 0.056), 0.005),
            wall.lighter(0.4),
        );
        if lit && light.dark() {
            canvas.glow(centre, 0.11, YELLOW, 0.35);
        }
        x += 0.125;
    }
}

fn chimney(canvas: &mut Canvas, light: Light, foot: Point, rng: &mut SmallRng) {
    let brick = light.on(BRICK).mix(light.far(), 0.25);
    let sides = [(-0.028, 0.02), (-0.018, -0.36), (0.018, -0.36), (0.028, 0.02)];
    canvas.paint(&Polygon(sides.map(|(x, y)| foot.shifted(x, y)).to_vec()), brick);
    canvas.paint(&Slab(foot.shifted(0.0, -0.36), 0.026, 0.012, 0.003), brick.darker(0.25));
    for puff in 0..7 {
        let step = f64::from(puff);
        let at = foot.shifted(0.02 + step * 0.035 + rng.random_range(-0.01..0.01), -0.4 - step * 0.022);
        canvas.glaze(&Disc(at, 0.018 + step * 0.008), CHALK, 0.34 - step * 0.035);
    }
}

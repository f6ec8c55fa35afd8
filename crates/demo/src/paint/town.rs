//! Built things: the yard and its roof, workshop sheds, bicycles by a wall, lanterns at a feast.

use rand::{Rng, rngs::SmallRng};

use super::{
    canvas::{Canvas, noise, rounded},
    colour::{BRICK, CHALK, CHESTNUT, Colour, INK, LINE, ROSE, SLATE, WOOD, YELLOW, rgb},
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

pub(super) fn bicycles(canvas: &mut Canvas, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let painted = rng.random_bool(0.5);
    let wall = if painted { CHALK.mix(ROSE, 0.22) } else { BRICK.mix(ROSE, 0.42) };
    bricks(canvas, wall, rng);
    canvas.cover(&Slab::between(-0.1, 0.8, aspect + 0.1, 1.1), 1.0, |point| {
        LINE.mix(WOOD, 0.12).mix(SLATE, (point.y - 0.8) * 0.5)
    });
    let window = Point::new(aspect * rng.random_range(0.2..0.8), 0.22);
    canvas.paint(&Slab(window, 0.15, 0.15, 0.008), CHALK);
    canvas.paint(&Slab(window, 0.135, 0.135, 0.004), rgb(0x8F, 0xB0, 0xC4));
    canvas.glaze(
        &Polygon(vec![
            window.shifted(-0.13, 0.13),
            window.shifted(0.02, -0.13),
            window.shifted(0.09, -0.13),
            window.shifted(-0.06, 0.13),
        ]),
        CHALK,
        0.4,
    );
    canvas.paint(&Stroke(window.shifted(0.0, -0.14), window.shifted(0.0, 0.14), 0.012), CHALK);
    let frames = [INK, CHESTNUT, YELLOW, SLATE, BRICK.darker(0.2)];
    let two = rng.random_bool(0.55);
    let spots: &[f64] = if two { &[0.27, 0.72] } else { &[0.5] };
    for spot in spots {
        let colour = frames.get(rng.random_range(0..frames.len())).copied().unwrap_or(INK);
        let size = if two { 0.2 } else { 0.25 };
        bicycle(canvas, Point::new(aspect * spot, 0.86), size, colour, rng.random_bool(0.7));
    }
}

fn bricks(canvas: &mut Canvas, wall: Colour, rng: &mut SmallRng) {
    let salt = rng.random_range(0..9999_u32);
    let joint = wall.lighter(0.3);
    canvas.wash(|point| {
        let row = (point.y / 0.042).floor();
        let shift = if rounded(row).is_multiple_of(2) { 0.0 } else { 0.055 };
        let column = ((point.x + shift) / 0.11).floor();
        let (x, y) = ((point.x + shift) / 0.11 - column, point.y / 0.042 - row);
        let tone = noise(rounded(row * 97.0 + column + 50.0) + salt);
        let face = wall.mix(SLATE, tone * 0.1).mix(CHALK, (1.0 - tone) * 0.08);
        let edge = x.min(1.0 - x) * 0.11;
        let gap = edge.min(y.min(1.0 - y) * 0.042);
        joint.mix(face, ((gap - 0.0016) * 900.0).clamp(0.0, 1.0))
    });
}

/// A bicycle whose wheels stand on `ground`; `size` is from hub to hub, halved.
fn bicycle(canvas: &mut Canvas, ground: Point, size: f64, colour: Colour, basket: bool) {
    let radius = size * 0.72;
    let rear = ground.shifted(-size, -radius);
    let front = ground.shifted(size, -radius);
    canvas.glaze(&Oval(ground.shifted(0.03, 0.012), size * 1.75, 0.022), SLATE, 0.32);
    for hub in [rear, front] {
        for spoke in 0..18 {
            let angle = f64::from(spoke) * 0.349;
            canvas.glaze(&Stroke(hub, hub.polar(angle, radius), 0.0016), SLATE, 0.55);
        }
        canvas.paint(&Ring(hub, radius, 0.016), SLATE);
        canvas.paint(&Ring(hub, radius - 0.013, 0.006), LINE);
        canvas.paint(&Disc(hub, 0.012), SLATE);
    }
    let crank = ground.shifted(-size * 0.12, -radius * 0.86);
    let seat = ground.shifted(-size * 0.4, -radius * 2.05);
    let head = ground.shifted(size * 0.64, -radius * 2.0);
    for (from, to) in [(rear, crank), (rear, seat), (crank, seat), (seat, head), (crank, head), (head, front)]
    {
        canvas.paint(&Stroke(from, to, size * 0.075), colour);
    }
    let post = seat.shifted(-size * 0.05, -radius * 0.2);
    canvas.paint(&Stroke(seat, post, size * 0.05), LINE.darker(0.3));
    canvas.paint(
        &Stroke(post.shifted(-size * 0.15, 0.0), post.shifted(size * 0.13, 0.004), size * 0.1),
        WOOD.darker(0.2),
    );
    let stem = head.shifted(-size * 0.05, -radius * 0.3);
    canvas.paint(&Stroke(head, stem, size * 0.055), LINE.darker(0.3));
    canvas.paint(
        &Stroke(stem.shifted(size * 0.06, -0.01), stem.shifted(-size * 0.22, 0.01), size * 0.055),
        SLATE,
    );
    canvas.paint(&Ring(crank, size * 0.13, 0.008), SLATE);
    canvas.paint(&Stroke(crank, crank.shifted(size * 0.16, radius * 0.22), 0.011), SLATE);
    canvas.paint(
        &Stroke(crank.shifted(size * 0.1, radius * 0.23), crank.shifted(size * 0.24, radius * 0.23), 0.014),
        SLATE,
    );
    if basket {
        let corner = head.shifted(size * 0.12, -radius * 0.36);
        let sides =
            [(0.0, 0.0), (size * 0.46, 0.0), (size * 0.4, radius * 0.42), (size * 0.06, radius * 0.42)];
        canvas.paint(&Polygon(sides.map(|(x, y)| corner.shifted(x, y)).to_vec()), WOOD.lighter(0.35));
        for bar in 1..4 {
            let y = radius * 0.105 * f64::from(bar);
            canvas.glaze(
                &Stroke(corner.shifted(size * 0.02, y), corner.shifted(size * 0.44, y), 0.004),
                WOOD.darker(0.3),
                0.6,
            );
        }
        for (x, flower) in [(0.1, YELLOW), (0.22, BRICK), (0.34, CHALK)] {
            canvas.paint(&Disc(corner.shifted(size * x, -0.012), 0.018), CHESTNUT);
            canvas.paint(&Disc(corner.shifted(size * x, -0.022), 0.012), flower);
        }
    } else {
        let bag = rear.shifted(-size * 0.04, -radius * 0.62);
        canvas.paint(&Slab(bag, size * 0.24, radius * 0.4, 0.012), YELLOW);
        canvas.paint(
            &Slab(bag.shifted(0.0, -radius * 0.24), size * 0.24, radius * 0.17, 0.012),
            YELLOW.mix(WOOD, 0.25),
        );
        canvas.paint(&Slab(bag.shifted(0.0, -radius * 0.08), size * 0.035, radius * 0.08, 0.004), SLATE);
    }
}

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

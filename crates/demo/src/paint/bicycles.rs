//! Bicycles by a wall.

use rand::{Rng, rngs::SmallRng};

use super::{
    canvas::{Canvas, noise, rounded},
    colour::{BRICK, CHALK, CHESTNUT, Colour, INK, LINE, ROSE, SLATE, WOOD, YELLOW, rgb},
    shape::{Disc, Oval, Point, Polygon, Ring, Slab, Stroke},
};

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
